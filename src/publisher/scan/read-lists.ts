import { readdirSync, readFileSync } from 'node:fs';
import type { Watchlist } from '../../core/list-schema.ts';
import { parseList } from '../../core/parse-list.ts';

/** A list that cannot be used: nothing can be scanned with it. */
export class ListError extends Error {}

/**
 * @param files the lists to use; where there are none, the bundled ones that readers get switched on
 * @param isAll all bundled lists, also those that are off until somebody switches them on
 * @throws ListError with the file and the first faults
 */
export function readLists(files: readonly string[], isAll = false): Watchlist[] {
  const chosen = files.map(readList);
  const lists = isAll || chosen.length === 0 ? [...chosen, ...bundled(isAll)] : chosen;
  const ids = lists.map(({ list }) => list.id);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice !== undefined) throw new ListError(`two lists have the id "${twice}"`);
  return lists;
}

const DATA = new URL('../../../data/', import.meta.url);

/** The watchlists in `data/`; other files there (keys, criteria, records of imports) are none. */
function bundled(isAll: boolean): Watchlist[] {
  return readdirSync(DATA)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => new URL(name, DATA))
    .filter((file) => isWatchlist(readJson(file)))
    .map(readList)
    .filter(({ list }) => isAll || list.default === 'on');
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
