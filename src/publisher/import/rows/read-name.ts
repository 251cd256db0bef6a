import { IDENTIFIER_KINDS, IDENTIFIER_PLATFORMS, PLATFORM_NAMES } from '../../../core/names.ts';
import { readAddress } from '../../../platforms/address.ts';
import { PLATFORMS } from '../../../platforms/all.ts';

/** What is seen on a page, as a list writes it. */
export interface Name {
  platform: string;
  kind: string;
  value: string;
  stable_id?: string;
}

export interface Given {
  value: string | undefined;
  platform: string | undefined;
  kind: string | undefined;
  url: string | undefined;
  stable_id: string | undefined;
}

/** Reads a name from what a row says of it; what is said outright wins over what the address tells. */
export function readName(given: Given): Name | string {
  const address = given.url ?? (given.value && isAddress(given.value) ? given.value : undefined);
  const said = given.value === address ? undefined : given.value;
  const seen = address === undefined ? undefined : nameAt(address);
  if (typeof seen === 'string' && said === undefined) return seen;
  const from = typeof seen === 'object' ? seen : undefined;
  const platform = given.platform === undefined ? from?.platform : platformNamed(given.platform);
  if (platform === undefined) {
    return given.platform === undefined ? 'no network' : `the network "${given.platform.slice(0, 40)}" is not known`;
  }
  if (from !== undefined && from.platform !== platform) return `the address is not one of ${platform}`;
  const kind = given.kind?.toLowerCase() ?? from?.kind ?? (platform === 'web' ? 'domain' : 'account');
  if (!(IDENTIFIER_KINDS as readonly string[]).includes(kind)) return `the kind "${kind.slice(0, 40)}" is not known`;
  const value = said === undefined ? from?.value : bare(said, kind);
  if (value === undefined || value === '') return 'no name';
  const id = given.stable_id ?? from?.stable_id;
  if (kind === 'domain') return asDomain(value);
  return { platform, kind, value, ...(id !== undefined && { stable_id: id }) };
}

/** `Twitter` and `x.com` are `x`; `t.me` is `telegram`. */
export function platformNamed(raw: string): string | undefined {
  const name = raw.trim().toLowerCase();
  if ((IDENTIFIER_PLATFORMS as readonly string[]).includes(name)) return name;
  if (name === 'twitter' || name === 'x/twitter' || name === 'x (twitter)') return 'x';
  if (name === 'website' || name === 'domain' || name === 'site') return 'web';
  return PLATFORMS.find(({ id, hosts }) => PLATFORM_NAMES[id].toLowerCase() === name || hosts.includes(name))?.id;
}

function isAddress(value: string): boolean {
  return /^https?:\/\//i.test(value);
}

function nameAt(address: string): Name | string {
  const url = isAddress(address) ? address : `https://${address}`;
  const seen = readAddress(url, url);
  if (seen === undefined) return 'the address names no account, hashtag or site';
  if (seen.kind === 'domain') return { platform: 'web', kind: 'domain', value: seen.host };
  if (seen.kind === 'hashtag') return { platform: seen.platform, kind: 'hashtag', value: seen.tag };
  if (seen.via === 'post') return 'the address is a post’s, not an account’s';
  if (seen.handle === undefined) return 'the address holds a number and no name';
  return {
    platform: seen.platform,
    kind: 'account',
    value: seen.handle,
    ...(seen.id !== undefined && { stable_id: seen.id }),
  };
}

/** Without the sign that a list leaves out. */
function bare(value: string, kind: string): string {
  return value.replace(kind === 'hashtag' ? /^[#＃]/ : /^[@＠]/, '').trim();
}

function asDomain(value: string): Name | string {
  const seen = readAddress(isAddress(value) ? value : `https://${value}`, 'https://example.org/');
  if (seen?.kind !== 'domain') return 'not the name of a site';
  return { platform: 'web', kind: 'domain', value: seen.host.replace(/^www\./, '') };
}
