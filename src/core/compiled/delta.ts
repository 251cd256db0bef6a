import { compare } from '../canonical.ts';
import { apart, type HeldList } from './apart.ts';
import { sameBytes } from './bytes.ts';
import { type Edits, encodeEdits, readRuns } from './delta-form.ts';
import { editedPage } from './key-page.ts';
import { joined } from './layout.ts';
import { LeafEdits } from './leaf-edits.ts';
import { leafAt, widthOf } from './leaves.ts';
import type { PartReader } from './part.ts';
import { type Index, type IndexLeaf, partsOf } from './read-index.ts';
import { readRecords } from './read-records.ts';
import { STORES, type StoredRecord, type StoreName } from './records.ts';
import { sha256Hex } from './sha256.ts';

export type { HeldList } from './apart.ts';

/**
 * What turns one version into another. Worth publishing only where it is smaller than the packs, and of use
 * only within `isDelta`.
 * @throws RangeError for lists of which a part is missing or broken
 */
export async function makeDelta(from: HeldList, to: HeldList): Promise<Uint8Array<ArrayBuffer>> {
  const edits = new Map<StoreName, Edits>();
  for (const store of STORES) {
    const removed: string[] = [];
    const added: StoredRecord[] = [];
    for await (const { before, after } of apart(store, from, to)) {
      for (const name of before.keys()) if (!after.has(name)) removed.push(name);
      for (const record of after.values()) if (!isSame(before.get(record.name), record)) added.push(record);
    }
    edits.set(store, { removed: removed.sort(compare), added });
  }
  return encodeEdits(edits);
}

/** Whether readers take it: no larger, and of no more edits, than a delta may be. */
export function isDelta(bytes: Uint8Array): boolean {
  return readRuns(bytes) !== undefined;
}

export function isSame(was: StoredRecord | undefined, is: StoredRecord): boolean {
  return was !== undefined && sameBytes(was.bytes, is.bytes);
}

async function recordsIn(store: StoreName, { part }: IndexLeaf, read: PartReader): Promise<StoredRecord[] | undefined> {
  if (part === undefined) return [];
  const bytes = await read(part.sha256);
  return bytes && readRecords(store, bytes);
}

/** Parts whose predecessors are read at once, and that are kept before the next are made: all of them in one step. */
const BATCH = 16;
const BATCH_BYTES = 1024 * 1024;

/** What a delta should lead to, it does not lead to: the packs then have to be fetched. */
export class UselessDelta extends Error {
  override name = 'UselessDelta';
}

/**
 * The parts of the new version that the old one has not, each verified against the new index, a MiB at a time.
 * @param read of the old version's parts
 * @param done called with what was read and is needed no more
 * @param pace called between short steps, to let others have their turn
 * @throws UselessDelta where the delta is broken or does not lead there; what came before is good all the same
 */
export async function* partsFromDelta(
  oldIndex: Index,
  newIndex: Index,
  delta: Uint8Array,
  read: PartReader,
  done: (part: Uint8Array) => void = () => undefined,
  pace: () => Promise<void> = async () => undefined,
): AsyncGenerator<Map<string, Uint8Array<ArrayBuffer>>> {
  const stores = readRuns(delta);
  if (stores === undefined) throw new UselessDelta();
  const held = new Set(partsOf(oldIndex).map(({ sha256 }) => sha256));
  let made = new Map<string, Uint8Array<ArrayBuffer>>();
  let size = 0;
  for (const [store, runs] of stores) {
    const leaves = newIndex.stores.get(store) ?? [];
    const edits = new LeafEdits(store, runs);
    if (!(await edits.read(leaves, pace))) throw new UselessDelta();
    const wanted = [...leaves.entries()].filter(([, { part: one }]) => one && !held.has(one.sha256));
    for (let i = 0; i < wanted.length; i += BATCH) {
      const some = wanted.slice(i, i + BATCH);
      const lent: Uint8Array[] = [];
      const part: PartReader = async (sha256) => {
        const bytes = await read(sha256);
        if (bytes) lent.push(bytes);
        return bytes;
      };
      const parts = await Promise.all(
        some.map(([at, leaf]) => madePart(store, leaf, edits.at(at), { index: oldIndex, part })),
      );
      for (const bytes of lent) done(bytes);
      for (const [sha256, bytes] of parts) {
        made.set(sha256, bytes);
        size += bytes.length;
      }
      if (size < BATCH_BYTES) continue;
      yield made;
      made = new Map();
      size = 0;
    }
  }
  yield made;
}

/** @throws UselessDelta */
async function madePart(
  store: StoreName,
  leaf: IndexLeaf,
  edits: Edits,
  { index, part }: HeldList,
): Promise<[sha256: string, bytes: Uint8Array<ArrayBuffer>]> {
  const bytes = await editedPart(store, leaf, edits, { index, part });
  const { sha256, size } = leaf.part ?? {};
  const isIt = bytes?.length === size && bytes !== undefined && (await sha256Hex(bytes)) === sha256;
  if (sha256 === undefined || !isIt) throw new UselessDelta();
  return [sha256, bytes];
}

/**
 * All of them at once. Never throws on what a host sent.
 * @returns undefined where the delta is broken or does not lead there
 */
export async function applyDelta(
  ...given: Parameters<typeof partsFromDelta>
): Promise<Map<string, Uint8Array<ArrayBuffer>> | undefined> {
  const all = new Map<string, Uint8Array<ArrayBuffer>>();
  try {
    for await (const made of partsFromDelta(...given)) for (const [sha256, bytes] of made) all.set(sha256, bytes);
  } catch (error) {
    if (error instanceof UselessDelta) return undefined;
    throw error;
  }
  return all;
}

/** @returns undefined where the old version is broken */
async function editedPart(
  store: StoreName,
  leaf: IndexLeaf,
  edits: Edits,
  { index, part }: HeldList,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const old = leavesWithin(leaf, index.stores.get(store) ?? []);
  const [only] = old;
  if (store === 'keys' && old.length === 1 && only?.depth === leaf.depth) {
    const bytes = only.part ? await part(only.part.sha256) : new Uint8Array(0);
    const added = edits.added.toSorted((a, b) => compare(a.name, b.name));
    return bytes && editedPage(bytes, new Set(edits.removed), added);
  }
  const found = await Promise.all(old.map((one) => recordsIn(store, one, part)));
  if (found.includes(undefined)) return undefined;
  const end = leaf.start + widthOf(leaf);
  const records = found.flatMap((some) => some ?? []);
  return edited(
    records.filter(({ place }) => place >= leaf.start && place < end),
    edits,
  );
}

/** Those that a leaf of the new version was made from: it may have been split or joined since. */
function leavesWithin(leaf: IndexLeaf, leaves: readonly IndexLeaf[]): IndexLeaf[] {
  const end = leaf.start + widthOf(leaf);
  const within: IndexLeaf[] = [];
  for (let i = Math.max(0, leafAt(leaves, leaf.start)); i < leaves.length; i++) {
    const old = leaves[i];
    if (old === undefined || old.start >= end) break;
    within.push(old);
  }
  return within;
}

function edited(records: readonly StoredRecord[], edits: Edits): Uint8Array<ArrayBuffer> {
  const kept = new Map(records.map((record) => [record.name, record]));
  for (const name of edits.removed) kept.delete(name);
  for (const record of edits.added) kept.set(record.name, record);
  return joined([...kept.values()]);
}
