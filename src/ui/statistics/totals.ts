import { daysBefore } from '../../days.ts';
import type { DayCount, Statistics } from '../../statistics.ts';

/** The last days up to one, oldest first, those without a match too. */
export function lastDays(days: readonly DayCount[], today: string, count: number): { day: string; total: number }[] {
  const totals = new Map(days.map(({ day, total }) => [day, total]));
  return Array.from({ length: count }, (_, i) => {
    const day = daysBefore(today, count - 1 - i);
    return { day, total: totals.get(day) ?? 0 };
  });
}

export interface EntityTotal {
  /** `list/entity` */
  entity: string;
  total: number;
}

/** Most matches first. @returns `others`: matches of entities that are not counted one by one */
export function byEntity({ entities, days }: Statistics): { entities: EntityTotal[]; others: number } {
  const totals = new Map<number, number>();
  for (const [at, count] of days.flatMap(({ counts }) => counts)) totals.set(at, (totals.get(at) ?? 0) + count);
  const rows = [...totals].map(([at, total]) => ({ entity: entities[at] ?? '', total }));
  const named = rows.reduce((sum, { total }) => sum + total, 0);
  return { entities: rows.sort((a, b) => b.total - a.total), others: totalOf(days) - named };
}

export function totalOf(days: readonly { total: number }[]): number {
  return days.reduce((sum, { total }) => sum + total, 0);
}
