import type { TextRule } from '../core/token.ts';
import type { Address, Platform, Sighting } from './platform.ts';
import { segmentsOf } from './segments.ts';
import { searchedTag, wholeTag } from './tag-address.ts';

/** X, formerly Twitter. Hashtag and mention rules: twitter-text 3.1 (twitter/twitter-text, 2021). */

/** Old accounts have up to 20 characters; new ones 15. */
const HANDLE = /^[A-Za-z0-9_]{1,20}$/;

/** First path segments that are pages of the site. */
const RESERVED = new Set(
  (
    '404 about account bookmarks communities compose connect_people download explore follower_requests hashtag home i ' +
    'intent jobs lists login logout mentions messages notifications oauth personalization premium privacy search ' +
    'search-advanced search-home session sessions settings share signup statuses tos twitterblue webview welcome ' +
    'who_to_follow widgets your_twitter_data help'
  ).split(' '),
);

/** What may follow a handle in an address that is still the account's. */
const PROFILE_PAGES = new Set(
  (
    'affiliates with_replies superfollows highlights articles media likes lists communities followers following ' +
    'verified_followers followers_you_follow creator-subscriptions about topics moments photo header_photo favorites'
  ).split(' '),
);

const TAG_CHARS =
  '\\p{L}\\p{M}\\p{Nd}_\\u200c\\u200d\\ua67e\\u05be\\u05f3\\u05f4\\uff5e\\u301c\\u309b\\u309c\\u30a0\\u30fb\\u3003\\u0f0b\\u0f0c\\u00b7';

const text: TextRule = {
  tagSigns: '#＃',
  tag: new RegExp(`(?![\\ufe0f\\u20e3])[${TAG_CHARS}]+`, 'uy'),
  tagNeeds: /[\p{L}\p{M}]/u,
  // A variation selector is a mark, but ends an emoji, after which a tag may start.
  tagNotAfter: new RegExp(`(?![\\ufe0e\\ufe0f])[${TAG_CHARS}&]`, 'u'),
  tagNotBefore: /[#＃]|:\/\//uy,
  mentionSigns: '@＠',
  mention: /[A-Za-z0-9_]{1,20}/uy,
  mentionNotAfter: /[A-Za-z0-9_!#$%&*@＠]/u,
  mentionNotBefore: /[A-Za-z0-9_@＠\u00c0-\u024f]|:\/\//uy,
  plainTag: Number.POSITIVE_INFINITY,
  plainMention: 20,
};

export const x: Platform = {
  id: 'x',
  hosts: [
    'x.com',
    'www.x.com',
    'mobile.x.com',
    'm.x.com',
    'twitter.com',
    'www.twitter.com',
    'mobile.twitter.com',
    'm.twitter.com',
  ],
  matches: ['https://x.com/*', 'https://*.x.com/*', 'https://twitter.com/*', 'https://*.twitter.com/*'],
  embeds: ['https://platform.twitter.com/embed/*'],
  readAddress,
  text,
  page: {
    units: [
      { selector: 'article[data-testid="tweet"]', kind: 'post' },
      { selector: 'article div[role="link"][tabindex="0"]:has([data-testid="User-Name"])', kind: 'post' },
      { selector: '[data-testid="UserCell"]', kind: 'user-row' },
      { selector: '[data-testid="HoverCard"]', kind: 'user-row' },
      { selector: '[data-testid="UserName"]', kind: 'profile' },
      { selector: '[data-testid="UserDescription"]', kind: 'profile' },
      { selector: '[data-testid="UserProfileHeader_Items"]', kind: 'profile' },
      { selector: '[data-testid="trend"]', kind: 'trend' },
      { selector: '.tweet[data-tweet-id]', kind: 'post' },
      { selector: '.QuoteTweet-container', kind: 'post' },
      { selector: '.ProfileHeaderCard', kind: 'profile' },
      { selector: 'article', kind: 'post' },
      { selector: '[role="article"]', kind: 'post' },
    ],
    authorBlock: '[data-testid="User-Name"], [data-testid="UserName"]',
    ignore: 'nav, [role="navigation"], [data-testid="SideNav_AccountSwitcher_Button"], [data-testid="DMDrawer"]',
    holdsOne: true,
    hints: [
      {
        selector: '[data-testid^="UserAvatar-Container-"]',
        attribute: 'data-testid',
        pattern: /^UserAvatar-Container-(?<handle>[A-Za-z0-9_]{1,20})$/,
      },
      {
        selector: '[data-testid$="-follow"], [data-testid$="-unfollow"]',
        attribute: 'data-testid',
        pattern: /^(?<id>\d{1,20})-(?:un)?follow$/,
      },
    ],
  },
  readEmbedded,
};

function readAddress(url: Address): Sighting | undefined {
  if (url.pathname === '/' && url.hash.startsWith('#!/')) {
    // Addresses of before 2012: twitter.com/#!/name and twitter.com/#!/search/%23tag
    return readPath(segmentsOf(url.hash.slice(2)), url);
  }
  return readPath(segmentsOf(url.pathname), url);
}

/** Takes the query apart only where it counts: nearly every address is a name's. */
function readPath(segments: readonly string[] | undefined, url: Address): Sighting | undefined {
  const [first, second, third] = segments ?? [];
  if (first === undefined) return undefined;
  switch (first.toLowerCase()) {
    case 'hashtag':
      return second === undefined || third !== undefined ? undefined : hashtag(second);
    case 'search':
      return hashtag(searchedTag(second ?? url.searchParams.get('q')));
    case 'i':
      return second === 'user' && /^\d{1,20}$/.test(third ?? '') ? account({ id: third ?? '' }) : undefined;
    case 'intent':
      return second === 'user' || second === 'follow' ? intent(url.searchParams) : undefined;
    default:
      return profile(first, second, third);
  }
}

function profile(first: string, second: string | undefined, third: string | undefined): Sighting | undefined {
  const handle = first.startsWith('@') ? first.slice(1) : first;
  if (!HANDLE.test(handle) || RESERVED.has(handle.toLowerCase())) return undefined;
  if (second === undefined || PROFILE_PAGES.has(second.toLowerCase())) return account({ handle });
  const isPost = /^status(es)?$/i.test(second) && /^\d+$/.test(third ?? '');
  return isPost ? { kind: 'account', platform: 'x', handle, via: 'post' } : undefined;
}

function intent(query: URLSearchParams): Sighting | undefined {
  const id = query.get('user_id') ?? '';
  const handle = (query.get('screen_name') ?? '').replace(/^@/, '');
  if (HANDLE.test(handle)) return account(/^\d{1,20}$/.test(id) ? { handle, id } : { handle });
  return /^\d{1,20}$/.test(id) ? account({ id }) : undefined;
}

function hashtag(tag: string | undefined): Sighting | undefined {
  return wholeTag('x', tag, text);
}

function account(named: { handle?: string; id?: string }): Sighting {
  return { kind: 'account', platform: 'x', ...named, via: 'profile' };
}

/** The profile page describes its account for search engines: `mainEntity.identifier` is the numeric id. */
function readEmbedded(document: Document): { handle: string; id: string }[] {
  const script = document.querySelector('script[type="application/ld+json"][data-testid="UserProfileSchema-test"]');
  if (!script?.textContent) return [];
  let parsed: unknown;
  try {
    parsed = JSON.parse(script.textContent);
  } catch {
    return []; // A page may hold anything; without the id the handle decides.
  }
  const entity = (parsed as { mainEntity?: { additionalName?: unknown; identifier?: unknown } } | null)?.mainEntity;
  const handle = entity?.additionalName;
  const given = entity?.identifier;
  // A number beyond what JavaScript holds exactly has been read as another one by now.
  const id = typeof given === 'string' || Number.isSafeInteger(given) ? String(given) : '';
  return typeof handle === 'string' && HANDLE.test(handle) && /^\d{1,20}$/.test(id) ? [{ handle, id }] : [];
}
