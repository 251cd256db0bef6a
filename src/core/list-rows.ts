import type { Claim, Entity, Identifier, Source, Watchlist } from './list-schema.ts';

/** A list's rows by what they are asked for by. */
export interface ListRows {
  sources: ReadonlyMap<string, Source>;
  entities: ReadonlyMap<string, Entity>;
  identifiers: ReadonlyMap<string, Identifier>;
  /** By the id of what they are about, in the list's order. */
  claims: ReadonlyMap<string, readonly Claim[]>;
}

const built = new WeakMap<Watchlist, ListRows>();

/** Built once a list. Lists that came in are never changed. */
export function rowsOf(list: Watchlist): ListRows {
  const known = built.get(list);
  if (known) return known;
  const rows: ListRows = {
    sources: byId(list.sources),
    entities: byId(list.entities),
    identifiers: byId(list.identifiers),
    claims: groupBy(list.claims, (claim) => claim.about),
  };
  built.set(list, rows);
  return rows;
}

export function byId<Row extends { id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}

/** Rows by each of their keys, in their order; a row that has a key twice stands there once. */
export function groupBy<Row>(rows: readonly Row[], keysOf: (row: Row) => readonly string[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    for (const key of new Set(keysOf(row))) {
      const same = found.get(key);
      if (same) same.push(row);
      else found.set(key, [row]);
    }
  }
  return found;
}
