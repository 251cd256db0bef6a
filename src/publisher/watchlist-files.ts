import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Every file of a folder that says it is a watchlist, or that is no JSON at all: neither goes unseen. Keys and
 * records of imports are none.
 * @returns paths, sorted
 */
export function watchlistFiles(dir: string): string[] {
  return readdirSync(dir)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(dir, name))
    .filter(mayBeWatchlist);
}

function mayBeWatchlist(file: string): boolean {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8').replace(/^\ufeff/, ''));
    return (value as { format?: unknown } | null)?.format === 'statemark-watchlist';
  } catch {
    return true;
  }
}
