import { canonicalList } from '../../core/canonical.ts';
import { apart, type HeldList } from '../../core/compiled/apart.ts';
import type { NameLike } from '../../core/compiled/compile-large.ts';
import { readFrame } from '../../core/compiled/frame.ts';
import { listKeys, SHARED } from '../../core/compiled/key-page.ts';
import { likeModel } from '../../core/compiled/like-model.ts';
import type { PartReader } from '../../core/compiled/part.ts';
import { DamagedList, PartCache } from '../../core/compiled/part-cache.ts';
import { readRecords } from '../../core/compiled/read-records.ts';
import { placeOf, type StoredRecord } from '../../core/compiled/records.ts';
import { identifierIn } from '../../core/compiled/rows-at.ts';
import type { Identifier, Watchlist } from '../../core/list-schema.ts';
import { CommandError } from '../command-line.ts';

/** A published list with a table of names: its rows, and the parts that hold the table. */
export interface Tabled {
  list: Watchlist;
  held: HeldList;
}

/** Parts as those who look up names read them, each verified, none kept. */
export function cacheOf(part: PartReader): PartCache {
  return new PartCache(async (names) => {
    const found = await Promise.all(names.map(async (name) => [name, await part(name)] as const));
    return new Map(found.flatMap(([name, bytes]) => (bytes ? [[name, bytes] as const] : [])));
  }, 0);
}

/**
 * The rows of a list with a table of names; the table stays where it is.
 * @throws CommandError
 */
export async function rowsIn(name: string, { index, part }: HeldList): Promise<Watchlist> {
  const parts = cacheOf(part);
  try {
    const frame = await readFrame(index, parts);
    const identifiers: Identifier[] = [];
    for await (const bytes of partsOfStore('identifiers', { index, part })) {
      for (const record of readRecords('identifiers', bytes) ?? []) identifiers.push(identifierIn(record.bytes, frame));
    }
    return canonicalList({ ...frame, identifiers });
  } catch (error) {
    if (error instanceof DamagedList) throw new CommandError(`${name}: ${error.message}`);
    throw error;
  }
}

/**
 * The table of a published list, a part at a time, as it can be compiled again.
 * @throws CommandError
 */
export async function* namesIn({ list, held }: Tabled): AsyncGenerator<NameLike> {
  const models = byPlace(list);
  for await (const bytes of partsOfStore('keys', held)) {
    const { keys, targets } = listKeys(bytes) ?? broken('keys');
    for (const [i, key] of keys.entries()) {
      const name = sharedName(key, targets[i] ?? 0, models);
      if (name) yield { like: name.like.id, value: name.row.value, at: key };
    }
  }
}

/** A name of a table, and the rows that it was and is listed as: absent where it is not in the table. */
export interface TableChange {
  row: Identifier;
  before?: Identifier;
  after?: Identifier;
}

/** What two versions' tables do not share, with never more than a few parts in memory. */
export async function* tableChanges(from: Tabled, to: Tabled): AsyncGenerator<TableChange> {
  const [was, is] = [byPlace(from.list), byPlace(to.list)];
  for await (const { before, after } of apart('keys', from.held, to.held)) {
    for (const key of new Set([...before.keys(), ...after.keys()])) {
      const old = nameOf(before.get(key), was);
      const now = nameOf(after.get(key), is);
      const row = now?.row ?? old?.row;
      if (row === undefined || old?.like.id === now?.like.id) continue;
      yield { row, ...(old && { before: old.like }), ...(now && { after: now.like }) };
    }
  }
}

type Models = ReadonlyMap<number, Identifier>;

function byPlace(list: Watchlist): Models {
  return new Map(list.identifiers.map((row) => [placeOf(row.id), row]));
}

function nameOf(record: StoredRecord | undefined, models: Models) {
  const [target = 0] = (record && listKeys(record.bytes)?.targets) ?? [];
  return record && sharedName(record.name, target, models);
}

/** @returns undefined for a name that is a row's own */
function sharedName(key: string, target: number, models: Models): { row: Identifier; like: Identifier } | undefined {
  if (target < SHARED) return undefined;
  const like = models.get(target % SHARED);
  const row = like && likeModel(like, key);
  return like && row ? { row, like } : broken('keys');
}

/** In order. @throws CommandError where one is missing */
async function* partsOfStore(store: 'identifiers' | 'keys', { index, part }: HeldList): AsyncGenerator<Uint8Array> {
  for (const leaf of index.stores.get(store) ?? []) {
    if (leaf.part) yield (await part(leaf.part.sha256)) ?? broken(store);
  }
}

function broken(store: string): never {
  throw new CommandError(`a part of ${store} is missing or broken`);
}
