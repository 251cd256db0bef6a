import { decompile } from '../../core/compiled/decompile.ts';
import type { LargeList } from '../../core/compiled/large-list.ts';
import { isPaged } from '../../core/compiled/paged.ts';
import { DamagedList } from '../../core/compiled/part-cache.ts';
import { type Index, partsOf, readIndex } from '../../core/compiled/read-index.ts';
import { sha256Hex } from '../../core/compiled/sha256.ts';
import type { Watchlist } from '../../core/list-schema.ts';
import { type Failure, failure } from './failure.ts';
import { openLarge } from './large-stored.ts';
import type { ListStore } from './list-store.ts';

/**
 * A list from its parts in the database. Each is hashed again: disks rot, and profiles are copied.
 * @throws whatever the database throws
 */
export async function readStored(store: ListStore, index: string): Promise<{ ok: true; list: Watchlist } | Failure> {
  const found = await storedIndex(store, index);
  return found.ok ? readWhole(store, found) : found;
}

/**
 * As `readStored`, but of a large list nothing more than what is looked up in it.
 * @param identifiers as its manifest counts them
 * @throws whatever the database throws
 */
export async function openStored(
  store: ListStore,
  name: string,
  identifiers: number,
): Promise<{ ok: true; list: Watchlist; large?: LargeList } | Failure> {
  const found = await storedIndex(store, name);
  if (!found.ok || !isPaged(identifiers, found.index)) return found.ok ? readWhole(store, found) : found;
  try {
    const large = await openLarge(store, name, found.index, identifiers);
    return { ok: true, list: large.frame, large };
  } catch (error) {
    if (error instanceof DamagedList) return failure('bad-list', error.message);
    throw error;
  }
}

interface StoredIndex {
  ok: true;
  bytes: Uint8Array<ArrayBuffer>;
  index: Index;
}

/** @throws whatever the database throws */
export async function storedIndex(store: ListStore, name: string): Promise<StoredIndex | Failure> {
  const bytes = await store.part(name);
  if (bytes === undefined || (await sha256Hex(bytes)) !== name) return failure('storage-failed', `index ${name}`);
  const index = readIndex(bytes);
  return index ? { ok: true, bytes, index } : failure('bad-form', `index ${name}`);
}

async function readWhole(
  store: ListStore,
  { bytes, index }: StoredIndex,
): Promise<{ ok: true; list: Watchlist } | Failure> {
  const found = await store.partsOf(partsOf(index).map(({ sha256 }) => sha256));
  const read = await decompile(bytes, async (sha256) => found.get(sha256));
  return read.ok ? read : failure('bad-list', read.detail);
}
