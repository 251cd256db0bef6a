import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { answer } from '../../src/background/answer.ts';
import { createHandlers } from '../../src/background/handlers.ts';
import type { Runtime, Tabs } from '../../src/browser.ts';
import browser from '../fakes/browser.ts';
import { fuzzed } from './fuzzed.ts';
import { damaged, hostileJson, hostileText, isPolluted, WITHIN } from './runs.ts';

afterEach(() => expect(isPolluted()).toBe(false));

type Handlers = ReturnType<typeof createHandlers>;

const REF = { list: 'sample', identifier: 'a-outlet' };
const MATCH = { ...REF, count: 1, places: ['author'] };
/** One that is as it should be for each shape of payload. */
const GOOD = {
  lookup: { keys: ['x@sampleoutlet'] },
  matched: { status: 'read', posts: 1, withAccount: 1, withText: 1, matches: [MATCH], load: 1 },
  evidence: REF,
  mute: REF,
  openDossier: REF,
  loadPart: 'card',
  setSettings: { enabled: false, markStyle: 'clean', muted: [{ ...REF, since: '2026-11-22' }] },
  turnSite: { host: 'news.example', on: true },
  addList: { address: 'https://lists.example/watchlist.jws', fingerprint: 'a'.repeat(64) },
  updateLists: { id: 'sample' },
};
/** What privilege.test.ts shows to be for pages. */
const FOR_PAGES =
  'evidence loadPart lookup matched mayReadFrame mute muteEntity openDossier resemblance undoMute'.split(' ');

const names = Object.keys(createHandlers({ lists: never, today: () => '2026-11-22', library: {} as never }));
let heard: string[] = [];
const handlers = Object.fromEntries(
  names.map((name) => [name, async () => void heard.push(name)]),
) as unknown as Handlers;

function never(): Promise<never> {
  return Promise.reject(new Error('no handler is to run'));
}

const message = fc.oneof(
  fc.constantFrom(...Object.entries(GOOD)).chain(([type, data]) => damaged({ type, data })),
  fc.record({ type: fc.oneof(fc.constantFrom(...names), hostileText), data: fc.oneof(hostileJson, hostileText) }),
  hostileJson,
);
const inPage: Runtime.MessageSender = {
  id: browser.runtime.id,
  url: 'https://x.com/home',
  frameId: 0,
  tab: { id: 7 } as Tabs.Tab,
};
const ours: Runtime.MessageSender = { id: browser.runtime.id, url: browser.runtime.getURL('popup.html') };
const stranger: Runtime.MessageSender = { id: 'another', url: browser.runtime.getURL('popup.html') };

/** Whether it was unheard, refused with the declared error, or came to its handler. */
async function fate(sent: unknown, sender: Runtime.MessageSender): Promise<string> {
  heard = [];
  const reply = answer(handlers, sent, sender);
  if (reply === undefined) return 'unheard';
  const failed = await reply.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (failed === undefined) return heard.join();
  expect(failed).toBeInstanceOf(TypeError);
  expect(heard).toEqual([]);
  return 'refused';
}

describe('messages', { timeout: WITHIN }, () => {
  fuzzed('a message from a page’s script: is unheard, refused, or one that pages may send', 5_000, () =>
    fc.asyncProperty(message, async (sent) => {
      expect(['unheard', 'refused', ...FOR_PAGES]).toContain(await fate(sent, inPage));
    }),
  );

  fuzzed('a message from a page of ours: is unheard, refused, or comes to its own handler', 5_000, () =>
    fc.asyncProperty(message, async (sent) => {
      const { type } = (sent ?? {}) as { type?: unknown };
      expect(['unheard', 'refused', type]).toContain(await fate(sent, ours));
    }),
  );

  fuzzed('a message from another extension: is unheard', 2_000, () =>
    fc.asyncProperty(message, async (sent) => {
      expect(await fate(sent, stranger)).toBe('unheard');
    }),
  );

  it('that are as they should be come through, and where they may come from', async () => {
    const sent = { type: 'setSettings', data: { enabled: false } };
    expect([await fate(sent, ours), await fate(sent, inPage)]).toEqual(['setSettings', 'unheard']);
    expect(await fate({ type: 'mute', data: REF }, inPage)).toBe('mute');
  });
});
