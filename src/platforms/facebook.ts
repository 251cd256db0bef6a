import type { TextRule } from '../core/token.ts';
import { CAREFUL_TAGS } from './careful-text.ts';
import { GROUP_PAGES, POST_PAGES, PROFILE_PAGES, RESERVED } from './facebook-pages.ts';
import { NO_MENTIONS } from './no-text.ts';
import type { Address, Platform, Sighting } from './platform.ts';
import { segmentsOf } from './segments.ts';
import { wholeTag } from './tag-address.ts';
import { wrapped } from './wrapped.ts';

/**
 * Facebook. A page has two numbers, its own and that of the profile that now stands for it, so none is ever
 * learnt for a name: it would undo a mark made by the other. Numbers are read where an address has no name.
 */

/** Facebook help, user names: letters, digits, periods; five at least, but old ones have three (`/cnn`). */
const VANITY = /^(?=.{3,50}$)[A-Za-z0-9]+(?:\.[A-Za-z0-9]+)*$/;
/** Files of the site, told from names such as `a.person` or `example.org`. */
const FILE = /\.(?:php|html?|txt|xml|js|json|ico|css)$/i;
const ID = /^[1-9]\d{0,19}$/;
/** Pages without a name of their own: `/Some-Page-100000000000000/`. */
const NAME_AND_ID = /^[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}\u200c\u200d]*-(?<id>[1-9]\d{8,19})$/u;

/** `de-de.facebook.com` is Facebook in another language. */
const HOST =
  /^(?:(?:www|web|m|mbasic|touch|mobile|free|business|[a-z]{2}-[a-z]{2})\.)?facebook\.com$|^(?:www\.)?fb\.com$/;

const text: TextRule = { ...CAREFUL_TAGS, ...NO_MENTIONS };

export const facebook: Platform = {
  id: 'facebook',
  hosts: [
    'facebook.com',
    'www.facebook.com',
    'm.facebook.com',
    'l.facebook.com',
    'lm.facebook.com',
    'fb.com',
    'www.fb.com',
  ],
  // And every language's own.
  hostSuffixes: ['facebook.com'],
  matches: ['https://facebook.com/*', 'https://*.facebook.com/*'],
  embeds: ['https://www.facebook.com/plugins/*'],
  readAddress,
  unwrap,
  text,
  page: {
    units: [
      { selector: '[role="article"]', kind: 'post' },
      { selector: 'article', kind: 'post' },
      { selector: '.fbUserStory', kind: 'post' },
      { selector: '[data-pagelet^="FeedUnit"]', kind: 'post' },
      { selector: '[role="feed"] > [aria-posinset]', kind: 'post' },
    ],
    // The first link of a heading is the author; the next ones are whom the author is with.
    authorBlock: '[data-ad-rendering-role="profile_name"] a, h2 a, h3 a, h4 a, .fbUserStory .fwb a',
    heading: '[role="main"] h1',
    // Grids and logs are conversations.
    ignore: 'nav, [role="navigation"], [role="banner"], [role="log"], [role="grid"], [data-pagelet^="MW"]',
    hints: [],
    // The address of a post is filled in only when the pointer comes near; a comment's is in its author's.
    identity: [
      { selector: 'a[href*="comment_id="]', attribute: 'href', pattern: /comment_id=[^&]+/g },
      { selector: 'h2 a, h3 a, h4 a', attribute: 'href', pattern: /^[^?]+|[?&]id=\d+/g },
      {
        selector: '[data-ad-rendering-role="story_message"], [data-ad-preview="message"]',
        pattern: /^[\s\S]{1,80}/gu,
      },
    ],
  },
};

function unwrap(url: Address): string | undefined {
  const isRedirect = url.pathname === '/l.php' || /^lm?\.facebook\.com$/.test(url.hostname);
  return isRedirect ? wrapped(url, 'u') : undefined;
}

function readAddress(url: Address): Sighting | undefined {
  if (!HOST.test(url.hostname)) return undefined;
  if (!url.hash.startsWith('#!/') || !/^\/(?:home\.php)?$/.test(url.pathname)) return readPath(url);
  // Addresses of before 2012: facebook.com/#!/name
  const old = URL.parse(url.hash.slice(2), url.origin);
  return old?.origin === url.origin ? readPath(old) : undefined;
}

function readPath(url: Address): Sighting | undefined {
  const segments = segmentsOf(url.pathname) ?? [];
  const [first, second, third] = segments;
  if (first === undefined) return undefined;
  switch (first.toLowerCase()) {
    case 'profile.php':
      return second === undefined ? numbered(url.searchParams.get('id')) : undefined;
    case 'story.php':
    case 'permalink.php':
      return second === undefined ? numbered(url.searchParams.get('id'), 'post') : undefined;
    case 'people':
      return segments.length === 3 ? numbered(third) : undefined;
    case 'pages':
      return pageOf(segments.slice(1));
    case 'pg':
      return profile(segments.slice(1));
    case 'groups':
      return group(segments.slice(1));
    case 'hashtag':
      return third === undefined ? hashtag(second) : undefined;
    case 'watch':
      return second?.toLowerCase() === 'hashtag' && segments.length === 3 ? hashtag(third) : undefined;
    default:
      return profile(segments);
  }
}

/** `/pages/Name/id`, `/pages/category/Kind/Name-id`. */
function pageOf(rest: readonly string[]): Sighting | undefined {
  if (rest[0]?.toLowerCase() !== 'category') return rest.length === 2 ? numbered(rest[1]) : undefined;
  return rest.length === 3 ? numbered(NAME_AND_ID.exec(rest[2] ?? '')?.groups?.id) : undefined;
}

function profile([first = '', second, third]: readonly string[]): Sighting | undefined {
  const via = second === undefined ? 'profile' : viaOf(second.toLowerCase(), third);
  if (via === undefined) return undefined;
  const id = ID.test(first) ? first : NAME_AND_ID.exec(first)?.groups?.id;
  if (id !== undefined) return numbered(id, via);
  if (!VANITY.test(first) || FILE.test(first) || RESERVED.has(first.toLowerCase())) return undefined;
  return { kind: 'account', platform: 'facebook', handle: first, via };
}

function viaOf(page: string, value: string | undefined): 'profile' | 'post' | undefined {
  // Parts of such a page go on behind its name: `about_places`, `photos_by`.
  if (value === undefined) return PROFILE_PAGES.has(page.replace(/_.*/, '')) ? 'profile' : undefined;
  return POST_PAGES.has(page) ? 'post' : undefined;
}

/**
 * A group's name is none of the names of profiles and pages: it is read as `groups/name`. Numbers are of one
 * kind for all. What is posted in a group is its members', not the group's.
 */
function group([name = '', page, member, ...rest]: readonly string[]): Sighting | undefined {
  if (page?.toLowerCase() === 'user') return rest.length === 0 ? numbered(member) : undefined;
  if (member !== undefined || (page !== undefined && !GROUP_PAGES.has(page.toLowerCase()))) return undefined;
  if (ID.test(name)) return numbered(name);
  if (!VANITY.test(name) || GROUP_HOME.has(name.toLowerCase())) return undefined;
  return { kind: 'account', platform: 'facebook', handle: `groups/${name}`, via: 'profile' };
}
const GROUP_HOME = new Set('browse category create discover feed joins search you_should_join'.split(' '));

function hashtag(tag: string | undefined): Sighting | undefined {
  return wholeTag('facebook', tag, text);
}

function numbered(id: string | null | undefined, via: 'profile' | 'post' = 'profile'): Sighting | undefined {
  return ID.test(id ?? '') ? { kind: 'account', platform: 'facebook', id: id ?? '', via } : undefined;
}
