import { describe, expect, it, test } from 'vitest';
import { counted } from '../src/background/counted.ts';
import { daysBefore } from '../src/days.ts';
import { MOST_DAYS, MOST_ENTITIES, NO_STATISTICS, type Statistics, statisticsFromStored } from '../src/statistics.ts';
import { byEntity, lastDays, totalOf } from '../src/ui/statistics/totals.ts';

const DAY = '2026-11-22';
const TWO: Statistics = {
  version: 1,
  since: '2026-11-20',
  entities: ['a/one', 'b/two'],
  days: [
    { day: '2026-11-20', total: 3, counts: [[0, 3]] },
    {
      day: DAY,
      total: 3,
      counts: [
        [0, 1],
        [1, 2],
      ],
    },
  ],
};

describe('counting', () => {
  it('begins with the first match', () => {
    expect(counted(NO_STATISTICS, DAY, ['a/one', 'a/one', 'b/two'])).toEqual({
      version: 1,
      since: DAY,
      entities: ['a/one', 'b/two'],
      days: [
        {
          day: DAY,
          total: 3,
          counts: [
            [0, 2],
            [1, 1],
          ],
        },
      ],
    });
  });

  it('goes on within a day and leaves other days as they are', () => {
    const now = counted(TWO, DAY, ['b/two']);
    expect(now.days[0]).toEqual(TWO.days[0]);
    expect(now.days[1]).toEqual({
      day: DAY,
      total: 4,
      counts: [
        [0, 1],
        [1, 3],
      ],
    });
  });

  it('changes nothing of what it was given', () => {
    const before = structuredClone(TWO);
    counted(TWO, DAY, ['c/three']);
    expect(TWO).toEqual(before);
  });

  it('keeps days in order, whatever the clock says', () => {
    expect(counted(TWO, '2026-11-21', ['a/one']).days.map(({ day }) => day)).toEqual(['2026-11-20', '2026-11-21', DAY]);
  });

  it('forgets what is older than the most days, and its entities', () => {
    const now = counted(TWO, '2027-12-25', ['b/two']);
    expect(now).toEqual({
      version: 1,
      since: DAY,
      entities: ['a/one', 'b/two'],
      days: [TWO.days[1], { day: '2027-12-25', total: 1, counts: [[1, 1]] }],
    });
    expect(counted(now, '2029-01-01', ['b/two']).entities).toEqual(['b/two']);
  });

  it('is bounded in days, though the clock stood wrong', () => {
    let now: Statistics = NO_STATISTICS;
    for (let i = 0; i <= MOST_DAYS; i++) now = counted(now, daysBefore('2090-01-01', i), ['a/one']);
    now = counted(now, '2020-01-01', ['a/one']);
    expect(now.days.length).toBe(MOST_DAYS);
  });

  it('is bounded in entities, and loses no match by it', () => {
    const many = Array.from({ length: MOST_ENTITIES + 7 }, (_, i) => `list/e${i}`);
    const now = counted(NO_STATISTICS, DAY, many);
    expect(now.entities).toHaveLength(MOST_ENTITIES);
    expect(totalOf(now.days)).toBe(MOST_ENTITIES + 7);
    expect(byEntity(now).others).toBe(7);
  });

  it('stays small when full', () => {
    const all = Array.from({ length: MOST_ENTITIES }, (_, i) => `list-of-names/entity-number-${i}`);
    const full: Statistics = {
      version: 1,
      entities: all,
      days: Array.from({ length: MOST_DAYS }, (_, i) => ({
        day: daysBefore(DAY, i),
        total: 500,
        counts: all.map((_entity, at): [number, number] => [at, 9]),
      })),
    };
    expect(JSON.stringify(full).length).toBeLessThan(2_000_000);
  });
});

describe('what is stored', () => {
  it('is read as it is where it is whole', () => expect(statisticsFromStored(TWO)).toEqual(TWO));

  test.each([
    undefined,
    null,
    7,
    'statistics',
    [],
    {},
    { entities: ['a/one'] },
    { days: [] },
    { entities: [7], days: [] },
    { entities: {}, days: {} },
  ])('is nothing where it is %j', (stored) => expect(statisticsFromStored(stored)).toEqual(NO_STATISTICS));

  test.each([
    null,
    {},
    { day: 'today', total: 1, counts: [] },
    { day: DAY, total: -1, counts: [] },
    { day: DAY, total: 1.5, counts: [] },
    { day: DAY, total: 1, counts: {} },
    { day: DAY, total: 1, counts: [[2, 1]] },
    { day: DAY, total: 1, counts: [[0, 'many']] },
    { day: DAY, total: 1, counts: [['__proto__', 1]] },
  ])('loses the day alone that is %j', (row) => {
    expect(statisticsFromStored({ ...TWO, days: [TWO.days[0], row] }).days).toEqual([TWO.days[0]]);
  });
});

describe('what is shown', () => {
  it('has every day of a month, those without a match too', () => {
    const days = lastDays(TWO.days, DAY, 30);
    expect(days).toHaveLength(30);
    expect(days[0]).toEqual({ day: '2026-10-24', total: 0 });
    expect(days.slice(-3).map(({ total }) => total)).toEqual([3, 0, 3]);
  });

  it('has entities by their matches, most first', () => {
    expect(byEntity(TWO)).toEqual({
      entities: [
        { entity: 'a/one', total: 4 },
        { entity: 'b/two', total: 2 },
      ],
      others: 0,
    });
  });

  test.each([
    ['2026-03-01', 1, '2026-02-28'],
    ['2028-03-01', 1, '2028-02-29'],
    ['2026-01-01', 1, '2025-12-31'],
    ['2026-03-30', 2, '2026-03-28'],
  ])('%s less %i is %s, clocks forward or not', (day, by, before) => expect(daysBefore(day, by)).toBe(before));
});
