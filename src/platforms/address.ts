import { platformOf } from './all.ts';
import type { Sighting } from './platform.ts';

/**
 * Reads any address found in a page: what it leads to on whichever network it belongs to.
 * @param base the address of the page, for relative ones
 */
export function readAddress(raw: string, base: string): Sighting | undefined {
  const url = URL.parse(raw, base);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return undefined;
  return platformOf(url.hostname)?.readAddress(url);
}
