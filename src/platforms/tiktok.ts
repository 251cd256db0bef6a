import type { TextRule } from '../core/token.ts';
import { CAREFUL_TAGS, NOT_FREE } from './careful-text.ts';
import { accountsInScripts, type EmbeddedAccount } from './embedded.ts';
import type { Address, Platform, Sighting } from './platform.ts';
import { segmentsOf } from './segments.ts';
import { searchedTag, wholeTag } from './tag-address.ts';

/** TikTok. Its grammar of hashtags is not published. */

/** TikTok help, "Changing your username": 2 to 24 letters, numbers, underscores, periods; no period at the end. */
const HANDLE = /^[A-Za-z0-9_.]{1,23}[A-Za-z0-9_]$/;

/** What may follow a name in an address that is something the account published. */
const POSTS = new Set('video photo playlist collection note'.split(' '));

const text: TextRule = {
  ...CAREFUL_TAGS,
  mentionSigns: '@',
  mention: /[A-Za-z0-9_.]{1,23}[A-Za-z0-9_]/uy,
  mentionNotAfter: NOT_FREE,
  mentionNotBefore: /[\p{L}\p{M}\p{N}_@＠/\\]|:\/\/|\.+(?=[A-Za-z0-9_])|-(?=[\p{L}\p{N}])/uy,
};

export const tiktok: Platform = {
  id: 'tiktok',
  hosts: ['www.tiktok.com', 'tiktok.com', 'm.tiktok.com'],
  matches: ['https://tiktok.com/*', 'https://www.tiktok.com/*', 'https://m.tiktok.com/*'],
  embeds: ['https://www.tiktok.com/embed/*'],
  readAddress,
  unwrap,
  text,
  page: {
    units: [
      { selector: '[data-e2e="recommend-list-item-container"]', kind: 'post' },
      { selector: '[data-e2e="user-post-item"]', kind: 'post' },
      { selector: '[data-e2e="search-user-container"]', kind: 'user-row' },
      { selector: '[data-e2e^="comment-level-"]', kind: 'post' },
      { selector: '[data-e2e="user-page"]', kind: 'profile' },
      { selector: 'article', kind: 'post' },
      { selector: '[role="article"]', kind: 'post' },
    ],
    authorBlock:
      '[data-e2e="video-author-avatar"], [data-e2e="video-author-uniqueid"], [data-e2e="browse-username"], ' +
      '[data-e2e^="comment-username-"]',
    heading: '[data-e2e="user-title"]',
    // A machine's summary, with tags of its own, stands below what the author wrote.
    ignore: 'nav, [role="navigation"], [data-e2e^="nav-"], [data-e2e^="v2t-"]',
    hints: [],
  },
  readEmbedded,
};

function readAddress(url: Address): Sighting | undefined {
  const [first, ...rest] = segmentsOf(url.pathname) ?? [];
  if (first === undefined) return undefined;
  if (first.startsWith('@')) return ofAccount(first.slice(1), rest);
  const [second, third] = rest;
  switch (first.toLowerCase()) {
    case 'tag':
      return second === undefined || third !== undefined ? undefined : hashtag(second);
    case 'search':
      return hashtag(searchedTag(url.searchParams.get('q')));
    case 'embed':
      return second?.startsWith('@') ? ofAccount(second.slice(1), rest.slice(1)) : undefined;
    default:
      return undefined;
  }
}

function ofAccount(handle: string, [first, second, third]: readonly string[]): Sighting | undefined {
  if (!HANDLE.test(handle) || third !== undefined) return undefined;
  if (first === undefined) return { kind: 'account', platform: 'tiktok', handle, via: 'profile' };
  const kind = first.toLowerCase();
  const isPost = second === undefined ? kind === 'live' : POSTS.has(kind) && /(?:^|-)\d{1,20}$/.test(second);
  return isPost ? { kind: 'account', platform: 'tiktok', handle, via: 'post' } : undefined;
}

function hashtag(tag: string | undefined): Sighting | undefined {
  return wholeTag('tiktok', tag, text);
}

/** Links of profiles go through `/link/v2`, whose target may be written without its scheme. */
function unwrap(url: Address): string | undefined {
  if (!/^\/link\/v2\/?$/.test(url.pathname)) return undefined;
  const target = url.searchParams.get('target') ?? '';
  const inner = URL.parse(/^https?:\/\//i.test(target) ? target : `https://${target}`);
  return inner !== null && target !== '' ? inner.href : undefined;
}

/** A video's author and a profile's owner, and those whom a description mentions. Who is logged in is named otherwise. */
const USERS = [
  /"id":"(?<id>[1-9]\d{4,19})",(?:"shortId":"\d*",)?"uniqueId":"(?<handle>[A-Za-z0-9_.]{2,24})"/g,
  /"userId":"(?<id>[1-9]\d{4,19})","isCommerce":(?:true|false),"userUniqueId":"(?<handle>[A-Za-z0-9_.]{2,24})"/g,
];

function readEmbedded(document: Document): EmbeddedAccount[] {
  return accountsInScripts(document, 'script#__UNIVERSAL_DATA_FOR_REHYDRATION__', (json) =>
    USERS.flatMap((pattern) =>
      [...json.matchAll(pattern)].flatMap(({ groups }) => {
        const { handle = '', id = '' } = groups ?? {};
        return HANDLE.test(handle) ? [{ handle, id }] : [];
      }),
    ),
  );
}
