import type { TextRule } from '../core/token.ts';

/**
 * Text of Mastodon. Hashtags: `app/models/tag.rb` (`HASHTAG_RE`, `HASHTAG_SEPARATORS`), where a tag follows white
 * space, and non-joiners and middle dots stand only within one. Mentions: `Account::MENTION_RE`.
 */

const WORD = '\\p{L}\\p{M}\\p{Nd}\\p{Pc}';

const USER = '[A-Za-z0-9_]{1,64}(?:[.-]{1,8}[A-Za-z0-9_]{1,64}){0,8}';
const DOMAIN = '(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])';

export const MASTODON_TEXT: TextRule = {
  tagSigns: '#＃',
  tag: new RegExp(`[${WORD}]+(?:[\\u00b7\\u30fb\\u200c]+[${WORD}]+)*`, 'uy'),
  tagNeeds: /\p{Alphabetic}/u,
  tagNotAfter: undefined,
  tagNotBefore: /:\/\//uy,
  mentionSigns: '@',
  // Whose `@name` is meant, its text alone does not tell: the server is part of a name.
  mention: new RegExp(`${USER}@${DOMAIN}`, 'uy'),
  mentionNotAfter: /[\p{L}\p{M}\p{N}_=/@]/u,
  mentionNotBefore: /[\p{L}\p{M}\p{N}_@…/:]|[-.]+(?=[\p{L}\p{N}])/uy,
  plainTag: Number.POSITIVE_INFINITY,
};

const USER_NAME = new RegExp(`^${USER}$`);
const HOST = new RegExp(`^(?=.{4,253}$)${DOMAIN}$`);

/** The account of a user on a server, `user@domain`; undefined where either is none. The domain in ASCII. */
export function accountOn(user: string, domain: string): string | undefined {
  if (!USER_NAME.test(user) || !/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain)) return undefined;
  const host = URL.parse(`https://${domain}/`)?.hostname ?? '';
  return HOST.test(host) ? `${user}@${host}` : undefined;
}
