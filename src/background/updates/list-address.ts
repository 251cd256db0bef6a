/** A manifest's address as the reader gives it, and what follows from it. */
export interface ListAddress {
  /** Where it is fetched: without the fragment. */
  url: string;
  /** The publisher's key (base64url), where the address carries it: `https://host/watchlist.jws#key`. */
  key?: string;
}

const MAX_LENGTH = 2_048;
const KEY = /^[A-Za-z0-9_-]{43}$/;
/** Names that lead into the reader's own network, or to no one host in the world. */
const PRIVATE = ['localhost', 'local', 'internal', 'intranet', 'lan', 'home', 'corp', 'private', 'home.arpa'];

/**
 * Only https, no user name or password, no address by numbers, no name that leads into the reader's own
 * network: a list must not be a way to make the browser knock at doors behind it.
 * @returns undefined for anything else
 */
export function readListAddress(raw: string): ListAddress | undefined {
  const url = raw.length <= MAX_LENGTH ? URL.parse(raw) : null;
  if (url === null || !isPublicHttps(url)) return undefined;
  const key = url.hash.slice(1);
  if (key !== '' && !KEY.test(key)) return undefined;
  url.hash = '';
  return { url: url.href, ...(key !== '' && { key }) };
}

export function isPublicHttps(url: URL): boolean {
  return url.protocol === 'https:' && url.username === '' && url.password === '' && isPublicName(url.hostname);
}

/** As `URL` gives it: lower case, and every spelling of an IPv4 address as four numbers. */
function isPublicName(host: string): boolean {
  if (host.startsWith('[') || host.endsWith('.') || !host.includes('.') || /^[\d.]+$/.test(host)) return false;
  return !PRIVATE.some((name) => host.endsWith(`.${name}`));
}

/** @param base of a host or a mirror: the address of its manifest, or of the folder that holds it */
export function objectAddress(base: string, sha256: string): string {
  return new URL(`o/${sha256}`, base).href;
}
