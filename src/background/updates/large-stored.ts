import { concat, hex } from '../../core/compiled/bytes.ts';
import { type CheckedNames, checkNames } from '../../core/compiled/check-large.ts';
import { checkFrame, readFrame } from '../../core/compiled/frame.ts';
import { LargeList } from '../../core/compiled/large-list.ts';
import { PartCache } from '../../core/compiled/part-cache.ts';
import type { Index } from '../../core/compiled/read-index.ts';
import { sha256Hex } from '../../core/compiled/sha256.ts';
import { decodeShardedFilter } from '../../core/compiled/sharded-filter.ts';
import type { Watchlist } from '../../core/list-schema.ts';
import { giveBack } from './give-back.ts';
import type { ListStore } from './list-store.ts';
import { pacer } from './pace.ts';

/** While every part is read once. */
const PASS_BYTES = 64 * 1024;
const HASH = 32;

/** Under which name the filter of a list is kept beside its parts. It is made here, and travels nowhere. */
export function filterName(index: string): string {
  return `filter-${index}`;
}

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
  // Disks rot, and a filter that lies would hide names: its hash stands before it.
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', names.filter));
  await store.putParts(new Map([[filterName(name), concat([hash, names.filter])]]), async () => undefined);
  return { frame, names };
}

/**
 * A large list as it is looked up in. Reads its filter and what is not an identifier, and nothing else.
 * @param identifiers as its manifest counts them
 * @throws DamagedList, or whatever the database throws
 */
export async function openLarge(store: ListStore, name: string, index: Index, identifiers: number): Promise<LargeList> {
  const parts = store.cache;
  const bytes = (await keptFilter(store, name)) ?? (await checkStored(store, name, index)).names.filter;
  const filter = decodeShardedFilter(bytes);
  if (filter === undefined) throw new Error('the filter that was made cannot be read');
  const frame = await readFrame(index, parts);
  parts.reserve(frame.list.id, bytes.length);
  return new LargeList({ frame, index, parts, filter, identifiers });
}

/** @returns undefined where it is not there, or not what it was */
async function keptFilter(store: ListStore, name: string): Promise<Uint8Array | undefined> {
  const bytes = await store.part(filterName(name));
  if (bytes === undefined || bytes.length <= HASH) return undefined;
  const filter = bytes.subarray(HASH);
  const isWhole = (await sha256Hex(filter)) === hex(bytes.subarray(0, HASH)) && decodeShardedFilter(filter);
  return isWhole ? filter : undefined;
}
