import { type DBSchema, type IDBPDatabase, openDB, unwrap } from 'idb';
import type { ListVersion } from '../../core/compiled/list-version.ts';
import { PartCache } from '../../core/compiled/part-cache.ts';
import type { At } from './kill-points.ts';
import { deleteAll, type PartBytes, partsIn, putAll } from './part-requests.ts';

/** The version of a list that is in use. */
export interface ActiveList extends ListVersion {
  /** As it came: verified again whenever it is read. */
  jws: string;
  /** The key that it was verified with, base64url. */
  key: string;
  /** SHA-256 of the manifest's payload. */
  hash: string;
  identifiers: number;
  next?: string;
  /** SHA-256 of the index, which names everything else. */
  index: string;
}

export interface MetaRow {
  id: string;
  /** Nothing older is taken any more. */
  floor: ListVersion;
  active?: ActiveList;
}

/** What is being fetched: kept over the end of the worker, so that the next attempt goes on from there. */
export interface StagedRow {
  id: string;
  jws: string;
  index: string;
}

interface Schema extends DBSchema {
  meta: { key: string; value: MetaRow };
  staged: { key: string; value: StagedRow };
  parts: { key: string; value: { sha256: string; bytes: Uint8Array<ArrayBuffer> } };
}

const VERSION = 2;
/** The browser must have it on disk, not in a cache, when a transaction says that it is done. */
const STRICT = { durability: 'strict' } as const;
/** Parts that one step writes or deletes: about half a MiB. */
const AT_ONCE = 48;
/** Names of parts that are read at once. */
const NAMES = 2_000;
/** What stays in memory while lists are looked up in their parts: these, the filters and the indexes. */
const CACHE_BYTES = 24 * 1024 * 1024;

/**
 * The stored lists: rows that say which version of a list is in use, and its parts under their hashes. May
 * fail at any call in any way (full disk, private window, a damaged profile); whoever asks must do without.
 */
export class ListStore {
  private opened: Promise<IDBPDatabase<Schema>> | undefined;
  private readonly name: string;
  /** Of all lists that are looked up in their parts. */
  readonly cache = new PartCache((names) => this.partsOf(names), CACHE_BYTES);
  private asked: { names: Set<string>; found: Promise<PartBytes> } | undefined;

  constructor(name = 'statemark') {
    this.name = name;
  }

  private open(): Promise<IDBPDatabase<Schema>> {
    if (this.opened) return this.opened;
    const forget = (): void => {
      this.opened = undefined;
    };
    const opening = openDB<Schema>(this.name, VERSION, {
      // Frozen: what later versions change comes after it, and a database of a later one does not open here.
      upgrade(database) {
        // The first version held copies of the bundled lists and nothing else.
        for (const old of [...database.objectStoreNames]) database.deleteObjectStore(old);
        database.createObjectStore('meta', { keyPath: 'id' });
        database.createObjectStore('staged', { keyPath: 'id' });
        database.createObjectStore('parts', { keyPath: 'sha256' });
      },
      // Another version of the extension wants to upgrade: let it.
      blocking: (_now, _next, event) => {
        (event.target as IDBDatabase).close();
        forget();
      },
      terminated: forget,
    });
    this.opened = opening;
    // A failure is not for ever: the next question opens it anew.
    opening.catch(forget);
    return opening;
  }

  async meta(id: string): Promise<MetaRow | undefined> {
    return (await this.open()).get('meta', id);
  }

  async allMeta(): Promise<MetaRow[]> {
    return (await this.open()).getAll('meta');
  }

  async allStaged(): Promise<StagedRow[]> {
    return (await this.open()).getAll('staged');
  }

  /** Remembers what is fetched next, and that nothing older will do from now on. */
  async stage(row: StagedRow, floor: ListVersion): Promise<void> {
    const tx = (await this.open()).transaction(['meta', 'staged'], 'readwrite', STRICT);
    await committed(tx, async () => {
      const meta = await tx.objectStore('meta').get(row.id);
      await tx.objectStore('meta').put({ ...meta, id: row.id, floor });
      await tx.objectStore('staged').put(row);
    });
  }

  /** The one moment at which a list changes: before it the old version is in use, after it the new one. */
  async flip(id: string, active: ActiveList, at: At): Promise<void> {
    const tx = (await this.open()).transaction(['meta', 'staged'], 'readwrite', STRICT);
    await committed(tx, async () => {
      const metas = tx.objectStore('meta');
      const meta = await metas.get(id);
      const floor = meta?.floor ?? { epoch: active.epoch, version: active.version };
      await metas.put({ id, floor, active });
      await at('flipping', () => metas.get(''));
      await tx.objectStore('staged').delete(id);
    });
  }

  async remove(id: string): Promise<void> {
    const tx = (await this.open()).transaction(['meta', 'staged'], 'readwrite', STRICT);
    await committed(tx, async () => {
      await tx.objectStore('meta').delete(id);
      await tx.objectStore('staged').delete(id);
    });
  }

  /** Gives up a version whose parts cannot be read back; the floor stays. */
  async dropActive(id: string, hash: string): Promise<void> {
    const tx = (await this.open()).transaction('meta', 'readwrite', STRICT);
    await committed(tx, async () => {
      const meta = await tx.store.get(id);
      if (meta?.active?.hash === hash) await tx.store.put({ id, floor: meta.floor });
    });
  }

  async unstage(id: string): Promise<void> {
    await (await this.open()).delete('staged', id);
  }

  /** What is asked for at the same time comes in one transaction. */
  async part(sha256: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    this.asked ??= { names: new Set(), found: Promise.resolve().then(() => this.readAsked()) };
    this.asked.names.add(sha256);
    return (await this.asked.found).get(sha256);
  }

  private readAsked(): Promise<PartBytes> {
    const names = [...(this.asked?.names ?? [])];
    this.asked = undefined;
    return this.partsOf(names);
  }

  /** In one transaction; what is not there is not in the answer. */
  async partsOf(names: readonly string[]): Promise<PartBytes> {
    const { store } = (await this.open()).transaction('parts', 'readonly');
    return partsIn(unwrap(store), names);
  }

  /** Of those whose names begin like this, in their order. */
  async namesFrom(beginning: string): Promise<string[]> {
    return (await this.open()).getAllKeys('parts', IDBKeyRange.bound(beginning, `${beginning}\uffff`));
  }

  /** All of them, or none. */
  async putParts(parts: ReadonlyMap<string, Uint8Array<ArrayBuffer>>, at: At): Promise<void> {
    const tx = (await this.open()).transaction('parts', 'readwrite');
    await committed(tx, async () => {
      const rows = [...parts].map(([sha256, bytes]) => ({ sha256, bytes }));
      for (let i = 0; i < rows.length; i += AT_ONCE) await putAll(unwrap(tx.store), rows.slice(i, i + AT_ONCE));
      await at('object-storing', () => tx.store.get(''));
    });
  }

  async partCount(): Promise<number> {
    return (await this.open()).count('parts');
  }

  async partNames(): Promise<Set<string>> {
    const { store } = (await this.open()).transaction('parts', 'readonly');
    const names = new Set<string>();
    let last: string | undefined;
    do {
      // Some at a time: all of a large list at once would be a step of its own.
      const some = await store.getAllKeys(last === undefined ? undefined : IDBKeyRange.lowerBound(last, true), NAMES);
      for (const name of some) names.add(name);
      last = some.length < NAMES ? undefined : some.at(-1);
    } while (last !== undefined);
    return names;
  }

  async deleteParts(names: Iterable<string>): Promise<void> {
    const tx = (await this.open()).transaction('parts', 'readwrite');
    const all = [...names];
    await committed(tx, async () => {
      for (let i = 0; i < all.length; i += AT_ONCE) await deleteAll(unwrap(tx.store), all.slice(i, i + AT_ONCE));
    });
  }
}

/** Waits until all of it is kept, or none of it is and the first error is thrown. */
async function committed(tx: { done: Promise<void>; abort(): void }, work: () => Promise<unknown>): Promise<void> {
  // Whatever ends the transaction early also rejects this; the error thrown below says more.
  tx.done.catch(() => undefined);
  try {
    await work();
  } catch (error) {
    abort(tx);
    throw error;
  }
  await tx.done;
}

function abort(tx: { abort(): void }): void {
  try {
    tx.abort();
  } catch {
    // It is over already.
  }
}
