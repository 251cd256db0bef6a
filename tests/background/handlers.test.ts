import { existsSync } from 'node:fs';
import { beforeEach, describe, expect, it, test } from 'vitest';
import { answer } from '../../src/background/answer.ts';
import { createHandlers } from '../../src/background/handlers.ts';
import { Library } from '../../src/background/library.ts';
import { Lists } from '../../src/background/lists.ts';
import { reportOf } from '../../src/background/tabs.ts';
import { removeUnderlines } from '../../src/background/underline.ts';
import type { Runtime } from '../../src/browser.ts';
import { accountKey } from '../../src/core/key.ts';
import { MAX_KEY_LENGTH, PAGE_PARTS, type PageReport } from '../../src/messages.ts';
import { DEFAULTS, readSettings } from '../../src/settings.ts';
import browser, { fake } from '../fakes/browser.ts';
import { watchlist } from '../fixtures/list.ts';

const TODAY = '2026-11-22';
const PAGE: Runtime.MessageSender = { id: 'statemark', url: 'https://x.com/home', frameId: 0, tab: tab(7) };
const OURS: Runtime.MessageSender = { id: 'statemark', url: 'chrome-extension://statemark/popup.html' };
const REPORT: PageReport = {
  status: 'read',
  posts: 3,
  withAccount: 3,
  withText: 2,
  matches: [{ list: 'sample', identifier: 'a-outlet', count: 2, places: ['author', 'mention'] }],
};
const REF = { list: 'sample', identifier: 'a-outlet' };
/** What a tab may not speak of: matches that it has not reported. */
const NOT_SHOWN: [string, unknown, Runtime.MessageSender][] = [
  ['another name', { ...REF, identifier: 'h-sample' }, PAGE],
  ['another list', { ...REF, list: 'other' }, PAGE],
  ['another tab', REF, { ...PAGE, tab: tab(8) }],
  ['no tab', REF, OURS],
];

function tab(id: number): NonNullable<Runtime.MessageSender['tab']> {
  return { id, index: 0, windowId: 1, highlighted: false, active: true, pinned: false, incognito: false };
}

let handlers: ReturnType<typeof createHandlers>;
beforeEach(async () => {
  await removeUnderlines();
  fake.reset();
  fake.tabs = [{ id: 7, windowId: 1, active: true, url: 'https://x.com/home' }];
  const lists = new Lists([watchlist()], TODAY, 'en');
  const library = new Library({ fetch, now: () => Date.parse(TODAY), random: () => 0.5 });
  handlers = createHandlers({ lists: async () => lists, today: () => TODAY, library });
});

const ask = (type: string, data: unknown, sender = PAGE) => answer(handlers, { type, data }, sender);

const GOOD: [type: string, data: unknown][] = [
  ['lookup', { keys: ['x@sampleoutlet'] }],
  ['matched', { ...REPORT, load: 1_763_800_000_000.5 }],
  ['evidence', REF],
  ['mute', REF],
  ['muteEntity', REF],
  ['undoMute', null],
  ['openDossier', REF],
  ['resemblance', REF],
  ['guard', { name: '@MyNewsroom' }],
  ['loadPart', 'card'],
  ['mayReadFrame', null],
  ['tabReport', { tab: 7 }],
  ['eraseStatistics', null],
  ['turnSite', { host: 'social.example', on: true }],
  ['setSettings', { enabled: false }],
  ['watchlists', null],
  ['check', { text: '@SampleOutlet' }],
  ['sessionReport', null],
  ['countries', null],
  ['entityLabel', { list: 'sample', entity: 'e-outlet' }],
  ['restoreSettings', { enabled: false }],
  ['listStates', null],
  ['turnList', { id: 'sample', on: false }],
  ['orderLists', { ids: ['sample'] }],
  ['removeList', { id: 'sample' }],
  ['previewList', { address: 'https://lists.example.org/watchlist.jws' }],
  ['declineList', { address: 'https://lists.example.org/watchlist.jws' }],
  ['previewFile', { file: 'AAAA' }],
  ['addList', { address: 'https://lists.example.org/watchlist.jws', fingerprint: '0'.repeat(64) }],
  ['addFile', { file: 'AAAA', fingerprint: '0'.repeat(64) }],
  ['updateLists', {}],
  ['cancelUpdate', null],
  ['acceptWaiting', { id: 'sample', version: 2 }],
];
const FOR_PAGES = [
  'lookup',
  'matched',
  'evidence',
  'mute',
  'muteEntity',
  'undoMute',
  'resemblance',
  'openDossier',
  'loadPart',
  'mayReadFrame',
];

it('these are all messages there are', () => {
  expect(GOOD.map(([type]) => type).sort()).toEqual(Object.keys(handlers).sort());
});

describe('who may ask', () => {
  test.each(GOOD)('%s: the extension’s own pages', async (type, data) => {
    const asked = ask(type, data, OURS);
    expect(asked).toBeInstanceOf(Promise);
    await Promise.allSettled([asked]);
  });

  test.each(GOOD)('%s: a page’s script only if it is for pages', async (type, data) => {
    const asked = ask(type, data);
    expect(asked !== undefined).toBe(FOR_PAGES.includes(type));
    await Promise.allSettled([asked]);
  });

  const strangers: [who: string, sender: Runtime.MessageSender][] = [
    ['another extension', { id: 'stranger', url: 'chrome-extension://stranger/popup.html' }],
    ['another extension with our address', { id: 'stranger', url: OURS.url as string }],
    ['another extension’s script in a page', { ...PAGE, id: 'stranger' }],
    ['nobody', {}],
    ['an address alone', { url: OURS.url as string }],
  ];
  test.each(strangers)('never %s', (_, sender) => {
    for (const [type, data] of GOOD) expect(ask(type, data, sender), type).toBeUndefined();
  });

  test.each([
    ['an address that begins like ours', 'chrome-extension://statemark.evil.example/popup.html'],
    ['an address with ours behind', 'https://evil.example/chrome-extension://statemark/'],
    ['an address without ours', undefined],
    ['an empty address', ''],
  ])('the settings never change for %s', async (_, url) => {
    const sender = { id: 'statemark', ...(url !== undefined && { url }) };
    expect(ask('setSettings', { enabled: false }, sender)).toBeUndefined();
    expect(ask('tabReport', { tab: 7 }, sender)).toBeUndefined();
    expect((await readSettings()).enabled).toBe(true);
  });
});

describe('messages that are none of ours stay unanswered', () => {
  test.each([
    [undefined],
    [null],
    ['lookup'],
    [7],
    [{}],
    [{ type: 7 }],
    [{ type: '' }],
    [{ type: 'unknown', data: null }],
    [{ type: 'constructor', data: null }],
    [{ type: '__proto__', data: null }],
    [{ type: 'toString', data: null }],
    [{ type: 'hasOwnProperty', data: 'lookup' }],
  ])('%j', (message) => {
    expect(answer(handlers, message, OURS)).toBeUndefined();
    expect(answer(handlers, message, PAGE)).toBeUndefined();
  });
});

describe('a message of the wrong form is refused', () => {
  const match = REPORT.matches[0];
  test.each<[type: string, data: unknown]>([
    ['lookup', undefined],
    ['lookup', null],
    ['lookup', {}],
    ['lookup', { keys: 'x@a' }],
    ['lookup', { keys: [7] }],
    ['lookup', { keys: [null] }],
    ['lookup', { keys: ['a'.repeat(MAX_KEY_LENGTH + 1)] }],
    ['lookup', { keys: Array(201).fill('x@a') }],
    ['lookup', { keys: [], more: 1 }],
    ['matched', {}],
    ['matched', { ...REPORT, more: 1 }],
    ['matched', { ...REPORT, page: 'a'.repeat(65) }],
    ['matched', { ...REPORT, status: 'off' }],
    ['matched', { ...REPORT, posts: -1 }],
    ['matched', { ...REPORT, posts: 0.5 }],
    ['matched', { ...REPORT, withText: '2' }],
    ['matched', { ...REPORT, matches: {} }],
    ['matched', { ...REPORT, matches: [{ ...match, places: ['elsewhere'] }] }],
    ['matched', { ...REPORT, matches: [{ ...match, list: 'a'.repeat(65) }] }],
    ['matched', { ...REPORT, matches: [{ ...match, text: 'what was read' }] }],
    ['matched', { ...REPORT, matches: Array(5_001).fill(match) }],
    ['evidence', {}],
    ['evidence', { list: 'sample' }],
    ['evidence', { ...REF, more: 1 }],
    ['evidence', { list: 7, identifier: 'a-outlet' }],
    ['openDossier', {}],
    ['resemblance', { list: 'sample' }],
    ['guard', { name: 7 }],
    ['guard', { name: 'a'.repeat(2_001) }],
    ['setSettings', { lookAlikes: 'yes' }],
    ['setSettings', { guarded: ['a'.repeat(MAX_KEY_LENGTH + 1)] }],
    ['openDossier', { ...REF, url: 'https://evil.example/' }],
    ['mute', {}],
    ['mute', { ...REF, since: '2020-01-01' }],
    ['mute', 'sample'],
    ['loadPart', {}],
    ['loadPart', null],
    ['loadPart', 'other'],
    ['loadPart', '../card'],
    ['tabReport', {}],
    ['tabReport', { tab: '7' }],
    ['tabReport', { tab: 0.5 }],
    ['turnSite', { host: 'localhost', on: true }],
    ['turnSite', { host: '127.0.0.1', on: true }],
    ['turnSite', { host: '*.example', on: true }],
    ['turnSite', { host: 'a.example/b', on: true }],
    ['turnSite', { host: 'a.example' }],
    ['watchlists', {}],
    ['check', null],
    ['check', '@SampleOutlet'],
    ['check', { text: 7 }],
    ['check', { text: 'a'.repeat(30_001) }],
    ['check', { text: '@SampleOutlet', list: 'sample' }],
    ['sessionReport', { tab: 7 }],
    ['countries', {}],
    ['entityLabel', { list: 'sample' }],
    ['entityLabel', { list: 'sample', entity: 'a'.repeat(65) }],
    ['restoreSettings', null],
    ['restoreSettings', { sitesOn: ['a.example'] }],
    ['restoreSettings', { version: 1 }],
    ['restoreSettings', { lists: [{ id: 'sample' }] }],
    ['restoreSettings', { enabled: false, muted: 'all' }],
    ['setSettings', null],
    ['setSettings', { enabled: 'yes' }],
    ['setSettings', { version: 2 }],
    ['setSettings', { unknown: 1 }],
    ['setSettings', { markStyle: 'loud' }],
    ['setSettings', { personNames: 'all' }],
    ['setSettings', { sitesOff: 'x' }],
    ['setSettings', { sitesOff: [7] }],
    ['setSettings', { sitesOff: ['a'.repeat(254)] }],
    ['setSettings', { sitesOff: ['javascript:alert(1)'] }],
    ['setSettings', { sitesOn: ['*.example'] }],
    ['setSettings', { filters: {} }],
    ['setSettings', { filters: { countries: ['iran'], kinds: [], grades: [] } }],
    ['setSettings', { filters: { countries: [], kinds: ['look-alike'], grades: [] } }],
    ['setSettings', { filters: { countries: [], kinds: [], grades: ['sure'] } }],
    ['setSettings', { filters: { countries: [], kinds: [], grades: [], confidence: 10 } }],
    ['setSettings', { mutedEntities: [{ list: 'sample', entity: 'e-outlet' }] }],
    ['setSettings', { muted: [{ ...REF }] }],
    ['setSettings', { muted: [{ ...REF, since: 'today' }] }],
  ])('%s %#', async (type, data) => {
    await expect(ask(type, data, OURS)).rejects.toThrow(TypeError);
    expect(await readSettings()).toEqual(DEFAULTS);
  });

  it('even where it brings members of objects', async () => {
    const data = JSON.parse('{"__proto__":{"enabled":false},"constructor":1}') as unknown;
    await expect(ask('setSettings', data, OURS)).rejects.toThrow(TypeError);
    expect(await readSettings()).toEqual(DEFAULTS);
  });
});

describe('lookup', () => {
  it('answers what is listed, and says nothing of the rest', async () => {
    const keys = ['x@sampleoutlet', 'x@nobody', '__proto__', 'constructor', 'x@sampleoutlet', '*#sample_tag'];
    expect(await ask('lookup', { keys })).toEqual({
      generation: expect.any(Number),
      verdicts: [
        ['x@sampleoutlet', [expect.objectContaining({ identifier: 'a-outlet' })]],
        ['*#sample_tag', [expect.objectContaining({ identifier: 'h-sample' })]],
      ],
    });
  });

  it('brings the underline to the page only where something is listed', async () => {
    await ask('lookup', { keys: ['x@nobody'] });
    expect(fake.called('scripting.insertCSS')).toEqual([]);
    await ask('lookup', { keys: ['x@sampleoutlet'] });
    expect(fake.called('scripting.insertCSS')).toHaveLength(1);
  });

  it('takes the longest key that a listed name of everyday letters has', async () => {
    expect(await ask('lookup', { keys: [accountKey('instagram', 'a'.repeat(128))] })).toBeDefined();
  });
});

describe('matched', () => {
  it('is remembered for the tab that it came from', async () => {
    await ask('matched', REPORT);
    expect(await reportOf(7)).toEqual(REPORT);
    expect(await reportOf(8)).toBeUndefined();
  });

  test('is not remembered from no tab', async () => {
    await ask('matched', REPORT, { ...OURS, frameId: 0 });
    expect(await reportOf(7)).toBeUndefined();
    expect(fake.called('action.setBadgeText')).toEqual([]);
  });

  test('from a frame stands beside that of the page, and goes without taking it along', async () => {
    await ask('matched', REPORT, PAGE);
    await ask('matched', REPORT, { ...PAGE, frameId: 3 });
    const [match] = REPORT.matches;
    expect((await reportOf(7))?.matches).toEqual([{ ...match, count: 2 * (match?.count ?? 0) }]);
    await ask('matched', { ...REPORT, matches: [] }, { ...PAGE, frameId: 3 });
    expect((await reportOf(7))?.matches).toEqual(REPORT.matches);
  });
});

test('frames that report at the same time do not lose one another', async () => {
  await Promise.all([0, 1, 2, 3].map((frameId) => ask('matched', REPORT, { ...PAGE, frameId })));
  expect((await reportOf(7))?.matches).toEqual(REPORT.matches.map((match) => ({ ...match, count: 4 * match.count })));
});

describe('a frame', () => {
  test.each([
    ['a site that the reader switched on', 'https://news.example/a', true],
    ['any other site', 'https://other.example/', false],
    ['a page without an address that is told', undefined, false],
  ])('in %s', async (_, url, wanted) => {
    await ask('setSettings', { sitesOn: ['news.example'] }, OURS);
    const asking = { ...PAGE, frameId: 3, tab: { ...tab(7), ...(url && { url }) } };
    expect(await ask('mayReadFrame', null, asking as Runtime.MessageSender)).toBe(wanted);
  });
});

describe('evidence', () => {
  it('is the whole answer', async () => {
    expect(await ask('evidence', REF)).toMatchObject({
      identifier: { value: 'SampleOutlet' },
      claims: [{ claim: {} }],
    });
  });

  test.each([
    { list: 'other', identifier: 'a-outlet' },
    { list: 'sample', identifier: 'a-none' },
    { list: '__proto__', identifier: 'constructor' },
  ])('is null for %j', async (ref) => {
    expect(await ask('evidence', ref)).toBeNull();
  });
});

describe('openDossier', () => {
  it('opens the page of the name that this tab has shown, and no other address', async () => {
    await ask('matched', REPORT);
    await ask('openDossier', REF);
    expect(fake.called('tabs.create')).toEqual([
      [
        {
          url: `chrome-extension://statemark/dossier.html#/identifier/${REF.list}/${REF.identifier}`,
          openerTabId: 7,
        },
      ],
    ]);
  });

  it('does so in another window, where a private one cannot have it', async () => {
    await ask('matched', REPORT);
    const { create } = browser.tabs;
    const refused: unknown[] = [];
    browser.tabs.create = async (how: unknown) => {
      if (!('openerTabId' in (how as object))) return create(how);
      refused.push(how);
      throw new Error('Tab opener must be in the same window as the updated tab.');
    };
    try {
      await ask('openDossier', REF);
    } finally {
      browser.tabs.create = create;
    }
    expect(refused).toHaveLength(1);
    expect(fake.called('tabs.create')).toEqual([[{ url: expect.stringContaining('/dossier.html') }]]);
  });

  test.each(NOT_SHOWN)('is refused for %s', async (_, ref, sender) => {
    await ask('matched', REPORT);
    await expect(ask('openDossier', ref, sender)).rejects.toThrow('no such match');
    expect(fake.called('tabs.create')).toEqual([]);
  });
});

describe('mute', () => {
  it('is for a match that this tab has shown', async () => {
    await ask('matched', REPORT);
    await ask('mute', REF);
    expect((await readSettings()).muted).toEqual([{ ...REF, since: TODAY }]);
  });

  test.each(NOT_SHOWN)('is refused for %s', async (_, ref, sender) => {
    await ask('matched', REPORT);
    await expect(ask('mute', ref, sender)).rejects.toThrow('no such match');
    expect((await readSettings()).muted).toEqual([]);
  });

  it('is refused before anything was shown', async () => {
    await expect(ask('mute', REF)).rejects.toThrow('no such match');
  });

  it('is kept once, however often it is asked for', async () => {
    await ask('matched', REPORT);
    await Promise.all([ask('mute', REF), ask('mute', REF), ask('mute', REF)]);
    expect((await readSettings()).muted).toHaveLength(1);
  });
});

describe('muteEntity', () => {
  const muted = async () => (await readSettings()).mutedEntities;

  it('is for the entity of a match that this tab has shown, and kept once', async () => {
    await ask('matched', REPORT);
    await Promise.all([ask('muteEntity', REF), ask('muteEntity', REF)]);
    expect(await muted()).toEqual([{ list: 'sample', entity: 'e-outlet', since: TODAY }]);
  });

  test.each(NOT_SHOWN)('is refused for %s', async (_, ref, sender) => {
    await ask('matched', REPORT);
    await expect(ask('muteEntity', ref, sender)).rejects.toThrow('no such match');
    expect(await muted()).toEqual([]);
  });

  it('is refused where no list has the name any more', async () => {
    const gone = { list: 'sample', identifier: 'a-gone' };
    await ask('matched', { ...REPORT, matches: [{ ...gone, count: 1, places: ['author'] }] });
    await expect(ask('muteEntity', gone)).rejects.toThrow('no list');
  });
});

describe('undoMute', () => {
  it.each(['mute', 'muteEntity'])('takes back what this tab has done by %s, and nothing else', async (type) => {
    const mine = {
      muted: [{ list: 'other', identifier: 'a-outlet', since: '2026-01-01' }],
      mutedEntities: [{ list: 'other', entity: 'e-outlet', since: '2026-01-01' }],
    };
    await ask('setSettings', mine, OURS);
    await ask('matched', REPORT);
    await ask(type, REF);
    expect(await readSettings()).not.toMatchObject(mine);
    await ask('undoMute', null);
    expect(await readSettings()).toMatchObject(mine);
    await expect(ask('undoMute', null)).rejects.toThrow('muted nothing');
  });

  it('leaves what the reader muted before, though the page asked for it again', async () => {
    await ask('setSettings', { muted: [{ ...REF, since: '2026-01-01' }] }, OURS);
    await ask('matched', REPORT);
    await ask('mute', REF);
    await expect(ask('undoMute', null)).rejects.toThrow('muted nothing');
    expect((await readSettings()).muted).toEqual([{ ...REF, since: '2026-01-01' }]);
  });

  it.each<[string, Runtime.MessageSender]>([
    ['another tab', { ...PAGE, tab: tab(8) }],
    ['no tab', OURS],
  ])('is refused for %s', async (_, sender) => {
    await ask('matched', REPORT);
    await ask('mute', REF);
    await expect(ask('undoMute', null, sender)).rejects.toThrow('muted nothing');
    expect((await readSettings()).muted).toHaveLength(1);
  });
});

describe('loadPart', () => {
  it.each(PAGE_PARTS)('puts our own file for %s into the frame that asks, and nothing else', async (part) => {
    await ask('loadPart', part, { ...PAGE, frameId: 2 });
    const [[injection] = []] = fake.called('scripting.executeScript');
    expect(injection).toEqual({ target: { tabId: 7, frameIds: [2] }, files: [`${part}.js`] });
    expect(existsSync(new URL(`../../entrypoints/${part}.ts`, import.meta.url))).toBe(true);
  });

  it('is refused without a tab', async () => {
    await expect(ask('loadPart', 'card', OURS)).rejects.toThrow(TypeError);
  });
});

describe('settings', () => {
  it('change together without losing one another', async () => {
    await ask('matched', REPORT);
    await Promise.all([
      ask('setSettings', { markStyle: 'underline' }, OURS),
      ask('mute', REF),
      ask('setSettings', { sitesOff: ['x'] }, OURS),
      ask('setSettings', { personNames: 'shown' }, OURS),
    ]);
    expect(await readSettings()).toEqual({
      ...DEFAULTS,
      markStyle: 'underline',
      personNames: 'shown',
      sitesOff: ['x'],
      muted: [{ ...REF, since: TODAY }],
    });
  });

  it('keep changing after one change was refused', async () => {
    await Promise.allSettled([ask('setSettings', { markStyle: 'loud' }, OURS), ask('mute', REF)]);
    await ask('setSettings', { enabled: false }, OURS);
    expect((await readSettings()).enabled).toBe(false);
  });

  it('an empty change changes nothing', async () => {
    await ask('setSettings', {}, OURS);
    expect(await readSettings()).toEqual(DEFAULTS);
  });

  it('clean takes the underline out of the pages that have it', async () => {
    await ask('lookup', { keys: ['x@sampleoutlet'] });
    await ask('setSettings', { markStyle: 'clean' }, OURS);
    expect(fake.called('scripting.removeCSS')).toHaveLength(1);
    await ask('lookup', { keys: ['x@sampleoutlet'] });
    expect(fake.called('scripting.insertCSS')).toHaveLength(1);
  });
});

describe('look-alikes', () => {
  const LIKE = { list: '~look-alikes', identifier: 'x@sample_outlet' };
  const lookup = () => ask('lookup', { keys: [LIKE.identifier] });

  it('are looked up once the reader wishes it, and no sooner', async () => {
    expect(await lookup()).toMatchObject({ verdicts: [] });
    await ask('setSettings', { lookAlikes: true }, OURS);
    expect(await lookup()).toMatchObject({ verdicts: [[LIKE.identifier, [{ ...LIKE, kind: 'look-alike' }]]] });
    expect(await ask('resemblance', LIKE)).toMatchObject({ ref: LIKE, of: { name: 'SampleOutlet' } });
    await ask('setSettings', { lookAlikes: false }, OURS);
    expect(await lookup()).toMatchObject({ verdicts: [] });
    expect(await ask('resemblance', LIKE)).toBeNull();
  });

  it('can be muted one by one, once the tab has shown them', async () => {
    await expect(ask('mute', LIKE)).rejects.toThrow('no such match');
    await ask('matched', { ...REPORT, matches: [{ ...LIKE, count: 1, places: ['author'] }] });
    await ask('mute', LIKE);
    expect((await readSettings()).muted).toEqual([{ ...LIKE, since: TODAY }]);
  });

  it('of a guarded name are found; two names guarded at once are both kept', async () => {
    await ask('setSettings', { lookAlikes: true }, OURS);
    const answers = await Promise.all([
      ask('guard', { name: '@MyNewsroom' }, OURS),
      ask('guard', { name: 'https://x.com/OtherDesk' }, OURS),
      ask('guard', { name: '@mynewsroom' }, OURS),
    ]);
    expect(answers).toEqual([{ added: 'any@MyNewsroom' }, { added: 'x@OtherDesk' }, { problem: 'known' }]);
    expect((await readSettings()).guarded).toEqual(['any@MyNewsroom', 'x@OtherDesk']);
    expect(await ask('lookup', { keys: ['vk@mynewsr00m', 'vk@otherdesk_1', 'x@otherdesk_1'] })).toMatchObject({
      verdicts: [
        ['vk@mynewsr00m', [{ name: '@MyNewsroom' }]],
        ['x@otherdesk_1', [{ name: '@OtherDesk' }]],
      ],
    });
  });
});
