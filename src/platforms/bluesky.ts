import { readBluesky, readBlueskyLink } from './bluesky-address.ts';
import { POST } from './bluesky-detect.ts';
import { BLUESKY_TEXT } from './bluesky-text.ts';
import type { Platform } from './platform.ts';
import { wrapped } from './wrapped.ts';

/** Bluesky. Handles are domain names; a mention in a post leads to the DID, whatever its text says. */

const REDIRECT = 'go.bsky.app';

export const bluesky: Platform = {
  id: 'bluesky',
  hosts: ['bsky.app', 'www.bsky.app', 'main.bsky.dev', 'deer.social', REDIRECT],
  matches: ['https://bsky.app/*', 'https://www.bsky.app/*'],
  readAddress: (url) => (url.hostname === REDIRECT ? undefined : readBluesky(url)),
  readLink: readBlueskyLink,
  unwrap: (url) => (url.hostname === REDIRECT && url.pathname === '/redirect' ? wrapped(url, 'u') : undefined),
  text: BLUESKY_TEXT,
  page: {
    units: [
      { selector: '[data-testid^="feedItem-by-"]', kind: 'post' },
      { selector: '[data-testid^="postThreadItem-by-"]', kind: 'post' },
      // A quoted post, labelled "Post by …"; other parts of a post that act as links bear a bare handle, or nothing.
      { selector: `:is(${POST}) div[role="link"][aria-label*=" "]`, kind: 'post' },
      { selector: '[data-testid="profileView"]', kind: 'profile' },
      { selector: 'article', kind: 'post' },
      { selector: '[role="article"]', kind: 'post' },
    ],
    // Name and handle are two links in a line of their own; in the post that a thread is about, one around
    // both. A mention within text has neither attribute.
    shadowRoots: true,
    authorBlock:
      'a[href*="/profile/"][dir="auto"]:not([href*="/post/"]), ' +
      'a[href*="/profile/"][aria-label][tabindex="0"]:not([href*="/post/"])',
    ignore: 'nav, [role="navigation"], [role="tablist"]',
    identity: [{ selector: 'a[data-tooltip][href*="/post/"]', attribute: 'href', pattern: /\/post\/[^/?]+/g }],
    hints: [
      {
        selector: POST,
        attribute: 'data-testid',
        pattern: /^(?:feedItem|postThreadItem)-by-(?<handle>[A-Za-z0-9.-]{4,253})$/,
      },
      {
        selector: 'div[role="link"][aria-label]',
        attribute: 'aria-label',
        pattern: /^Post by (?<handle>[A-Za-z0-9.-]{4,253})$/,
      },
      // The link on a post's date: where a client links by DID, it tells the author's.
      {
        selector: 'a[data-tooltip][href*="/post/"]',
        attribute: 'href',
        pattern: /\/profile\/(?<id>did:[a-z]+:[a-z0-9.:-]+)\/post\/[^/]+$/,
      },
    ],
  },
};
