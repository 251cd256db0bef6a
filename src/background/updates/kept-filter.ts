import { hex, u32 } from '../../core/compiled/bytes.ts';
import { Cursor } from '../../core/compiled/cursor.ts';
import { sha256Hex } from '../../core/compiled/sha256.ts';
import { giveBack } from './give-back.ts';
import type { ListStore } from './list-store.ts';

/**
 * The filter of a large list, in rows beside its parts. Disks rot, and a filter that lies would hide names: each row
 * is SHA-256 of what follows, the length of the whole filter (u32), at which of its bytes this row begins (u32), bytes.
 */
const HASH = 32;
const HEAD = HASH + 8;
/** Bytes of a filter in a row: a browser copies what it is given, and all of a large filter is a long step. */
const AT_ONCE = 1024 * 1024;
/** Read at the same time. */
const ROWS = 4;

/** Under which name the filter of a list is kept. It is made here, and travels nowhere. @param index its SHA-256 */
export function filterName(index: string): string {
  return `filter-${index}`;
}

/** The index whose filter this is a row of, if it is one. */
export function indexOfRow(name: string): string | undefined {
  const start = filterName('');
  return name.startsWith(start) ? name.slice(start.length, start.length + 2 * HASH) : undefined;
}

/** Rows come in the order of their names. */
function rowName(index: string, row: number): string {
  return row === 0 ? filterName(index) : `${filterName(index)}-${String(row).padStart(4, '0')}`;
}

/** @param pace called between short steps */
export async function keepFilter(
  store: ListStore,
  index: string,
  filter: Uint8Array,
  pace: () => Promise<void>,
): Promise<void> {
  for (let at = 0, row = 0; at < filter.length; at += AT_ONCE, row++) {
    const piece = filter.subarray(at, at + AT_ONCE);
    const bytes = new Uint8Array(HEAD + piece.length);
    bytes.set(u32(filter.length), HASH);
    bytes.set(u32(at), HASH + 4);
    bytes.set(piece, HEAD);
    bytes.set(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.subarray(HASH))));
    await store.putParts(new Map([[rowName(index, row), bytes]]), async () => undefined);
    giveBack(bytes);
    await pace();
  }
}

/** @returns undefined where it is not there, or not what it was */
export async function keptFilter(store: ListStore, index: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const names = await store.namesFrom(filterName(index));
  let filter: Uint8Array<ArrayBuffer> | undefined;
  let at = 0;
  for (let i = 0; i < names.length; i += ROWS) {
    const some = names.slice(i, i + ROWS);
    const read = await store.partsOf(some);
    for (const name of some) {
      const row = await rowIn(read.get(name));
      if (row === undefined || row.at !== at || row.length > names.length * AT_ONCE) return undefined;
      filter ??= new Uint8Array(row.length);
      if (filter.length !== row.length || at + row.bytes.length > row.length) return undefined;
      filter.set(row.bytes, at);
      at += row.bytes.length;
    }
    for (const bytes of read.values()) giveBack(bytes);
  }
  return at === filter?.length ? filter : undefined;
}

interface Row {
  /** Of the whole filter. */
  length: number;
  at: number;
  bytes: Uint8Array;
}

async function rowIn(row: Uint8Array | undefined): Promise<Row | undefined> {
  if (row === undefined || row.length <= HEAD) return undefined;
  if ((await sha256Hex(row.subarray(HASH))) !== hex(row.subarray(0, HASH))) return undefined;
  const head = new Cursor(row.subarray(HASH));
  return { length: head.u32(), at: head.u32(), bytes: row.subarray(HEAD) };
}
