import type { TextRule } from '../core/token.ts';
import { CAREFUL_TAGS } from './careful-text.ts';
import type { Address, Platform, Sighting } from './platform.ts';
import { segmentsOf } from './segments.ts';
import { searchedTag, wholeTag } from './tag-address.ts';
import { NOT_TAGS, RESERVED } from './vk-pages.ts';
import { wrapped } from './wrapped.ts';

/**
 * VK. People and communities share one name space of short names. The stable id is the owner id as VK's own
 * API writes it: the number of a person, the negative number of a community (`/club1`, `/public1` and
 * `/event1` are one community, `-1`). VK publishes no grammar for hashtags: careful rules.
 */

/** Five characters at least for new names; `/tv`, `/ria` and the like are older. */
const NAME = /^(?!.*\.\.)[A-Za-z0-9_][A-Za-z0-9_.]{0,30}[A-Za-z0-9_]$/;
/** Files of the site: `away.php`, `al_feed.php`. */
const FILE = /\.(?:php|html?|txt|xml|js|json|ico|css)$/i;
const OWNER = /^(?<kind>id|club|public|event)(?<number>[1-9]\d{0,11})$/i;
/** What an owner published: a post, photo, film, clip, topic, or all of a kind. */
const CONTENT =
  /^(?:wall|photo|video|clip|story|topic|market|product|album|podcast|poll|doc|page|note|audio_playlist)(?<owner>-?[1-9]\d{0,11})_\d+(?![A-Za-z0-9])/i;
const WALL = /^(?:wall|photos|videos|albums|audios|clips|stories)(?<owner>-?[1-9]\d{0,11})$/i;
const BOARD = /^(?:board|market)-?(?<number>[1-9]\d{0,11})$/i;

const text: TextRule = {
  ...CAREFUL_TAGS,
  // `#tag@community` is the tag among that community's posts.
  tagNotBefore: /[#＃＠$%+*=~^\\/]|@(?![A-Za-z0-9_])|\ufe0f|\u20e3|:\/\/|['’.·・&\-‐‑–](?=[\p{L}\p{N}])/uy,
  mentionSigns: '@',
  mention: /(?!(?:id|club|public|event)\d+\b)[A-Za-z0-9_][A-Za-z0-9_.]{0,30}[A-Za-z0-9_](?![A-Za-z0-9_])/uy,
  mentionNotAfter: CAREFUL_TAGS.tagNotAfter ?? /\S/u,
  mentionNotBefore: /[\p{L}\p{M}\p{N}_@＠\\/-]|\.[A-Za-z0-9_]|:\/\//uy,
};

export const vk: Platform = {
  id: 'vk',
  hosts: [
    'vk.com',
    'www.vk.com',
    'm.vk.com',
    'new.vk.com',
    'vk.ru',
    'www.vk.ru',
    'm.vk.ru',
    'vkontakte.ru',
    'www.vkontakte.ru',
  ],
  matches: ['https://vk.com/*', 'https://*.vk.com/*', 'https://vk.ru/*', 'https://*.vk.ru/*'],
  readAddress,
  unwrap: (url) => (/^\/away(?:\.php)?\/?$/i.test(url.pathname) ? wrapped(url, 'to') : undefined),
  text,
  page: {
    units: [
      { selector: '.post[data-post-id]', kind: 'post' },
      { selector: '[data-testid="post"], [data-testid="wall_post"]', kind: 'post' },
      { selector: '.copy_quote, .PostCopyQuote', kind: 'post' },
      { selector: '.reply, .wall_item', kind: 'post' },
      { selector: '.people_row, .friends_user_row, .group_list_row', kind: 'user-row' },
      { selector: '.ProfileHeader, .page_top, .redesigned-cover-block', kind: 'profile' },
      { selector: 'article', kind: 'post' },
      { selector: '[role="article"]', kind: 'post' },
    ],
    authorBlock:
      '.PostHeaderTitle__authorName, [data-testid="post-header-title"], a.author, .post_author, .reply_author, ' +
      '.copy_author, .wi_author',
    heading: '.page_name, .OwnerPageName',
    // The column at the side leads to the reader's own profile and communities.
    ignore: 'nav, [role="navigation"], #side_bar, #page_header, .left_menu, .TopNavBtn, .im-page, [role="log"]',
    // `data-post-id` holds whose wall it is, which need not be who wrote there: no hint.
    identity: [{ selector: '.post[data-post-id]', attribute: 'data-post-id', pattern: /^-?\d+_\d+$/g }],
    hints: [{ selector: 'a.author', attribute: 'data-from-id', pattern: /^(?<id>-?[1-9]\d{0,11})$/ }],
  },
};

function readAddress(url: Address): Sighting | undefined {
  const segments = segmentsOf(url.pathname) ?? [];
  const [first, second, third] = segments;
  // What a page is laid over with is what the link leads to.
  const over = url.searchParams.get('w') ?? url.searchParams.get('z');
  if (over !== null) return ownerOf(CONTENT.exec(over)?.groups?.owner, 'post');
  if (first === undefined) return undefined;
  const page = first.toLowerCase();
  if (page === 'feed') return second === undefined ? searched(url.searchParams, 'q', 'section') : undefined;
  if (page === 'search') return second === undefined ? searched(url.searchParams, 'c[q]', 'c[section]') : undefined;
  if (third !== undefined) return undefined;
  return second === undefined ? single(first) : local(first, second);
}

function single(segment: string): Sighting | undefined {
  const content = CONTENT.exec(segment)?.groups?.owner;
  if (content !== undefined) return ownerOf(content, 'post');
  const wall = WALL.exec(segment)?.groups?.owner;
  if (wall !== undefined) return ownerOf(wall, 'profile');
  const board = BOARD.exec(segment)?.groups?.number;
  if (board !== undefined) return ownerOf(`-${board}`, 'profile');
  // Articles are written `@name-title`.
  if (segment.startsWith('@')) return named(segment.slice(1).split('-', 1)[0] ?? '', 'post');
  return named(segment, 'profile');
}

/** `/community/tag`: the tag among that community's posts. */
function local(community: string, tag: string): Sighting | undefined {
  if (named(community, 'profile') === undefined || NOT_TAGS.has(tag.toLowerCase())) return undefined;
  return hashtag(tag);
}

function named(name: string, via: 'profile' | 'post'): Sighting | undefined {
  const { kind, number } = OWNER.exec(name)?.groups ?? {};
  if (kind !== undefined) return ownerOf(kind.toLowerCase() === 'id' ? number : `-${number}`, via);
  if (/^(?:id|club|public|event)\d+$/i.test(name)) return undefined; // `/id0`, and numbers too long.
  // `/wall-1_2x`, `/app123`, `/tag123`: a page's kind with its number, never a name.
  if (/^(?:wall|photos?|videos?|albums?|audios?|app|tag|topic|board|market|page|doc)-?\d/i.test(name)) return undefined;
  if (!NAME.test(name) || FILE.test(name) || RESERVED.has(name.toLowerCase())) return undefined;
  return { kind: 'account', platform: 'vk', handle: name, via };
}

/** A search is a hashtag's page only when it asks posts for that hashtag and nothing else. */
function searched(query: URLSearchParams, asks: string, section: string): Sighting | undefined {
  const where = query.get(section)?.toLowerCase();
  if (where !== undefined && !['search', 'statuses', 'auto'].includes(where)) return undefined;
  return hashtag(searchedTag(query.get(asks))?.replace(/@[A-Za-z0-9_.]+$/, ''));
}

function hashtag(tag: string | undefined): Sighting | undefined {
  return wholeTag('vk', tag, text);
}

function ownerOf(id: string | undefined, via: 'profile' | 'post'): Sighting | undefined {
  return id === undefined ? undefined : { kind: 'account', platform: 'vk', id, via };
}
