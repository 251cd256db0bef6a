import { beforeEach, describe, expect, it, test } from 'vitest';
import { Lists } from '../../src/background/lists.ts';
import { countMatches, eraseStatistics } from '../../src/background/statistics.ts';
import type { Runtime, Tabs } from '../../src/browser.ts';
import { LOOK_ALIKES } from '../../src/core/look-alike-id.ts';
import type { PageMatch, PageReport } from '../../src/messages.ts';
import { DEFAULTS, type Settings } from '../../src/settings.ts';
import { NO_STATISTICS, readStatistics } from '../../src/statistics.ts';
import browser, { fake } from '../fakes/browser.ts';
import { watchlist } from '../fixtures/list.ts';

const DAY = '2026-11-22';
const LISTS = new Lists([watchlist()], DAY, 'en');
const OUTLET = 'sample/e-outlet';

beforeEach(() => fake.reset());

function page(...identifiers: string[]): PageReport {
  const matches = identifiers.map(
    (identifier): PageMatch => ({ list: 'sample', identifier, count: 3, places: ['author'] }),
  );
  return { status: 'read', posts: 9, withAccount: 9, withText: 9, matches };
}

function from(tab: number, incognito: boolean | undefined = false, frameId = 0): Runtime.MessageSender {
  return {
    id: 'statemark',
    url: 'https://x.com/home',
    frameId,
    tab: { id: tab, incognito } as Tabs.Tab,
  };
}

async function count(
  report: PageReport,
  {
    load = 1,
    sender = from(7),
    day = DAY,
    ...settings
  }: {
    load?: number | undefined;
    sender?: Runtime.MessageSender;
    day?: string;
  } & Partial<Settings> = {},
): Promise<number> {
  const all = { ...DEFAULTS, statistics: true, ...settings };
  await countMatches({ report, load, sender, settings: all, lists: async () => LISTS, day });
  return total();
}

async function total(): Promise<number> {
  return (await readStatistics()).days.reduce((sum, one) => sum + one.total, 0);
}

describe('a match is counted', () => {
  it('by day and entity', async () => {
    await count(page('a-outlet'));
    expect(await readStatistics()).toEqual({
      version: 1,
      since: DAY,
      entities: [OUTLET],
      days: [{ day: DAY, total: 1, counts: [[0, 1]] }],
    });
  });

  it('once for each load of a page, however often it is reported', async () => {
    await count(page('a-outlet'));
    await count(page('a-outlet'));
    expect(await count(page())).toBe(1);
    expect(await count(page('a-outlet'))).toBe(1);
    expect(await count(page('a-outlet'), { load: 2 })).toBe(2);
  });

  it('in each tab and frame', async () => {
    await count(page('a-outlet'));
    await count(page('a-outlet'), { sender: from(8) });
    expect(await count(page('a-outlet'), { sender: from(7, false, 3) })).toBe(3);
  });

  it('on the day on which it is met', async () => {
    await count(page('a-outlet'));
    await count(page('a-outlet'), { load: 2, day: '2026-11-23' });
    expect((await readStatistics()).days.map(({ day }) => day)).toEqual([DAY, '2026-11-23']);
  });

  it('though reports come at the same time', async () => {
    await Promise.all([1, 2, 3, 4].map((tab) => count(page('a-outlet'), { sender: from(tab) })));
    expect(await total()).toBe(4);
  });
});

describe('nothing is counted', () => {
  test.each<[string, Parameters<typeof count>[1]]>([
    ['while it is off, as it is by default', { statistics: DEFAULTS.statistics }],
    ['in private windows', { sender: from(7, true) }],
    ['where the browser does not say whether a window is private', { sender: from(7, undefined as never) }],
    ['that is not from a tab', { sender: { id: 'statemark' } }],
    ['that is muted', { muted: [{ list: 'sample', identifier: 'a-outlet', since: DAY }] }],
    ['of an entity that is muted', { mutedEntities: [{ list: 'sample', entity: 'e-outlet', since: DAY }] }],
    ['that is filtered', { filters: { countries: [], kinds: ['outlet'], grades: [] } }],
  ])('%s', async (name, settings) => {
    const sender = settings?.sender ?? from(7);
    if (name.includes('does not say')) delete (sender.tab as { incognito?: boolean }).incognito;
    expect(await count(page('a-outlet'), { ...settings, sender })).toBe(0);
    expect(await browser.storage.local.get('statistics')).toEqual({});
  });

  it('of a page that does not say when it was loaded', async () => {
    const settings = { ...DEFAULTS, statistics: true };
    await countMatches({
      report: page('a-outlet'),
      load: undefined,
      sender: from(7),
      settings,
      lists: async () => LISTS,
    });
    expect(await total()).toBe(0);
  });

  it('of what only resembles a listed name, or is in no list', async () => {
    const alike: PageMatch = { list: LOOK_ALIKES, identifier: 'x@samp1eoutlet', count: 1, places: ['author'] };
    expect(await count({ ...page('no-such-row'), matches: [alike, ...page('no-such-row').matches] })).toBe(0);
  });
});

it('keeps no address, no name and no text', async () => {
  await count(page('a-outlet'));
  const kept = JSON.stringify(await browser.storage.local.get(null));
  expect(kept).toContain(OUTLET);
  for (const word of ['x.com', 'https', 'a-outlet', 'sampleoutlet', 'author']) expect(kept).not.toContain(word);
});

it('remembers no more than so many pages', async () => {
  for (let tab = 1; tab <= 230; tab++) await count(page('a-outlet'), { sender: from(tab) });
  const { counted } = await browser.storage.session.get('counted');
  expect(counted).toHaveLength(200);
});

it('is erased as a whole, and begins anew', async () => {
  await count(page('a-outlet'));
  await eraseStatistics();
  expect(await readStatistics()).toEqual(NO_STATISTICS);
  expect(await browser.storage.session.get('counted')).toEqual({});
  expect(await count(page('a-outlet'), { load: 2 })).toBe(1);
});
