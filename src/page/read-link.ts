import { hostIn, isPlain, shownText } from '../platforms/host.ts';
import type { Address, AnyPlatform, Sighting } from '../platforms/platform.ts';
import { isShortLink } from '../platforms/short-links.ts';
import { MOST_WRAPPERS } from '../platforms/wrapped.ts';
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

/** Addresses whose meaning is remembered: those of authors come again and again. */
const REMEMBERED = 2_000;

/**
 * A path that stays as it is written: nothing in it is decoded, resolved or cut off. Nearly every link of a post is
 * one, and to make a `URL` of it and ask that for its parts took longer than all else that is done with a link.
 */
const OWN_PATH = /^(?:\/[\w@-][\w@.-]*)+\/?$/;

/** An address as far as it is the network's own; `away` leaves it. */
type Led = { sighting: Sighting } | { away: URL };

/** Reads the links of one page after the other: the page's own network here, all others by their host. */
export class LinkReader {
  readonly #platform: AnyPlatform;
  #page = new URL('about:blank');
  #address = '';
  #base = '';
  /** The network's own host, where the page's paths lead there and nothing else of a link is asked for. */
  #here: Address | undefined;
  /** By the address as it is written. */
  readonly #known = new Map<string, Led | undefined>();

  /**
   * @param page address of the page
   * @param base what relative addresses belong to: a page may say that they are another site's
   */
  constructor(platform: AnyPlatform, page: string, base: string = page) {
    this.#platform = platform;
    this.at(page, base);
  }

  /** Sites change pages without loading them. */
  at(page: string, base: string): void {
    if (page === this.#address && base === this.#base) return;
    this.#address = page;
    this.#page = new URL(page);
    this.#base = base;
    this.#here = this.#platform.readLink === undefined ? ownAddress(base, this.#platform, this.#page) : undefined;
    this.#known.clear();
  }

  get address(): URL {
    return this.#page;
  }

  /**
   * What a link leads to. Redirects are followed as far as the address itself tells; a short link names what its
   * text shows.
   * @returns shared with other links to the same address
   */
  read(link: Element): Readonly<Sighting> | OutsideLink | undefined {
    const href = attributeOf(link, 'href');
    if (href === null) return undefined;
    const led = this.#lead(href, link);
    if (led === undefined) return undefined;
    if ('sighting' in led) return led.sighting;
    const found = outside(link, led.away);
    return found && this.#platform.linksToPosts ? { ...found, toPost: true } : found;
  }

  #lead(href: string, link: Element): Led | undefined {
    const known = this.#known.get(href);
    if (known !== undefined || this.#known.has(href)) return known;
    const led = this.#follow(href, link);
    // What else a link says of itself counts too where a network has a say of its own.
    if (this.#platform.readLink !== undefined) return led;
    if (this.#known.size >= REMEMBERED) this.#known.clear();
    this.#known.set(href, led);
    return led;
  }

  #follow(href: string, link: Element): Led | undefined {
    if (/^\s*(?:#|$)/.test(href)) return undefined; // A place in the page itself.
    const platform = this.#platform;
    const page = this.#page;
    const own = this.#here && OWN_PATH.test(href) ? { ...this.#here, pathname: href } : undefined;
    if (own && platform.unwrap?.(own) === undefined) return ledTo(platform.readAddress(own));
    let url = URL.parse(href, this.#base);
    for (let wrappers = 0; url !== null && isPlain(url) && url.port === '' && wrappers <= MOST_WRAPPERS; wrappers++) {
      const said = platform.readLink?.({ url, page, ...saidBy(link) });
      if (said !== undefined) return { sighting: said };
      if (!isOwn(platform, url.hostname, page)) return { away: url };
      const inner = platform.unwrap?.(url);
      if (inner === undefined) return ledTo(platform.readAddress(url));
      url = URL.parse(inner, url);
    }
    return undefined;
  }
}

function ownAddress(base: string, platform: AnyPlatform, page: URL): Address | undefined {
  const url = URL.parse(base);
  if (url === null || !isPlain(url) || url.port !== '' || !isOwn(platform, url.hostname, page)) return undefined;
  const { origin, hostname } = url;
  return { origin, hostname, pathname: '/', hash: '', searchParams: new URLSearchParams() };
}

function ledTo(sighting: Sighting | undefined): Led | undefined {
  return sighting && { sighting };
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
