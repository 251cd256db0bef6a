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
    claims: byAbout(list.claims),
  };
  built.set(list, rows);
  return rows;
}

function byId<Row extends { id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}

function byAbout(claims: readonly Claim[]): Map<string, Claim[]> {
  const found = new Map<string, Claim[]>();
  for (const claim of claims) {
    for (const id of new Set(claim.about)) {
      const same = found.get(id);
      if (same) same.push(claim);
      else found.set(id, [claim]);
    }
  }
  return found;
}
