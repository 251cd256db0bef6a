import { vi } from 'vitest';
import type { Watchlist } from '../../src/core/list-schema.ts';
import { bundleKeyIn } from '../../src/publisher/list/bundle-data.ts';
import { bundledFiles, type ToBundle } from '../../src/publisher/list/sign-bundled.ts';

const ORIGIN = 'chrome-extension://statemark/';
/** A day on which every list of the fixtures is fresh. */
export const NOW = Date.parse('2026-02-01T12:00:00Z');

/** The files of a package that carries these lists. A test may change them. */
export function packageOf(...lists: (Watchlist | ToBundle)[]): Promise<Map<string, string | Uint8Array>> {
  const given = lists.map((one) => ('format' in one ? { list: one } : one));
  return bundledFiles(given, bundleKeyIn('data'));
}

/** Answers what the background fetches from its own package; everything else goes to `outside`. */
export function servePackage(files: ReadonlyMap<string, string | Uint8Array>, outside?: typeof fetch): void {
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const url = String(input);
    if (!url.startsWith(ORIGIN)) {
      if (outside) return outside(input, init);
      throw new TypeError(`Failed to fetch ${url}`);
    }
    const content = files.get(url.slice(ORIGIN.length));
    // As the browsers do for a file that is not there.
    if (content === undefined) throw new TypeError('Failed to fetch');
    return new Response(content as BodyInit);
  });
}
