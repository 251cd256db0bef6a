import { fold } from './fold.ts';
import { domainsFrom, type Key } from './key.ts';

/**
 * Links from one network's page to another network. A page knows the addresses of its own network alone: the
 * filter tells it which hosts are worth asking about (`>t.me`), and the background, which knows every
 * network, reads the address (`>https://t.me/name`).
 */
const SIGN = '>';

export function linkedHostKey(host: string): Key {
  return SIGN + fold(host);
}

/** A host and the domains above it: of some networks every subdomain is theirs. */
export function linkedHostKeys(host: string): Key[] {
  return domainsFrom(host).map(linkedHostKey);
}

/** @param toPosts whether an address of a post stands for its author (`>>https://…`) */
export function linkKey(url: string, toPosts = false): Key {
  return (toPosts ? SIGN + SIGN : SIGN) + url;
}

/** @returns undefined for a key of another kind */
export function linkOfKey(key: Key): { url: string; toPosts: boolean } | undefined {
  const [, signs, url] = /^(>>?)(https?:\/\/.*)$/s.exec(key) ?? [];
  return url === undefined ? undefined : { url, toPosts: signs === SIGN + SIGN };
}
