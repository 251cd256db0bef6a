import { decompile } from '../../core/compiled/decompile.ts';
import { partsOf, readIndex } from '../../core/compiled/read-index.ts';
import { sha256Hex } from '../../core/compiled/sha256.ts';
import type { Watchlist } from '../../core/list-schema.ts';
import { type Failure, failure } from './failure.ts';
import type { ListStore } from './list-store.ts';

/**
 * A list from its parts in the database. Each is hashed again: disks rot, and profiles are copied.
 * @throws whatever the database throws
 */
export async function readStored(store: ListStore, index: string): Promise<{ ok: true; list: Watchlist } | Failure> {
  const bytes = await store.part(index);
  if (bytes === undefined || (await sha256Hex(bytes)) !== index) return failure('storage-failed', `index ${index}`);
  const parsed = readIndex(bytes);
  if (parsed === undefined) return failure('bad-form', `index ${index}`);
  const found = await store.partsOf(partsOf(parsed).map(({ sha256 }) => sha256));
  const read = await decompile(bytes, async (sha256) => found.get(sha256));
  return read.ok ? read : failure('bad-list', read.detail);
}
