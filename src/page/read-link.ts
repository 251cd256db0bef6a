import { hostIn, isPlain, shownText } from '../platforms/host.ts';
import type { AnyPlatform, Sighting } from '../platforms/platform.ts';
import { isShortLink } from '../platforms/short-links.ts';
import { attributeOf, textOf } from './dom.ts';

/** A link that leaves the network: a site, or another network, whose addresses the background knows. */
export interface OutsideLink {
  kind: 'outside';
  host: string;
  /** Absolute; absent where no more than the host is known. */
  url?: string;
  /** Leads to a post that the page itself shows. */
  toPost?: true;
}

/** Redirects within redirects: more than these are a loop or a trap. */
const MOST_WRAPPERS = 3;

/**
 * What a link in a page leads to. The page's own network is read here; redirects are followed as far as the
 * address itself tells; a short link names what its text shows.
 * @param page address of the page
 * @param base what relative addresses belong to: a page may say that they are another site's
 */
export function readLink(
  link: Element,
  platform: AnyPlatform,
  page: URL,
  base: string = page.href,
): Sighting | OutsideLink | undefined {
  const href = attributeOf(link, 'href');
  if (href === null || /^\s*(?:#|$)/.test(href)) return undefined; // A place in the page itself.
  let url = URL.parse(href, base);
  for (let wrappers = 0; url !== null && isPlain(url) && url.port === '' && wrappers <= MOST_WRAPPERS; wrappers++) {
    const said = platform.readLink?.({ url, page, ...saidBy(link) });
    if (said !== undefined) return said;
    if (!isOwn(platform, url.hostname, page)) {
      const found = outside(link, url);
      return found && platform.linksToPosts ? { ...found, toPost: true } : found;
    }
    const inner = platform.unwrap?.(url);
    if (inner === undefined) return platform.readAddress(url);
    url = URL.parse(inner, url);
  }
  return undefined;
}

function saidBy(link: Element): { rel: string; className: string; title: string } {
  const said = (name: string): string => attributeOf(link, name) ?? '';
  return { rel: said('rel'), className: said('class'), title: said('title') };
}

function isOwn({ hosts, hostSuffixes = [] }: AnyPlatform, host: string, page: URL): boolean {
  return host === page.hostname || hosts.includes(host) || hostSuffixes.some((suffix) => host.endsWith(`.${suffix}`));
}

function outside(link: Element, url: URL): OutsideLink | undefined {
  if (!isShortLink(url.hostname)) return { kind: 'outside', host: url.hostname, url: url.href };
  const shown = shownText(textOf(link) ?? '');
  const host = hostIn(shown);
  if (host === undefined) return undefined;
  // What is cut off may have gone on: then no more than the host is known.
  const address = shown.endsWith('…') ? undefined : `https://${shown.replace(/^https?:\/\//, '')}`;
  return { kind: 'outside', host, ...(address !== undefined && { url: address }) };
}
