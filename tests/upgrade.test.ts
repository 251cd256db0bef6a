import { readFileSync } from 'node:fs';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import type { MetaRow } from '../src/background/updates/list-store.ts';
import type { ListRecord } from '../src/background/updates/records.ts';
import { DEFAULTS, readSettings, writeSettings } from '../src/settings.ts';
import { Setting } from './background/updates/setting.ts';
import browser, { fake } from './fakes/browser.ts';

/** What an earlier Statemark stored is read; what a later one stored is not destroyed. */

interface Database {
  meta: MetaRow[];
  staged: unknown[];
  parts: { sha256: string; bytes: string }[];
}

function golden<T>(name: string): T {
  return JSON.parse(readFileSync(`tests/fixtures/stored/v1/${name}.json`, 'utf8')) as T;
}

const records = golden<Record<string, ListRecord>>('list-records');

describe('settings of version 1', () => {
  beforeEach(() => fake.reset());

  it('are read as they were stored', async () => {
    const settings = golden<object>('settings');
    await browser.storage.local.set({ settings });
    expect(await readSettings()).toEqual({ ...DEFAULTS, ...settings });
    expect(Object.keys(settings).length).toBeGreaterThan(10);
  });
});

describe('settings of a later version', () => {
  beforeEach(() => fake.reset());
  const later = { ...golden<object>('settings'), version: 2, enabled: false, colours: ['red'], markStyle: 'frame' };

  it('are followed where they can be understood, and stay as they are while nothing is changed', async () => {
    await browser.storage.local.set({ settings: later });
    expect(await readSettings()).toMatchObject({ version: 1, enabled: false, personNames: 'shown', markStyle: 'chip' });
    expect(await browser.storage.local.get(null)).toEqual({ settings: later });
  });

  it('are kept whole beside ours once something is changed, and not replaced by the next change', async () => {
    await browser.storage.local.set({ settings: later });
    await writeSettings({ enabled: true });
    await writeSettings({ enabled: false });
    const stored = await browser.storage.local.get(null);
    expect(stored['settings-2']).toEqual(later);
    expect(stored.settings).toMatchObject({ version: 1, enabled: false, personNames: 'shown' });
  });

  test.each([1, 0, -1, '2', 2.5, Number.NaN, null, undefined, {}])('are none with the version %j', async (version) => {
    await browser.storage.local.set({ settings: { ...later, version } });
    await writeSettings({ enabled: true });
    expect(Object.keys(await browser.storage.local.get(null))).toEqual(['settings']);
  });
});

describe('the lists of a reader', () => {
  let on: Setting;
  beforeEach(async () => {
    on = new Setting();
    await on.begin();
    await browser.storage.local.set({ settings: { ...golden<object>('settings'), sitesOff: [] }, ...records });
    globalThis.indexedDB = new IDBFactory();
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await on.hosts.close();
  });

  async function restore(): Promise<void> {
    const { meta, staged, parts } = golden<Database>('database-2');
    const database = await openDB('statemark', 2, {
      upgrade(made) {
        for (const name of ['meta', 'staged']) made.createObjectStore(name, { keyPath: 'id' });
        made.createObjectStore('parts', { keyPath: 'sha256' });
      },
    });
    for (const row of meta) await database.put('meta', row);
    for (const row of staged) await database.put('staged', row);
    for (const { sha256, bytes } of parts) {
      await database.put('parts', { sha256, bytes: Uint8Array.from(Buffer.from(bytes, 'base64')) });
    }
    database.close();
    on.restart();
  }

  it('mark from a database of version 2 and records of the first form, verified', async () => {
    await restore();
    expect(await on.marking()).toBe(2);
    const state = await on.state();
    expect(state).toMatchObject({ version: 2, on: true });
    expect(state.problem).toBeUndefined();
    expect(state.history).toHaveLength(2);
    expect((await on.library.lists()).active.map(({ list }) => list.id)).toEqual(['news']);
  });

  it('of the database of the first days are the package’s, and the others are asked for again', async () => {
    const { lists } = golden<{ lists: object[] }>('database-1');
    const old = await openDB('statemark', 1, {
      upgrade: (database) => void database.createObjectStore('lists', { keyPath: 'id' }),
    });
    for (const row of lists) await old.put('lists', row);
    old.close();
    on.restart();
    expect(await on.marking()).toBe(0);
    expect((await on.state()).lost).toBeDefined();
    expect((await on.states()).map(({ id }) => id)).toEqual(['news', 'sample']);
  });

  it('in a database of a later version are left as they are, whatever is tried', async () => {
    const later = await openDB('statemark', 3, {
      upgrade: (database) => void database.createObjectStore('shelves', { keyPath: 'id' }),
    });
    await later.put('shelves', { id: 'news', kept: true });
    later.close();
    on.restart();
    expect((await on.library.installed()).map(({ id }) => id)).toContain('sample');
    expect((await on.update()).problem?.code).toBeDefined();
    const database = await openDB('statemark');
    expect([database.version, [...database.objectStoreNames]]).toEqual([3, ['shelves']]);
    expect(await database.getAll('shelves')).toEqual([{ id: 'news', kept: true }]);
    database.close();
    const kept = (await browser.storage.local.get('list:news'))['list:news'] as ListRecord;
    expect(kept).toMatchObject({ key: records['list:news']?.key, floor: records['list:news']?.floor });
  });

  it('keep what a later version added to a record', async () => {
    await restore();
    await browser.storage.local.set({ 'list:news': { ...records['list:news'], colour: 'red' }, 'list-2:news': {} });
    await on.update();
    const stored = await browser.storage.local.get(null);
    expect(stored['list:news']).toMatchObject({ id: 'news', colour: 'red' });
    expect(stored['list-2:news']).toEqual({});
  });
});
