import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Lists, loadLists } from '../../src/background/lists.ts';
import { Store } from '../../src/background/store.ts';
import { decodeFilter, mayHold } from '../../src/core/filter.ts';
import { hashtagKeys } from '../../src/core/key.ts';
import type { Watchlist } from '../../src/core/list-schema.ts';
import { TAB_FILTER, type TabFilter } from '../../src/messages.ts';
import browser, { fake } from '../fakes/browser.ts';
import { account, claim, exception, tag, watchlist } from '../fixtures/list.ts';

const TODAY = '2026-11-22';
const NEWS = 'x@sampleoutlet';

/** The sample list in one version, its account under that version's name. */
function version(number: number): Watchlist {
  const list = watchlist({ identifiers: [account(), account({ id: 'a-new', value: `Version${number}` })] });
  return { ...list, list: { ...list.list, version: number } };
}
const names = ({ active }: Lists): string[] =>
  active.flatMap(({ identifiers }) => identifiers.map(({ value }) => value));

let served: unknown;
beforeEach(() => {
  fake.reset();
  globalThis.indexedDB = new IDBFactory();
  served = version(5);
  vi.spyOn(globalThis, 'fetch').mockImplementation(async () => Response.json(served));
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});

async function store(...lists: Watchlist[]): Promise<void> {
  const made = new Store();
  for (const list of lists) await made.put(list);
}

/** A row as another version of the extension, or a broken disk, may have left it. */
async function storeRow(row: unknown): Promise<void> {
  const database = await openDB('statemark', 1, {
    upgrade: (made) => void made.createObjectStore('lists', { keyPath: 'id' }),
  });
  await database.put('lists', row);
  database.close();
}

describe('of the bundled list and the stored one', () => {
  it('the bundled one is used where nothing is stored, and then kept', async () => {
    expect(names(await loadLists(TODAY))).toContain('Version5');
    expect((await new Store().lists()).map(({ list }) => list.version)).toEqual([5]);
  });

  it('the stored one is used when it is newer, and stays', async () => {
    await store(version(6));
    expect(names(await loadLists(TODAY))).toContain('Version6');
    expect((await new Store().lists()).map(({ list }) => list.version)).toEqual([6]);
  });

  it('the bundled one is used when the stored one is older, and takes its place', async () => {
    await store(version(4));
    expect(names(await loadLists(TODAY))).toContain('Version5');
    expect((await new Store().lists()).map(({ list }) => list.version)).toEqual([5]);
  });

  it('the bundled one is used when both are of one version', async () => {
    const other = version(5);
    other.identifiers = [account({ value: 'Other' })];
    await store(other);
    expect(names(await loadLists(TODAY))).not.toContain('Other');
  });
});

describe('a stored row that is not a valid list is as good as absent', () => {
  it.each<[string, unknown]>([
    ['of no list at all', { id: 'sample', version: 9 }],
    ['of an empty list', { id: 'sample', version: 9, list: {} }],
    ['of a list without claims', { id: 'sample', version: 9, list: { ...version(9), claims: [] } }],
    ['of a list of another form', { id: 'sample', version: 9, list: { ...version(9), spec: 2 } }],
    [
      'of a list with a broken date',
      {
        id: 'sample',
        version: 9,
        list: { ...version(9), claims: [claim({ date: '2021-02-31' })] },
      },
    ],
  ])('%s', async (_, row) => {
    await storeRow(row);
    expect(names(await loadLists(TODAY))).toContain('Version5');
  });

  it('and does not hide a good one', async () => {
    await storeRow({ id: 'other', version: 9, list: {} });
    await store(version(6));
    expect(names(await loadLists(TODAY))).toContain('Version6');
  });

  it('nor does a row whose id is not its list’s', async () => {
    await storeRow({ id: 'sample', version: 9, list: { ...version(9), list: { ...version(9).list, id: 'other' } } });
    expect(names(await loadLists(TODAY))).toContain('Version5');
  });
});

describe('the bundled list is used', () => {
  it('when there is no database', async () => {
    globalThis.indexedDB = undefined as never;
    expect(names(await loadLists(TODAY))).toContain('Version5');
    expect(console.warn).toHaveBeenCalled();
  });

  it('when the database does not open', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    });
    expect(names(await loadLists(TODAY))).toContain('Version5');
  });

  it('when the database is one of a later version', async () => {
    (await openDB('statemark', 9)).close();
    expect(names(await loadLists(TODAY))).toContain('Version5');
  });

  it('when the database has no table', async () => {
    (await openDB('statemark', 1)).close();
    expect(names(await loadLists(TODAY))).toContain('Version5');
  });

  it('when the disk is full', async () => {
    vi.spyOn(Store.prototype, 'put').mockRejectedValue(new DOMException('full', 'QuotaExceededError'));
    expect(names(await loadLists(TODAY))).toContain('Version5');
  });
});

it.each<[string, unknown]>([
  ['is not valid', { ...watchlist(), claims: [] }],
  ['is no list', []],
])('a package whose list %s says so', async (_, raw) => {
  served = raw;
  await expect(loadLists(TODAY)).rejects.toThrow(/seed-documents\.json is not valid/);
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
