import { accountOn, MASTODON_TEXT } from './mastodon-text.ts';
import type { Address, Sighting } from './platform.ts';
import { segmentsOf } from './segments.ts';
import { searchedTag, wholeTag } from './tag-address.ts';

/**
 * Addresses of Mastodon (`config/routes.rb`) and of its other clients. On any host: such an address cannot be
 * told from another site's (`medium.com/@name`), so what is no page of Mastodon must not be read with this.
 */

/** What may follow an account in an address that is still the account's. */
const PROFILE_PAGES = new Set(
  'with_replies replies media followers following featured featured_tags collections about'.split(' '),
);

/** How far an address's host is trusted to speak of accounts elsewhere. */
type Standing =
  /** A server that the reader reads: what it shows under `/@user@elsewhere` is that account. */
  | 'own'
  /** A client that shows any server's accounts, and has none: Elk, Phanpy. */
  | 'client'
  /** Some host that a post links to: it can speak of its own accounts alone. */
  | 'foreign';

/** Clients at addresses of their own; any other host that is read is taken for a server. */
export const CLIENTS = ['elk.zone', 'main.elk.zone', 'phanpy.social'];

export function standingOf(host: string): Standing {
  return CLIENTS.includes(host) ? 'client' : 'own';
}

export function readMastodon(url: Address, standing: Standing): Sighting | undefined {
  const path = url.pathname === '/' && url.hash.startsWith('#/') ? routeIn(url.hash) : url.pathname;
  const segments = segmentsOf(path);
  if (segments === undefined) return undefined;
  const [first = '', ...rest] = segments;
  if (standing === 'foreign') return readPath(segments, url.hostname, standing);
  if (first.includes('.') && !first.startsWith('@')) {
    // Elk names the server first: `/mastodon.social/@user`; Phanpy too: `#/mastodon.social/t/tag`.
    return rest[0]?.toLowerCase() === 't' ? readTag(rest) : readPath(rest, first, 'own');
  }
  if (segments.length === 1 && first.toLowerCase() === 'search') return hashtag(searchedTag(url.searchParams.get('q')));
  const isOld = /^(?:web|deck)$/i.test(first);
  return readPath(isOld ? rest : segments, url.hostname, standing);
}

function routeIn(hash: string): string {
  return hash.slice(1).replace(/\?.*$/s, '');
}

function readPath(segments: readonly string[], host: string, standing: Standing): Sighting | undefined {
  const [first = '', ...rest] = segments;
  if (first.startsWith('@')) return readAccount(first.slice(1), rest, host, standing);
  switch (first.toLowerCase()) {
    case 'users':
      return rest[0]?.includes('@') === false ? readAccount(rest[0], rest.slice(1), host, standing) : undefined;
    case 'tags':
    case 'tag':
      return readTag(segments);
    case 'timelines':
      return rest[0]?.toLowerCase() === 'tag' ? readTag(rest) : undefined;
    default:
      return undefined;
  }
}

function readTag([, tag, ...rest]: readonly string[]): Sighting | undefined {
  return tag === undefined || rest.length > 0 ? undefined : hashtag(tag);
}

function readAccount(name: string, rest: readonly string[], host: string, standing: Standing): Sighting | undefined {
  const [user = '', domain, ...more] = name.split('@');
  if (more.length > 0 || (domain === undefined ? standing === 'client' : standing === 'foreign')) return undefined;
  // `/@user.rss` is the account's feed, written for machines.
  if (domain === undefined && /\.(?:rss|json|atom)$/i.test(user)) return undefined;
  const handle = accountOn(user, domain ?? host);
  const via = viaOf(rest);
  return handle === undefined || via === undefined ? undefined : { kind: 'account', platform: 'mastodon', handle, via };
}

function viaOf([first, second, third]: readonly string[]): 'profile' | 'post' | undefined {
  if (first === undefined) return 'profile';
  if (third !== undefined) return undefined;
  const page = first.toLowerCase();
  if (page === 'tagged') return second === undefined ? undefined : 'profile';
  if (second === undefined) return PROFILE_PAGES.has(page) ? 'profile' : isId(first) ? 'post' : undefined;
  if (page === 'statuses') return /^[\w-]{1,64}$/.test(second) ? 'post' : undefined;
  return isId(first) && /^(?:reblogs|favourites|quotes|embed)$/i.test(second) ? 'post' : undefined;
}

function isId(segment: string): boolean {
  return /^\d{1,20}$/.test(segment);
}

function hashtag(tag: string | undefined): Sighting | undefined {
  return wholeTag('mastodon', tag, MASTODON_TEXT);
}
