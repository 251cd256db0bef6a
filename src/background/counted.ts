import { daysBefore } from '../days.ts';
import { type DayCount, MOST_DAYS, MOST_ENTITIES, ofDays, type Statistics } from '../statistics.ts';

/**
 * Counts one match for each of the entities (`list/entity`; twice where it is named twice) on a day, and
 * forgets what is older than `MOST_DAYS`.
 * @param day `YYYY-MM-DD`
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
  return ofDays(forgotten({ version: 1, entities, days }, (_, at) => at >= days.length - MOST_DAYS));
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
