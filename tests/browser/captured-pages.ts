import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fold } from '../../src/core/fold.ts';
import type { PlatformId } from '../../src/core/names.ts';

/** Real saved pages, where a checkout has them beside it. They are other people's: never copied in here. */
export const CAPTURES = resolve('../shared/captures');

/** One saved page: under which address it is served, and what it holds by an independent count over its text. */
export interface Captured {
  file: string;
  host: string;
  path: string;
  platform: PlatformId;
  /** The first group is a hashtag, percent-encoded or not. */
  tags: readonly RegExp[];
  /** The first group is a handle, the second, where there is one, its domain. */
  handles: readonly RegExp[];
  /** Domain of handles that are written without one. */
  home?: string;
  /** No network's own site: the reader switches it on. */
  switchedOn?: true;
}

const X = { platform: 'x', host: 'mobile.twitter.com', path: '/some/status/1' } as const;
const X_TAGS = [/href="(?:https:\/\/(?:x|twitter)\.com)?\/hashtag\/([^"?/]+)/g];
/** Links whose own text begins with @, and handles that are text alone. */
const X_HANDLES = [/>\s*@(?:<b>)?([A-Za-z0-9_]{1,15})</g, /<s>@<\/s><b>([A-Za-z0-9_]{1,15})</g];
const BLUESKY = { platform: 'bluesky', host: 'bsky.app', tags: [/href="\/hashtag\/([^"?/]+)/g] } as const;
const BSKY_HANDLES = [/data-testid="(?:feedItem|postThreadItem)-by-([a-z0-9.-]+)"/g];
const MASTODON = { platform: 'mastodon', host: 'mastodon.social', home: 'mastodon.social' } as const;
const MASTO_TAGS = [
  /class="mention hashtag"[^>]*href="[^"]*\/tags\/([^"?/]+)"/g,
  /href="[^"]*\/tags\/([^"?/]+)"[^>]*class="mention hashtag"/g,
];
const MASTO_HANDLES = [/href="\/@([A-Za-z0-9_]+)(?:@([a-z0-9.-]+))?"/g];

export const PAGES: Captured[] = [
  { ...X, file: 'x/legacy-2020-reuters.html', tags: X_TAGS, handles: X_HANDLES },
  { ...X, file: 'x/status-hashtag-mentions.html', tags: X_TAGS, handles: X_HANDLES },
  { ...X, file: 'x/tweet-fragment-quote.html', tags: X_TAGS, handles: X_HANDLES },
  { ...X, file: 'x/tweet-fragment-sample.html', tags: X_TAGS, handles: X_HANDLES },
  {
    ...BLUESKY,
    file: 'bluesky/post-hashtags.html',
    path: '/profile/glendunlap.bsky.social/post/3mdegyw3ves2t',
    handles: BSKY_HANDLES,
  },
  { ...BLUESKY, file: 'live-clients/bsky-home.html', path: '/', handles: BSKY_HANDLES },
  {
    ...BLUESKY,
    file: 'live-clients/bsky-thread.html',
    path: '/profile/alice.bsky.social/post/1',
    handles: BSKY_HANDLES,
  },
  { ...MASTODON, file: 'live-clients/masto-home.html', path: '/home', tags: MASTO_TAGS, handles: MASTO_HANDLES },
  { ...MASTODON, file: 'live-clients/masto-tag.html', path: '/tags/news', tags: MASTO_TAGS, handles: MASTO_HANDLES },
  { ...MASTODON, file: 'mastodon/comments-thread.html', path: '/@alice/1', tags: [], handles: MASTO_HANDLES },
  {
    platform: 'mastodon',
    file: 'live-clients/elk-public.html',
    host: 'elk.zone',
    path: '/mock.social/public',
    home: 'mock.social',
    tags: [/href="\/mock\.social\/tags\/([^"?/]+)"/g],
    handles: [/href="\/mock\.social\/@([A-Za-z0-9_]+)(?:@([a-z0-9.-]+))?"/g],
  },
  {
    platform: 'facebook',
    file: 'facebook/page-2017-visitaustria.html',
    host: 'www.facebook.com',
    path: '/visitaustria/',
    tags: [/href="\/hashtag\/([^"?/]+)\?/g],
    handles: [],
  },
  {
    platform: 'linkedin',
    file: 'linkedin/company-loggedout.html',
    host: 'uk.linkedin.com',
    path: '/company/audiense',
    tags: [/feed%2Fhashtag%2F([^"&]+)/g],
    handles: [],
  },
  {
    platform: 'reddit',
    file: 'reddit/shreddit-2024.html',
    host: 'www.reddit.com',
    path: '/r/investing/comments/7pfpeq/buffett/',
    tags: [],
    handles: [/<shreddit-post[^>]* author="([A-Za-z0-9_-]+)"/g],
  },
  {
    platform: 'telegram',
    file: 'telegram/s-channel-excerpt-xcareers-2020.html',
    host: 't.me',
    path: '/s/xCareers',
    tags: [/href="\?q=%23([^"&]+)"/g],
    handles: [/href="https:\/\/t\.me\/([A-Za-z0-9_]+)"/g],
  },
  {
    platform: 'tiktok',
    file: 'tiktok/video-hashtags.html',
    host: 'www.tiktok.com',
    path: '/@illojuan/video/7571863205253778710',
    tags: [/href="\/tag\/([^"?/]+)"/g],
    handles: [
      /data-e2e="search-common-link"[^>]*href="\/@([a-z0-9_.]+)"/g,
      /href="\/@([a-z0-9_.]+)"[^>]*data-e2e="search-common-link"/g,
    ],
  },
  {
    platform: 'x',
    file: 'x-embed/mashable-blockquotes.html',
    host: 'mashable.example',
    path: '/article/mysterious-plane-flying-over-new-york',
    tags: [],
    handles: [/href="https:\/\/twitter\.com\/(\w+)\/status\/\d+/g],
    switchedOn: true,
  },
];

/** What a saved page loads or runs is not there, and its own scripts would only complain. */
export function markup({ file }: Captured): string {
  const html = readFileSync(join(CAPTURES, file), 'utf8');
  return html
    .replace(/<script\b(?![^>]*json)[\s\S]*?<\/script>/gi, '')
    .replace(/<(?:link|meta http-equiv)[^>]*>/gi, '')
    .replace(/(\s)(?:src|srcset|poster)=(?:"[^"]*"|'[^']*')/gi, '$1');
}

/** What the page holds, as `#tag` and `@handle`, folded. */
export function namesIn(page: Captured): Set<string> {
  const html = part(page, markup(page));
  const names = new Set<string>();
  for (const pattern of page.tags) {
    for (const [, tag] of html.matchAll(pattern)) names.add(`#${fold(decodeURIComponent(tag ?? ''))}`);
  }
  for (const pattern of page.handles) {
    for (const [, handle, domain = page.home] of html.matchAll(pattern)) {
      names.add(`@${fold(domain === undefined ? (handle ?? '') : `${handle}@${domain}`)}`);
    }
  }
  return names;
}

/** Of the old site of X only what stands in posts: its header and footer name accounts too. */
function part({ file }: Captured, html: string): string {
  if (!file.includes('legacy')) return html;
  const start = html.indexOf('permalink-container');
  const end = html.indexOf('stream-footer');
  return html.slice(start < 0 ? 0 : start, end < 0 ? undefined : end);
}
