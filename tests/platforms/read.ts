import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseHTML } from 'linkedom';
import { tokenise } from '../../src/core/token.ts';
import { readAddress } from '../../src/platforms/address.ts';
import type { Platform } from '../../src/platforms/platform.ts';

/**
 * What an address found in a page of the network leads to there, in short: `@name`, `!id`, `#tag`, and
 * `@name post` for something that the account published. Undefined for everything else, other sites included.
 */
export function readOn(platform: Platform, raw: string, base = `https://${platform.hosts[0]}/`): string | undefined {
  const isNetworks = (host: string): boolean =>
    platform.hosts.includes(host) || (platform.hostSuffixes ?? []).some((suffix) => host.endsWith(`.${suffix}`));
  const sighting = readAddress(raw, base, (host) => (isNetworks(host.toLowerCase()) ? platform : undefined));
  if (sighting === undefined || sighting.kind === 'domain') return undefined;
  if (sighting.platform !== platform.id) throw new Error(`${raw} was read as ${sighting.platform}`);
  if (sighting.kind === 'hashtag') return `#${sighting.tag}`;
  const { handle, id, via } = sighting;
  const named = [handle === undefined ? [] : `@${handle}`, id === undefined ? [] : `!${id}`].flat().join(' ');
  return via === 'post' ? `${named} post` : named;
}

/** The hashtags and mentions of a text, as written. */
export function tokensOn(platform: Platform, text: string): string[] {
  return tokenise(text, platform.text).map(({ kind, value }) => `${kind === 'hashtag' ? '#' : '@'}${value}`);
}

/** Saved pages lie beside the project, never in it; undefined where there are none. */
export function capture(path: string): string | undefined {
  const file = resolve('../shared/captures', path);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** What the adapter reads from every anchor of a saved page, in the page's order. */
export function readAnchors(platform: Platform, html: string, base: string): string[] {
  const { document } = parseHTML(html);
  return [...document.querySelectorAll('a[href]')].flatMap(
    (anchor) => readOn(platform, anchor.getAttribute('href') ?? '', base) ?? [],
  );
}

/** The addresses of every anchor by plain search, without a parser: what `readAnchors` is held against. */
export function anchorAddresses(html: string): string[] {
  const shown = html.replace(/<!--.*?-->/gs, '').replace(/<(script|style)\b.*?<\/\1>/gs, '');
  return [...shown.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
}
