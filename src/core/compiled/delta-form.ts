import { concat, fromUtf8, sameBytes, u16, u32, utf8 } from './bytes.ts';
import { CAP } from './caps.ts';
import { Cursor } from './cursor.ts';
import { endOfKey, KeyWalk } from './key-walk.ts';
import { joined } from './layout.ts';
import { nameOfLine } from './read-records.ts';
import { placeOf, STORES, type StoredRecord, type StoreName } from './records.ts';

/** What becomes of one store: names of records that went, and records that came or changed. */
export interface Edits {
  removed: string[];
  added: StoredRecord[];
}

/** The same as it stands in a delta. */
export interface Runs {
  removed: Uint8Array;
  added: Uint8Array;
}

/**
 * Layout, little-endian: `SMD1`; for each of `STORES` the bytes of its removals (u32) and these, each a length
 * (u16) and a name in UTF-8; the bytes of its additions (u32) and these, as in a part.
 */
const MAGIC = utf8('SMD1');

export function encodeEdits(edits: ReadonlyMap<StoreName, Edits>): Uint8Array<ArrayBuffer> {
  const runs = STORES.map((store): Runs => {
    const names = (edits.get(store)?.removed ?? []).map(utf8);
    const removed = concat(names.flatMap((name) => [u16(name.length), name]));
    return { removed, added: joined(edits.get(store)?.added ?? []) };
  });
  return encodeRuns(runs);
}

/** @param runs of `STORES`, in their order */
export function encodeRuns(runs: readonly Runs[]): Uint8Array<ArrayBuffer> {
  const out = runs.flatMap(({ removed, added }) => [u32(removed.length), removed, u32(added.length), added]);
  return concat([MAGIC, ...out]);
}

/** Never throws. Views of the delta. @returns undefined for what is none, or more than one may be */
export function readRuns(delta: Uint8Array): Map<StoreName, Runs> | undefined {
  if (delta.length > CAP.deltaBytes) return undefined;
  const cursor = new Cursor(delta);
  if (!sameBytes(cursor.take(MAGIC.length), MAGIC)) return undefined;
  const all = new Map<StoreName, Runs>();
  let edits = 0;
  for (const store of STORES) {
    const runs = { removed: cursor.take(cursor.u32()), added: cursor.take(cursor.u32()) };
    edits += count(nextName, runs.removed) + count(nextIn(store), runs.added);
    all.set(store, runs);
  }
  return cursor.isDone && edits <= CAP.edits ? all : undefined;
}

/** Where what begins there ends: beyond the last byte where it is cut off. */
type Next = (bytes: Uint8Array, at: number) => number;

const nextName: Next = (bytes, at) => at + 2 + ((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8));
const nextLine: Next = (bytes, at) => bytes.indexOf(LINE_FEED, at) + 1 || bytes.length + 1;
const LINE_FEED = 0x0a;

function nextIn(store: StoreName): Next {
  return store === 'keys' ? endOfKey : nextLine;
}

function count(next: Next, bytes: Uint8Array): number {
  let found = 0;
  for (let at = 0; at < bytes.length; at = next(bytes, at)) found++;
  return found;
}

/** Where each edit of a run stands, and the place of its name. @returns undefined for what is no such run */
type Placed = Generator<[at: number, place: number] | undefined>;

export function* removedIn(bytes: Uint8Array): Placed {
  for (let at = 0; at < bytes.length; at = nextName(bytes, at)) {
    const name = nameAt(bytes, at);
    yield name === undefined ? undefined : [at, placeOf(name)];
  }
}

/** @returns undefined for what is no name */
export function nameAt(bytes: Uint8Array, at: number): string | undefined {
  const end = nextName(bytes, at);
  return end > bytes.length ? undefined : fromUtf8(bytes.subarray(at + 2, end));
}

export function* addedIn(store: StoreName, bytes: Uint8Array): Placed {
  const walk = new KeyWalk().open(bytes);
  if (store === 'keys') {
    while (walk.next()) yield [walk.from, walk.ownPlace];
    if (!walk.isDone) yield undefined;
    return;
  }
  for (let at = 0; at < bytes.length; at = nextLine(bytes, at)) {
    const line = recordAt(store, bytes, at);
    const text = line && fromUtf8(line);
    const name = text === undefined ? undefined : nameOfLine(store, text.slice(0, -1));
    yield name === undefined ? undefined : [at, placeOf(name)];
  }
}

/** A view. @returns undefined for what is cut off */
export function recordAt(store: StoreName, bytes: Uint8Array, at: number): Uint8Array | undefined {
  const end = nextIn(store)(bytes, at);
  return end > bytes.length ? undefined : bytes.subarray(at, end);
}
