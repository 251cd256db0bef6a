import type { Watchlist } from './list-schema.ts';

/**
 * The one way a list is written to a file, so that a change in review shows what changed and nothing else:
 * members in the schema's order, rows in canonical order, two spaces, a line feed at the end.
 */
export function canonicalText(list: Watchlist): string {
  return `${JSON.stringify(canonicalList(list), null, 2)}\n`;
}

/** Rows sorted by id (events by date first, exceptions by platform, kind and value). */
export function canonicalList(list: Watchlist): Watchlist {
  const byId = <T extends { id: string }>(rows: readonly T[]): T[] => [...rows].sort((a, b) => compare(a.id, b.id));
  return {
    ...list,
    sources: byId(list.sources),
    entities: byId(list.entities),
    identifiers: byId(list.identifiers),
    claims: byId(list.claims),
    events: [...list.events].sort((a, b) => compare(a.date, b.date) || compare(a.id, b.id)),
    exceptions: [...list.exceptions].sort(
      (a, b) => compare(a.platform + a.kind, b.platform + b.kind) || compare(a.value, b.value),
    ),
  };
}

/** How an exception is told from another: it has no id. */
export function exceptionName({ platform, kind, value }: Record<'platform' | 'kind' | 'value', string>): string {
  return `${platform}/${kind}/${value}`;
}

/** By code unit: the same on every machine, whatever its language. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
