import { BLUESKY_TEXT, isBlueskyHandle } from './bluesky-text.ts';
import type { Address, PageLink, Sighting } from './platform.ts';
import { segmentsOf } from './segments.ts';
import { searchedTag } from './tag-address.ts';

/** Addresses of Bluesky and of its forks, which keep its routes: bluesky-social/social-app, `src/routes.ts`. */

/** atproto.com/specs/did: two methods exist. A DID stays when the handle changes. */
const DID = /^did:(?:plc:[a-z0-9]{24}|web:[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?\.[a-z]{2,63})$/;

/** What may follow an account in an address that is still the account's. */
const PROFILE_PAGES = new Set('followers follows known-followers search'.split(' '));

/** What else an account publishes. */
const PUBLISHED = new Set('post feed lists'.split(' '));

export function readBluesky(url: Address): Sighting | undefined {
  const segments = segmentsOf(url.pathname) ?? [];
  const [second, third] = segments.slice(1);
  switch (segments[0]?.toLowerCase()) {
    case 'profile':
      return profile(segments.slice(1));
    case 'starter-pack':
    case 'start':
      return segments.length === 3 && isKey(third) ? account(second, 'post') : undefined;
    case 'hashtag':
      return third === undefined ? hashtag(second) : undefined;
    case 'search':
      return segments.length === 1 ? hashtag(searchedTag(url.searchParams.get('q'))) : undefined;
    default:
      return undefined;
  }
}

/** On a fork's own pages, its own links. */
export function readBlueskyLink({ url, page }: PageLink): Sighting | undefined {
  return url.host === page.host ? readBluesky(url) : undefined;
}

function profile([actor, page, key, below, ...rest]: readonly string[]): Sighting | undefined {
  if (rest.length > 0) return undefined;
  if (page === undefined || (PROFILE_PAGES.has(page.toLowerCase()) && key === undefined))
    return account(actor, 'profile');
  const isPublished = PUBLISHED.has(page.toLowerCase()) && isKey(key);
  return isPublished && (below === undefined || /^[a-z-]{1,32}$/.test(below)) ? account(actor, 'post') : undefined;
}

/** atproto.com/specs/record-key. */
function isKey(key: string | undefined): boolean {
  return key !== undefined && /^[\w.~:-]{1,512}$/.test(key);
}

function account(actor: string | undefined, via: 'profile' | 'post'): Sighting | undefined {
  if (actor === undefined) return undefined;
  if (DID.test(actor)) return { kind: 'account', platform: 'bluesky', id: actor, via };
  return isBlueskyHandle(actor) ? { kind: 'account', platform: 'bluesky', handle: actor, via } : undefined;
}

/** Clients other than Bluesky's write tags with joiners too. `$NAME` is a share of stock, in the same place. */
function hashtag(tag: string | undefined): Sighting | undefined {
  const isTag = tag !== undefined && /^[^\s#＃$][^\s#＃]{0,127}$/u.test(tag) && BLUESKY_TEXT.tagNeeds.test(tag);
  return isTag ? { kind: 'hashtag', platform: 'bluesky', tag } : undefined;
}
