import type { Identifier, Watchlist } from '../list-schema.ts';
import { parseIdentifier } from '../parse-list.ts';
import { fromJson, fromUtf8 } from './bytes.ts';
import { leafAt } from './leaves.ts';
import type { Part } from './part.ts';
import { DamagedList } from './part-cache.ts';
import type { Index } from './read-index.ts';
import { readRecords } from './read-records.ts';
import type { StoreName } from './records.ts';

/** The part in which a name belongs, where there is one. */
export function partAt(index: Index, store: StoreName, place: number): Part | undefined {
  const leaves = index.stores.get(store) ?? [];
  return leaves[leafAt(leaves, place)]?.part;
}

/**
 * The identifiers of one place: one, but for a coincidence.
 * @param bytes the part in which it belongs
 * @throws DamagedList for a row that `parseList` would not take
 */
export function rowsAt(bytes: Uint8Array, place: number, frame: Watchlist): Identifier[] {
  const records = readRecords('identifiers', bytes);
  if (records === undefined) throw new DamagedList('a part of identifiers is not lines of JSON');
  return records.filter((record) => record.place === place).map((record) => identifierIn(record.bytes, frame));
}

/** @throws DamagedList */
export function identifierIn(line: Uint8Array, frame: Watchlist): Identifier {
  const text = fromUtf8(line) ?? '';
  const parsed = parseIdentifier(fromJson(text), frame);
  if (!('ok' in parsed)) throw new DamagedList(`${parsed.path}: ${parsed.reason}`);
  if (`${JSON.stringify(parsed.row)}\n` !== text) throw new DamagedList(`${parsed.row.id} is not written canonically`);
  return parsed.row;
}
