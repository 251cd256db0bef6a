import { accountKey, domainKeys, hashtagKeys, type Key, stableIdKey } from './key.ts';
import type { PlatformId } from './names.ts';

/** What an address, or a token of text, leads to. */
export type Sighting = AccountSighting | HashtagSighting | DomainSighting;

export interface AccountSighting {
  kind: 'account';
  platform: PlatformId;
  /** Absent where the address holds a stable id alone. */
  handle?: string;
  /** The platform's own id for the account. */
  id?: string;
  /** `profile`: the account itself; `post`: something that the account published. */
  via: 'profile' | 'post';
}

export interface HashtagSighting {
  kind: 'hashtag';
  platform: PlatformId;
  tag: string;
}

/** A site outside the networks. */
export interface DomainSighting {
  kind: 'domain';
  /** Lower case, in ASCII (`xn--…`), without port and final dot; never an IP address. */
  host: string;
}

/**
 * The keys under which a sighting may be listed; those of a host run from itself to the domains above it.
 * @param id the account's stable id where the page told it elsewhere
 */
export function sightingKeys(sighting: Sighting, id?: string): Key[] {
  switch (sighting.kind) {
    case 'hashtag':
      return hashtagKeys(sighting.platform, sighting.tag);
    case 'domain':
      return domainKeys(sighting.host);
    case 'account': {
      const { platform, handle, id: own = id } = sighting;
      const keys: Key[] = [];
      if (handle !== undefined) keys.push(accountKey(platform, handle));
      if (own !== undefined) keys.push(stableIdKey(platform, own));
      return keys;
    }
  }
}

/** What a hashtag or mention in text names. */
export function ofToken(kind: 'hashtag' | 'mention', value: string, platform: PlatformId): Sighting {
  return kind === 'hashtag'
    ? { kind: 'hashtag', platform, tag: value }
    : { kind: 'account', platform, handle: value, via: 'profile' };
}

/** Whether it is something that an account published. */
export function isPost(sighting: { kind: string; via?: string }): boolean {
  return sighting.kind === 'account' && sighting.via === 'post';
}
