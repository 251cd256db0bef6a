import type { TextRule } from '../core/token.ts';
import { CAREFUL_TAGS } from './careful-text.ts';
import { embeddedUsers, isUserName, MENTIONS } from './instagram-names.ts';
import type { Address, Platform, Sighting } from './platform.ts';
import { segmentsOf } from './segments.ts';
import { searchedTag, wholeTag } from './tag-address.ts';
import { wrapped } from './wrapped.ts';

/**
 * Threads. A post links at most one topic, whose text has no sign: only the address tells that it is one.
 * Topics may hold spaces; those are no hashtag that a document could name.
 */

const REDIRECTS = ['l.threads.com', 'l.threads.net'];

/** What may follow a name in an address that is still the account's. */
const PROFILE_PAGES = new Set('followers following media replies reposts'.split(' '));

const text: TextRule = { ...CAREFUL_TAGS, ...MENTIONS };

export const threads: Platform = {
  id: 'threads',
  hosts: ['threads.com', 'www.threads.com', 'threads.net', 'www.threads.net', ...REDIRECTS],
  matches: ['https://threads.com/*', 'https://*.threads.com/*', 'https://threads.net/*', 'https://*.threads.net/*'],
  readAddress,
  unwrap: (url) => (REDIRECTS.includes(url.hostname) ? wrapped(url, 'u') : undefined),
  text,
  page: {
    units: [
      { selector: '[data-pressable-container="true"]', kind: 'post' },
      { selector: 'article', kind: 'post' },
      { selector: '[role="article"]', kind: 'post' },
    ],
    // Mentions lead to profiles too, but stand within the text.
    authorBlock: 'a[href^="/@"]:not([href*="/post/"], [dir="auto"] a)',
    heading: 'main h1, [role="main"] h1',
    ignore: 'nav, [role="navigation"]',
    hints: [],
  },
  readEmbedded: embeddedUsers,
};

function readAddress(url: Address): Sighting | undefined {
  if (REDIRECTS.includes(url.hostname)) return undefined;
  const [first, second, third, ...rest] = segmentsOf(url.pathname) ?? [];
  if (first?.startsWith('@')) return rest.length > 1 ? undefined : ofAccount(first.slice(1), second, third);
  return first?.toLowerCase() === 'search' && second === undefined ? searched(url.searchParams) : undefined;
}

function ofAccount(handle: string, second: string | undefined, third: string | undefined): Sighting | undefined {
  if (!isUserName(handle)) return undefined;
  if (second === undefined || (third === undefined && PROFILE_PAGES.has(second.toLowerCase()))) {
    return { kind: 'account', platform: 'threads', handle, via: 'profile' };
  }
  const isPost = second.toLowerCase() === 'post' && /^[\w-]{5,64}$/.test(third ?? '');
  return isPost ? { kind: 'account', platform: 'threads', handle, via: 'post' } : undefined;
}

/** A search for a tag, or for one word with its sign. */
function searched(query: URLSearchParams): Sighting | undefined {
  const asked = query.get('q');
  const bare = query.get('serp_type') === 'tags' ? asked?.trim() : undefined;
  return wholeTag('threads', searchedTag(asked) ?? bare, text);
}
