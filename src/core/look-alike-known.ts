import { nameKeys, seenKind } from './key.ts';
import type { Watchlist } from './list-schema.ts';
import type { KnownAccount } from './look-alike-ref.ts';

/**
 * What the names of a page are compared with.
 * @param isShown whether the active lists have a verdict on a key: what is not marked itself is not resembled
 * @param guarded names that the reader guards
 */
export function knownAccounts(
  active: readonly Watchlist[],
  guarded: readonly KnownAccount[],
  isShown: (key: string) => boolean,
): { known: KnownAccount[]; own: string[] } {
  const known: KnownAccount[] = [...guarded];
  const own: string[] = [];
  for (const { list, identifiers, exceptions } of active) {
    for (const identifier of identifiers) {
      if (seenKind(identifier.kind) !== 'account') continue;
      const { platform, value, aliases = [], entity } = identifier;
      own.push(value, ...aliases);
      if (!nameKeys(identifier).some(isShown)) continue;
      for (const name of [value, ...aliases]) known.push({ platform, name, list: list.id, entity });
    }
    for (const { kind, value } of exceptions) if (seenKind(kind) === 'account') own.push(value);
  }
  return { known, own };
}
