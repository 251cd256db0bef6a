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
/** What an index takes in memory for each part that it names. Bytes, about. */
const NAMED = 200;

/** Under which name the filter of a list is kept beside its parts. It is made here, and travels nowhere. */
export function filterName(index: string): string {
  return `filter-${index}`;
}

/** Kept at once: a browser copies what it is given, and all of a large filter is a long step. Bytes. */
const AT_ONCE = 1024 * 1024;

/** The name of the filter that this is a piece of; another name as it is. Pieces come in the order of their names. */
export function wholeName(name: string): string {
  return name.slice(0, filterName('').length + 2 * HASH);
}

function pieceName(index: string, piece: number): string {
  return piece === 0 ? filterName(index) : `${filterName(index)}-${String(piece).padStart(4, '0')}`;
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
  await keepFilter(store, name, names.filter, pace);
  return { frame, names };
}

/** Disks rot, and a filter that lies would hide names: its hash stands before it. */
async function keepFilter(
  store: ListStore,
  name: string,
  filter: Uint8Array<ArrayBuffer>,
  pace: () => Promise<void>,
): Promise<void> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', filter));
  for (let at = 0, piece = 0; at < filter.length; at += AT_ONCE, piece++) {
    const bytes = concat([piece === 0 ? hash : new Uint8Array(0), filter.subarray(at, at + AT_ONCE)]);
    await store.putParts(new Map([[pieceName(name, piece), bytes]]), async () => undefined);
    giveBack(bytes);
    await pace();
  }
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
  const named = index.stores.values().reduce((sum, leaves) => sum + leaves.length, 0);
  parts.reserve(frame.list.id, bytes.length + NAMED * named);
  return new LargeList({ frame, index, parts, filter, identifiers });
}

/** @returns undefined where it is not there, or not what it was */
async function keptFilter(store: ListStore, name: string): Promise<Uint8Array | undefined> {
  const pieces = await store.partsNamed(filterName(name));
  const bytes = pieces.length === 1 ? (pieces[0] as Uint8Array) : concat(pieces);
  if (pieces.length > 1) for (const piece of pieces) giveBack(piece);
  if (bytes.length <= HASH) return undefined;
  const filter = bytes.subarray(HASH);
  const isWhole = (await sha256Hex(filter)) === hex(bytes.subarray(0, HASH)) && decodeShardedFilter(filter);
  return isWhole ? filter : undefined;
}
