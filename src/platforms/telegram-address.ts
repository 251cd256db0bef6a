import type { Address, Sighting } from './platform.ts';
import { segmentsOf } from './segments.ts';
import { wholeTag } from './tag-address.ts';
import { isTelegramHandle, TELEGRAM_TEXT } from './telegram-text.ts';

/** Addresses of Telegram: core.telegram.org/api/links. */

/**
 * Channels, groups and users are numbered apart, so a bare number would be ambiguous. Ids are kept in the
 * form that tells them apart (core.telegram.org/api/bots/ids): a channel's is -1000000000000 minus its number.
 */
const CHANNELS = 1_000_000_000_000;

/** @param channel the channel's bare number, in digits */
export function channelId(channel: string): string {
  return String(-(CHANNELS + Number(channel)));
}

export function readTelegram(url: Address): Sighting | undefined {
  const host = url.hostname;
  const segments = segmentsOf(url.pathname);
  if (segments === undefined) return undefined;
  if (host === 'web.telegram.org') return readClient(segments[0]?.toLowerCase(), url.hash.slice(1));
  // `name.t.me/…` is `t.me/name/…`.
  const label = host.endsWith('.t.me') ? host.slice(0, -'.t.me'.length) : 'www';
  const found = label === 'www' ? readPath(withoutPreview(segments)) : readPath([label, ...segments]);
  const asked = url.searchParams.get('q');
  return found === undefined || asked === null ? found : searched(asked);
}

/** The preview of a channel in a browser: `t.me/s/name`. */
function withoutPreview(segments: readonly string[]): readonly string[] {
  return segments[0]?.toLowerCase() === 's' ? segments.slice(1) : segments;
}

function readPath([name = '', ...rest]: readonly string[]): Sighting | undefined {
  if (!isTelegramHandle(name)) return undefined;
  if (rest.length === 0) return account({ handle: name });
  return isPost(rest) ? account({ handle: name }, 'post') : undefined;
}

/** A message, a message in a topic, a story, album or collection; or an app that a bot has published. */
function isPost([first = '', second, third]: readonly string[]): boolean {
  if (third !== undefined) return false;
  if (second === undefined) return /^\d{1,19}$/.test(first) || /^[A-Za-z]\w{2,29}$/.test(first);
  return /^\d{1,19}$/.test(second) ? /^(?:\d{1,19}|[sac])$/i.test(first) : /^s\/live$/i.test(`${first}/${second}`);
}

/**
 * In a preview, hashtags lead to a search within the channel, relative to the page: they name the tag, not the
 * channel. `#tag@channel` is the tag in one channel. Any other search names nobody.
 */
function searched(asked: string): Sighting | undefined {
  const tag = /^#(?<tag>[^@]+)(?:@\w+)?$/u.exec(asked.trim())?.groups?.tag;
  return wholeTag('telegram', tag, TELEGRAM_TEXT);
}

/** The clients in the browser keep what they show in the fragment: `/k/#@name`, `/a/#-1001234567890`. */
function readClient(client: string | undefined, fragment: string): Sighting | undefined {
  if (fragment.startsWith('@')) return readPath([fragment.slice(1)]);
  if (fragment.startsWith('?')) return resolved(new URLSearchParams(fragment).get('tgaddr') ?? '');
  const id = /^(?<id>-?[1-9]\d{0,15})(?:_\d+)?$/.exec(fragment)?.groups?.id;
  if (id === undefined) return undefined;
  if (!id.startsWith('-')) return account({ id });
  if (client === 'k') return id.length > 13 ? undefined : account({ id: channelId(id.slice(1)) });
  return Number(id) < -CHANNELS ? account({ id }) : undefined; // Otherwise a private group.
}

/** `tg://resolve?domain=name`, as the clients take it from the system. */
function resolved(address: string): Sighting | undefined {
  const url = URL.parse(address);
  if (url?.protocol !== 'tg:' || url.hostname !== 'resolve') return undefined;
  const post = url.searchParams.get('post');
  return readPath([url.searchParams.get('domain') ?? '', ...(post === null ? [] : [post])]);
}

function account(named: { handle?: string; id?: string }, via: 'profile' | 'post' = 'profile'): Sighting {
  return { kind: 'account', platform: 'telegram', ...named, via };
}
