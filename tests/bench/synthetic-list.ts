import type { Watchlist } from '../../src/core/list-schema.ts';
import { account } from '../fixtures/list.ts';
import { newsroomList } from '../fixtures/list-of.ts';

/** Handles of the length that handles have. */
export function benchName(i: number): string {
  return `bench_name_${i}`;
}

/** A list of made-up accounts: the least that a row can be, and one claim for all. */
export function namesList(count: number, version = 1, from = 0): Watchlist {
  const row = (i: number) => account({ id: `a-${i}`, value: benchName(i) });
  return newsroomList(
    version,
    Array.from({ length: count }, (_, i) => row(from + i)),
  );
}
