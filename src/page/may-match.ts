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

/** Whether any key of a name is in the filter: one that is not can have no verdict. */
export function mayMatchIn(filter: Filter | undefined, { accounts, idOf }: Asked): MayMatch {
  if (filter === undefined) return () => true;
  const gates = new Map<PlatformId, Gate>();
  const gateOf = (platform: PlatformId): Gate => {
    const gate = gates.get(platform) ?? new Gate(filter, platform);
    gates.set(platform, gate);
    return gate;
  };
  const holds = (key: Key): boolean => mayHold(filter, key);
  return (seen) => {
    switch (seen.kind) {
      case 'hashtag':
        return gateOf(seen.platform).hashtag(seen.tag);
      case 'domain':
        return domainKeys(seen.host).some(holds);
      case 'outside':
        return domainKeys(seen.host).some(holds) || linkedHostKeys(seen.host).some(holds);
      case 'account': {
        const { platform, handle } = seen;
        if (accounts || (handle !== undefined && gateOf(platform).account(handle))) return true;
        const id = seen.id ?? (handle === undefined ? undefined : idOf(platform, handle));
        return id !== undefined && holds(stableIdKey(platform, id));
      }
    }
  };
}
