import { browser } from './browser.ts';
import { daysBefore } from './days.ts';

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
  return withSince({ version: 1, entities, days: read });
}

/**
 * Counts one match for each of the entities (`list/entity`; twice where it is named twice) on a day, and
 * forgets what is older than `MOST_DAYS`.
 */
export function counted(before: Statistics, day: string, matched: readonly string[]): Statistics {
  const oldest = daysBefore(day, MOST_DAYS - 1);
  const kept = forgotten(before, (row) => row.day >= oldest);
  const entities = [...kept.entities];
  const today = kept.days.find((row) => row.day === day);
  const counts = new Map(today?.counts);
  for (const entity of matched) {
    const at = placeOf(entities, entity);
    if (at !== undefined) counts.set(at, (counts.get(at) ?? 0) + 1);
  }
  const row: DayCount = { day, total: (today?.total ?? 0) + matched.length, counts: [...counts] };
  const days = [...kept.days.filter((one) => one.day !== day), row].sort((a, b) => (a.day < b.day ? -1 : 1));
  // A clock that stood wrong may have left days that are still to come: they count towards the most.
  return withSince(forgotten({ version: 1, entities, days }, (_, at) => at >= days.length - MOST_DAYS));
}

/** Entities that no day counts any more go with their days. */
function forgotten(all: Statistics, keep: (row: DayCount, at: number) => boolean): Statistics {
  const days = all.days.filter(keep);
  if (days.length === all.days.length) return all;
  const used = [...new Set(days.flatMap(({ counts }) => counts.map(([at]) => at)))].sort((a, b) => a - b);
  const moved = new Map(used.map((at, place) => [at, place]));
  return {
    version: 1,
    entities: used.map((at) => all.entities[at] ?? ''),
    days: days.map((row) => ({
      ...row,
      counts: row.counts.map(([at, count]): [number, number] => [moved.get(at) ?? at, count]),
    })),
  };
}

function placeOf(entities: string[], entity: string): number | undefined {
  const at = entities.indexOf(entity);
  if (at >= 0) return at;
  return entities.length < MOST_ENTITIES ? entities.push(entity) - 1 : undefined;
}

function withSince({ entities, days }: Statistics): Statistics {
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
