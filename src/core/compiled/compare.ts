import { exceptionName } from '../canonical.ts';
import type { Claim, Entity, Exception, Identifier, ListEvent, Source, Watchlist } from '../list-schema.ts';

/** What became of the rows of one kind, in the order of the lists. */
export interface Changes<Row> {
  added: Row[];
  changed: { before: Row; after: Row }[];
  removed: Row[];
}

/** What one version of a list has and another has not. */
export interface Comparison {
  /** The list's own words of itself differ, beyond version and date. */
  head: boolean;
  sources: Changes<Source>;
  entities: Changes<Entity>;
  identifiers: Changes<Identifier>;
  claims: Changes<Claim>;
  events: Changes<ListEvent>;
  exceptions: Changes<Exception>;
}

export function compareLists(before: Watchlist, after: Watchlist): Comparison {
  return {
    head: headText(before) !== headText(after),
    sources: changes(before.sources, after.sources, idOf),
    entities: changes(before.entities, after.entities, idOf),
    identifiers: changes(before.identifiers, after.identifiers, idOf),
    claims: changes(before.claims, after.claims, idOf),
    events: changes(before.events, after.events, idOf),
    exceptions: changes(before.exceptions, after.exceptions, exceptionName),
  };
}

function idOf(row: { id: string }): string {
  return row.id;
}

function headText({ list }: Watchlist): string {
  return JSON.stringify({ ...list, version: 0, updated: '' });
}

function changes<Row>(before: readonly Row[], after: readonly Row[], name: (row: Row) => string): Changes<Row> {
  const old = new Map(before.map((row) => [name(row), row]));
  const found: Changes<Row> = { added: [], changed: [], removed: [] };
  for (const row of after) {
    const was = old.get(name(row));
    old.delete(name(row));
    if (was === undefined) found.added.push(row);
    else if (JSON.stringify(was) !== JSON.stringify(row)) found.changed.push({ before: was, after: row });
  }
  found.removed.push(...old.values());
  return found;
}
