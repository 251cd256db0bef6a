import { beforeEach, describe, expect, it, test } from 'vitest';
import { forgetClosedTabs, hasMatch, rememberReport, reportOf } from '../../src/background/tabs.ts';
import type { PageReport } from '../../src/messages.ts';
import { DEFAULTS, type Settings } from '../../src/settings.ts';
import browser, { fake } from '../fakes/browser.ts';

beforeEach(() => fake.reset());

const match = (identifier: string, count = 1): PageReport['matches'][number] => ({
  list: 'sample',
  identifier,
  count,
  places: ['hashtag'],
});
const report = (...matches: PageReport['matches']): PageReport => ({
  status: 'read',
  posts: 1,
  withAccount: 1,
  withText: 1,
  matches,
});
const muting = (...identifiers: string[]): Settings => ({
  ...DEFAULTS,
  muted: identifiers.map((identifier) => ({ list: 'sample', identifier, since: '2026-01-01' })),
});

describe('the toolbar button', () => {
  test.each<[string, PageReport, Settings, string]>([
    ['counts names, not how often they stand there', report(match('a', 9), match('b', 4)), DEFAULTS, '2'],
    ['does not count what is muted', report(match('a'), match('b')), muting('a'), '1'],
    ['is empty when all is muted', report(match('a')), muting('a'), ''],
    ['is empty when nothing matches', report(), DEFAULTS, ''],
    [
      'counts a name that another list’s mute names',
      report(match('a')),
      {
        ...DEFAULTS,
        muted: [{ list: 'other', identifier: 'a', since: '2026-01-01' }],
      },
      '1',
    ],
  ])('%s', async (_, page, settings, text) => {
    await rememberReport(7, page, settings);
    expect(fake.called('action.setBadgeText')).toEqual([[{ tabId: 7, text }]]);
  });

  it('writes its number as the reader’s language does', async () => {
    fake.language = 'en';
    await rememberReport(7, report(...Array.from({ length: 12 }, (_, i) => match(`a-${i}`))), DEFAULTS);
    expect(fake.called('action.setBadgeText')).toEqual([[{ tabId: 7, text: '12' }]]);
  });

  it('of a closed tab breaks nothing', async () => {
    const { setBadgeText } = browser.action;
    browser.action.setBadgeText = () => Promise.reject(new Error('No tab with id: 7.'));
    try {
      await rememberReport(7, report(match('a')), DEFAULTS);
    } finally {
      browser.action.setBadgeText = setBadgeText;
    }
    expect(await reportOf(7)).toBeDefined();
  });
});

describe('what a tab has reported', () => {
  it('is its own, and the latest', async () => {
    await rememberReport(7, report(match('a')), DEFAULTS);
    await rememberReport(8, report(match('b')), DEFAULTS);
    await rememberReport(7, report(match('c')), DEFAULTS);
    expect((await reportOf(7))?.matches).toEqual([match('c')]);
    expect((await reportOf(8))?.matches).toEqual([match('b')]);
  });

  it('is gone when nothing matches any more', async () => {
    await rememberReport(7, report(match('a')), DEFAULTS);
    await rememberReport(7, report(), DEFAULTS);
    expect(await reportOf(7)).toBeUndefined();
    expect(await browser.storage.session.get(null)).toEqual({});
  });

  it('holds what the tab may speak of', async () => {
    await rememberReport(7, report(match('a')), DEFAULTS);
    expect(await hasMatch(7, { list: 'sample', identifier: 'a' })).toBe(true);
    expect(await hasMatch(7, { list: 'sample', identifier: 'b' })).toBe(false);
    expect(await hasMatch(7, { list: 'other', identifier: 'a' })).toBe(false);
    expect(await hasMatch(8, { list: 'sample', identifier: 'a' })).toBe(false);
  });

  it('outlives the worker', async () => {
    await rememberReport(7, report(match('a')), DEFAULTS);
    const again = new URL('../../src/background/tabs.ts?again', import.meta.url).href;
    const nextLife = (await import(/* @vite-ignore */ again)) as typeof import('../../src/background/tabs.ts');
    expect(nextLife.reportOf).not.toBe(reportOf);
    expect((await nextLife.reportOf(7))?.matches).toEqual([match('a')]);
    expect(await nextLife.hasMatch(7, { list: 'sample', identifier: 'a' })).toBe(true);
  });

  it('is in memory, and never on the disk', async () => {
    await rememberReport(7, report(match('a')), DEFAULTS);
    expect(await browser.storage.local.get(null)).toEqual({});
  });
});

describe('closed tabs', () => {
  it('leave nothing behind, and open ones keep theirs', async () => {
    await rememberReport(7, report(match('a')), DEFAULTS);
    await rememberReport(8, report(match('b')), DEFAULTS);
    await browser.storage.session.set({ underlined: [] });
    fake.tabs = [{ id: 8, windowId: 1, active: true }];
    await forgetClosedTabs();
    expect(Object.keys(await browser.storage.session.get(null)).sort()).toEqual(['tab:8', 'underlined']);
  });

  it('are no trouble when there are none', async () => {
    await expect(forgetClosedTabs()).resolves.toBeUndefined();
  });
});
