import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import 'fake-indexeddb/auto';
import { Lists } from '../../src/background/lists.ts';
import { loadLists } from '../../src/background/load-lists.ts';
import { ListStore } from '../../src/background/updates/list-store.ts';
import { decodeFilter, mayHold } from '../../src/core/filter.ts';
import { hashtagKeys } from '../../src/core/key.ts';
import type { Watchlist } from '../../src/core/list-schema.ts';
import { TAB_FILTER, type TabFilter } from '../../src/messages.ts';
import { writeSettings } from '../../src/settings.ts';
import browser, { fake } from '../fakes/browser.ts';
import { account, claim, exception, tag, watchlist } from '../fixtures/list.ts';
import { NOW, packageOf, servePackage } from './packaged.ts';

const TODAY = '2026-02-01';
const NEWS = 'x@sampleoutlet';

beforeEach(() => {
  fake.reset();
  globalThis.indexedDB = new IDBFactory();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});

function named(id: string, head: Partial<Watchlist['list']> = {}): Watchlist {
  const list = watchlist();
  return { ...list, list: { ...list.list, id, ...head } };
}
const load = (now = NOW) => loadLists({ store: new ListStore(), now: () => now }, TODAY);
const ids = ({ active }: Lists): string[] => active.map(({ list }) => list.id);
const all = async (lists: Lists) => (await lists.all()).map(({ list, on }) => [list.list.id, on]);

describe('the lists of the package', () => {
  beforeEach(async () => {
    servePackage(await packageOf(named('one'), named('two', { default: 'off' }), named('three')));
  });

  it('mark as their publisher has them, and can all be looked at', async () => {
    const lists = await load();
    expect(ids(lists)).toEqual(['one', 'three']);
    expect(await all(lists)).toEqual([
      ['one', true],
      ['three', true],
      ['two', false],
    ]);
  });

  it('mark as the reader has them, in the reader’s order', async () => {
    await writeSettings({
      lists: [
        { id: 'two', on: true },
        { id: 'gone', on: true },
        { id: 'three', on: true },
        { id: 'one', on: false },
      ],
    });
    const lists = await load();
    expect(ids(lists)).toEqual(['two', 'three']);
    expect(await all(lists)).toEqual([
      ['two', true],
      ['three', true],
      ['one', false],
    ]);
  });

  it('are not read from the package while they are off', async () => {
    await load();
    const asked = vi.mocked(fetch).mock.calls.map(([url]) => String(url));
    expect(asked.some((url) => url.includes('lists/one/o/'))).toBe(true);
    expect(asked.some((url) => url.includes('lists/two/o/'))).toBe(false);
  });

  const DAY = 24 * 3_600_000;
  const EXPIRY = Date.parse('2026-01-01') + 400 * DAY;
  it.each([
    ['fresh', EXPIRY, ['one', 'three']],
    ['stale', EXPIRY + 179 * DAY, ['one', 'three']],
    ['so old that people may have been taken off it', EXPIRY + 181 * DAY, []],
  ])('%s', async (_, now, marking) => {
    const lists = await load(now);
    expect(ids(lists)).toEqual(marking);
    expect(await all(lists)).toHaveLength(3);
  });
});

describe('without a database the lists of the package are used', () => {
  beforeEach(async () => servePackage(await packageOf(watchlist())));

  it.each<[string, () => void]>([
    ['it is not there', () => (globalThis.indexedDB = undefined as never)],
    [
      'it does not open',
      () =>
        void vi.spyOn(indexedDB, 'open').mockImplementation(() => {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        }),
    ],
  ])('%s', async (_, breakIt) => {
    breakIt();
    expect(ids(await load())).toEqual(['sample']);
    expect(console.warn).toHaveBeenCalled();
  });
});

describe('a damaged package says so', () => {
  it.each<[string, (files: Map<string, string | Uint8Array>) => void]>([
    ['without its index of lists', (files) => files.delete('lists/index.json')],
    ['whose index of lists is none', (files) => files.set('lists/index.json', '{}')],
    ['whose index names another folder', (files) => files.set('lists/index.json', '[{"id":"../x","default":"on"}]')],
    ['without a manifest', (files) => files.delete('lists/sample/watchlist.jws')],
    ['whose manifest is cut', (files) => files.set('lists/sample/watchlist.jws', 'eyJhbGciOiJFZERTQSJ9')],
    [
      'whose manifest has another signature',
      (files) => {
        const jws = String(files.get('lists/sample/watchlist.jws'));
        files.set('lists/sample/watchlist.jws', `${jws.slice(0, -86)}${'A'.repeat(86)}`);
      },
    ],
    [
      'with a byte changed in each object',
      (files) => {
        for (const [path, content] of files) {
          if (!path.includes('/o/') || typeof content === 'string') continue;
          const bytes = Uint8Array.from(content);
          bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
          files.set(path, bytes);
        }
      },
    ],
  ])('%s', async (_, damage) => {
    const files = new Map(await packageOf(watchlist()));
    damage(files);
    servePackage(files);
    await expect(load()).rejects.toThrow();
  });
});

describe('the filter for tabs', () => {
  const published = async () => (await browser.storage.local.get(TAB_FILTER))[TAB_FILTER] as TabFilter;
  const filter = async () => {
    const { bytes = '' } = await published();
    const decoded = decodeFilter(Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0)));
    if (!decoded) throw new Error('no filter');
    return decoded;
  };
  const lists = (rows: Partial<Watchlist> = {}, today = TODAY, lang = 'en') =>
    new Lists([watchlist(rows)], today, lang);

  it('holds every key that the lists answer to', async () => {
    const sample = lists({ identifiers: [account({ aliases: ['Old'], stable_id: '7' }), tag()] });
    await sample.publishFilter();
    const held = await filter();
    for (const key of [NEWS, 'x@old', 'x!7', ...hashtagKeys('x', 'Sample_Tag').slice(0, 1)])
      expect(mayHold(held, key)).toBe(true);
  });

  it('is written once, and again when something changed', async () => {
    const sample = lists();
    await sample.publishFilter();
    const first = await published();
    await sample.publishFilter();
    await lists().publishFilter();
    expect(await published()).toEqual(first);
    await lists({ list: { ...watchlist().list, version: 2 } }).publishFilter();
    expect((await published()).generation).not.toBe(first.generation);
  });

  it.each<[string, Lists]>([
    ['another version', lists({ list: { ...watchlist().list, version: 2 } })],
    ['another day of issue', lists({ list: { ...watchlist().list, updated: '2026-02-01' } })],
    ['another language', lists({}, TODAY, 'fa')],
    ['no list', new Lists([], TODAY, 'en')],
    ['names that are kept under other keys', lists({ identifiers: [account({ value: 'Other' }), tag()] })],
    ['the day from which a claim holds', lists({ claims: [claim({ valid_from: '2026-12' })] })],
  ])('is of another generation with %s', (_, changed) => {
    expect(changed.generation).not.toBe(lists().generation);
  });

  it('is too large for tabs beyond 64 KiB, and then they ask for every name', async () => {
    const many = Array.from({ length: 64_000 }, (_, i) => account({ id: `a-${i}`, value: `n${i}` }));
    await lists({ identifiers: many }).publishFilter();
    expect(await published()).toEqual({ generation: expect.any(Number) });
  });
});

describe('lookup', () => {
  it('gives each key’s verdicts, of every list that knows it', () => {
    const other = watchlist();
    const both = new Lists([watchlist(), { ...other, list: { ...other.list, id: 'other' } }], TODAY, 'en');
    const [[key, verdicts] = []] = both.lookup([NEWS, NEWS, 'x@nobody']).verdicts;
    expect(key).toBe(NEWS);
    expect(verdicts?.map(({ list }) => list)).toEqual(['sample', 'other']);
  });

  it('gives nothing for what a list excepts', () => {
    // A list that contradicts itself does not come in; one that did would stay silent.
    const contradicting = new Lists([watchlist({ exceptions: [exception({ value: 'sampleOUTLET' })] })], TODAY, 'en');
    expect(contradicting.lookup([NEWS]).verdicts).toEqual([]);
  });

  it('one list’s exception does not silence another list', () => {
    const other = watchlist({ identifiers: [tag()], exceptions: [exception({ value: 'SampleOutlet' })] });
    const both = new Lists([watchlist(), { ...other, list: { ...other.list, id: 'other' } }], TODAY, 'en');
    expect(both.lookup([NEWS]).verdicts[0]?.[1]).toHaveLength(1);
  });
});
