import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { watchlistFiles } from '../watchlist-files.ts';
import { loadList } from './list-file.ts';
import type { BundleKey, Pin, ToBundle } from './sign-bundled.ts';

/**
 * Every watchlist in a folder, with where it is updated from if `keys/<list>.json` says so.
 * @throws CommandError for a list that is not valid, with its first faults
 */
export function listsIn(dir: string): ToBundle[] {
  return watchlistFiles(dir).map((file) => {
    const list = loadList(file);
    const pin = join(dir, 'keys', `${list.list.id}.json`);
    return { list, ...(existsSync(pin) && { updates: readJson(pin) as Pin }) };
  });
}

export function bundleKeyIn(dir: string): BundleKey {
  return readJson(join(dir, 'keys', 'development.json')) as BundleKey;
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
