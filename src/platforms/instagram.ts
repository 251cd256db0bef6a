import type { TextRule } from '../core/token.ts';
import { CAREFUL_TAGS } from './careful-text.ts';
import { embeddedUsers, isUserName, MENTIONS } from './instagram-names.ts';
import type { Address, Platform, Sighting } from './platform.ts';
import { segmentsOf } from './segments.ts';
import { searchedTag, wholeTag } from './tag-address.ts';
import { wrapped } from './wrapped.ts';

/**
 * Instagram. Its help says what a hashtag may hold (letters, numbers, underscores, emoji; neither spaces nor
 * special characters), not where one ends: careful rules.
 */

const REDIRECT = 'l.instagram.com';

/** First path segments that are pages of the site. */
const RESERVED = new Set(
  (
    '_n _u about academy accounts achievements ads ajax api ar archive audio auth badges blog boost branded_content ' +
    'business challenge channels close_friends contact create data developer developers direct directory ' +
    'download emails embed.js emoji explore external favicon.ico fragment graphql help hashtag home igtv ' +
    'invites jobs legal lite live location locations login logout mail manifest.json manage_access mention messages ' +
    'n native newsroom notifications nux oauth p pay places popular press privacy professional_dashboard ' +
    'publicapi push qr reel reels reels_tray robots.txt saved search session sessions settings share shoppable ' +
    'signin signup sitemap sitemap.xml static stories suggested support sw terms tags topics tv upgrade user users ' +
    'verify web your_activity'
  ).split(' '),
);

/** What may follow a name in an address that is still the account's. */
const PROFILE_PAGES = new Set('channel embed feed followers following guides igtv reels reposts tagged'.split(' '));

const text: TextRule = { ...CAREFUL_TAGS, ...MENTIONS };

export const instagram: Platform = {
  id: 'instagram',
  hosts: ['instagram.com', 'www.instagram.com', 'm.instagram.com', 'instagr.am', 'www.instagr.am', REDIRECT],
  matches: ['https://instagram.com/*', 'https://*.instagram.com/*'],
  embeds: ['https://www.instagram.com/*/embed/*'],
  readAddress,
  unwrap: (url) => (url.hostname === REDIRECT ? wrapped(url, 'u') : undefined),
  text,
  page: {
    units: [
      { selector: 'article', kind: 'post' },
      { selector: '[role="article"]', kind: 'post' },
      { selector: 'main header:not(article *)', kind: 'profile' },
      // A post's own page shows it without an article; its caption is the only heading of that level.
      { selector: 'main h1:not(article *, header *)', kind: 'post' },
      { selector: '[role="dialog"]', kind: 'user-row' },
    ],
    // Not the whole header of a profile: that holds the biography, which may mention anybody.
    authorBlock: 'article header, [role="article"] header',
    heading: 'main header h2, main header h1',
    // "Liked by" and "Followed by" name those whom the reader follows. Sections of a post: its buttons and likes.
    // A profile's counts lead to lists of it, and name nobody.
    ignore:
      'nav, [role="navigation"], article section, header a[href$="/followers/"], header a[href$="/following/"], ' +
      'a[href*="/followers/mutual"]',
    hints: [],
    identity: [{ selector: 'a[href*="/p/"], a[href*="/reel/"]', attribute: 'href', pattern: /\/(?:p|reel)\/[\w-]+/g }],
  },
  readEmbedded: embeddedUsers,
};

function readAddress(url: Address): Sighting | undefined {
  if (url.hostname === REDIRECT) return undefined;
  const [first, second, third, fourth] = segmentsOf(url.pathname) ?? [];
  if (first === undefined) return undefined;
  switch (first.toLowerCase()) {
    case 'explore':
      return explore([second, third, fourth], url.searchParams);
    case 'stories':
      return second === undefined || second.toLowerCase() === 'highlights' ? undefined : account(second, 'post');
    case '_u': // Opens the app, or else the profile.
      return second === undefined || third !== undefined ? undefined : account(second, 'profile');
    default:
      return profile(first, second, third);
  }
}

/** `/explore/tags/tag/`, or a search that asks for one hashtag and nothing else. */
function explore(rest: readonly (string | undefined)[], query: URLSearchParams): Sighting | undefined {
  const [what, value, more] = rest;
  if (more !== undefined) return undefined;
  if (what?.toLowerCase() === 'tags') return hashtag(value);
  return what?.toLowerCase() === 'search' ? hashtag(searchedTag(query.get('q'))) : undefined;
}

function profile(first: string, second: string | undefined, third: string | undefined): Sighting | undefined {
  if (second === undefined) return account(first, 'profile');
  if (PROFILE_PAGES.has(second.toLowerCase())) return third === undefined ? account(first, 'profile') : undefined;
  const isPost = /^(p|reel|tv)$/i.test(second) && /^[\w-]{5,64}$/.test(third ?? '');
  return isPost ? account(first, 'post') : undefined;
}

function hashtag(tag: string | undefined): Sighting | undefined {
  return wholeTag('instagram', tag, text);
}

function account(handle: string, via: 'profile' | 'post'): Sighting | undefined {
  if (!isUserName(handle) || RESERVED.has(handle.toLowerCase())) return undefined;
  return { kind: 'account', platform: 'instagram', handle, via };
}
