import { type CheckedNames, checkNames } from '../../core/compiled/check-large.ts';
import { checkFrame, readFrame } from '../../core/compiled/frame.ts';
import { LargeList } from '../../core/compiled/large-list.ts';
import { PartCache } from '../../core/compiled/part-cache.ts';
import type { Index } from '../../core/compiled/read-index.ts';
import { decodeShardedFilter, type ShardedFilter } from '../../core/compiled/sharded-filter.ts';
import type { Watchlist } from '../../core/list-schema.ts';
import { giveBack } from './give-back.ts';
import { keepFilter, keptFilter } from './kept-filter.ts';
import type { ListStore } from './list-store.ts';
import { pacer } from './pace.ts';

/** While every part is read once. */
const PASS_BYTES = 64 * 1024;
/** What an index takes in memory for each part that it names. Bytes, about. */
const NAMED = 200;

/**
 * Reads every name of a large list once, and keeps the filter that is made of them.
 * @param name SHA-256 of the index
 * @throws DamagedList for what no publisher may publish, or whatever the database throws
 */
export async function checkStored(
  store: ListStore,
  name: string,
  index: Index,
): Promise<{ frame: Watchlist; names: CheckedNames }> {
  const pace = pacer();
  const parts = new PartCache(
    (names) => store.partsOf(names),
    PASS_BYTES,
    (bytes, sha256) => {
      // What was just read is asked for next: every page that is open asks again.
      if (!store.cache.offer(sha256, bytes)) giveBack(bytes);
    },
  );
  const frame = await readFrame(index, parts);
  await pace();
  await checkFrame(frame, index, parts);
  await pace();
  const names = await checkNames(frame, index, parts, pace);
  await pace();
  await keepFilter(store, name, names.filter, pace);
  return { frame, names };
}

/**
 * A large list as it is looked up in. Reads its filter and what is not an identifier, and nothing else.
 * @param identifiers as its manifest counts them
 * @throws DamagedList, or whatever the database throws
 */
export async function openLarge(store: ListStore, name: string, index: Index, identifiers: number): Promise<LargeList> {
  const parts = store.cache;
  const kept = await keptFilter(store, name);
  const { filter, size } = decoded(kept) ?? decoded((await checkStored(store, name, index)).names.filter) ?? unread();
  const frame = await readFrame(index, parts);
  const named = index.stores.values().reduce((sum, leaves) => sum + leaves.length, 0);
  parts.reserve(frame.list.id, size + NAMED * named);
  return new LargeList({ frame, index, parts, filter, identifiers });
}

function decoded(bytes: Uint8Array | undefined): { filter: ShardedFilter; size: number } | undefined {
  const filter = bytes && decodeShardedFilter(bytes);
  return filter && { filter, size: bytes.length };
}

function unread(): never {
  throw new Error('the filter that was made cannot be read');
}
