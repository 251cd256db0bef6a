import { readdirSync, readFileSync } from 'node:fs';
import type { Watchlist } from '../core/list-schema.ts';
import { parseList } from '../core/parse-list.ts';

/** A list that cannot be used: nothing can be scanned with it. */
export class ListError extends Error {}

/**
 * @param files the lists to use; the bundled ones where there are none
 * @throws ListError with the file and the first faults
 */
export function readLists(files: readonly string[]): Watchlist[] {
  const lists = files.length > 0 ? files.map(readList) : bundled();
  const ids = lists.map(({ list }) => list.id);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice !== undefined) throw new ListError(`two lists have the id "${twice}"`);
  return lists;
}

const DATA = new URL('../../data/', import.meta.url);

/** Every watchlist in `data/`; other files there (keys, criteria) are none. */
function bundled(): Watchlist[] {
  return readdirSync(DATA)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => new URL(name, DATA))
    .filter((file) => isWatchlist(readJson(file)))
    .map(readList);
}

function isWatchlist(value: unknown): boolean {
  return (value as { format?: unknown } | null)?.format === 'statemark-watchlist';
}

function readList(file: string | URL): Watchlist {
  const parsed = parseList(readJson(file));
  if (parsed.ok) return parsed.list;
  const first = parsed.faults.slice(0, 5).map(({ path, reason }) => `\n  ${path}: ${reason}`);
  throw new ListError(`${file} is no valid list (${parsed.faults.length} faults)${first.join('')}`);
}

function readJson(file: string | URL): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\ufeff/, ''));
  } catch (error) {
    throw new ListError(`${file}: ${(error as Error).message}`);
  }
}
