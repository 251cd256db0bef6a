import { beforeEach, describe, expect, it, test } from 'vitest';
import { Lists } from '../../src/background/lists.ts';
import { tabReport } from '../../src/background/tab-report.ts';
import { rememberReport } from '../../src/background/tabs.ts';
import type { PageReport, TabReport } from '../../src/messages.ts';
import { DEFAULTS, type Settings } from '../../src/settings.ts';
import { fake } from '../fakes/browser.ts';
import { watchlist } from '../fixtures/list.ts';

const LISTS = new Lists([watchlist()], '2026-11-22', 'en');
const PAGE: PageReport = {
  status: 'read',
  posts: 9,
  withAccount: 8,
  withText: 7,
  matches: [{ list: 'sample', identifier: 'a-outlet', count: 2, places: ['author'] }],
};

beforeEach(() => {
  fake.reset();
  fake.tabs = [{ id: 7, windowId: 1, active: true, url: 'https://x.com/home' }];
  fake.origins.add('https://x.com/*');
  fake.pages.set(7, () => PAGE);
});

const report = (settings: Partial<Settings> = {}): Promise<TabReport> =>
  tabReport(7, LISTS, { ...DEFAULTS, ...settings });

describe('the state of a tab', () => {
  const at = (url: string | undefined): void => {
    fake.tabs = [{ id: 7, windowId: 1, active: true, ...(url !== undefined && { url }) }];
  };

  test.each<[string, () => void, Partial<Settings>, Partial<TabReport>]>([
    ['read', () => undefined, {}, { status: 'read', host: 'x.com', site: 'x', posts: 9, withAccount: 8, withText: 7 }],
    ['off as a whole', () => undefined, { enabled: false }, { status: 'off', host: 'x.com', site: 'x', matches: [] }],
    ['off on this site', () => undefined, { sitesOff: ['x'] }, { status: 'site-off', site: 'x', matches: [] }],
    ['off on another site', () => undefined, { sitesOff: ['instagram'] }, { status: 'read' }],
    ['without permission', () => fake.origins.clear(), {}, { status: 'no-permission', site: 'x', matches: [] }],
    ['on another site', () => at('https://example.org/'), {}, { status: 'unsupported', host: 'example.org' }],
    ['on a site that looks alike', () => at('https://x.com.evil.example/'), {}, { status: 'unsupported' }],
    ['on a page of the browser', () => at('chrome://newtab/'), {}, { status: 'unsupported' }],
    ['empty', () => at('about:blank'), {}, { status: 'unsupported' }],
    ['without an address', () => at(undefined), {}, { status: 'unsupported' }],
    ['not there', () => (fake.tabs = []), {}, { status: 'unsupported' }],
    ['before its page answers', () => fake.pages.clear(), {}, { status: 'reading', posts: 0, matches: [] }],
  ])('%s', async (_, prepare, settings, expected) => {
    prepare();
    expect(await report(settings)).toMatchObject({ tab: 7, ...expected });
  });

  test.each([['about:blank'], [undefined]])('has no host where there is none: %s', async (url) => {
    at(url);
    expect(await report()).not.toHaveProperty('host');
    expect(await report()).not.toHaveProperty('site');
  });

  test.each(['reading', 'unreadable'] as const)('is %s where its page says so', async (status) => {
    fake.pages.set(7, () => ({ ...PAGE, status, matches: [] }));
    expect(await report()).toMatchObject({ status, matches: [] });
  });

  it('names the lists in use, in every state', async () => {
    expect((await report()).lists.map(({ id }) => id)).toEqual(['sample']);
    expect((await report({ enabled: false })).lists.map(({ id }) => id)).toEqual(['sample']);
  });
});

describe('the matches of a tab', () => {
  it('come with the whole evidence', async () => {
    const { matches } = await report();
    expect(matches).toEqual([
      {
        evidence: LISTS.evidence({ list: 'sample', identifier: 'a-outlet' }),
        count: 2,
        places: ['author'],
        muted: false,
      },
    ]);
  });

  it('that are muted are there, and said to be', async () => {
    const muted = [{ list: 'sample', identifier: 'a-outlet', since: '2026-01-01' }];
    expect((await report({ muted })).matches.map((match) => match.muted)).toEqual([true]);
  });

  it('that no list knows any more are left out', async () => {
    const gone = { list: 'sample', identifier: 'a-gone', count: 1, places: [] };
    fake.pages.set(7, () => ({ ...PAGE, matches: [gone, ...PAGE.matches, { ...gone, list: 'other' }] }));
    expect((await report()).matches).toHaveLength(1);
  });

  it('are those that the page told last, where it does not answer', async () => {
    await rememberReport(7, PAGE, DEFAULTS);
    fake.pages.clear();
    expect(await report()).toMatchObject({ status: 'read', matches: [{ count: 2 }] });
  });

  it('are those of now, where it does', async () => {
    await rememberReport(7, PAGE, DEFAULTS);
    fake.pages.set(7, () => ({ ...PAGE, matches: [] }));
    expect((await report()).matches).toEqual([]);
  });
});

test.each([99, -1])('no tab (%i) still tells of the lists', async (tab) => {
  expect(await tabReport(tab, LISTS, DEFAULTS)).toMatchObject({ status: 'unsupported', lists: [{ id: 'sample' }] });
});
