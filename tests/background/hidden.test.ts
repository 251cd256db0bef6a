import { beforeEach, describe, expect, it, test } from 'vitest';
import { showOff } from '../../src/background/badge.ts';
import { createHandlers } from '../../src/background/handlers.ts';
import { standingOf } from '../../src/background/hidden.ts';
import { Library } from '../../src/background/library.ts';
import { Lists } from '../../src/background/lists.ts';
import { sessionReport } from '../../src/background/session-report.ts';
import { tabReport } from '../../src/background/tab-report.ts';
import { rememberReport } from '../../src/background/tabs.ts';
import { NO_FILTERS } from '../../src/filters.ts';
import type { PageReport } from '../../src/messages.ts';
import { DEFAULTS, type Settings } from '../../src/settings.ts';
import { fake } from '../fakes/browser.ts';
import { account, claim, entity, tag, watchlist } from '../fixtures/list.ts';

const LISTS = new Lists(
  [
    watchlist({
      entities: [entity(), entity({ id: 'e-ministry', type: 'agency', label: { en: 'Ministry' }, country: 'RU' })],
      identifiers: [account(), tag(), account({ id: 'a-ministry', entity: 'e-ministry', value: 'Ministry' })],
      claims: [claim(), claim({ id: 'c-two', about: ['e-ministry'], status: 'unconfirmed' })],
    }),
  ],
  '2026-11-22',
  'en',
);
const IDS = ['a-outlet', 'h-sample', 'a-ministry'];
const PAGE: PageReport = {
  status: 'read',
  posts: 3,
  withAccount: 3,
  withText: 3,
  matches: IDS.map((identifier) => ({ list: 'sample', identifier, count: 1, places: ['mention'] })),
};
const wishing = (wishes: Partial<Settings>): Settings => ({ ...DEFAULTS, ...wishes });
const filtering = (filters: Partial<Settings['filters']>): Settings =>
  wishing({ filters: { ...NO_FILTERS, ...filters } });
const MUTED_OUTLET = wishing({ mutedEntities: [{ list: 'sample', entity: 'e-outlet', since: '2026-01-01' }] });

beforeEach(() => {
  fake.reset();
  fake.tabs = [{ id: 7, windowId: 1, active: true, url: 'https://x.com/home' }];
  fake.origins.add('https://x.com/*');
  fake.pages.set(7, () => PAGE);
});

const CASES: [why: string, settings: Settings, shown: string[]][] = [
  ['nothing', DEFAULTS, IDS],
  ['an entity', MUTED_OUTLET, ['a-ministry']],
  ['a name', wishing({ muted: [{ list: 'sample', identifier: 'a-outlet', since: '' }] }), ['h-sample', 'a-ministry']],
  ['an entity of another list', wishing({ mutedEntities: [{ list: 'b', entity: 'e-outlet', since: '' }] }), IDS],
  ['a country', filtering({ countries: ['RU'] }), ['a-outlet', 'h-sample']],
  ['a kind', filtering({ kinds: ['hashtag'] }), ['a-outlet', 'a-ministry']],
  ['a grade', filtering({ grades: ['alleged'] }), ['a-outlet', 'h-sample']],
  ['all', filtering({ countries: ['RU', 'IR'] }), []],
];

describe('hidden is', () => {
  test.each(CASES)('%s: in the popup', async (_, settings, shown) => {
    const { matches } = await tabReport(7, LISTS, settings);
    expect(matches).toHaveLength(IDS.length);
    const left = matches.filter(({ muted, filtered }) => !muted && !filtered);
    expect(left.map(({ evidence }) => evidence.identifier.id)).toEqual(shown);
  });

  test.each(CASES)('%s: on the button', async (_, settings, shown) => {
    await rememberReport(7, PAGE, settings, 0, LISTS);
    expect(fake.called('action.setBadgeText')).toEqual([[{ tabId: 7, text: shown.length ? `${shown.length}` : '' }]]);
  });

  test.each(CASES)('%s: in exports of all tabs', async (_, settings, shown) => {
    await rememberReport(7, PAGE, settings, 0, LISTS);
    const { matches } = await sessionReport(LISTS, settings);
    const left = matches.filter(({ muted, filtered }) => !muted && !filtered);
    expect(left.map(({ evidence }) => evidence.identifier.id)).toEqual(shown);
  });
});

it('tells what is muted as muted, whatever the filters say', () => {
  const evidence = LISTS.evidence({ list: 'sample', identifier: 'a-outlet' });
  if (!evidence) throw new Error('the sample has no such entry');
  expect(standingOf(evidence, { ...MUTED_OUTLET, filters: { ...NO_FILTERS, countries: ['IR'] } })).toEqual({
    muted: true,
  });
  expect(standingOf(evidence, filtering({ countries: ['IR'] }))).toEqual({ muted: false, filtered: true });
  expect(standingOf(evidence, DEFAULTS)).toEqual({ muted: false });
});

describe('the background', () => {
  const ours = { id: 'statemark', url: 'chrome-extension://statemark/popup.html' };
  const page = { id: 'statemark', url: 'https://x.com/home', frameId: 0, tab: { id: 7 } } as never;
  let handlers: ReturnType<typeof createHandlers>;
  beforeEach(() => {
    const library = new Library({ fetch, now: () => Date.parse('2026-11-22'), random: () => 0.5 });
    handlers = createHandlers({ lists: async () => LISTS, today: () => '2026-11-22', library });
  });
  const badge = () => (fake.called('action.setBadgeText').at(-1)?.[0] as { text?: string } | undefined)?.text;

  it('counts anew when something is muted or filtered, without the page', async () => {
    await handlers.matched(PAGE, page);
    expect(badge()).toBe('3');
    await handlers.setSettings({ mutedEntities: MUTED_OUTLET.mutedEntities }, ours);
    expect(badge()).toBe('1');
    await handlers.setSettings({ mutedEntities: [], filters: { ...NO_FILTERS, grades: ['alleged'] } }, ours);
    expect(badge()).toBe('2');
    await handlers.matched(PAGE, page);
    expect(badge()).toBe('2');
  });

  it('knows the states in the lists by how many names they have, and entities by their names', async () => {
    expect(await handlers.countries(null, ours)).toEqual([
      { code: 'IR', entries: 2 },
      { code: 'RU', entries: 1 },
    ]);
    expect(await handlers.entityLabel({ list: 'sample', entity: 'e-ministry' }, ours)).toEqual({ en: 'Ministry' });
    expect(await handlers.entityLabel({ list: 'sample', entity: 'constructor' }, ours)).toBeNull();
    expect(await handlers.entityLabel({ list: 'other', entity: 'e-ministry' }, ours)).toBeNull();
  });

  it('says on the button, for every tab, that all is off', async () => {
    await handlers.setSettings({ enabled: false }, ours);
    expect(fake.called('action.setBadgeText').at(-1)).toEqual([{ text: '–' }]);
    expect(fake.called('action.setTitle').at(-1)).toEqual([{ title: 'Statemark is off.' }]);
    await handlers.matched({ ...PAGE, matches: [] }, page);
    expect(fake.called('action.setBadgeText').at(-1)).toEqual([{ tabId: 7, text: null }]);
    await showOff({ enabled: true });
    expect(fake.called('action.setBadgeText').at(-1)).toEqual([{ text: '' }]);
  });

  it('switches a site on again that was switched off by its key', async () => {
    fake.origins.add('https://social.example/*');
    await handlers.setSettings({ sitesOff: ['social.example', 'x'] }, ours);
    await handlers.turnSite({ host: 'social.example', on: true }, ours);
    const settings = (await (await import('../../src/settings.ts')).readSettings()) as Settings;
    expect(settings).toMatchObject({ sitesOn: ['social.example'], sitesOff: ['x'] });
  });
});
