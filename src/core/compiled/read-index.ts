import { concat, fromHex, sameBytes, u32, utf8 } from './bytes.ts';
import { CAP } from './caps.ts';
import { Cursor } from './cursor.ts';
import { DEEPEST } from './layout.ts';
import type { Pack, Part } from './part.ts';
import { STORES, type StoreName } from './records.ts';
import { sha256Hex } from './sha256.ts';

/** A leaf as the index names it. */
export interface IndexLeaf {
  depth: number;
  /** The first place that belongs to it; it covers 2 ** (32 - depth) of them. */
  start: number;
  /** Absent where no record belongs there. */
  part?: Part;
}

/** What a list is made of: the one object that names all others. */
export interface Index {
  stores: ReadonlyMap<StoreName, readonly IndexLeaf[]>;
  packs: readonly Pack[];
  /** Keys may be shared: many names are listed as one row is, and the list is read name by name. */
  shared?: true;
}

/**
 * Layout, little-endian: `SMI1`, or `SMI2` where keys may be shared; for each of `STORES` the number of leaves
 * (u32), for each leaf its depth (u8), size (u32) and, unless that is 0, SHA-256; then the number of packs (u32), for
 * each its SHA-256 and how many of the parts it carries (u32), which follow one another in the order of the stores.
 */
const MAGIC = utf8('SMI1');
const MAGIC_SHARED = utf8('SMI2');

export function encodeIndex(index: Index): Uint8Array<ArrayBuffer> {
  const out: Uint8Array[] = [index.shared ? MAGIC_SHARED : MAGIC];
  for (const store of STORES) {
    const leaves = index.stores.get(store) ?? [];
    out.push(u32(leaves.length));
    for (const { depth, part } of leaves) {
      out.push(new Uint8Array([depth]), u32(part?.size ?? 0));
      if (part) out.push(fromHex(part.sha256));
    }
  }
  out.push(u32(index.packs.length));
  for (const pack of index.packs) out.push(fromHex(pack.sha256), u32(pack.parts.length));
  return concat(out);
}

/** Never throws. @returns undefined for what is no index, or one beyond the caps */
export function readIndex(bytes: Uint8Array): Index | undefined {
  if (bytes.length > CAP.objectBytes) return undefined;
  const cursor = new Cursor(bytes);
  const magic = cursor.take(MAGIC.length);
  const isShared = sameBytes(magic, MAGIC_SHARED);
  if (!isShared && !sameBytes(magic, MAGIC)) return undefined;
  const stores = new Map<StoreName, IndexLeaf[]>();
  for (const store of STORES) {
    const leaves = readLeaves(cursor);
    if (leaves === undefined) return undefined;
    stores.set(store, leaves);
  }
  const parts = partsIn(stores);
  const size = parts.reduce((sum, part) => sum + part.size, bytes.length);
  const [head, ...more] = stores.get('head') ?? [];
  if (head?.part === undefined || more.length > 0) return undefined;
  if (parts.length > CAP.parts || size > CAP.listBytes) return undefined;
  const packs = readPacks(cursor, parts);
  return packs && cursor.isDone ? { stores, packs, ...(isShared && { shared: true }) } : undefined;
}

/** All that must be held for the list to be whole. */
export function partsOf(index: Index): Part[] {
  return partsIn(index.stores);
}

/** What a first install fetches, the index included. */
export function bytesOf(packs: readonly Pack[], indexSize: number): number {
  return packs.reduce((sum, pack) => sum + pack.size, indexSize);
}

/**
 * The parts that a pack carries, each verified.
 * @returns undefined for a pack that the index does not name, or whose bytes are not those it names
 */
export async function splitPack(
  index: Index,
  packSha256: string,
  bytes: Uint8Array,
): Promise<Map<string, Uint8Array<ArrayBuffer>> | undefined> {
  const pack = index.packs.find(({ sha256 }) => sha256 === packSha256);
  if (pack?.size !== bytes.length || (await sha256Hex(bytes)) !== packSha256) return undefined;
  const all = new Map<string, Uint8Array<ArrayBuffer>>();
  for await (const parts of partsInPack(pack, bytes)) {
    if (parts === undefined) return undefined;
    for (const [sha256, part] of parts) all.set(sha256, part);
  }
  return all;
}

/** Parts that are cut out of a pack at once: half a MiB. */
const BATCH = 64;

/**
 * The parts that a pack carries, each verified, a few at a time. That the pack is as large as the index says is known.
 * Undefined, and nothing more, where one is not what the index names.
 */
export async function* partsInPack(
  pack: Pack,
  bytes: Uint8Array,
): AsyncGenerator<Map<string, Uint8Array<ArrayBuffer>> | undefined> {
  let end = 0;
  for (let i = 0; i < pack.parts.length; i += BATCH) {
    const parts = pack.parts.slice(i, i + BATCH).map(({ sha256, size }) => {
      end += size;
      // A copy: a view would take the whole pack with it into a database.
      return [sha256, new Uint8Array(bytes.subarray(end - size, end))] as const;
    });
    const hashes = await Promise.all(parts.map(([, part]) => sha256Hex(part)));
    if (!parts.every(([sha256], at) => hashes[at] === sha256)) {
      yield undefined;
      return;
    }
    yield new Map(parts);
  }
}

function partsIn(stores: Index['stores']): Part[] {
  return STORES.flatMap((store) => (stores.get(store) ?? []).flatMap(({ part }) => part ?? []));
}

/** Leaves must cover all places once, in order: where a name belongs is then never in doubt. */
function readLeaves(cursor: Cursor): IndexLeaf[] | undefined {
  const count = cursor.u32();
  if (count > CAP.parts) return undefined;
  const leaves: IndexLeaf[] = [];
  let start = 0;
  for (let i = 0; i < count; i++) {
    const depth = cursor.u8();
    const size = cursor.u32();
    const width = 2 ** (DEEPEST - depth);
    if (cursor.broken || depth > DEEPEST || size > CAP.objectBytes || start % width !== 0) return undefined;
    leaves.push(size > 0 ? { depth, start, part: { sha256: cursor.sha256(), size } } : { depth, start });
    start += width;
  }
  return count === 0 || start === 2 ** DEEPEST ? leaves : undefined;
}

function readPacks(cursor: Cursor, parts: readonly Part[]): Pack[] | undefined {
  const count = cursor.u32();
  if (count > CAP.objects) return undefined;
  const packs: Pack[] = [];
  let first = 0;
  for (let i = 0; i < count; i++) {
    const sha256 = cursor.sha256();
    const held = cursor.u32();
    const carried = parts.slice(first, first + held);
    const size = carried.reduce((sum, part) => sum + part.size, 0);
    if (held === 0 || carried.length < held || size > CAP.objectBytes) return undefined;
    packs.push({ sha256, size, parts: carried });
    first += carried.length;
  }
  return first === parts.length ? packs : undefined;
}
