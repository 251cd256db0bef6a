import type { Watchlist } from '../../src/core/list-schema.ts';
import { account, claim, entity, source } from '../fixtures/list.ts';

/** Handles of the length that handles have. */
export function benchName(i: number): string {
  return `bench_name_${i}`;
}

/** A list of made-up accounts: the least that a row can be, and one claim for all. */
export function namesList(count: number, version = 1, from = 0): Watchlist {
  return {
    format: 'statemark-watchlist',
    spec: 1,
    list: {
      id: 'newsroom',
      version,
      title: { en: 'Names' },
      description: { en: 'Made-up names for measuring.' },
      publisher: 'A newsroom',
      licence: 'CC0-1.0',
      updated: '2026-11-01',
      default: 'on',
    },
    sources: [source()],
    entities: [entity()],
    identifiers: Array.from({ length: count }, (_, i) => account({ id: `a-${from + i}`, value: benchName(from + i) })),
    claims: [claim()],
    events: [],
    exceptions: [],
  };
}
