import type { AccountSighting } from '../../../core/sighting.ts';
import { readAddress } from '../../../platforms/address.ts';
import type { IndicatorRow } from './files.ts';
import { heldBack, mayBeFirstOwners } from './held-back.ts';
import { refang } from './refang.ts';

/** An account or site that is a network’s own, as the grammar of addresses reads it. */
export type Asset = { key: string } & (AccountSighting | { kind: 'domain'; host: string });

/** Acquiring domains; acquiring accounts elsewhere than on Facebook and Instagram. */
const DOMAIN = /^(?:0\.6\.\d+|domain_name$|Domain$)/;
const ACCOUNT = /^(?:0\.9\.(?:3|4|5|6|7|8|12)(?!\d)|telegram_url$|Social Media Account$)/;
const COUNTED = /^0\.9\.[12](?!\d)/;

export const REDIRECTING = 'a throwaway address that only redirected: many were other people’s before';

/** Why rows of other kinds are not taken, by what they begin with. */
const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/^9\.5\.3/, REDIRECTING],
  [/^7\.5/, 'a page that people were led to: not said to be the network’s own'],
  [/^6\./, 'a place where the network posted or shared: not said to be its own'],
  [/^(?:0\.9\.11|cib_url|URL)/, 'a petition or article on somebody else’s site'],
  [/^(?:0\.1|Proxy IP|ip$)/, 'an IP address'],
  [/^(?:md5|sha256|phishing_url)/, 'malware or phishing'],
];

/** One name under a blog host is somebody’s own site; the host itself is everybody’s. */
const BLOG = /^(?!www\.)[a-z0-9-]+\.(?:blogspot\.com|wordpress\.com|medium\.com|livejournal\.com)$/;
const BLOG_HOST = /(?:^|\.)(?:blogspot\.com|wordpress\.com|medium\.com|livejournal\.com|wixsite\.com|weebly\.com)$/;

/** The host that a row says only led on to another. */
export function redirectIn({ procedure, indicator }: IndicatorRow): string | undefined {
  return /^9\.5\.3/.test(procedure) ? refang(indicator)?.hostname.replace(/^www\./, '') : undefined;
}

/** Decides whether a row names an asset of its network’s own. Where it does not clearly do so, why. */
export function assetOf(row: IndicatorRow): Asset | { reason: string } {
  const { procedure, network, indicator } = row;
  if (COUNTED.test(procedure)) return { reason: 'a count of assets on Facebook or Instagram: in the events' };
  const other = OTHERS.find(([pattern]) => pattern.test(procedure));
  if (other !== undefined) return { reason: other[1] };
  const isDomain = DOMAIN.test(procedure);
  if (!isDomain && !ACCOUNT.test(procedure)) return { reason: 'no account or site that the network acquired' };
  if (network === undefined) return { reason: 'espionage, malware, or a network that the row does not name' };
  const url = refang(indicator);
  if (url === undefined) return { reason: 'no address that can be read' };
  const seen = readAddress(url.href, url.href);
  if (seen?.kind === 'account') return ofAccount(seen, network.known);
  if (seen?.kind === 'domain') return ofSite(seen.host, url, isDomain);
  return { reason: 'no account: an invitation, a post, or another page' };
}

function ofAccount(seen: AccountSighting, known: string | undefined): Asset | { reason: string } {
  const { platform, handle, id, via } = seen;
  if (via !== 'profile') return { reason: 'no account: an invitation, a post, or another page' };
  const name = handle ?? id ?? '';
  if (handle?.includes('/') && platform === 'reddit') return { reason: 'a community: what is there is its members’' };
  if (platform === 'telegram' && /(?:_chat|bot)$/i.test(name)) return { reason: 'a chat or bot' };
  const key = `${platform}:${handle === undefined ? name : name.toLowerCase()}`;
  const held = heldBack(key);
  if (held !== undefined) return { reason: `left out by hand: ${held}` };
  if (handle !== undefined && mayBeFirstOwners(known, handle)) {
    return { reason: 'an account that may have been taken over: its name may be its first owner’s' };
  }
  return { ...seen, key };
}

function ofSite(seen: string, url: URL, isDomain: boolean): Asset | { reason: string } {
  const host = seen.replace(/^www\./, '');
  const isBlog = BLOG.test(host);
  if (!isBlog && (!isDomain || BLOG_HOST.test(host)))
    return { reason: 'an account on a site that Statemark does not read' };
  if (!/^\/*$/.test(url.pathname) || url.search !== '') return { reason: 'a part of a site' };
  const held = heldBack(host);
  return held === undefined ? { kind: 'domain', host, key: host } : { reason: `left out by hand: ${held}` };
}
