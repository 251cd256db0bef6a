import { MOST_WRAPPERS, wrapped } from './wrapped.ts';

/**
 * Services whose addresses hold another one: search results, archived copies, mail filters, Telegram's reader.
 * Only what a reader asks about is unwrapped so; in a page such a link leads where it says.
 */
const WRAPPERS: readonly ((url: URL) => string | undefined)[] = [
  (url) =>
    /^(?:www\.)?google\.[a-z.]{2,6}$/.test(url.hostname) && url.pathname === '/url'
      ? (wrapped(url, 'q') ?? wrapped(url, 'url'))
      : undefined,
  (url) =>
    /^web\.archive\.org$/.test(url.hostname)
      ? withScheme(
          /^\/web\/\d{1,14}(?:[a-z]{2}_)?\/(?<inner>.+)$/s.exec(url.href.slice(url.origin.length))?.groups?.inner,
        )
      : undefined,
  (url) => (url.hostname.endsWith('.safelinks.protection.outlook.com') ? wrapped(url, 'url') : undefined),
  (url) => (/^(?:t|telegram)\.me$/.test(url.hostname) && url.pathname === '/iv' ? wrapped(url, 'url') : undefined),
];

/** Archives keep addresses with and without their scheme, and with one of its slashes. */
function withScheme(inner: string | undefined): string | undefined {
  if (inner === undefined) return undefined;
  return /^https?:\//i.test(inner) ? inner.replace(/^(https?:)\/+/i, '$1//') : `https://${inner}`;
}

/** The address itself, out of whatever services wrapped it in. */
export function withoutWrapper(url: URL): URL {
  let inner = url;
  for (let i = 0; i < MOST_WRAPPERS; i++) {
    const found = WRAPPERS.map((unwrap) => unwrap(inner)).find((one) => one !== undefined);
    const next = found === undefined ? null : URL.parse(found);
    if (next === null) return inner;
    inner = next;
  }
  return inner;
}
