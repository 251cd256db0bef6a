import type { Sighting } from '../../core/sighting.ts';
import { hostFromVisibleText, readAddress } from '../../platforms/address.ts';
import { platformOf } from '../../platforms/all.ts';
import type { Platform } from '../../platforms/platform.ts';
import { isShortLink } from '../../platforms/short-links.ts';

type Attributes = Readonly<Record<string, string>>;

/** Where a saved page was: for its relative links, and for the network whose page it is. */
export class PageAddress {
  private base: string | undefined;
  private page: string | undefined;

  learn(name: string, attributes: Attributes): void {
    if (name === 'base') this.base ??= absolute(attributes.href, this.page);
    if (name === 'link' && attributes.rel?.toLowerCase() === 'canonical') this.page ??= absolute(attributes.href);
    if (name === 'meta' && attributes.property === 'og:url') this.page ??= absolute(attributes.content);
  }

  /** Browsers write where a page was saved from: `saved from url=(0023)https://x.com/PressTV`. */
  learnFrom(comment: string): void {
    this.page ??= absolute(/^\s*saved from url=\(\d{4}\)(\S+)\s*$/.exec(comment)?.[1]);
  }

  platform(): Platform | undefined {
    return platformOf(URL.parse(this.page ?? '')?.hostname ?? '');
  }

  /**
   * What a link leads to, once its text is known. Relative links of a page that does not say where it was lead
   * nowhere, unless its network is named.
   */
  linkTo(href: string, platform: Platform | undefined): (text: string) => Sighting | undefined {
    const home = platform?.hosts[0];
    const base = this.base ?? this.page ?? (home === undefined ? undefined : `https://${home}/`);
    if (base === undefined && URL.parse(href) === null) return () => undefined;
    const sighting = readAddress(href, base ?? href);
    if (sighting !== undefined || !isShortLink(URL.parse(href, base)?.hostname ?? '')) return () => sighting;
    return (text) => {
      const host = hostFromVisibleText(text);
      return host === undefined ? undefined : { kind: 'domain', host };
    };
  }
}

function absolute(raw: string | undefined, base?: string): string | undefined {
  const url = raw === undefined ? null : URL.parse(raw, base);
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url.href : undefined;
}
