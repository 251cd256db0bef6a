import type { TextRule } from '../core/token.ts';
import { NO_MENTIONS, NO_TAGS } from './no-text.ts';
import type { Address, Platform, Sighting } from './platform.ts';
import { segmentsOf } from './segments.ts';
import { wrapped } from './wrapped.ts';

/**
 * Reddit. It has no hashtags, and links `u/name` and `r/name` in text by itself. Communities are a name space
 * of their own and are read as `r/name`, people as `name`. Stable ids of people are written `t2_…`.
 */

const REDIRECT = 'out.reddit.com';

const USER = /^[A-Za-z0-9_-]{3,20}$/;
const COMMUNITY = /^[A-Za-z0-9][A-Za-z0-9_]{1,20}$/;

/** Names that lead to whoever is logged in, to several communities or to any. */
const NO_USER = new Set(['me', 'deleted']);
const NO_COMMUNITY = new Set('all friends mod myrandom popular random randnsfw subreddits'.split(' '));

/** What may follow a person's name in an address that is still the person's. */
const USER_PAGES = new Set('about comments communities gilded overview posts submitted trophies'.split(' '));

/** What may follow a community's name in an address that is still the community's. */
const COMMUNITY_PAGES = new Set(
  'about best controversial gilded hot new rising rules search submit top wiki'.split(' '),
);

const text: TextRule = { ...NO_TAGS, ...NO_MENTIONS };

export const reddit: Platform = {
  id: 'reddit',
  hosts: [
    'reddit.com',
    'www.reddit.com',
    'old.reddit.com',
    'new.reddit.com',
    'sh.reddit.com',
    'np.reddit.com',
    'm.reddit.com',
    'i.reddit.com',
    'amp.reddit.com',
    REDIRECT,
  ],
  matches: ['https://reddit.com/*', 'https://*.reddit.com/*'],
  embeds: ['https://embed.reddit.com/*'],
  readAddress,
  unwrap: (url) => (url.hostname === REDIRECT ? wrapped(url, 'url') : undefined),
  text,
  paths: /(?<![\p{L}\p{N}_@./\\-])\/?(?:u|r)\/[A-Za-z0-9_-]{2,21}(?![\p{L}\p{N}_/-])/giu,
  page: {
    units: [
      { selector: 'shreddit-post', kind: 'post' },
      { selector: 'shreddit-comment', kind: 'post' },
      { selector: 'shreddit-profile-comment', kind: 'post' },
      { selector: 'faceplate-hovercard [slot="content"]', kind: 'user-row' },
      { selector: 'shreddit-subreddit-header', kind: 'profile' },
      { selector: '.thing[data-fullname]', kind: 'post' },
      { selector: '.titlebox', kind: 'profile' },
      { selector: '[data-testid="post-container"]', kind: 'post' },
      { selector: '[id^="t1_"][tabindex="-1"]', kind: 'post' },
      // Feeds wrap each post in one.
      { selector: 'article:not(:has(shreddit-post))', kind: 'post' },
      { selector: '[role="article"]', kind: 'post' },
    ],
    // Not the whole line above a post: it names the community as well.
    shadowRoots: true,
    authorBlock:
      '[slot="authorName"], a.author-name, [slot="commentMeta"], .tagline .author, [data-testid="post_author_link"]',
    heading: '.titlebox > h1',
    // The sidebar lists the reader's communities, the header the reader.
    ignore:
      'nav, [role="navigation"], reddit-sidebar-nav, reddit-header-large, reddit-header-small, recent-posts, ' +
      'shreddit-signup-drawer, #header, #sr-header-area',
    identity: [
      { selector: 'shreddit-post', attribute: 'id', pattern: /^t3_\w+$/g },
      { selector: 'shreddit-comment', attribute: 'thingid', pattern: /^t1_\w+$/g },
      { selector: '.thing', attribute: 'data-fullname', pattern: /^t[13]_\w+$/g },
    ],
    // A post's attributes name its author and, except for comments, give the id.
    hints: [
      { selector: 'shreddit-post, shreddit-comment', attribute: 'author', pattern: /^(?<handle>[A-Za-z0-9_-]{3,20})$/ },
      { selector: 'shreddit-post', attribute: 'author-id', pattern: /^(?<id>t2_[0-9a-z]{1,13})$/ },
      { selector: '.thing', attribute: 'data-author', pattern: /^(?<handle>[A-Za-z0-9_-]{3,20})$/ },
      { selector: '.thing', attribute: 'data-author-fullname', pattern: /^(?<id>t2_[0-9a-z]{1,13})$/ },
    ],
  },
};

function readAddress(url: Address): Sighting | undefined {
  // `?f=flair_name:…` is a label below a post: posts so labelled, not the community.
  if (url.hostname === REDIRECT || url.searchParams.has('f')) return undefined;
  const [first, name, ...rest] = segmentsOf(url.pathname) ?? [];
  if (name === undefined) return undefined;
  switch (first?.toLowerCase()) {
    case 'user':
    case 'u':
      return user(name, rest);
    case 'r':
      return community(name, rest);
    default:
      return undefined;
  }
}

/** `/user/name`, its tabs, and `/user/name/comments/id/title` for what is posted there. */
function user(name: string, rest: readonly string[]): Sighting | undefined {
  if (!USER.test(name) || NO_USER.has(name.toLowerCase())) return undefined;
  const via = viaOf(rest, USER_PAGES);
  return via && { kind: 'account', platform: 'reddit', handle: name, via };
}

function community(name: string, rest: readonly string[]): Sighting | undefined {
  // Everybody has a community of one for posts of one's own.
  if (/^u_/i.test(name)) return user(name.slice(2), rest);
  if (!COMMUNITY.test(name) || NO_COMMUNITY.has(name.toLowerCase())) return undefined;
  const via = viaOf(rest, COMMUNITY_PAGES);
  return via && { kind: 'account', platform: 'reddit', handle: `r/${name}`, via };
}

function viaOf([page, id, ...more]: readonly string[], pages: ReadonlySet<string>): 'profile' | 'post' | undefined {
  if (page === undefined) return 'profile';
  if (id === undefined) return pages.has(page.toLowerCase()) ? 'profile' : undefined;
  const isPost = page.toLowerCase() === 'comments' && /^[0-9a-z]{1,13}$/i.test(id);
  // Post, its title, a comment's number.
  return isPost && more.length <= 2 ? 'post' : undefined;
}
