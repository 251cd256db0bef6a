import type { TextRule } from '../core/token.ts';

/**
 * Text of Telegram. Hashtags: TDLib `MessageEntity.cpp`, where letters and digits count but vowel signs do
 * not, and a tag that runs into another `#` is none. Mentions: the same file; names: core.telegram.org/api/links
 * and TDLib `is_valid_username`.
 */

/** TDLib lets all of Sinhala in, whose vowel signs are no letters. */
const TAG_CHARS = '\\p{L}\\p{Nd}_\\u200c\\u00b7\\u0d80-\\u0dff';

export const TELEGRAM_TEXT: TextRule = {
  tagSigns: '#',
  tag: new RegExp(`[${TAG_CHARS}]{1,256}`, 'uy'),
  tagNeeds: /\p{L}/u,
  tagNotAfter: new RegExp(`[${TAG_CHARS}]`, 'u'),
  tagNotBefore: new RegExp(`[#${TAG_CHARS}]`, 'uy'),
  mentionSigns: '@',
  mention: /(?=[A-Za-z0-9_]{4,32}(?![A-Za-z0-9_]))[A-Za-z](?:_?[A-Za-z0-9])+/uy,
  mentionNotAfter: /[\p{L}\p{M}\p{N}_@]/u,
  mentionNotBefore: /[\p{L}\p{M}\p{N}_@]/uy,
  plainTag: 256,
};

/** Four letters are few and sold by auction; the rest have five and more. */
const HANDLE = /^(?=[A-Za-z0-9_]{4,32}$)[A-Za-z](?:_?[A-Za-z0-9])+$/;

/** First path segments that are links of another kind. */
const RESERVED = new Set(
  (
    'joinchat addstickers addemoji addtheme addlist addstyle auction auth boost call confirmphone contact giftcode ' +
    'invoice login proxy setlanguage share socks'
  ).split(' '),
);

export function isTelegramHandle(name: string): boolean {
  return HANDLE.test(name) && !RESERVED.has(name.toLowerCase());
}
