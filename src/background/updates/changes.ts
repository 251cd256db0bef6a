import { compareLists } from '../../core/compiled/compare.ts';
import type { Identifier, Watchlist } from '../../core/list-schema.ts';
import { writtenName } from '../../core/written-name.ts';
import type { UpdateRecord } from '../../list-messages.ts';

export const MOST_NAMES = 20;

type Told = Pick<UpdateRecord, 'added' | 'changed' | 'removed' | 'names'>;

/** What became of the identifiers, in numbers and by name. */
export function changesBetween(before: Watchlist, after: Watchlist): Required<Told> {
  const { added, changed, removed } = compareLists(before, after).identifiers;
  return {
    added: added.length,
    changed: changed.length,
    removed: removed.length,
    names: {
      added: names(added),
      changed: names(changed.map((one) => one.after)),
      removed: names(removed),
    },
  };
}

function names(rows: readonly Identifier[]): string[] {
  return rows.slice(0, MOST_NAMES).map(writtenName);
}
