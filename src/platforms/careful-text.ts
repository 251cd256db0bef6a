import type { TextRule } from '../core/token.ts';

/**
 * Reads text of networks that publish no grammar for it. A hashtag is read as far as any network that
 * publishes one would read it (twitter-text, Mastodon's `Tag`, Bluesky's `TAG_REGEX`, TDLib), emoji
 * included, and dropped where they would disagree on its end: so a mark may be missing, but never stands on
 * the shorter, other tag that a longer one begins with.
 */

const LETTER = '(?![\\ufe0e\\ufe0f\\u20e3])[\\p{L}\\p{M}\\p{Nd}_]';
const EMOJI = '[\\p{Extended_Pictographic}\\u{1f1e6}-\\u{1f1ff}\\u{1f3fb}-\\u{1f3ff}]\\ufe0f?';
/** Non-joiners spell Persian, joiners spell emoji; neither ends a tag. */
const TAG = `(?:${LETTER}|${EMOJI}|[\\u200c\\u200d](?=[\\p{L}\\p{M}\\p{Nd}_\\p{Extended_Pictographic}]))+`;

/** Anything but white space, an opening bracket or quotation mark, and marks of direction. */
export const NOT_FREE = /[^\s\p{Ps}\p{Pi}"\u200e\u200f\u202a-\u202c\u2066-\u2069]/u;

export const CAREFUL_TAGS: Pick<
  TextRule,
  'tagSigns' | 'tag' | 'tagNeeds' | 'tagNotAfter' | 'tagNotBefore' | 'plainTag'
> = {
  tagSigns: '#＃',
  tag: new RegExp(`(?![\\u200c\\u200d])${TAG}`, 'uy'),
  tagNeeds: /\p{L}/u,
  tagNotAfter: NOT_FREE,
  tagNotBefore: /[#＃@＠$%+*=~^\\/]|\ufe0f|\u20e3|:\/\/|['’.·・&\-‐‑–](?=[\p{L}\p{N}])/uy,
  plainTag: Number.POSITIVE_INFINITY,
};
