import { browser } from './browser.ts';

/**
 * How often which listed entity was met, by day: counts and nothing else, in `storage.local`, and only where
 * the reader switched it on.
 */
export interface Statistics {
  version: 1;
  /** The day that counting began, `YYYY-MM-DD`; absent while nothing is counted. */
  since?: string;
  /** `list/entity`, as days refer to them by place. */
  entities: string[];
  /** Oldest first; days without a match are left out. */
  days: DayCount[];
}

export interface DayCount {
  /** `YYYY-MM-DD`, by the reader's own clock. */
  day: string;
  /** Of all entities, those beyond `MOST_ENTITIES` too. */
  total: number;
  counts: [entity: number, matches: number][];
}

export const MOST_DAYS = 400;
export const MOST_ENTITIES = 500;
export const NO_STATISTICS: Statistics = { version: 1, entities: [], days: [] };
/** In `storage.local`. */
export const STATISTICS = 'statistics';

export interface StatisticsMessages {
  /** Forgets all that was counted. */
  eraseStatistics: { data: null; reply: undefined };
}

export async function readStatistics(): Promise<Statistics> {
  return statisticsFromStored((await browser.storage.local.get(STATISTICS))[STATISTICS]);
}

/** What is damaged is left out; the rest counts on. */
export function statisticsFromStored(stored: unknown): Statistics {
  const { entities, days } = (stored ?? {}) as { entities?: unknown; days?: unknown };
  if (!Array.isArray(entities) || !Array.isArray(days) || !entities.every((one) => typeof one === 'string')) {
    return NO_STATISTICS;
  }
  const read = days.filter((row) => isDay(row, entities.length));
  return ofDays({ entities, days: read });
}

/** @param days oldest first: counting began with the first */
export function ofDays({ entities, days }: Pick<Statistics, 'entities' | 'days'>): Statistics {
  return { version: 1, entities, days, ...(days[0] && { since: days[0].day }) };
}

function isDay(row: unknown, entities: number): row is DayCount {
  const { day, total, counts } = (row ?? {}) as Partial<Record<keyof DayCount, unknown>>;
  if (typeof day !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(day) || !isCount(total) || !Array.isArray(counts)) {
    return false;
  }
  return counts.every((pair) => Array.isArray(pair) && isCount(pair[1]) && isCount(pair[0]) && pair[0] < entities);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
