import { compare, exceptionName } from '../canonical.ts';
import { keysOf } from '../key.ts';
import type { Watchlist } from '../list-schema.ts';
import { concat } from './bytes.ts';
import { FIT } from './caps.ts';
import { HEAD, keyRecord, placeOf, rowRecord, STORES, type StoredRecord, type StoreName } from './records.ts';

/** A run of places, and the records that belong there. */
export interface Leaf {
  /** How many leading bits of a place they have in common. */
  depth: number;
  /** Empty where no record belongs there. */
  bytes: Uint8Array;
}

/** Every store of a list cut into leaves that cover all places, in order; a store without records has none. */
export type Layout = ReadonlyMap<StoreName, readonly Leaf[]>;

/** @param list in canonical order, members in the schema's: the same list gives the same bytes */
export function layOut(list: Watchlist): Layout {
  return new Map(STORES.map((store) => [store, cut(store, recordsOf(store, list))]));
}

function recordsOf(store: StoreName, list: Watchlist): StoredRecord[] {
  switch (store) {
    case 'head':
      return [rowRecord(HEAD, { format: list.format, spec: list.spec, list: list.list })];
    case 'exceptions':
      return list.exceptions.map((row) => rowRecord(exceptionName(row), row));
    case 'keys':
      return list.identifiers.flatMap((row) => {
        const place = placeOf(row.id);
        return keysOf(row).map((key) => keyRecord(key, place));
      });
    default:
      return list[store].map((row) => rowRecord(row.id, row));
  }
}

/** Halved, and halved again, until all fits: a row more moves the borders of its own leaf alone. */
function cut(store: StoreName, records: StoredRecord[]): Leaf[] {
  const sorted = records.sort((a, b) => a.place - b.place);
  const leaves: Leaf[] = [];
  const halve = (rows: StoredRecord[], depth: number, start: number): void => {
    if (depth === DEEPEST || fits(store, rows)) {
      leaves.push({ depth, bytes: joined(rows) });
      return;
    }
    const middle = start + 2 ** (DEEPEST - depth - 1);
    const split = rows.findIndex((row) => row.place >= middle);
    const at = split < 0 ? rows.length : split;
    halve(rows.slice(0, at), depth + 1, start);
    halve(rows.slice(at), depth + 1, middle);
  };
  if (sorted.length > 0) halve(sorted, 0, 0);
  return leaves;
}
export const DEEPEST = 32;

function fits(store: StoreName, records: readonly StoredRecord[]): boolean {
  if (records.length <= 1) return true;
  if (store !== 'keys' && records.length > FIT.rows) return false;
  let size = 0;
  for (const { bytes } of records) {
    size += bytes.length;
    if (size > FIT.partBytes) return false;
  }
  return true;
}

/** The bytes of a part: its records, sorted by name. */
export function joined(records: readonly StoredRecord[]): Uint8Array<ArrayBuffer> {
  return concat([...records].sort((a, b) => compare(a.name, b.name)).map(({ bytes }) => bytes));
}
