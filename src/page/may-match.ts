import { type Filter, mayHold } from '../core/filter.ts';
import { Gate } from '../core/gate.ts';
import { domainKeys, type Key, stableIdKey } from '../core/key.ts';
import { linkedHostKeys } from '../core/link-key.ts';
import type { PlatformId } from '../core/names.ts';
import type { MayMatch } from './read-unit.ts';

/** What besides the filter may make a name worth reading. */
export interface Asked {
  /** Whether every account is asked for: what resembles a listed name is in no filter. */
  accounts: boolean;
  /** The stable id that the page shows for an account, if it does anywhere. */
  idOf(platform: PlatformId, handle: string): string | undefined;
}

/**
 * Whether any key of a name is in the filter: one that is not can have no verdict.
 * @param platform the page's own network, to which all accounts and hashtags that are read belong
 */
export function mayMatchIn(filter: Filter | undefined, platform: PlatformId, { accounts, idOf }: Asked): MayMatch {
  if (filter === undefined) return () => true;
  const gate = new Gate(filter, platform);
  const holds = (key: Key): boolean => mayHold(filter, key);
  return (seen) => {
    switch (seen.kind) {
      case 'hashtag':
        return gate.hashtag(seen.tag);
      case 'domain':
        return domainKeys(seen.host).some(holds);
      case 'outside':
        return domainKeys(seen.host).some(holds) || linkedHostKeys(seen.host).some(holds);
      case 'account': {
        const { handle } = seen;
        if (accounts || (handle !== undefined && gate.account(handle))) return true;
        const id = seen.id ?? (handle === undefined ? undefined : idOf(platform, handle));
        return id !== undefined && holds(stableIdKey(platform, id));
      }
    }
  };
}
