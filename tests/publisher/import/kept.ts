import { expect } from 'vitest';
import { canonicalText } from '../../../src/core/canonical.ts';
import type { Watchlist } from '../../../src/core/list-schema.ts';
import type { ImportReport } from '../../../src/publisher/import/importer.ts';
import { keptText } from '../../data/kept.ts';

interface Made {
  list: Watchlist;
  report: ImportReport;
}

/**
 * The data set itself gives the list that is kept in `data/`, and the record beside it, byte for byte.
 * @param importAt what the importer makes on the day on which the kept list was made
 */
export async function expectKept(name: string, importAt: (today: string) => Promise<Made>): Promise<void> {
  const committed = keptText(`${name}.json`);
  const { list, report } = await importAt(JSON.parse(committed).list.updated);
  expect(canonicalText(list) === committed).toBe(true);
  expect(`${JSON.stringify(report, null, 2)}\n` === keptText(`${name}.import.json`)).toBe(true);
}
