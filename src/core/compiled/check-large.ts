import { compare } from '../canonical.ts';
import { keysOf } from '../key.ts';
import type { Identifier, Watchlist } from '../list-schema.ts';
import { KeyWalk } from './key-walk.ts';
import { widthOf } from './leaves.ts';
import { isLikeIn, type Likeness, likenessOf } from './like-model.ts';
import { FRAME_BYTES, frameBytes } from './paged.ts';
import { DamagedList, type PartCache } from './part-cache.ts';
import type { Index, IndexLeaf } from './read-index.ts';
import { readRecords } from './read-records.ts';
import { placeOf, type StoreName } from './records.ts';
import { identifierIn } from './rows-at.ts';
import { ShardedFilterBuilder } from './sharded-filter.ts';

/** Parts that are read in one transaction: half a MiB. */
const BATCH = 32;
/** As many as a list in source form may have. */
const MOST_ROWS = 50_000;

export interface CheckedNames {
  identifiers: number;
  keys: number;
  /** `ShardedFilter` of all keys, encoded. */
  filter: Uint8Array<ArrayBuffer>;
}

/** What is kept of the rows while the keys are looked at. */
interface Rows {
  count: number;
  /** The keys that a row itself has, each with the row's place. */
  own: Map<string, number>;
  /** By their places; undefined where two rows have the same. */
  models: Map<number, Likeness | undefined>;
}

/**
 * Reads every identifier and key of a large list once: each in its part, each row one that `parseList` would take,
 * each key that of its row or a name like it. Makes the filter in the same pass.
 * @param pace called between short steps, to let others have their turn
 * @throws DamagedList
 */
export async function checkNames(
  frame: Watchlist,
  index: Index,
  parts: PartCache,
  pace: () => Promise<void> = async () => undefined,
): Promise<CheckedNames> {
  if (frameBytes(index) > FRAME_BYTES) throw new DamagedList('more rows beside the identifiers than fit into memory');
  const rows = await checkRows(frame, index, parts, pace);
  const filter = new ShardedFilterBuilder();
  const walk = new KeyWalk();
  let keys = 0;
  let own = 0;
  for await (const { leaf, bytes } of leavesOf(index, 'keys', parts)) {
    const end = leaf.start + widthOf(leaf);
    const before = keys;
    for (walk.open(bytes); walk.next(); keys++) {
      const place = walk.ownPlace;
      if (!walk.isInOrder || place < leaf.start || place >= end) throw outOfPlace('keys', walk.text);
      if (checkKey(walk, rows, index.shared)) own++;
    }
    if (!walk.isDone) throw new DamagedList('a part of keys cannot be read');
    filter.add(bytes, keys - before, end);
    await pace();
  }
  if (own !== rows.own.size) throw new DamagedList('a name of an identifier has no key');
  return { identifiers: rows.count + keys - own, keys, filter: filter.encode() };
}

/** @returns whether it is the row's own */
function checkKey(key: KeyWalk, { own, models }: Rows, mayShare = false): boolean {
  if (!key.isShared) {
    if (own.get(key.text) === key.place) return true;
    throw new DamagedList(`the key ${key.text} is of no row`);
  }
  const model = models.get(key.place);
  if (mayShare && model && isLikeIn(model, key)) return false;
  throw new DamagedList(`the key ${key.text} is like no row`);
}

async function checkRows(frame: Watchlist, index: Index, parts: PartCache, pace: () => Promise<void>): Promise<Rows> {
  const rows: Rows = { count: 0, own: new Map(), models: new Map() };
  for await (const { leaf, bytes } of leavesOf(index, 'identifiers', parts)) {
    const records = readRecords('identifiers', bytes);
    if (records === undefined) throw new DamagedList('a part of identifiers is not lines of JSON');
    const names = records.map(({ name }) => name);
    demandOrder(names, leaf, 'identifiers');
    rows.count += records.length;
    if (rows.count > MOST_ROWS) throw new DamagedList(`more than ${MOST_ROWS} rows of identifiers`);
    for (const record of records) addRow(rows, identifierIn(record.bytes, frame), record.place);
    await pace();
  }
  return rows;
}

function addRow({ own, models }: Rows, row: Identifier, place: number): void {
  for (const key of keysOf(row)) {
    if (own.has(key)) throw new DamagedList(`two identifiers read as ${key}`);
    own.set(key, place);
  }
  models.set(place, models.has(place) ? undefined : likenessOf(row));
}

/** Where a name is looked for, there it must be, once. */
function demandOrder(names: Iterable<string>, leaf: IndexLeaf, store: StoreName): void {
  const end = leaf.start + widthOf(leaf);
  let last: string | undefined;
  for (const name of names) {
    const place = placeOf(name);
    const isNext = last === undefined || compare(last, name) < 0;
    if (!isNext || place < leaf.start || place >= end) throw outOfPlace(store, name);
    last = name;
  }
}

function outOfPlace(store: StoreName, name: string): DamagedList {
  return new DamagedList(`${store}: ${name} is out of its place`);
}

/** Those that hold something, in order, a few read at once. */
async function* leavesOf(
  { stores }: Index,
  store: StoreName,
  parts: PartCache,
): AsyncGenerator<{ leaf: IndexLeaf; bytes: Uint8Array }> {
  const leaves = (stores.get(store) ?? []).filter(({ part }) => part !== undefined);
  for (let i = 0; i < leaves.length; i += BATCH) {
    const some = leaves.slice(i, i + BATCH);
    const read = await parts.get(some.flatMap(({ part }) => part ?? []));
    for (const leaf of some) yield { leaf, bytes: read.get(leaf.part?.sha256 ?? '') ?? new Uint8Array(0) };
    parts.done(read);
  }
}
