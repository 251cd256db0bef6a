import { concat, fromUtf8, sameBytes, u16, u32, utf8 } from './bytes.ts';
import { CAP } from './caps.ts';
import { Cursor } from './cursor.ts';
import { joined } from './layout.ts';
import { readRecords } from './read-records.ts';
import { STORES, type StoredRecord, type StoreName } from './records.ts';

/** What becomes of one store: names of records that went, and records that came or changed. */
export interface Edits {
  removed: string[];
  added: StoredRecord[];
}

/**
 * Layout, little-endian: `SMD1`; for each of `STORES` the bytes of its removals (u32) and these, each a length
 * (u16) and a name in UTF-8; the bytes of its additions (u32) and these, as in a part.
 */
const MAGIC = utf8('SMD1');

export function encodeEdits(edits: ReadonlyMap<StoreName, Edits>): Uint8Array<ArrayBuffer> {
  const out: Uint8Array[] = [MAGIC];
  for (const store of STORES) {
    const names = (edits.get(store)?.removed ?? []).map(utf8);
    const removed = concat(names.flatMap((name) => [u16(name.length), name]));
    const added = joined(edits.get(store)?.added ?? []);
    out.push(u32(removed.length), removed, u32(added.length), added);
  }
  return concat(out);
}

/** Never throws. @returns undefined for what is no delta, or more than one may be */
export function readEdits(delta: Uint8Array): Map<StoreName, Edits> | undefined {
  if (delta.length > CAP.deltaBytes) return undefined;
  const cursor = new Cursor(delta);
  let left: number = CAP.edits;
  if (!sameBytes(cursor.take(MAGIC.length), MAGIC)) return undefined;
  const edits = new Map<StoreName, Edits>();
  for (const store of STORES) {
    const removed = readNames(cursor.take(cursor.u32()), left);
    left -= removed?.length ?? 0;
    const added = readRecords(store, cursor.take(cursor.u32()), left);
    left -= added?.length ?? 0;
    if (removed === undefined || added === undefined) return undefined;
    edits.set(store, { removed, added });
  }
  return cursor.isDone ? edits : undefined;
}

function readNames(bytes: Uint8Array, most: number): string[] | undefined {
  const cursor = new Cursor(bytes);
  const names: string[] = [];
  while (cursor.hasMore) {
    const name = fromUtf8(cursor.take(cursor.u16()));
    if (name === undefined || names.length === most) return undefined;
    names.push(name);
  }
  return cursor.isDone ? names : undefined;
}
