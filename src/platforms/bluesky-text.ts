import type { TextRule } from '../core/token.ts';

/**
 * Text of Bluesky, as its clients link it: bluesky-social/atproto, `packages/api/src/rich-text` (`TAG_REGEX`,
 * `MENTION_REGEX`). A tag is anything up to white space, less the punctuation at its end: joiners and
 * non-joiners end it, a second `#` does not.
 */

const ENDS = '\\s\\u00ad\\u2060\\u200a\\u200b\\u200c\\u200d\\u20e2';

/** atproto.com/specs/handle: a domain name. Its clients link none with a top level of one letter. */
const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';
const NAME = `(?:${LABEL}\\.)+[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])`;

export const BLUESKY_TEXT: TextRule = {
  tagSigns: '#＃',
  tag: new RegExp(`(?!\\ufe0f)[^${ENDS}]{0,63}[^${ENDS}\\p{P}]`, 'uy'),
  tagNeeds: new RegExp(`[^\\d\\p{P}${ENDS}]`, 'u'),
  tagNotAfter: undefined,
  // Longer than 64, and it is none; what may follow is the punctuation alone.
  tagNotBefore: new RegExp(`[^${ENDS}]*[^${ENDS}\\p{P}]`, 'uy'),
  mentionSigns: '@',
  mention: new RegExp(NAME, 'uy'),
  // The clients set names apart with marks of direction.
  mentionNotAfter: /[^\s(\u200e\u200f\u202a-\u202c\u2066-\u2069]/u,
  // An ellipsis there would hide the rest of the name.
  mentionNotBefore: /[\p{L}\p{M}\p{N}_@…]|\.\.|[-.]+(?=[\p{L}\p{N}])/uy,
  plainTag: 64,
};

const HANDLE = new RegExp(`^(?=.{4,253}$)${NAME}$`);

/** Top levels that no handle can have; `handle.invalid` stands for every account whose handle has lapsed. */
const NOT_REAL = /\.(?:alt|arpa|example|internal|invalid|local|localhost|onion)$/i;

export function isBlueskyHandle(name: string): boolean {
  return HANDLE.test(name) && !NOT_REAL.test(name);
}
