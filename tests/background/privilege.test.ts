import { beforeEach, describe, expect, it, test } from 'vitest';
import { answer } from '../../src/background/answer.ts';
import { createHandlers } from '../../src/background/handlers.ts';
import { Library } from '../../src/background/library.ts';
import { Lists } from '../../src/background/lists.ts';
import { browser, type Runtime } from '../../src/browser.ts';
import { fake } from '../fakes/browser.ts';
import { watchlist } from '../fixtures/list.ts';
import { MALFORMED } from '../fixtures/malformed-messages.ts';

const TODAY = '2026-11-22';
const OURS: Runtime.MessageSender = { id: 'statemark', url: 'chrome-extension://statemark/options.html' };

function tab(url: string): NonNullable<Runtime.MessageSender['tab']> {
  return { id: 7, index: 0, windowId: 1, highlighted: false, active: true, pinned: false, incognito: false, url };
}

/** The extension's own script in a page: the most that a page could ever speak through. */
const IN_PAGES: [where: string, sender: Runtime.MessageSender][] = [
  ['a page', { id: 'statemark', url: 'https://x.com/home', frameId: 0, tab: tab('https://x.com/home') }],
  [
    'a frame of a page',
    { id: 'statemark', url: 'https://platform.twitter.com/embed/1', frameId: 3, tab: tab('https://a.example/') },
  ],
  [
    'a page whose address names ours',
    { id: 'statemark', url: 'https://x.com/#chrome-extension://statemark/', frameId: 0, tab: tab('https://x.com/') },
  ],
  [
    'a frame without an address of its own',
    { id: 'statemark', url: 'about:srcdoc', frameId: 2, tab: tab('https://x.com/') },
  ],
];

const STRANGERS: [who: string, sender: Runtime.MessageSender][] = [
  ['another extension', { id: 'stranger', url: 'chrome-extension://stranger/options.html' }],
  ['another extension that gives our address', { id: 'stranger', url: OURS.url as string }],
  ['another extension in a page', { id: 'stranger', url: 'https://x.com/', frameId: 0, tab: tab('https://x.com/') }],
  ['a web page', { url: 'https://x.com/', frameId: 0, tab: tab('https://x.com/') }],
  ['an extension with an empty name', { id: '', url: OURS.url as string }],
  ['nobody', {}],
];

let handlers: ReturnType<typeof createHandlers>;
let asked: unknown[];

beforeEach(async () => {
  fake.reset();
  asked = [];
  fake.tabs = [{ id: 7, windowId: 1, active: true, url: 'https://x.com/home' }];
  const lists = new Lists([watchlist()], TODAY, 'en');
  const library = new Library({
    fetch: async (input) => {
      asked.push(input);
      throw new TypeError('nothing is fetched here');
    },
    now: () => Date.parse(TODAY),
    random: () => 0.5,
  });
  handlers = createHandlers({ lists: async () => lists, today: () => TODAY, library });
});

/** Everything that a message could have changed. */
async function world(): Promise<unknown> {
  const kept = [await browser.storage.local.get(null), await browser.storage.session.get(null)];
  return { kept, calls: fake.calls, alarms: [...fake.alarms], asked, origins: [...fake.origins] };
}

const types = (): (keyof typeof handlers)[] => Object.keys(handlers) as (keyof typeof handlers)[];
const inPage = IN_PAGES[0]?.[1] as Runtime.MessageSender;
/** Whether a type is for pages shows in what an unfit payload does: it is refused with a reason, not unheard. */
async function isHeard(type: string, sender: Runtime.MessageSender): Promise<boolean> {
  const reply = answer(handlers, { type, data: 'unfit' }, sender);
  await Promise.allSettled([reply]);
  return reply !== undefined;
}

it('pages may send these messages, and no others', async () => {
  const heard = await Promise.all(types().map(async (type) => ((await isHeard(type, inPage)) ? [type] : [])));
  expect(heard.flat().sort()).toMatchInlineSnapshot(`
    [
      "evidence",
      "loadPart",
      "lookup",
      "matched",
      "mayReadFrame",
      "mute",
      "muteEntity",
      "openDossier",
      "resemblance",
      "undoMute",
    ]
  `);
});

describe.each(IN_PAGES)('from the script in %s', (_, sender) => {
  it('what pages may not send is unheard, and changes nothing, whatever it carries', async () => {
    const before = structuredClone(await world());
    for (const type of types()) {
      if (await isHeard(type, sender)) continue;
      for (const data of [...MALFORMED, null, {}, { enabled: false }, { id: 'sample', on: false }, { tab: 7 }]) {
        expect(answer(handlers, { type, data }, sender), type).toBeUndefined();
      }
    }
    expect(await world()).toEqual(before);
  });

  it('what pages may send is refused with a reason when it is malformed, and changes nothing', async () => {
    const before = structuredClone(await world());
    for (const type of types()) {
      if (!(await isHeard(type, sender))) continue;
      for (const data of MALFORMED) {
        await expect(answer(handlers, { type, data }, sender), type).rejects.toThrow(TypeError);
      }
    }
    expect(await world()).toEqual(before);
  });

  it('nothing is done to a match that the tab has not shown', async () => {
    const before = structuredClone(await world());
    for (const type of ['mute', 'muteEntity', 'openDossier'] as const) {
      const data = { list: 'sample', identifier: 'a-outlet' };
      await expect(answer(handlers, { type, data }, sender)).rejects.toThrow(/no such match/);
    }
    expect(await world()).toEqual(before);
  });

  it('no mute is taken back but one that this tab has made', async () => {
    await browser.storage.local.set({
      settings: { muted: [{ list: 'sample', identifier: 'a-outlet', since: TODAY }] },
    });
    const before = structuredClone(await world());
    await expect(answer(handlers, { type: 'undoMute', data: null }, sender)).rejects.toThrow(/muted nothing/);
    expect(await world()).toEqual(before);
  });
});

describe.each(STRANGERS)('from %s', (_, sender) => {
  it('everything is unheard', async () => {
    const before = structuredClone(await world());
    for (const type of types()) {
      for (const data of [...MALFORMED, null, {}]) expect(answer(handlers, { type, data }, sender)).toBeUndefined();
    }
    expect(await world()).toEqual(before);
  });
});

describe('from the extension’s own pages', () => {
  it('malformed messages of every type are refused with a reason, and change nothing', async () => {
    const before = structuredClone(await world());
    const taken: string[] = [];
    for (const type of types()) {
      for (const [i, data] of MALFORMED.entries()) {
        const [reply] = await Promise.allSettled([answer(handlers, { type, data }, OURS)]);
        if (reply?.status !== 'rejected' || !(reply.reason instanceof TypeError)) taken.push(`${type} ${i}`);
      }
    }
    expect(taken).toEqual([]);
    expect(await world()).toEqual(before);
  });
});

test('there are at least fifty malformed payloads, each unlike the others', () => {
  expect(MALFORMED.length).toBeGreaterThanOrEqual(50);
});

test.each([
  undefined,
  null,
  0,
  'mute',
  [],
  {},
  { type: 7 },
  { type: null },
  { type: ['mute'] },
  { type: 'constructor', data: null },
  { type: '__proto__', data: null },
  { type: 'toString', data: null },
  { type: 'hasOwnProperty', data: 'x' },
  { type: 'Mute', data: null },
  { type: 'mute ', data: null },
  { type: { toString: (): string => 'mute' }, data: null },
])('%j is no message, even from the extension’s own pages', (message) => {
  expect(answer(handlers, message, OURS)).toBeUndefined();
});
