// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type ListMessages, type ListState, UPDATE_PROGRESS } from '../../src/list-messages.ts';
import { ListsSection } from '../../src/ui/lists/lists-section.tsx';
import { problemWords } from '../../src/ui/lists/problem-words.ts';
import api, { fake } from '../fakes/browser.ts';
import { report } from '../fixtures/evidence.ts';
import { BUNDLED_STATE, FETCHED_STATE, PREVIEW } from '../fixtures/list-states.ts';
import { control, leave, press, root, settled, show, words } from './screen.ts';

afterEach(leave);

/** What the page asked of the background, and the answers that it got. */
interface Told {
  asked: [type: string, data: unknown][];
}

type Answers = { [T in keyof ListMessages]?: ListMessages[T]['reply'] };

async function showLists(lists: ListState[], answers: Answers = {}): Promise<Told> {
  const told: Told = { asked: [] };
  api.runtime.onMessage.addListener((async ({ type, data }: { type: string; data: unknown }) => {
    if (type === 'listStates') return lists;
    told.asked.push([type, data]);
    return Object.hasOwn(answers, type) ? answers[type as 'previewList'] : null;
  }) as never);
  await show(
    <main>
      <ListsSection />
    </main>,
    { report: report() },
  );
  return told;
}

test('a list says who publishes it, how large and how new it is, and can be switched', async () => {
  const told = await showLists([BUNDLED_STATE]);
  expect(words()).toContain('Seed documentsStatemark · 19 entries · version 3, Nov 22, 2026');
  expect(words()).toContain('These lists come with Statemark and are renewed with it.');
  await press('List “Seed documents”');
  expect(told.asked).toEqual([['turnList', { id: 'seed-documents', on: false }]]);
});

test('its details name licence, size, address and key in groups of four', async () => {
  await showLists([FETCHED_STATE]);
  for (const said of ['Licence: MIT', 'Size: 2.4 MB', 'Fetched from https://lists.example.org/watchlist.jws'])
    expect(words()).toContain(said);
  expect(root().querySelector('.fingerprint')?.textContent).toMatch(/^(ab12 ){15}ab12$/);
});

test.each([
  ['stale', 'Past its date (Dec 1, 2027): its publisher has not renewed it. It still marks'],
  ['stopped', 'it marks nothing any more until it is renewed'],
] as const)('%s is said in words', async (freshness, said) => {
  await showLists([{ ...FETCHED_STATE, freshness }]);
  expect(words()).toContain(said);
});

test('a problem says what happened, what is known of it, and what still works', async () => {
  const problem = { code: 'rolled-back' as const, detail: 'version 6', at: Date.UTC(2026, 10, 21, 10) };
  await showLists([{ ...FETCHED_STATE, problem }]);
  expect(words()).toContain(
    'An older version was sent than the one already known. It was not used; you need not do anything. If this goes on, tell the publisher. (version 6)',
  );
  expect(words()).toContain('What was installed before keeps marking.');
});

test('every problem has its words', () => {
  const source = readFileSync(resolve('src/list-messages.ts'), 'utf8');
  const codes = source.slice(0, source.indexOf('One line of')).match(/\| '[a-z-]+'/g) ?? [];
  expect(codes.length).toBeGreaterThan(20);
  const said = codes.map((code) => problemWords(code.slice(3, -1) as 'expired'));
  expect(new Set(said).size).toBe(codes.length);
  expect(said).not.toContain('');
});

test('a version that changes too much waits, and is installed on the reader’s word', async () => {
  const waiting = { version: 8, identifiers: 3, why: 'shrunk' as const };
  const told = await showLists([{ ...FETCHED_STATE, identifiers: 900, waiting }]);
  expect(words()).toContain('Version 8 waits for your decision: it would leave 3 of 900 entries.');
  await press('Install version 8');
  expect(told.asked).toEqual([['acceptWaiting', { id: 'newsroom', version: 8 }]]);
});

test('the history tells what came, changed and went, by name', async () => {
  const at = Date.UTC(2026, 10, 20);
  const names = { added: ['#New_Tag'], changed: [], removed: ['@gone', '@also_gone'] };
  await showLists([
    {
      ...FETCHED_STATE,
      history: [
        { at, version: 7, outcome: 'installed', added: 1, changed: 0, removed: 2, bytes: 1_500, names },
        { at: at - 1, outcome: 'unchanged' },
        { at: at - 2, version: 6, outcome: 'refused', problem: 'equivocation' },
      ],
    },
  ]);
  expect(words()).toContain('Version 7 installed · 1 added · 0 changed · 2 removed · 1.5 kB');
  expect(words()).toContain('Added: #New_TagRemoved: @gone, @also_gone');
  expect(words()).toContain('Nothing newer');
  expect(words()).toContain('two different lists with the same version');
});

test('lists move, and only where there is somewhere to move', async () => {
  const told = await showLists([BUNDLED_STATE, FETCHED_STATE]);
  expect((control('Move “Seed documents” up') as HTMLButtonElement).disabled).toBe(true);
  expect((control('Move “Newsroom list” down') as HTMLButtonElement).disabled).toBe(true);
  await press('Move “Newsroom list” up');
  expect(told.asked).toEqual([['orderLists', { ids: ['newsroom', 'seed-documents'] }]]);
});

test('removing asks once more; a bundled list cannot be removed', async () => {
  const told = await showLists([BUNDLED_STATE, FETCHED_STATE]);
  expect(() => control('Remove “Seed documents”')).toThrow();
  await press('Remove “Newsroom list”');
  expect(told.asked).toEqual([]);
  await press('Keep');
  await press('Remove “Newsroom list”');
  await press('Remove');
  expect(told.asked).toEqual([['removeList', { id: 'newsroom' }]]);
});

test('an update can be asked for, shows how far it is, and can be cancelled', async () => {
  const told = await showLists([FETCHED_STATE]);
  await press('Look for newer versions now');
  await api.storage.session.set({
    [UPDATE_PROGRESS]: { list: 'newsroom', step: 'fetching', done: 500, total: 2_000 },
  });
  await settled();
  const bar = root().querySelector('progress');
  expect([bar?.value, bar?.max, bar?.getAttribute('aria-valuetext')]).toEqual([500, 2_000, '25%']);
  expect(words()).toContain('Updating: Newsroom list');
  await press('Cancel');
  expect(told.asked.map(([type]) => type)).toEqual(['updateLists', 'cancelUpdate']);
});

async function type(address: string): Promise<void> {
  const input = root().querySelector<HTMLInputElement>('input[type=url]');
  if (!input) throw new Error('no field for an address');
  input.value = address;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await settled();
  input.form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  await settled();
}

test('a list is added in two steps: what it is and whose key, then yes', async () => {
  const installed = [BUNDLED_STATE];
  const told = await showLists(installed, { previewList: { ok: true, preview: PREVIEW }, addList: { ok: true } });
  await type(' https://lists.example.org/watchlist.jws ');
  expect(fake.called('permissions.request')).toEqual([[{ origins: ['https://lists.example.org/*'] }]]);
  expect(words()).toContain('Newsroom listA newsroom · 1,200 entries · version 7, Nov 20, 2026');
  expect(words()).toContain('Compare the key');
  await press('Add this list');
  const address = 'https://lists.example.org/watchlist.jws';
  expect(told.asked).toEqual([
    ['previewList', { address }],
    ['addList', { address, fingerprint: PREVIEW.fingerprint }],
  ]);
  installed.push(FETCHED_STATE);
  await api.storage.local.set({ anything: 1 });
  await settled();
  await settled();
  expect(words()).toContain('“Newsroom list” was added and is on.');
});

test('without the permission nothing is asked for', async () => {
  fake.grants = false;
  const told = await showLists([BUNDLED_STATE]);
  await type('https://lists.example.org/watchlist.jws');
  expect(told.asked).toEqual([]);
  expect(words()).toContain('Statemark may not ask this server.');
});

test.each(['http://lists.example.org/', 'lists.example.org', 'javascript:alert(1)'])(
  '%s is no address',
  async (typed) => {
    const told = await showLists([BUNDLED_STATE]);
    await type(typed);
    expect([told.asked, fake.called('permissions.request')]).toEqual([[], []]);
    expect(words()).toContain('This is not the address of a list.');
  },
);

test('a refused list says why', async () => {
  const answer = { ok: false as const, problem: 'bad-key' as const, detail: 'small order' };
  await showLists([BUNDLED_STATE], { previewList: answer });
  await type('https://lists.example.org/watchlist.jws');
  expect(words()).toContain('The publisher’s key is not safe to use. Tell the publisher. (small order)');
  expect(() => control('Add this list')).toThrow();
});

test('a list that is not wanted after all leaves no permission behind', async () => {
  const told = await showLists([BUNDLED_STATE], { previewList: { ok: true, preview: PREVIEW } });
  const address = 'https://lists.example.org/watchlist.jws';
  await type(address);
  await press('Do not add');
  expect(told.asked.slice(1)).toEqual([['declineList', { address }]]);
  expect(() => control('Add this list')).toThrow();
});

test('another key under the id of an installed list is not accepted', async () => {
  const known = { ...FETCHED_STATE, fingerprint: 'cd'.repeat(32) };
  await showLists([known], { previewList: { ok: true, preview: PREVIEW } });
  await type('https://lists.example.org/watchlist.jws');
  expect(words()).toContain('A list of the same name by another key is installed');
  expect(() => control('Add this list')).toThrow();
});
