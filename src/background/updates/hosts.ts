import { browser } from '../../browser.ts';
import type { Manifest } from '../../core/compiled/manifest.ts';
import { hostPattern } from '../../host-pattern.ts';
import { isPublicHttps } from './list-address.ts';

/**
 * Without the permission for a host Firefox tells it `Origin: moz-extension://…`, which names this very
 * installation for good. So nothing is asked of a host before the reader has allowed it, in any browser.
 */
export function mayAsk(address: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [hostPattern(new URL(address).hostname)] });
}

/** The mirrors that may be asked, in an order of chance. Those on hosts that the reader has not allowed are left out. */
export async function mirrorsOf(manifest: Manifest | undefined, random: () => number): Promise<string[]> {
  const known = (manifest?.mirrors ?? []).filter((mirror) => {
    const url = URL.parse(mirror);
    return url !== null && isPublicHttps(url);
  });
  const allowed = await Promise.all(known.map(mayAsk));
  return shuffled(
    known.filter((_, i) => allowed[i]),
    random,
  );
}

function shuffled<T>(rows: readonly T[], random: () => number): T[] {
  return rows
    .map((row) => ({ row, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ row }) => row);
}

/** Every host of a list holds the same files under the same names. */
export function manifestOn(mirror: string): string {
  return new URL('watchlist.jws', mirror).href;
}
