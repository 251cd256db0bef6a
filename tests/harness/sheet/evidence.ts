import { fileURLToPath } from 'node:url';
import { type Evidence, evidenceFor, listHead } from '../../../src/core/evidence.ts';
import type { Watchlist } from '../../../src/core/list-schema.ts';
import { objectionsOf } from '../../../src/core/objections.ts';
import type { ReportedMatch, TabReport } from '../../../src/messages.ts';
import { listsIn } from '../../../src/publisher/list/bundle-data.ts';
import { match, report as tabReport } from '../../fixtures/evidence.ts';

/** Of the lists that the extension carries: pictures show what readers see. */
export const LISTS: readonly Watchlist[] = listsIn(fileURLToPath(new URL('../../../data/', import.meta.url))).map(
  ({ list }) => list,
);
const HEADS = LISTS.map(listHead);
const DAY = new Date().toISOString().slice(0, 10);
const OBJECTIONS = objectionsOf(LISTS);

/** @throws Error where no list has it: a picture of nothing would be no picture */
export function evidenceOf(list: string, identifier: string): Evidence {
  const found = LISTS.find((one) => one.list.id === list);
  const evidence = found && evidenceFor(found, identifier, DAY, OBJECTIONS);
  if (!evidence) throw new Error(`No list "${list}" with an identifier "${identifier}".`);
  return evidence;
}

/** The first names of every list in turn, several of one entity among them. */
export function someMatches(count: number): ReportedMatch[] {
  const each = LISTS.map(({ list, identifiers }) => identifiers.map(({ id }) => [list.id, id] as const));
  const rows = Array.from({ length: count }, (_, i) => each.flatMap((all) => (all[i] ? [all[i]] : []))).flat();
  return rows.slice(0, count).map(([list, id], i) => match(evidenceOf(list, id), { count: 1 + (i % 4) }));
}

/** What a tab reports, under the lists that the extension carries. */
export function report(change: Partial<TabReport> = {}): TabReport {
  return tabReport({ lists: HEADS, ...change });
}
