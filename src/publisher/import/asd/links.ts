import type { AccountSighting } from '../../../core/sighting.ts';
import { readAddress } from '../../../platforms/address.ts';
import { heldBackLink, heldBackRow } from './held-back.ts';
import type { MatrixLink, MatrixRow } from './rows.ts';

/** A link that can stand for an outlet, as the networks' grammar reads it. */
export type ReadLink = { key: string } & (AccountSighting | { kind: 'domain'; host: string });

/** Why a link cannot be used, whoever else has it. */
export type Unread = { reason: string };

/** What may follow the host where an address is still the whole site's: a language or a first page. */
const FRONT = /^\/*(?:[a-z]{2}(?:-[a-z]{2})?|home|index(?:\.\w+)?)?\/*$/i;

/** Places where anybody has a page. */
const SHARED =
  /(?:^|\.)(?:blogspot\.[a-z.]+|wordpress\.com|wixsite\.com|weebly\.com|medium\.com|github\.io|sites\.google\.com|akamaized\.net|odysee\.com|rumble\.com|ok\.ru|rutube\.ru|dailymotion\.com|vimeo\.com|soundcloud\.com)$/;

/** A spreadsheet kept fifteen digits of a longer number. */
const ROUNDED = /^\d{4,6}0{9,}$/;

/** Reads one link of a row that may be used at all. */
export function readLink(row: MatrixRow, link: MatrixLink): ReadLink | Unread {
  const part = link.platform === 'web' ? 'site' : 'row';
  const held = heldBackRow(row, 'row') ?? heldBackRow(row, part);
  if (held !== undefined) return { reason: `left out by hand: ${held}` };
  if (link.platform === 'none') return { reason: 'a network that Statemark does not read' };
  return link.platform === 'web' ? readSite(row, link.raw) : readAccount(link);
}

function readAccount({ raw, column, platform }: MatrixLink): ReadLink | Unread {
  // What stands in the exchanged columns is read as an address of the network that it is really of.
  const path = URL.parse(raw)?.pathname ?? '';
  const address = column === 'Instagram Link' ? `https://x.com${path}` : raw;
  const seen = readAddress(column === 'Twitter Link' ? `https://www.instagram.com${path}` : address, 'https://x.com/');
  if (seen?.kind !== 'account' || seen.platform !== platform || seen.via !== 'profile') {
    return { reason: 'no name that the network can have' };
  }
  const name = seen.handle ?? seen.id ?? '';
  if (seen.id !== undefined && ROUNDED.test(seen.id)) return { reason: 'a number that a spreadsheet has rounded' };
  if (platform === 'telegram' && /bot$/i.test(name)) return { reason: 'a bot' };
  const held = heldBackLink(`${platform}:${name}`);
  if (held !== undefined) return { reason: `left out by hand: ${held}` };
  return { ...seen, key: `${platform}:${seen.handle === undefined ? name : keyOf(platform, name)}` };
}

/** YouTube's ids differ by letter case; names do not, and Facebook's not by periods. */
function keyOf(platform: string, name: string): string {
  return platform === 'facebook' ? name.toLowerCase().replaceAll('.', '') : name.toLowerCase();
}

function readSite(row: MatrixRow, raw: string): ReadLink | Unread {
  const url = URL.parse(/^https?:\/\//i.test(raw) ? raw : `https://${raw}`);
  const seen = url === null ? undefined : readAddress(url.href, url.href);
  if (url === null || seen === undefined) return { reason: 'no address of a site' };
  if (seen.kind !== 'domain' || SHARED.test(seen.host)) return { reason: 'a place where anybody has a page' };
  const host = seen.host.replace(/^www\./, '');
  const held = heldBackLink(host);
  if (held !== undefined) return { reason: `left out by hand: ${held}` };
  if (/not functional|expired/i.test(row.status))
    return { reason: 'a site that was out of order when the matrix was made' };
  if (!FRONT.test(url.pathname) || url.search !== '') return { reason: 'a part of a site' };
  return { kind: 'domain', host, key: host };
}
