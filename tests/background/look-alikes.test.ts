import { beforeEach, describe, expect, it, test, vi } from 'vitest';
import { readGuard } from '../../src/background/guard-name.ts';
import { Lists } from '../../src/background/lists.ts';
import { LookAlikes } from '../../src/background/look-alikes.ts';
import { tabReport } from '../../src/background/tab-report.ts';
import { rememberReport } from '../../src/background/tabs.ts';
import { LOOK_ALIKES } from '../../src/core/look-alike-id.ts';
import type { LookupReply, PageReport } from '../../src/messages.ts';
import { DEFAULTS, type Settings } from '../../src/settings.ts';
import { fake } from '../fakes/browser.ts';
import { account, claim, exception, tag, watchlist } from '../fixtures/list.ts';

const TODAY = '2026-11-22';
const ON: Settings = { ...DEFAULTS, lookAlikes: true };
const LIKE = { list: LOOK_ALIKES, identifier: 'x@sample_outlet' };

function lists(changes: Parameters<typeof watchlist>[0] = {}): Lists {
  return new Lists([watchlist(changes)], TODAY, 'en');
}

let lookAlikes: LookAlikes;
beforeEach(() => {
  fake.reset();
  lookAlikes = new LookAlikes();
});

function lookup(keys: string[], settings: Partial<Settings> = {}, on = lists()): Promise<LookupReply> {
  return lookAlikes.withLookAlikes(on.lookup(keys), keys, on, { ...ON, ...settings });
}
const named = async (reply: Promise<LookupReply>): Promise<[string, string][]> =>
  (await reply).verdicts.map(([key, [verdict]]) => [key, `${verdict?.kind} ${verdict?.name}`]);

describe('a lookup', () => {
  it('tells of look-alikes beside what is listed', async () => {
    const reply = await lookup(['x@sampleoutlet', 'x@sample_outlet', 'x@somebody', '*#sample_tag', 'x@sample_outlet']);
    expect(await named(Promise.resolve(reply))).toEqual([
      ['x@sampleoutlet', 'outlet Outlet'],
      ['*#sample_tag', 'hashtag Outlet'],
      ['x@sample_outlet', 'look-alike @SampleOutlet'],
    ]);
    expect(reply.verdicts[2]?.[1]).toEqual([
      {
        list: LOOK_ALIKES,
        identifier: 'x@sample_outlet',
        entity: LOOK_ALIKES,
        name: '@SampleOutlet',
        kind: 'look-alike',
        grade: 'confirmed',
      },
    ]);
  });

  it('tells nothing of them, and compares nothing, while they are off', async () => {
    const untouched = {
      generation: 1,
      get active(): never {
        throw new Error('the lists were asked');
      },
      lookup(): never {
        throw new Error('the lists were asked');
      },
      get all(): never {
        throw new Error('the lists were asked');
      },
    };
    const reply: LookupReply = { generation: 1, verdicts: [] };
    const off = { ...DEFAULTS, guarded: ['any@MyNewsroom'] };
    expect(await lookAlikes.withLookAlikes(reply, ['x@sample_outlet', 'x@mynewsr00m'], untouched, off)).toBe(reply);
    expect(await lookAlikes.evidence(LIKE, untouched, off)).toBeUndefined();
  });

  it.each([
    ['an alias', { identifiers: [account({ aliases: ['Sample_Outlet'] })] }, 'outlet'],
    [
      'another account of the same',
      { identifiers: [account(), account({ id: 'b', value: 'Sample_Outlet' })] },
      'outlet',
    ],
  ])('tells what is listed where it is %s', async (_, changes, kind) => {
    expect(await named(lookup(['x@sample_outlet'], {}, lists(changes)))).toEqual([
      ['x@sample_outlet', `${kind} Outlet`],
    ]);
  });

  it.each<[string, Parameters<typeof watchlist>[0]]>([
    ['an exception', { exceptions: [exception({ value: 'sample_OUTLET' })] }],
    [
      'listed on another network',
      { identifiers: [account(), account({ id: 'b', platform: 'vk', value: 'Sample_Outlet' })] },
    ],
    [
      'listed, though nothing holds of it yet',
      {
        entities: [
          { id: 'e-outlet', type: 'outlet', label: { en: 'Outlet' } },
          { id: 'e-new', type: 'outlet', label: { en: 'New' } },
        ],
        identifiers: [account(), account({ id: 'b', entity: 'e-new', value: 'Sample_Outlet' })],
        claims: [claim(), claim({ id: 'c-new', about: ['e-new'], valid_from: '2027' })],
      },
    ],
    ['like one of which nothing holds any more', { claims: [claim({ status: 'retracted' })] }],
    ['like a hashtag alone', { identifiers: [tag({ value: 'SampleOutlet' })] }],
  ])('tells nothing where the name is %s', async (_, changes) => {
    expect(await named(lookup(['x@sample_outlet'], {}, lists(changes)))).toEqual([]);
  });

  it('tells nothing where a list that is off has the name', async () => {
    const off = watchlist({
      identifiers: [account({ value: 'Sample_Outlet' }), account({ id: 'b', value: 'FarAway' })],
    });
    const on = new Lists([watchlist()], TODAY, 'en', async () => [{ list: off, on: false }]);
    expect(await named(lookup(['x@sample_outlet', 'x@sample_outlet_', 'x@faraway_'], {}, on))).toEqual([
      ['x@sample_outlet_', 'look-alike @SampleOutlet'],
    ]);
  });

  it('still tells of look-alikes where the lists that are off cannot be read', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const on = new Lists([watchlist()], TODAY, 'en', () => Promise.reject(new Error('no database')));
    expect(await named(lookup(['x@sample_outlet'], {}, on))).toHaveLength(1);
    expect(warn).toHaveBeenCalledOnce();
  });

  it('follows the lists and the guarded names as they change', async () => {
    const keys = ['x@sample_outlet', 'x@mynewsr00m'];
    expect(await named(lookup(keys))).toHaveLength(1);
    expect(await named(lookup(keys, { guarded: ['any@MyNewsroom'] }))).toHaveLength(2);
    expect(await named(lookup(keys, { guarded: ['reddit@MyNewsroom'] }))).toHaveLength(1);
    expect(await named(lookup(keys, {}, lists({ identifiers: [account({ value: 'Other' })] })))).toEqual([]);
  });

  it.each(['', '@', 'any', 'any@', 'any@___', '@MyNewsroom', 'nowhere@MyNewsroom'])(
    'is not disturbed by a guarded name that is none: “%s”',
    async (guarded) =>
      expect(await named(lookup(['x@mynewsr00m', 'x@sample_outlet'], { guarded: [guarded] }))).toHaveLength(1),
  );
});

describe('the evidence on a look-alike', () => {
  it('names the account, its list and how the name differs', async () => {
    expect(await lookAlikes.evidence(LIKE, lists(), ON)).toEqual({
      ref: LIKE,
      of: { platform: 'x', name: 'SampleOutlet', list: 'sample', entity: 'e-outlet' },
      tricks: [{ kind: 'separator-added', sign: '_' }],
      shown: { platform: 'x', name: 'sample_outlet' },
      listTitle: { en: 'Sample' },
      entityLabel: { en: 'Outlet' },
    });
  });

  it('names no list for what the reader guards', async () => {
    const found = await lookAlikes.evidence({ ...LIKE, identifier: 'vk@my_newsroom' }, lists(), {
      ...ON,
      guarded: ['any@MyNewsroom'],
    });
    expect(found).toMatchObject({
      of: { platform: 'any', name: 'MyNewsroom' },
      shown: { platform: 'vk', name: 'my_newsroom' },
    });
    expect(found).not.toHaveProperty('listTitle');
  });

  it.each<[string, typeof LIKE, Settings]>([
    ['while they are off', LIKE, DEFAULTS],
    ['for what a list holds', { list: 'sample', identifier: 'x@sample_outlet' }, ON],
    ['for what resembles nothing', { ...LIKE, identifier: 'x@somebody' }, ON],
    ['for no key', { ...LIKE, identifier: 'a-outlet' }, ON],
  ])('there is none %s', async (_, ref, settings) => {
    expect(await lookAlikes.evidence(ref, lists(), settings)).toBeUndefined();
  });
});

describe('a tab with a look-alike', () => {
  const page: PageReport = {
    status: 'read',
    posts: 2,
    withAccount: 2,
    withText: 2,
    matches: [
      { list: 'sample', identifier: 'a-outlet', count: 1, places: ['author'] },
      { ...LIKE, count: 3, places: ['author', 'mention'] },
    ],
  };
  beforeEach(() => {
    fake.tabs = [{ id: 7, windowId: 1, active: true, url: 'https://x.com/home' }];
    fake.origins.add('https://x.com/*');
    fake.pages.set(7, () => page);
  });

  it('tells of it apart from what is listed', async () => {
    const report = await tabReport(7, lists(), ON, lookAlikes);
    expect(report.matches.map(({ evidence }) => evidence.identifier.id)).toEqual(['a-outlet']);
    expect(report.lookAlikes).toMatchObject([
      { resemblance: { ref: LIKE }, count: 3, places: ['author', 'mention'], muted: false },
    ]);
  });

  it('tells that it is muted', async () => {
    const settings = { ...ON, muted: [{ ...LIKE, since: TODAY }] };
    expect((await tabReport(7, lists(), settings, lookAlikes)).lookAlikes).toMatchObject([{ muted: true }]);
  });

  it('tells of none while they are off', async () => {
    expect(await tabReport(7, lists(), DEFAULTS, lookAlikes)).not.toHaveProperty('lookAlikes');
  });

  it('does not count it on the toolbar button', async () => {
    await rememberReport(7, page, ON);
    expect(fake.called('action.setBadgeText')).toEqual([[{ tabId: 7, text: '1' }]]);
    await rememberReport(7, { ...page, matches: page.matches.slice(1) }, ON);
    expect(fake.called('action.setBadgeText').at(-1)).toEqual([{ tabId: 7, text: '' }]);
  });
});

describe('what the reader wants guarded', () => {
  test.each([
    ['@MyNewsroom', 'any@MyNewsroom'],
    ['MyNewsroom', 'any@MyNewsroom'],
    ['  @MyNewsroom  ', 'any@MyNewsroom'],
    ['my.newsroom', 'any@my.newsroom'],
    ['@خبرگزاری', 'any@خبرگزاری'],
    ['https://x.com/MyNewsroom', 'x@MyNewsroom'],
    ['x.com/MyNewsroom', 'x@MyNewsroom'],
    ['https://www.instagram.com/mynewsroom/?hl=en', 'instagram@mynewsroom'],
    ['https://t.me/mynewsroom', 'telegram@mynewsroom'],
    ['https://www.youtube.com/@MyNewsroom', 'youtube@MyNewsroom'],
    ['mynewsroom@mastodon.social', 'mastodon@mynewsroom@mastodon.social'],
    ['u/mynewsroom', 'reddit@mynewsroom'],
  ])('%s is kept as %s', (text, added) => expect(readGuard(text, [])).toEqual({ added }));

  test.each([
    ['', 'unreadable'],
    ['   ', 'unreadable'],
    ['two words', 'unreadable'],
    ['@one @two', 'unreadable'],
    ['#hashtag', 'unreadable'],
    ['https://x.com/', 'unreadable'],
    ['https://x.com/home', 'unreadable'],
    ['https://x.com/hashtag/news', 'unreadable'],
    ['https://example.org/page', 'unreadable'],
    ['javascript:alert(1)', 'unreadable'],
    [`@${'a'.repeat(500)}`, 'unreadable'],
    ['@bbc', 'short'],
    ['@b_b_c', 'short'],
    ['https://x.com/rtcom/../bbc', 'short'],
    ['abc@mastodon.social', 'short'],
    ['@mynewsroom', 'known'],
    ['MYNEWSROOM', 'known'],
  ])('%s is refused: %s', (text, problem) => expect(readGuard(text, ['any@MyNewsroom'])).toEqual({ problem }));

  it('is refused beyond a hundred names', async () => {
    const full = Array.from({ length: 100 }, (_, i) => `any@newsroom${i}`);
    expect(readGuard('@another', full)).toEqual({ problem: 'many' });
    expect(readGuard('@another', full.slice(1))).toEqual({ added: 'any@another' });
  });
});
