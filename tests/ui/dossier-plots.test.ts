import { afterEach, describe, expect, test } from 'vitest';
import type { ListEvent } from '../../src/core/list-schema.ts';
import { countByCountry, platformsIn, tally } from '../../src/ui/dossier/counts.ts';
import { installedRows } from '../../src/ui/dossier/installed-rows.ts';
import { spanOf, timelineItems } from '../../src/ui/dossier/timeline-data.ts';
import { eventBeside } from '../../src/ui/dossier/timeline-keys.ts';
import { timelineLayout } from '../../src/ui/dossier/timeline-layout.ts';
import { fake } from '../fakes/browser.ts';
import { account, entity, tag, watchlist } from '../fixtures/list.ts';

afterEach(() => fake.reset());

function event(id: string, date: string, changes: Partial<ListEvent> = {}): ListEvent {
  const telling = { source: 's-one', locator: { page: '1' }, says: { en: 'It says so.' } };
  return {
    id,
    kind: 'takedown',
    title: { en: id },
    date,
    by: 'Platform',
    attributed: { en: 'Linked' },
    found: [telling],
    in_document: [telling],
    verdict: 'agrees',
    ...changes,
  };
}
const rows = (changes: Parameters<typeof watchlist>[0]) => installedRows({ list: watchlist(changes), on: true });
const DAY = 86_400_000;

describe('dates span what they say', () => {
  test.each([
    ['2020-05-03', undefined, '2020-05-03', 1],
    ['2020-02', undefined, '2020-02-01', 29],
    ['2020-12', undefined, '2020-12-01', 31],
    ['2020', undefined, '2020-01-01', 366],
    ['2020-12-31', '2021', '2020-12-31', 366],
    // An end before the beginning is a mistake of the list: no time runs backwards.
    ['2020-05-03', '2019', '2020-05-03', 1],
  ])('%s to %s', (date, until, first, days) => {
    const [from, to] = spanOf({ date, ...(until && { until }) });
    expect([new Date(from).toISOString().slice(0, 10), (to - from) / DAY]).toEqual([first, days]);
  });
});

describe('the timeline', () => {
  test('has the events of all lists, oldest first, numbered in that order', () => {
    const lists = [
      rows({ events: [event('v-b', '2021-02-03'), event('v-a', '2019')] }),
      rows({ list: { ...watchlist().list, id: 'other' }, events: [event('v-a', '2020-07', { kind: 'campaign' })] }),
    ];
    expect(timelineItems(lists).map(({ number, href }) => [number, href])).toEqual([
      [1, '#/event/sample/v-a'],
      [2, '#/event/other/v-a'],
      [3, '#/event/sample/v-b'],
    ]);
  });

  test('has a campaign that no event tells of, and not twice one that an event does', () => {
    const told = entity({ id: 'e-told', type: 'campaign', label: { en: 'Told' }, started: '2020' });
    const alone = entity({ id: 'e-alone', type: 'campaign', label: { en: 'Alone' }, started: '2021', ended: '2022' });
    const undated = entity({ id: 'e-undated', type: 'campaign', label: { en: 'Undated' } });
    const items = timelineItems([
      rows({
        entities: [entity(), told, alone, undated],
        events: [event('v-told', '2020', { kind: 'campaign', entities: ['e-told'] })],
      }),
    ]);
    expect(items.map(({ title, date, until }) => [title, date, until])).toEqual([
      ['v-told', '2020', undefined],
      ['Alone', '2021', '2022'],
    ]);
  });

  test('draws a lane for each kind, and no symbol over another', () => {
    const dates = ['2020-01-01', '2020-01-02', '2020-01-03', '2020-06'];
    const events = dates.flatMap((date, i) => [event(`v-${i}`, date), event(`c-${i}`, date, { kind: 'campaign' })]);
    const layout = timelineLayout(timelineItems([rows({ events })]), 360, false);
    expect(layout.lanes.map(({ kind }) => kind)).toEqual(['takedown', 'campaign']);
    const all = layout.lanes.flatMap(({ points }) => points);
    expect(all).toHaveLength(8);
    for (const [i, one] of all.entries()) {
      for (const other of all.slice(i + 1)) {
        expect(Math.abs(one.x - other.x) >= 40 || Math.abs(one.y - other.y) >= 26).toBe(true);
      }
    }
  });

  test.each([280, 360, 960])('stays within %i pixels, in either direction', (width) => {
    const items = timelineItems([rows({ events: [event('v-a', '2018'), event('v-b', '2022-01-03')] })]);
    for (const mirrored of [false, true]) {
      const { lanes, ticks, height } = timelineLayout(items, width, mirrored);
      const xs = [
        ...lanes.flatMap(({ points }) => points.flatMap(({ x, from, to }) => [x, from, to])),
        ...ticks.map(({ x }) => x),
      ];
      expect(Math.min(...xs)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...xs)).toBeLessThanOrEqual(width);
      expect(height).toBeGreaterThan(60);
      const [first, last] = lanes[0]?.points ?? [];
      expect((first?.x ?? 0) < (last?.x ?? 0)).toBe(!mirrored);
    }
  });

  test.each(['2018-06', '2020', '2021-11', '2022-01-01'])('words of its axis have room, from %s on', (from) => {
    const items = timelineItems([rows({ events: [event('v-a', from), event('v-b', '2022-01-03')] })]);
    for (const width of [600, 720, 820, 920]) {
      const { ticks } = timelineLayout(items, width, false);
      const gaps = ticks.slice(1).map(({ x }, i) => x - (ticks[i]?.x ?? 0));
      expect(Math.min(...gaps)).toBeGreaterThan(75);
    }
  });

  test('one event alone has a time to stand in', () => {
    const { ticks, lanes } = timelineLayout(
      timelineItems([rows({ events: [event('v-a', '2020-05-03')] })]),
      600,
      false,
    );
    expect(ticks.length).toBeGreaterThan(1);
    expect(lanes[0]?.points[0]?.x).toBeGreaterThan(250);
    expect(ticks.every(({ day }) => /^\d{4}(-\d{2}){0,2}$/.test(day))).toBe(true);
  });
});

describe('names by country and network', () => {
  const lists = [
    rows({
      entities: [
        entity(),
        entity({ id: 'e-ru', country: 'RU' }),
        { id: 'e-none', type: 'outlet', label: { en: 'None' } },
      ],
      identifiers: [
        account(),
        tag(),
        account({ id: 'a-two', value: 'Two' }),
        account({ id: 'a-ru', entity: 'e-ru', platform: 'telegram' }),
        account({ id: 'a-none', entity: 'e-none', platform: 'web', kind: 'domain', value: 'a.example' }),
      ],
    }),
  ];

  test('are counted, most first; what has no country is not lost', () => {
    expect(countByCountry(lists)).toEqual([
      {
        country: 'IR',
        total: 3,
        platforms: [
          { platform: 'x', count: 2 },
          { platform: 'any', count: 1 },
        ],
      },
      { country: 'RU', total: 1, platforms: [{ platform: 'telegram', count: 1 }] },
      { total: 1, platforms: [{ platform: 'web', count: 1 }] },
    ]);
  });

  test('have the networks that any of them has, in one order', () => {
    expect(platformsIn(countByCountry(lists))).toEqual(['x', 'telegram', 'any', 'web']);
  });

  test('of an empty list are none', () => {
    expect(countByCountry([])).toEqual([]);
    expect(tally([], () => 'a')).toEqual([]);
  });
});

describe('keys on the timeline', () => {
  const lists = [
    rows({
      events: [
        event('v-a', '2018-01-01'),
        event('v-b', '2019-06-01'),
        { ...event('v-c', '2019-07-01'), kind: 'campaign' },
        event('v-d', '2021-01-01'),
      ],
    }),
  ];
  const items = timelineItems(lists);
  const [a = '', b = '', c = '', d = ''] = items.map(({ key }) => key);

  test.each<[string, string, string | undefined, string | undefined]>([
    ['ArrowRight', a, b, undefined],
    ['ArrowRight', b, c, a],
    ['ArrowLeft', d, c, undefined],
    ['ArrowLeft', a, undefined, b],
    ['Home', c, a, a],
    ['End', a, d, d],
    ['Enter', a, undefined, undefined],
    ['toString', a, undefined, undefined],
    ['ArrowRight', 'nowhere', undefined, undefined],
  ])('%s from %s', (key, from, left, right) => {
    for (const [mirrored, to] of [
      [false, left],
      [true, right],
    ] as const) {
      const { lanes } = timelineLayout(items, 600, mirrored);
      expect(eventBeside(key, lanes, from, mirrored), String(mirrored)).toBe(to);
    }
  });

  test.each([false, true])('up and down lead to the nearest of the lane beside (mirrored: %s)', (mirrored) => {
    const { lanes } = timelineLayout(items, 600, mirrored);
    expect(lanes).toHaveLength(2);
    expect(eventBeside('ArrowDown', lanes, d, mirrored)).toBe(c);
    expect(eventBeside('ArrowUp', lanes, c, mirrored)).toBe(b);
    expect(eventBeside('ArrowUp', lanes, a, mirrored)).toBeUndefined();
    expect(eventBeside('ArrowDown', lanes, c, mirrored)).toBeUndefined();
  });
});
