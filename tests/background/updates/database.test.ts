import { IDBObjectStore as FakeStore, IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NOW } from '../packaged.ts';
import { Setting } from './setting.ts';

/** A full disk, a lost profile, a damaged file: what is in use stays, or the package's lists do, and it mends itself. */

let on: Setting;
beforeEach(async () => {
  on = await Setting.withList();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await on.hosts.close();
});

const active = async (): Promise<string[]> => (await on.library.lists()).active.map(({ list }) => list.id);

/** The names that browsers give a full disk. */
const NAMES = ['QuotaExceededError', 'DataError', 'AbortError', 'UnknownError', 'InvalidStateError'];
const STEPS: [string, string][] = [
  ['staging', 'staged'],
  ['an object is kept', 'parts'],
  ['the flip', 'meta'],
];

describe('a disk that is full', () => {
  it.each(NAMES.flatMap((name) => STEPS.map(([step, store]) => [name, step, store] as const)))(
    'with %s at %s',
    async (name, _, store) => {
      await on.publisher.publish(on.publisher.list(2));
      const put = FakeStore.prototype.put;
      vi.spyOn(FakeStore.prototype, 'put').mockImplementation(function (this: InstanceType<typeof FakeStore>, ...args) {
        if (this.name !== store) return put.apply(this, args);
        this.transaction.abort();
        throw new DOMException('full', name);
      });
      const state = await on.update();
      expect(state.problem).toMatchObject({ code: 'storage-failed', detail: `${name}: full` });
      expect(await on.marking()).toBe(1);
      expect(await active()).toEqual(['sample', 'news']);
      vi.mocked(FakeStore.prototype.put).mockRestore();
      on.restart();
      expect(await on.marking()).toBe(1);
      expect((await on.update()).problem).toBeUndefined();
      expect(await on.marking()).toBe(2);
      expect((await on.rows()).staged).toEqual([]);
    },
  );

  it('of which only the transaction knows', async () => {
    await on.publisher.publish(on.publisher.list(2));
    const put = FakeStore.prototype.put;
    vi.spyOn(FakeStore.prototype, 'put').mockImplementation(function (this: InstanceType<typeof FakeStore>, ...args) {
      const request = put.apply(this, args);
      if (this.name === 'parts') request.addEventListener('success', () => this.transaction.abort());
      return request;
    });
    expect((await on.update()).problem?.code).toBe('storage-failed');
    expect(await on.marking()).toBe(1);
  });

  it('when not even the mirror of the floor can be written: nothing is fetched', async () => {
    const { default: browser } = await import('../../fakes/browser.ts');
    await on.publisher.publish(on.publisher.list(2));
    const { set } = browser.storage.local;
    let calls = 0;
    vi.spyOn(browser.storage.local, 'set').mockImplementation(async (values) => {
      calls += 1;
      // The first says that an attempt begins.
      if (calls === 2) throw new Error('QUOTA_BYTES quota exceeded');
      return set(values);
    });
    const before = on.hosts.asked.length;
    expect((await on.update()).problem?.code).toBe('storage-failed');
    expect(on.hosts.asked.length).toBe(before + 1);
    expect(await on.marking()).toBe(1);
  });
});

describe('a database that', () => {
  it.each<[string, () => void | Promise<void>]>([
    [
      'is gone',
      () => {
        globalThis.indexedDB = new IDBFactory();
      },
    ],
    [
      'does not open',
      () =>
        void vi.spyOn(indexedDB, 'open').mockImplementation(() => {
          throw new DOMException('Internal error opening backing store', 'UnknownError');
        }),
    ],
    [
      'is one of a later version',
      async () => {
        globalThis.indexedDB = new IDBFactory();
        (await openDB('statemark', 99)).close();
      },
    ],
    [
      'has no tables',
      async () => {
        globalThis.indexedDB = new IDBFactory();
        (await openDB('statemark', 2)).close();
      },
    ],
  ])('%s leaves the lists of the package, says so, and has the others fetched again', async (_, lose) => {
    await lose();
    on.restart();
    expect(await active()).toEqual(['sample']);
    const state = await on.state();
    expect(state).toMatchObject({ version: 1, lost: { at: NOW }, nextCheck: NOW + 60_000 });
  });

  it('is gone is filled again by the next update, though nothing is newer', async () => {
    on.loseDatabase();
    expect(await on.marking()).toBe(0);
    const state = await on.update();
    expect(state.problem).toBeUndefined();
    expect(await on.marking()).toBe(1);
  });

  it('is gone does not make an older version good', async () => {
    await on.publisher.publish(on.publisher.list(2));
    await on.update();
    on.loseDatabase();
    await on.publisher.publish(on.publisher.list(1));
    expect((await on.update()).problem?.code).toBe('rolled-back');
    expect(await on.marking()).toBe(0);
    expect(await active()).toEqual(['sample']);
    // Both are true, and looking again hides neither.
    on.restart();
    await on.marking();
    expect(await on.state()).toMatchObject({ problem: { code: 'rolled-back' }, lost: { at: NOW } });
  });

  it('is only out of reach for a time is forgotten as soon as it is read again', async () => {
    const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    });
    on.restart();
    expect(await active()).toEqual(['sample']);
    expect((await on.state()).lost?.detail).toContain('UnknownError');
    open.mockRestore();
    on.restart();
    expect(await on.marking()).toBe(1);
    expect((await on.state()).lost).toBeUndefined();
  });

  it('is gone after a crash that had lost the newest mirror of the floor', async () => {
    const { default: browser } = await import('../../fakes/browser.ts');
    const before = await browser.storage.local.get(null);
    await on.publisher.publish(on.publisher.list(2));
    await on.update();
    await browser.storage.local.set(before);
    // Nothing is newer, and yet the mirror is written anew.
    expect((await on.update()).problem).toBeUndefined();
    on.loseDatabase();
    await on.publisher.publish(on.publisher.list(1));
    expect((await on.update()).problem?.code).toBe('rolled-back');
  });

  it('is gone while the host is too: the host is asked ever more rarely, however often the worker starts', async () => {
    on.loseDatabase();
    on.hosts.files.clear();
    const waits: number[] = [];
    for (let i = 0; i < 4; i++) {
      on.restart();
      expect(await on.marking()).toBe(0);
      expect((await on.state()).lost).toEqual({ at: NOW, detail: 'the list is not in the database' });
      waits.push(((await on.update()).nextCheck ?? 0) - NOW);
    }
    expect(waits).toEqual([0.5, 1, 2, 4].map((hours) => hours * 3_600_000));
  });

  it('held the bundled lists of the first version is made anew', async () => {
    globalThis.indexedDB = new IDBFactory();
    const old = await openDB('statemark', 1, {
      upgrade: (database) => void database.createObjectStore('lists', { keyPath: 'id' }),
    });
    await old.put('lists', { id: 'sample', version: 9, list: {} });
    old.close();
    on.restart();
    expect((await on.update()).problem).toBeUndefined();
    expect(await on.marking()).toBe(1);
    expect(await active()).toEqual(['sample', 'news']);
  });
});

describe('a part of a list that', () => {
  async function spoil(change: (bytes: Uint8Array) => Uint8Array | undefined): Promise<void> {
    const database = await openDB('statemark');
    for (const row of await database.getAll('parts')) {
      const bytes = change(row.bytes);
      if (bytes) await database.put('parts', { ...row, bytes });
      else await database.delete('parts', row.sha256);
    }
    database.close();
    on.restart();
  }

  it.each<[string, (bytes: Uint8Array) => Uint8Array | undefined]>([
    ['is gone', () => undefined],
    ['has rotted', (bytes) => Uint8Array.from(bytes, (byte, i) => (i === bytes.length - 1 ? byte ^ 1 : byte))],
    ['is empty', () => new Uint8Array()],
  ])('%s is not believed; the list comes again', async (_, change) => {
    await spoil(change);
    expect(await active()).toEqual(['sample']);
    expect((await on.state()).lost).toMatchObject({ at: NOW });
    expect(await on.update()).not.toMatchObject({ lost: {} });
    expect(await on.marking()).toBe(1);
  });

  it('has rotted is fetched anew when the next version needs it too', async () => {
    await on.publisher.publish(on.publisher.list(2));
    await spoil((bytes) => Uint8Array.from(bytes, (byte) => byte ^ 1));
    expect((await on.update()).problem).toBeUndefined();
    expect(await on.marking()).toBe(2);
  });
});

it('two lists that share parts do not take them from one another', async () => {
  const { Publisher } = await import('./publisher.ts');
  const other = await new Publisher(on.hosts, 'other').begin();
  const base = 'https://lists.example.org/other/';
  await other.publish(other.list(1), {}, base);
  const { OURS } = await import('./setting.ts');
  const asked = { address: `${base}watchlist.jws`, fingerprint: other.signer.key.fingerprint };
  expect(await on.handlers.addList(asked, OURS)).toEqual({ ok: true });
  await on.handlers.removeList({ id: 'other' }, OURS);
  on.restart();
  expect(await on.marking()).toBe(1);
});
