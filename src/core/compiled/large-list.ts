import { indexLists, type ListIndex, widerKeys } from '../index-lists.ts';
import { type Key, keysOf, nameKey } from '../key.ts';
import type { Exception, Identifier, Watchlist } from '../list-schema.ts';
import type { Objections } from '../objections.ts';
import { asIfWhole, type Found, fewRows } from './few-rows.ts';
import { findKey, type KeyTarget, SHARED } from './key-page.ts';
import { isKey, likeModel } from './like-model.ts';
import type { Part } from './part.ts';
import { DamagedList, type PartCache } from './part-cache.ts';
import type { Index } from './read-index.ts';
import { placeOf } from './records.ts';
import { partAt, rowsAt } from './rows-at.ts';
import { mayHoldSharded, type ShardedFilter } from './sharded-filter.ts';

/** Rows that are kept after they were read: models are asked for again and again. */
const ROWS = 500;

export interface LargeListParts {
  /** The list without its identifiers. */
  frame: Watchlist;
  index: Index;
  parts: PartCache;
  filter: ShardedFilter;
  /** As its manifest counts them. */
  identifiers: number;
}

/** A list whose names are looked up in its parts. Every method throws `DamagedList` for parts that lie. */
export class LargeList {
  readonly frame: Watchlist;
  readonly identifiers: number;
  private readonly index: Index;
  private readonly parts: PartCache;
  private readonly filter: ShardedFilter;
  private readonly rows = new Map<number, Identifier[]>();
  private readonly exceptions: ReadonlyMap<Key, Exception>;

  constructor({ frame, index, parts, filter, identifiers }: LargeListParts) {
    this.frame = frame;
    this.index = index;
    this.parts = parts;
    this.filter = filter;
    this.identifiers = identifiers;
    this.exceptions = new Map(frame.exceptions.map((row) => [nameKey(row.platform, row.kind, row.value), row]));
  }

  /** What the list says of these keys, by the rules for all lists. Other keys may be in the answer. */
  async verdicts(keys: Iterable<Key>, today: string, lang: string, objections: Objections): Promise<ListIndex> {
    const wanted = new Set(keys);
    const exceptions = new Set([...wanted].flatMap((key) => this.exceptionsOn(key)));
    for (const { platform, kind, value } of exceptions) {
      for (const key of widerKeys(platform, kind, value)) wanted.add(key);
    }
    const found = await this.byKey(wanted);
    if (found.size === 0) return NOTHING;
    const few = fewRows(this.frame, once(found.values()), [...exceptions]);
    return indexLists([few], today, lang, objections);
  }

  /** The list as if the identifiers of these keys and ids were all that it has. */
  async withOnly(keys: Iterable<Key>, ids: readonly string[] = []): Promise<Watchlist> {
    const byKey = await this.byKey(new Set([...keys, ...ids.filter(isKey)]));
    const byId = await this.byId(ids.filter((id) => !isKey(id)));
    return asIfWhole(this.frame, once([...byKey.values(), ...byId]));
  }

  private exceptionsOn(key: Key): Exception[] {
    // A tag that is excepted on any network is so on each.
    const anywhere = key.includes('#') ? `*${key.slice(key.indexOf('#'))}` : key;
    return [...new Set([key, anywhere])].flatMap((one) => this.exceptions.get(one) ?? []);
  }

  private async byKey(keys: ReadonlySet<Key>): Promise<Map<Key, Found>> {
    const asked = [...keys].flatMap((key) => {
      const part = mayHoldSharded(this.filter, key) ? partAt(this.index, 'keys', placeOf(key)) : undefined;
      return part ? [{ key, part }] : [];
    });
    const pages = await this.parts.get(asked.map(({ part }) => part));
    const targets = asked.flatMap(({ key, part }) => {
      const target = findKey(pages.get(part.sha256) ?? new Uint8Array(0), key);
      return target === undefined ? [] : [{ key, target }];
    });
    const rows = await this.rowsOf(targets.map(({ target }) => target % SHARED));
    return new Map(targets.map(({ key, target }) => [key, foundBy(key, target, rows)]));
  }

  private async byId(ids: readonly string[]): Promise<Found[]> {
    const rows = await this.rowsOf(ids.map(placeOf));
    return ids.flatMap((id) => {
      const identifier = rows.get(placeOf(id))?.find((row) => row.id === id);
      return identifier ? [{ identifier, model: id }] : [];
    });
  }

  /** By their places. */
  private async rowsOf(places: readonly number[]): Promise<Map<number, Identifier[]>> {
    const found = new Map<number, Identifier[]>();
    const missing = new Map<number, Part>();
    for (const place of places) {
      const known = this.rows.get(place);
      const part = known ? undefined : partAt(this.index, 'identifiers', place);
      if (known) found.set(place, known);
      else if (part) missing.set(place, part);
    }
    const read = await this.parts.get(missing.values());
    if (this.rows.size + missing.size > ROWS) this.rows.clear();
    for (const [place, { sha256 }] of missing) {
      const rows = rowsAt(read.get(sha256) ?? new Uint8Array(0), place, this.frame);
      found.set(place, rows);
      this.rows.set(place, rows);
    }
    return found;
  }
}

/** A key must lead to a row that it can belong to: the publisher cannot have meant anything else. */
function foundBy(key: Key, target: KeyTarget, byPlace: ReadonlyMap<number, Identifier[]>): Found {
  const rows = byPlace.get(target % SHARED) ?? [];
  if (target < SHARED) {
    const identifier = rows.find((row) => keysOf(row).includes(key));
    if (identifier) return { identifier, model: identifier.id };
    throw new DamagedList(`the key ${key} is of no row`);
  }
  const [model, other] = rows;
  const identifier = model && other === undefined ? likeModel(model, key) : undefined;
  if (model && identifier) return { identifier, model: model.id };
  throw new DamagedList(`the key ${key} is like no row`);
}

const NOTHING: ListIndex = new Map();

/** An identifier is found under each of its names. */
function once(found: Iterable<Found>): Found[] {
  return [...new Map([...found].map((one) => [one.identifier.id, one])).values()];
}
