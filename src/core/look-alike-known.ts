import { nameKeys, seenKind } from './key.ts';
import type { Watchlist } from './list-schema.ts';

/** The account that a name resembles, as it is written. */
export interface KnownAccount {
  /** `any`: a name that the reader guards on every network. */
  platform: string;
  /** Without `@`. */
  name: string;
  /** Id of the list that has it, and its entity there; absent for a name that the reader guards. */
  list?: string;
  entity?: string;
}

/** The lists, as far as look-alikes are concerned. */
export interface ListsOfNames {
  /** Those that mark. */
  active: readonly Watchlist[];
  /** Those that the reader has switched off: their names are resembled by none, and are no look-alikes either. */
  off: readonly Watchlist[];
}

/**
 * What the names of a page are compared with.
 * @param guarded names that the reader guards
 * @param isShown whether the active lists have a verdict on a key: what is not marked itself is not resembled
 * @returns `own`: names that resemble nobody
 */
export function knownAccounts(
  { active, off }: ListsOfNames,
  guarded: readonly KnownAccount[],
  isShown: (key: string) => boolean,
): { known: KnownAccount[]; own: string[] } {
  const known = active.flatMap(({ list, identifiers }) =>
    identifiers.flatMap((identifier): KnownAccount[] => {
      if (seenKind(identifier.kind) !== 'account' || !nameKeys(identifier).some(isShown)) return [];
      const { platform, value, aliases = [], entity } = identifier;
      return [value, ...aliases].map((name) => ({ platform, name, list: list.id, entity }));
    }),
  );
  return { known: [...guarded, ...known], own: [...active, ...off].flatMap(namesOf) };
}

function namesOf({ identifiers, exceptions }: Watchlist): string[] {
  const accounts = identifiers.filter(({ kind }) => seenKind(kind) === 'account');
  const excepted = exceptions.filter(({ kind }) => seenKind(kind) === 'account');
  return [...accounts.flatMap(({ value, aliases = [] }) => [value, ...aliases]), ...excepted.map(({ value }) => value)];
}
