import { describe, expect, test } from 'vitest';
import { keptVersions } from '../../../src/publisher/list/kept-versions.ts';

const DAY = 24 * 3_600_000;
const START = Date.parse('2026-01-01T00:00:00.000Z');
const made = (day: number) => ({ day, created: new Date(START + day * DAY).toISOString() });
/** A publisher who builds every `step` days and keeps only what is to be kept. Newest first, as days of age. */
function agesAfter(days: number, step: number): number[] {
  let kept: { day: number; created: string }[] = [];
  let last: { day: number; created: string } | undefined;
  for (let day = 0; day <= days; day += step) {
    if (last) kept = keptVersions([last, ...kept], START + day * DAY);
    last = made(day);
  }
  return kept.map(({ day }) => Math.floor(days / step) * step - day);
}

describe('deltas are made from', () => {
  test('nothing, at first', () => {
    expect(keptVersions([], START)).toEqual([]);
  });

  test('everything, while that is little', () => {
    expect(agesAfter(12, 1)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  test.each([400, 500, 600, 777, 1000])(
    'a daily list after %d days: a month day by day, then two coarse steps',
    (days) => {
      const ages = agesAfter(days, 1);
      expect(ages.slice(0, 30)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
      expect(ages.length).toBe(32);
      const [quarter = 0, year = 0] = ages.slice(30);
      expect(quarter).toBeGreaterThan(30);
      expect(quarter).toBeLessThanOrEqual(150);
      expect(year).toBeGreaterThan(quarter);
      expect(year).toBeLessThanOrEqual(700);
    },
  );

  test('never more than a manifest can name', () => {
    const many = Array.from({ length: 500 }, (_, i) => made(500 - i));
    expect(keptVersions(many, START + 501 * DAY).length).toBe(32);
  });
});
