import type { TextRule } from '../core/token.ts';
import { CAREFUL_TAGS } from './careful-text.ts';
import { accountsInScripts, type EmbeddedAccount } from './embedded.ts';
import { NO_MENTIONS } from './no-text.ts';
import { isPlainName } from './plain-name.ts';
import type { Platform, Sighting } from './platform.ts';
import { segmentsOf } from './segments.ts';
import { searchedTag, wholeTag } from './tag-address.ts';
import { wrapped } from './wrapped.ts';

/**
 * YouTube. Handles are one name space; the custom addresses (`/c/…`) and user names (`/user/…`) of before are
 * two others, in which somebody else may hold the same word: they are read as `c/…` and `user/…`, which only
 * a list that names them so can match. A bare `/name` may be any of the three, or a page of the site: nobody's.
 */

/** YouTube help, handle names: 30 letters, numbers, `_ - .` and the middle dot, of one script. */
const HANDLE = /^(?![.·\p{M}])(?=.*[\p{L}\p{Nd}])[\p{L}\p{M}\p{Nd}_.·-]{1,30}(?<![.·])$/u;
const LEGACY = /^(?=.*[\p{L}\p{Nd}])[\p{L}\p{M}\p{Nd}_.-]{1,100}$/u;
/** The stable id: 16 bytes in base64, so letter case counts. */
const CHANNEL = /^UC[A-Za-z0-9_-]{22}$/;

/** What may follow a name in an address that is still the channel's. */
const PROFILE_PAGES = new Set(
  (
    'about channels community courses discussion featured join live membership playlists podcasts posts releases ' +
    'search shorts shows store streams videos'
  ).split(' '),
);

/**
 * Mentions in text become links where the channel exists. What stays text is as likely a name on another
 * network ("Twitter: @name") or a channel's title, which anybody may choose.
 */
const text: TextRule = { ...CAREFUL_TAGS, ...NO_MENTIONS };

export const youtube: Platform = {
  id: 'youtube',
  hosts: ['youtube.com', 'www.youtube.com', 'm.youtube.com', 'music.youtube.com'],
  matches: ['https://youtube.com/*', 'https://www.youtube.com/*', 'https://m.youtube.com/*'],
  readAddress: (url) => readPath(url.pathname, url.searchParams),
  unwrap: (url) => (/^\/redirect\/?$/i.test(url.pathname) ? wrapped(url, 'q') : undefined),
  text,
  page: {
    units: [
      { selector: 'ytd-comment-view-model, ytd-comment-renderer, ytm-comment-renderer', kind: 'post' },
      { selector: 'ytd-watch-metadata, ytm-slim-video-metadata-section-renderer', kind: 'post' },
      { selector: 'ytd-backstage-post-renderer, ytd-post-renderer, ytm-backstage-post-renderer', kind: 'post' },
      { selector: 'ytd-channel-renderer, ytd-grid-channel-renderer, ytm-compact-channel-renderer', kind: 'user-row' },
      {
        selector: 'yt-page-header-view-model, ytd-c4-tabbed-header-renderer, ytm-c4-tabbed-header-renderer',
        kind: 'profile',
      },
      { selector: 'ytd-about-channel-renderer, ytd-channel-about-metadata-renderer', kind: 'profile' },
      {
        selector: 'yt-lockup-view-model, ytd-video-renderer, ytd-compact-video-renderer, ytd-grid-video-renderer',
        kind: 'post',
      },
      { selector: 'ytd-rich-item-renderer, ytd-reel-video-renderer, ytm-shorts-lockup-view-model', kind: 'post' },
      { selector: 'ytm-video-with-context-renderer, ytm-rich-item-renderer', kind: 'post' },
      { selector: 'article', kind: 'post' },
      { selector: '[role="article"]', kind: 'post' },
    ],
    authorBlock: '#header-author, #owner, #author-text, ytd-channel-name, yt-content-metadata-view-model',
    heading: 'yt-page-header-view-model h1, ytd-c4-tabbed-header-renderer #channel-name #text',
    // The guide lists the reader's subscriptions, the menu and the comment box the reader's own channel.
    ignore:
      'ytd-masthead, ytd-guide-renderer, ytd-mini-guide-renderer, ytd-multi-page-menu-renderer, ' +
      'ytd-comments-header-renderer, ytd-comment-simplebox-renderer, ytm-mobile-topbar-renderer, ' +
      'ytm-pivot-bar-renderer, nav, [role="navigation"]',
    hints: [],
  },
  readEmbedded,
};

function readPath(path: string, query: URLSearchParams): Sighting | undefined {
  const [first, second, third, fourth] = segmentsOf(path) ?? [];
  if (first?.startsWith('@')) return third === undefined && isPage(second) ? ofHandle(first.slice(1)) : undefined;
  if (second === undefined) return first?.toLowerCase() === 'results' ? searched(query) : undefined;
  const page = first?.toLowerCase() ?? '';
  if (page === 'hashtag') {
    return third === undefined || (third.toLowerCase() === 'shorts' && fourth === undefined)
      ? hashtag(second)
      : undefined;
  }
  if (fourth !== undefined || !isPage(third)) return undefined;
  if (page === 'channel') return CHANNEL.test(second) ? account({ id: second }) : undefined;
  return (page === 'c' || page === 'user') && isPlainName(second) && LEGACY.test(second)
    ? account({ handle: `${page}/${second}` })
    : undefined;
}

function isPage(segment: string | undefined): boolean {
  return segment === undefined || PROFILE_PAGES.has(segment.toLowerCase());
}

function ofHandle(handle: string): Sighting | undefined {
  // In some scripts one or two characters are a name; in Latin three are the least.
  const isLong = handle.length >= 3 || /[^\x20-\x7e]/.test(handle);
  return isLong && isPlainName(handle) && HANDLE.test(handle) ? account({ handle }) : undefined;
}

function searched(query: URLSearchParams): Sighting | undefined {
  return hashtag(searchedTag(query.get('search_query') ?? query.get('q')));
}

function hashtag(tag: string | undefined): Sighting | undefined {
  return wholeTag('youtube', tag, text);
}

function account(named: { handle: string } | { id: string }): Sighting {
  return { kind: 'account', platform: 'youtube', ...named, via: 'profile' };
}

/** Every link to a channel in the page's data holds its id and, right behind it or its tab, its address. */
const ENDPOINT =
  /"browseId":"(?<id>UC[\w-]{22})",(?:"params":"[^"\\]*",)?"canonicalBaseUrl":"\\?(?<path>\/[^"]{1,300})"/g;

function readEmbedded(document: Document): EmbeddedAccount[] {
  return accountsInScripts(document, 'script:not([src])', (json) =>
    [...json.matchAll(ENDPOINT)].flatMap(({ groups }) => {
      const { id = '', path = '' } = groups ?? {};
      const sighting = readPath(path.replaceAll('\\/', '/'), new URLSearchParams());
      const handle = sighting?.kind === 'account' ? sighting.handle : undefined;
      return handle === undefined ? [] : [{ handle, id }];
    }),
  );
}
