import { fold } from './fold.ts';
import type { Identifier } from './list-schema.ts';
import type { IdentifierKind, PlatformId } from './names.ts';

/**
 * A key is the one string under which an identifier is stored and looked up:
 * `*#tag` and `x#tag` (hashtags), `x@handle` (accounts, channels, pages, groups),
 * `x!id` (a platform's stable id), `web/host` (linked sites).
 * Account, channel, page and group share a form, because an address does not tell them apart.
 */
export type Key = string;

/** Stands for the network in keys of hashtags that are listed wherever they are used. */
export const ANYWHERE = '*';
export const TAG_SIGN = '#';
export const ACCOUNT_SIGN = '@';

/**
 * The two parts of an account's key, and of a guarded name as settings store it (`any@name`).
 * @returns an empty platform for what is neither
 */
export function accountIn(key: Key): { platform: string; name: string } {
  const sign = key.indexOf(ACCOUNT_SIGN);
  return { platform: key.slice(0, Math.max(sign, 0)), name: key.slice(sign + 1) };
}

/** Kinds as far as a page can tell them apart. */
export type SeenKind = 'hashtag' | 'account' | 'domain';

export function seenKind(kind: IdentifierKind): SeenKind {
  return kind === 'hashtag' || kind === 'domain' ? kind : 'account';
}

export function hashtagKeys(platform: PlatformId, tag: string): Key[] {
  const folded = fold(tag);
  return [`${ANYWHERE}${TAG_SIGN}${folded}`, `${platform}${TAG_SIGN}${folded}`];
}

export function accountKey(platform: PlatformId, handle: string): Key {
  return `${platform}${ACCOUNT_SIGN}${foldHandle(platform, handle)}`;
}

/** Ids are compared letter by letter: YouTube's differ by case alone. */
export function stableIdKey(platform: PlatformId, id: string): Key {
  return `${platform}!${id}`;
}

export function domainKey(host: string): Key {
  return `web/${foldHost(host)}`;
}

export function domainKeys(host: string): Key[] {
  return domainsFrom(foldHost(host)).map((domain) => `web/${domain}`);
}

/** A host and the domains above it, nearest first: `en.irna.ir`, `irna.ir`. Never a bare top-level name. */
export function domainsFrom(host: string): string[] {
  const labels = host.split('.');
  return labels.slice(0, -1).map((_, i) => labels.slice(i).join('.'));
}

/** Every key under which a list's identifier is found by name. */
export function nameKeys(identifier: Identifier): Key[] {
  const names = [identifier.value, ...(identifier.aliases ?? [])];
  return [...new Set(names.map((name) => nameKey(identifier.platform, identifier.kind, name)))];
}

/** Every key under which a list's identifier is found: its names', and its stable id's. */
export function keysOf(identifier: Identifier): Key[] {
  const { platform, stable_id } = identifier;
  const names = nameKeys(identifier);
  return stable_id === undefined ? names : [...names, stableIdKey(platform as PlatformId, stable_id)];
}

export function nameKey(platform: Identifier['platform'], kind: IdentifierKind, name: string): Key {
  if (kind === 'domain') return domainKey(name);
  if (kind === 'hashtag') return `${platform === 'any' ? ANYWHERE : platform}${TAG_SIGN}${fold(name)}`;
  return `${platform}${ACCOUNT_SIGN}${foldHandle(platform, name)}`;
}

/** Whether a network compares names as `fold` does, and in no way of its own. */
export function foldsHandles(platform: PlatformId): boolean {
  return platform !== 'youtube' && platform !== 'facebook';
}

/**
 * As each network compares its names: Facebook reads `john.smith` and `JohnSmith` as one. YouTube's may be in
 * any script and differ by a letter that readers of tags take for the same, so only their case is joined.
 */
function foldHandle(platform: string, handle: string): string {
  if (platform === 'youtube') return handle.normalize('NFC').toLowerCase();
  return platform === 'facebook' ? fold(handle).replaceAll('.', '') : fold(handle);
}

/** As browsers compare hosts: lower case, and letters beyond ASCII spelled `xn--…`. */
function foldHost(host: string): string {
  const ascii = /[^\u0020-\u007e]/.test(host)
    ? (URL.parse(`https://${host}/`)?.hostname ?? fold(host))
    : host.toLowerCase();
  return ascii.replace(/^www\./, '').replace(/\.$/, '');
}
