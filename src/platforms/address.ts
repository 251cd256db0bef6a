import { PLATFORMS, platformOf } from './all.ts';
import { hostIn, isPlain, shownText } from './host.ts';
import type { Platform, Sighting } from './platform.ts';
import { isShortLink } from './short-links.ts';
import { MOST_WRAPPERS } from './wrapped.ts';

/** Finds the network that a host belongs to. */
export type NetworkOf = (host: string) => Platform | undefined;

/**
 * Reads any address found in a page or text: the account or hashtag it leads to on whichever network it
 * belongs to, or else the site. Redirects of the networks are followed as far as the address itself tells.
 * @param base the address of the page, for relative ones
 * @returns undefined for an address that names none of these: another page of a network, a short link, an
 *   IP address, another scheme
 */
export function readAddress(raw: string, base: string, networkOf: NetworkOf = platformOf): Sighting | undefined {
  if (/^\s*(?:#|$)/.test(raw)) return undefined; // A place in the page itself: nobody is linked.
  let url = URL.parse(raw, base);
  for (let wrappers = 0; url !== null && isPlain(url); wrappers++) {
    const platform = networkOf(url.hostname);
    if (platform === undefined) return domainOf(url.hostname);
    if (url.port !== '') return undefined; // No network's: something else on a machine of that name.
    const inner = platform.unwrap?.(url);
    if (inner === undefined) return platform.readAddress(url);
    if (wrappers === MOST_WRAPPERS) return undefined;
    url = URL.parse(inner, url.href);
  }
  return undefined;
}

/**
 * The site that a link's text names, for a link whose own address does not tell (`https://t.co/…`). The text
 * must be an address and nothing else; one cut off within its host names nobody.
 */
export function hostFromVisibleText(text: string): string | undefined {
  const host = hostIn(shownText(text));
  return host === undefined ? undefined : domainOf(host)?.host;
}

function domainOf(hostname: string): Extract<Sighting, { kind: 'domain' }> | undefined {
  const host = hostname.replace(/\.$/, '');
  if (!NAMED_HOST.test(host) || host.length > 253 || isShortLink(host) || isNetworks(host)) return undefined;
  return { kind: 'domain', host };
}
/** Two labels at least, the last one beginning with a letter, which no IP address does. */
const NAMED_HOST = /^(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\.)+[a-z](?:[a-z0-9-]*[a-z0-9])$/;

/** Whether a host, or a domain above it, is a network's own: `ads.x.com` is no linked site. */
function isNetworks(host: string): boolean {
  for (let at = host; at !== ''; at = at.slice(at.indexOf('.') + 1 || at.length)) {
    if (OWN_HOSTS.has(at)) return true;
  }
  return false;
}
const OWN_HOSTS = new Set(PLATFORMS.flatMap(({ hosts, hostSuffixes }) => [...hosts, ...(hostSuffixes ?? [])]));
