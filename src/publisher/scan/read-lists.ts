import { fileURLToPath } from 'node:url';
import type { Watchlist } from '../../core/list-schema.ts';
import { CommandError } from '../command-line.ts';
import { loadList } from '../list/list-file.ts';
import { watchlistFiles } from '../watchlist-files.ts';

const DATA = fileURLToPath(new URL('../../../data/', import.meta.url));

/**
 * @param files the lists to use; where there are none, the bundled ones that readers get switched on
 * @param isAll all bundled lists, also those that are off until somebody switches them on
 * @throws CommandError with the file and the first faults
 */
export function readLists(files: readonly string[], isAll = false): Watchlist[] {
  const chosen = files.map(loadList);
  const lists = isAll || chosen.length === 0 ? [...chosen, ...bundled(isAll)] : chosen;
  const ids = lists.map(({ list }) => list.id);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice !== undefined) throw new CommandError(`two lists have the id "${twice}"`);
  return lists;
}

function bundled(isAll: boolean): Watchlist[] {
  return watchlistFiles(DATA)
    .map(loadList)
    .filter(({ list }) => isAll || list.default === 'on');
}
