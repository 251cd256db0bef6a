// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { InstalledList } from '../../src/evidence-messages.ts';
import type { ListState } from '../../src/list-messages.ts';
import { TAB_FILTER } from '../../src/messages.ts';
import { Dossier } from '../../src/ui/dossier/dossier.tsx';
import api, { fake } from '../fakes/browser.ts';
import { account, claim, entity, exception, source, tag, watchlist } from '../fixtures/list.ts';
import { control, leave, press, root, settled, show, words } from './screen.ts';

const LIST = watchlist({
  entities: [
    entity({
      label: { en: 'Sample News', fa: 'خبرگزاری نمونه' },
      part_of: 'e-above',
      started: '1979',
      wikidata: 'Q42',
    }),
    entity({ id: 'e-above', type: 'agency', label: { en: 'Sample Agency' } }),
  ],
  identifiers: [
    account({ origin: 'resolved', evidence: [{ source: 's-two', note: 'Names the account.' }], status: 'active' }),
    tag({ value: 'نحن_قاسم', certainty: 'low' }),
  ],
  sources: [
    source({ archive: 'https://archive.example/1' }),
    source({ id: 's-two', title: 'گزارش دوم', lang: 'fa', derived_from: 's-one', publisher: 'Other Institute' }),
  ],
  claims: [
    claim({ counter: [{ source: 's-two', says: { en: 'Other Institute finds no such tie.' } }] }),
    claim({ id: 'c-two', about: ['h-sample'], source: 's-two', status: 'disputed' }),
  ],
  events: [
    {
      id: 'v-one',
      kind: 'takedown',
      title: { en: 'A platform removes accounts' },
      date: '2020-05',
      platform: ['x'],
      by: 'Platform',
      attributed: { en: 'Linked to the outlet' },
      entities: ['e-outlet'],
      found: [
        {
          source: 's-one',
          locator: { page: '1' },
          counts: [{ unit: 'accounts', value: 39 }],
          says: { en: 'It removed.' },
        },
      ],
      in_document: [
        {
          source: 's-two',
          locator: { page: '2' },
          counts: [{ unit: 'channels', value: 58 }],
          says: { en: 'It says.' },
        },
      ],
      verdict: 'differs',
    },
  ],
  exceptions: [exception()],
});

let lists: InstalledList[];
let states: Partial<ListState>[];
let asked: number;

beforeEach(() => {
  [lists, states, asked] = [[{ list: LIST, on: true }], [], 0];
});
afterEach(() => {
  leave();
  location.hash = '';
});

async function open(hash: string): Promise<void> {
  api.runtime.onMessage.addListener(async ({ type }: { type: string }) => {
    if (type === 'watchlists') asked++;
    if (type === 'watchlists') return lists;
    return type === 'listStates' ? states : null;
  });
  location.hash = hash;
  await show(<Dossier />, {} as never);
}
const heading = (): string => words('h1');
const links = (): string[] => [...root().querySelectorAll('main a')].map((a) => a.getAttribute('href') ?? '');

describe('the start', () => {
  test('has every list, plots, and each plot as a table', async () => {
    lists.push({ list: { ...LIST, list: { ...LIST.list, id: 'off', title: { en: 'Off list' } } }, on: false });
    await open('#/');
    expect(heading()).toBe('Dossier');
    expect(words()).toContain('Off list');
    expect(words()).toContain('Switched off');
    expect([...root().querySelectorAll('svg a')].map((a) => a.querySelector('title')?.textContent)).toEqual([
      '1 · Takedown · May 2020 · A platform removes accounts',
      '2 · Takedown · May 2020 · A platform removes accounts',
    ]);
    expect(words('table')).toContain('A platform removes accountsTakedownX39 accounts58 channels');
    expect(root().querySelector('svg[role="img"]')?.getAttribute('aria-label')).toBe(
      'Iran: X: 2, any social network: 2',
    );
  });

  test('without a list says so', async () => {
    lists = [];
    await open('#/');
    expect(words()).toContain('No list could be loaded, so nothing is marked.');
    expect(root().querySelector('.plot')).toBeNull();
  });

  test('whose lists cannot be read says so', async () => {
    lists = null as never;
    await open('#/');
    expect(words()).toContain('could not be read');
  });

  test('reads the lists again when they have changed', async () => {
    await open('#/list/sample');
    lists = [{ list: { ...LIST, list: { ...LIST.list, title: { en: 'Renamed' } } }, on: true }];
    await api.storage.local.set({ other: 1 });
    expect(asked).toBe(1);
    await api.storage.local.set({ [TAB_FILTER]: { generation: 2 } });
    await settled();
    expect([asked, heading()]).toEqual([2, 'Renamed']);
  });
});

describe('a list with too many names to show', () => {
  beforeEach(() => {
    lists = [{ list: { ...LIST, identifiers: [] }, on: true, paged: 1_000_000 }];
  });

  test.each(['#/list/sample', '#/entity/sample/e-outlet'])('says so at %s', async (hash) => {
    await open(hash);
    expect(words()).toContain('It lists 1,000,000 names: too many to show here.');
  });

  test('is counted by what it lists', async () => {
    await open('#/');
    expect(words()).toContain('Names: 1,000,000');
  });

  test.each([
    ['x@name', '@name'],
    ['*#tag', '#tag'],
    ['web/site.example', 'site.example'],
  ])('asks for the name of %s', async (id, asks) => {
    await open(`#/identifier/sample/${encodeURIComponent(id)}`);
    expect(root().querySelector('textarea, input[type="text"], main input')).toHaveProperty('value', asks);
  });

  test('has no other identifiers', async () => {
    await open('#/identifier/sample/a-gone');
    expect(words()).not.toContain('too many to show');
    expect(links()).toEqual(['#/']);
  });
});

describe('an entity', () => {
  test('says what it is, who says so, its names with how they were found, events and disputes', async () => {
    await open('#/entity/sample/e-outlet');
    const all = words();
    for (const part of [
      'State-controlled outlet · Iran · part of Sample Agency',
      'from 1979',
      'withdrawn, or of which another source says otherwise: 2',
      'Example Institute says that the outlet belongs to the state.',
      'Other Institute finds no such tie.',
      'X@SampleOutletconfirmedactive · never checkedcertain that it is the right namelooked up elsewhere',
      'any social network#نحن_قاسم',
      '39 accounts',
      '58 channels',
    ])
      expect.soft(all.replace(/[\u2068\u2069]/g, '')).toContain(part);
    for (const href of [
      '#/entity/sample/e-above',
      '#/source/sample/s-one?claim=c-one',
      '#/identifier/sample/a-outlet',
      '#/event/sample/v-one',
      'https://www.wikidata.org/wiki/Q42',
      'https://example.org/report',
      'https://archive.example/1',
    ])
      expect.soft(links()).toContain(href);
    expect(document.title).toBe('Sample News · Statemark');
  });

  test('of a list that is off says that nothing of it is marked', async () => {
    lists = [{ list: LIST, on: false }];
    await open('#/entity/sample/e-outlet');
    expect(words('.list-off')).toContain('Switched off');
  });
});

test('a source says who put it out and why, what it claims, and what others say against it', async () => {
  await open('#/source/sample/s-one?claim=c-one');
  const all = words();
  for (const part of [
    'Example Institute',
    'None known.',
    'What others say against it',
    'Other Institute finds no such tie.',
  ])
    expect.soft(all).toContain(part);
  expect(links()).toEqual(
    expect.arrayContaining([
      'https://example.org/report',
      'https://archive.example/1',
      '#/source/sample/s-two',
      '#/event/sample/v-one',
    ]),
  );
  expect(root().querySelector('.wanted')).not.toBeNull();
  const cited = [...root().querySelectorAll('textarea')].map(({ value }) => value);
  expect(cited[0]).toContain('@techreport{sample_s-one,');
  expect(cited[1]).toContain('"type": "report"');
  expect(cited[2]).toContain('@misc{sample_c-one,');
});

test('a source in another language says so, and what it is derived from', async () => {
  await open('#/source/sample/s-two');
  expect(root().querySelector('h1 bdi')?.getAttribute('lang')).toBe('fa');
  expect(words()).toContain('Derived fromA report');
});

test('an event sets the figures side by side, each with its source', async () => {
  await open('#/event/sample/v-one');
  const sides = [...root().querySelectorAll('.tellings')].map((side) => side.textContent ?? '');
  expect(sides[0]).toMatch(/Best evidence39 accounts.*A report.*Example Institute/);
  expect(sides[1]).toMatch(/The document58 channels.*گزارش دوم.*Other Institute/);
  expect(words()).toContain('The document differs from the best evidence.');
  expect(links()).toEqual(
    expect.arrayContaining(['#/source/sample/s-one', '#/source/sample/s-two', '#/entity/sample/e-outlet']),
  );
});

test('a name says whose it is, and how it was found', async () => {
  await open('#/identifier/sample/a-outlet');
  expect(heading()).toBe('@SampleOutlet on X');
  for (const part of ['How this name was found', 'Names the account.', 'looked up elsewhere', 'Sample News'])
    expect(words()).toContain(part);
});

test('a name behind which nothing stands any more says that', async () => {
  const gone = { ...LIST, claims: LIST.claims.map((one) => ({ ...one, status: 'retracted' as const })) };
  lists = [{ list: gone, on: true }];
  await open('#/identifier/sample/a-outlet');
  expect(words()).toContain('it is not marked');
  expect(words()).toContain('withdrawn');
});

describe('a list', () => {
  test('says whose it is, what it holds, and what it never marks', async () => {
    await open('#/list/sample');
    for (const part of [
      'PublisherStatemark',
      'CC0-1.0',
      'version 1',
      'Names by social network',
      '@Namesake on X',
      'Another outlet.',
    ])
      expect.soft(words()).toContain(part);
    expect(words()).toContain('No earlier version was installed here');
  });

  test('says what its last version changed, from the record of this machine', async () => {
    const names = { added: ['#new_tag'], changed: [], removed: ['@gone'] };
    const at = Date.parse('2026-11-20T12:00:00');
    states = [
      {
        id: 'sample',
        history: [
          { at: at + 1, outcome: 'refused', version: 3 },
          { at, outcome: 'installed', version: 2, added: 1, changed: 0, removed: 1, names },
        ],
      },
    ];
    await open('#/list/sample');
    expect(words()).toContain('version 2 · Nov 20, 2026');
    expect(words()).toContain('Added: 1 name#new_tag');
    expect(words()).toContain('Removed: 1 name@gone');
  });
});

describe('the search', () => {
  const field = (): HTMLInputElement => root().querySelector('input[type="search"]') as HTMLInputElement;
  const key = async (name: string): Promise<string> => {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
    await settled();
    return document.activeElement?.getAttribute('href') ?? document.activeElement?.localName ?? '';
  };

  test('groups what it finds, and counts it aloud', async () => {
    await open('#/search?q=sample');
    await settled();
    expect([...root().querySelectorAll('.results h2')].map((h2) => h2.textContent?.trim())).toEqual([
      'Entities 2',
      'Names 2',
    ]);
    expect(words('[role="status"]')).toBe('4 results');
    expect(document.title).toBe('Search: sample · Statemark');
  });

  test('is gone through with the arrows, and left with Escape', async () => {
    await open('#/search?q=sample');
    await settled();
    field().focus();
    const all = links();
    expect(all).toHaveLength(4);
    for (const href of all) expect(await key('ArrowDown')).toBe(href);
    expect(await key('ArrowDown')).toBe(all[3]);
    expect(await key('ArrowUp')).toBe(all[2]);
    expect(await key('Home')).toBe(all[0]);
    expect(await key('ArrowUp')).toBe('input');
    await key('ArrowDown');
    expect(await key('End')).toBe(all[3]);
    expect(await key('Escape')).toBe('input');
    field().blur();
    expect(await key('/')).toBe('input');
  });

  test('follows what is typed', async () => {
    await open('#/');
    field().value = '#نحن_قاسم';
    field().dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((done) => setTimeout(done, 200));
    await settled();
    expect(heading().replace(/[\u2068\u2069]/g, '')).toBe('Search: #نحن_قاسم');
    expect(links()).toContain('#/identifier/sample/h-sample');
  });

  test('leads down to what was typed last, not to what was found for its beginning', async () => {
    await open('#/search?q=sample');
    await settled();
    field().focus();
    field().value = '#نحن_قاسم';
    field().dispatchEvent(new Event('input', { bubbles: true }));
    expect(await key('ArrowDown')).toBe('#/identifier/sample/h-sample');
    // Nothing that was still on its way takes the focus from there.
    await new Promise((done) => setTimeout(done, 200));
    await settled();
    expect(document.activeElement?.getAttribute('href')).toBe('#/identifier/sample/h-sample');
  });

  test('that finds nothing says so, and what that means', async () => {
    await open('#/search?q=zzzzzz');
    await settled();
    expect(words()).toContain('Nothing found.');
    expect(words()).toContain('says nothing else about it');
  });
});

describe('going from page to page', () => {
  test('changes the title and gives the focus to the heading', async () => {
    await open('#/');
    expect(document.activeElement).toBe(document.body);
    location.hash = '#/entity/sample/e-above';
    await settled();
    expect(document.activeElement?.localName).toBe('h1');
    expect([heading(), document.title]).toEqual(['Sample Agency', 'Sample Agency · Statemark']);
  });

  test.each(['#/entity/sample/e-none', '#/entity/other/e-outlet', '#/nowhere', '#/source/sample/constructor'])(
    '%s leads nowhere, and back',
    async (hash) => {
      await open(hash);
      expect(heading()).toBe('Nothing at this address');
      expect(control('Dossier').getAttribute('href')).toBe('#/');
    },
  );
});

test('a citation is copied, or said not to be', async () => {
  const written: string[] = [];
  const clipboard = { writeText: async (text: string) => void written.push(text) };
  Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
  await open('#/source/sample/s-two');
  await press('Copy as BibTeX');
  expect(written[0]).toContain('گزارش دوم');
  expect(words('.cite')).toContain('Copied.');
  clipboard.writeText = () => Promise.reject(new Error('denied'));
  await press('Copy as CSL-JSON');
  expect(words('.cite')).toContain('select the text instead');
});

test('in Persian every page is from right to left, with the list’s own Persian texts', async () => {
  fake.language = 'fa';
  await open('#/entity/sample/e-outlet');
  expect(heading()).toBe('خبرگزاری نمونه');
  const description = root().querySelector('h1 bdi');
  expect([description?.getAttribute('lang'), description?.getAttribute('dir')]).toEqual(['fa', 'rtl']);
  const english = [...root().querySelectorAll('.assertion')][0];
  expect(english?.textContent).toContain('Example Institute');
});

test('a list of very many rows shows the first of them, and more on demand', async () => {
  const identifiers = Array.from({ length: 300 }, (_, i) => account({ id: `a-${i}`, value: `Account${i}` }));
  lists = [{ list: { ...LIST, identifiers }, on: true }];
  await open('#/entity/sample/e-outlet');
  const shown = (): number => root().querySelectorAll('tbody tr').length;
  const before = shown();
  expect(before).toBeLessThan(60);
  await press('Show 200 more');
  expect(shown()).toBe(before + 200);
});
