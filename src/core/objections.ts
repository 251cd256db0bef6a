import { nameKey, nameKeys } from './key.ts';
import type { Exception, Identifier, Localised, Watchlist } from './list-schema.ts';

/**
 * What one list says against a name that another lists. Each list's exceptions guard its own names; over
 * another publisher's they have no power, but the reader is told, and the name counts as disputed.
 */
export interface Objection {
  /** Title of the list that objects. */
  list: Localised;
  reason: Localised;
}

export type Objections = (list: Watchlist, identifier: Identifier) => Objection[];

/** @param active the lists that are on, in the reader's order */
export function objectionsOf(active: readonly Watchlist[]): Objections {
  const byKey = new Map<string, { by: Watchlist; exception: Exception }[]>();
  for (const by of active) {
    for (const exception of by.exceptions) {
      const key = nameKey(exception.platform, exception.kind, exception.value);
      byKey.set(key, [...(byKey.get(key) ?? []), { by, exception }]);
    }
  }
  return (list, identifier) =>
    guarded(identifier)
      .flatMap((key) => byKey.get(key) ?? [])
      .filter(({ by }) => by.list.id !== list.list.id)
      .map(({ by, exception }) => ({ list: by.list.title, reason: exception.reason }));
}

/** A tag that is excepted on any network is so on each. */
function guarded(identifier: Identifier): string[] {
  const keys = nameKeys(identifier);
  if (identifier.kind !== 'hashtag' || identifier.platform === 'any') return keys;
  return [...keys, ...nameKeys({ ...identifier, platform: 'any' })];
}
