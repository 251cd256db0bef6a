import { beforeEach, describe, expect, it } from 'vitest';
import { Lists } from '../../src/background/lists.ts';
import { sessionReport } from '../../src/background/session-report.ts';
import { rememberReport } from '../../src/background/tabs.ts';
import type { PageReport } from '../../src/messages.ts';
import { DEFAULTS } from '../../src/settings.ts';
import { fake } from '../fakes/browser.ts';
import { watchlist } from '../fixtures/list.ts';

const LISTS = new Lists([watchlist()], '2026-11-22', 'en');

function found(matches: PageReport['matches']): PageReport {
  return { status: 'read', posts: 3, withAccount: 3, withText: 3, matches };
}
const OUTLET = { list: 'sample', identifier: 'a-outlet', count: 2, places: ['author' as const] };
const TAG = { list: 'sample', identifier: 'h-sample', count: 1, places: ['hashtag' as const] };

beforeEach(() => {
  fake.reset();
  fake.tabs = [
    { id: 1, windowId: 1, active: true, url: 'https://x.com/home' },
    { id: 2, windowId: 1, active: false, url: 'https://t.me/s/name' },
    { id: 3, windowId: 1, active: false },
  ];
});

const report = (settings = DEFAULTS) => sessionReport(LISTS, settings);
const told = async (settings = DEFAULTS) =>
  (await report(settings)).matches.map(({ evidence, ...rest }) => ({ id: evidence.identifier.id, ...rest }));

describe('what all open tabs hold', () => {
  it('is nothing where nothing was reported', async () => {
    expect(await report()).toEqual({ tabs: 0, matches: [] });
  });

  it('is one row an identifier, with counts, places and hosts together', async () => {
    await rememberReport(1, found([OUTLET, TAG]), DEFAULTS);
    await rememberReport(2, found([{ ...OUTLET, count: 3, places: ['mention', 'author'] }]), DEFAULTS);
    await rememberReport(3, found([TAG]), DEFAULTS);
    expect((await report()).tabs).toBe(3);
    expect(await told()).toEqual([
      { id: 'a-outlet', count: 5, places: ['author', 'mention'], muted: false, hosts: ['x.com', 't.me'] },
      { id: 'h-sample', count: 2, places: ['hashtag'], muted: false, hosts: ['x.com'] },
    ]);
  });

  it('leaves out tabs that are closed, and those of private windows', async () => {
    await rememberReport(1, found([OUTLET]), DEFAULTS);
    await rememberReport(2, found([TAG]), DEFAULTS);
    await rememberReport(9, found([TAG]), DEFAULTS);
    fake.tabs = fake.tabs.map((tab) => (tab.id === 2 ? { ...tab, incognito: true } : tab));
    expect(await told()).toMatchObject([{ id: 'a-outlet' }]);
  });

  it('flags what is muted, and leaves out what no list holds any more', async () => {
    await rememberReport(1, found([OUTLET, { ...TAG, identifier: 'gone' }]), DEFAULTS);
    const muted = [{ list: 'sample', identifier: 'a-outlet', since: '2026-01-01' }];
    expect(await told({ ...DEFAULTS, muted })).toMatchObject([{ id: 'a-outlet', muted: true }]);
  });
});
