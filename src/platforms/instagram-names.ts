import type { TextRule } from '../core/token.ts';
import { NOT_FREE } from './careful-text.ts';
import { accountsInScripts, type EmbeddedAccount } from './embedded.ts';

/** What Instagram and Threads share: a Threads profile bears an Instagram user name. */

/** Instagram help, user names: 30 letters, numbers, periods, underscores; no period at an end, nor two in a row. */
const USER_NAME = /^(?!\.)(?!.*\.\.)[A-Za-z0-9._]{1,30}(?<!\.)$/;

export function isUserName(name: string): boolean {
  return USER_NAME.test(name);
}

/**
 * Which characters may stand around a mention is not published. Letters of any script directly behind it,
 * and `@name@server` and `@name-x`, may be somebody else's name: none is read.
 */
export const MENTIONS: Pick<
  TextRule,
  'mentionSigns' | 'mention' | 'mentionNotAfter' | 'mentionNotBefore' | 'plainMention'
> = {
  mentionSigns: '@',
  mention: /[A-Za-z0-9_](?:[A-Za-z0-9_]|\.(?=[A-Za-z0-9_])){0,29}/uy,
  mentionNotAfter: NOT_FREE,
  mentionNotBefore: /[\p{L}\p{M}\p{N}_@＠/\\]|:\/\/|\.+(?=[A-Za-z0-9_])|-(?=[\p{L}\p{N}])/uy,
  plainMention: 30,
};

/** A user in the data of both sites: its number, and right behind it the name. */
const USER = /"pk":"(?<id>[1-9]\d{0,19})","username":"(?<handle>[A-Za-z0-9._]{1,30})"/g;

export function embeddedUsers(document: Document): EmbeddedAccount[] {
  return accountsInScripts(document, 'script[type="application/json"]', (json) =>
    [...json.matchAll(USER)].flatMap(({ groups }) => {
      const { handle = '', id = '' } = groups ?? {};
      return isUserName(handle) ? [{ handle, id }] : [];
    }),
  );
}
