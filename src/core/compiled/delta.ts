import { compare } from '../canonical.ts';
import { sameBytes } from './bytes.ts';
import { type Edits, encodeEdits, readEdits } from './delta-form.ts';
import { joined } from './layout.ts';
import { leafAt, widthOf } from './leaves.ts';
import type { PartReader } from './part.ts';
import { type Index, type IndexLeaf, partsOf } from './read-index.ts';
import { placeOf, readRecords, STORES, type StoredRecord, type StoreName } from './records.ts';
import { sha256Hex } from './sha256.ts';

/** A compiled list whose parts can be read. */
export interface HeldList {
  index: Index;
  part: PartReader;
}

/**
 * What turns one version into another. Worth publishing only where it is smaller than the packs, and of use
 * only up to `CAP.objectBytes`.
 * @throws RangeError for lists of which a part is missing or broken
 */
export async function makeDelta(from: HeldList, to: HeldList): Promise<Uint8Array<ArrayBuffer>> {
  const edits = new Map<StoreName, Edits>();
  for (const store of STORES) {
    const before = await recordsApart(store, from, to.index);
    const after = await recordsApart(store, to, from.index);
    edits.set(store, {
      removed: [...before.keys()].filter((name) => !after.has(name)).sort(compare),
      added: [...after.values()].filter((record) => !isSame(before.get(record.name), record)),
    });
  }
  return encodeEdits(edits);
}

function isSame(was: StoredRecord | undefined, is: StoredRecord): boolean {
  return was !== undefined && sameBytes(was.bytes, is.bytes);
}

/** The records in parts that the other version has not. */
async function recordsApart(store: StoreName, of: HeldList, other: Index): Promise<Map<string, StoredRecord>> {
  const shared = new Set((other.stores.get(store) ?? []).map(({ part }) => part?.sha256));
  const records = new Map<string, StoredRecord>();
  for (const leaf of of.index.stores.get(store) ?? []) {
    if (shared.has(leaf.part?.sha256)) continue;
    const read = await recordsIn(store, leaf, of.part);
    if (read === undefined) throw new RangeError(`part ${leaf.part?.sha256} of ${store} is missing or broken`);
    for (const record of read) records.set(record.name, record);
  }
  return records;
}

async function recordsIn(store: StoreName, { part }: IndexLeaf, read: PartReader): Promise<StoredRecord[] | undefined> {
  if (part === undefined) return [];
  const bytes = await read(part.sha256);
  return bytes && readRecords(store, bytes);
}

/**
 * The parts of the new version that the old one has not, each verified against the new index. Never throws on
 * what a host sent.
 * @param part reads the old version's
 * @returns undefined where the delta is broken or does not lead there: the packs then have to be fetched
 */
export async function applyDelta(
  oldIndex: Index,
  newIndex: Index,
  delta: Uint8Array,
  part: PartReader,
): Promise<Map<string, Uint8Array<ArrayBuffer>> | undefined> {
  const edits = readEdits(delta);
  if (edits === undefined) return undefined;
  const held = new Set(partsOf(oldIndex).map(({ sha256 }) => sha256));
  const made = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const [store, own] of edits) {
    const leaves = newIndex.stores.get(store) ?? [];
    const byLeaf = editsByLeaf(leaves, own);
    for (const [i, leaf] of leaves.entries()) {
      if (leaf.part === undefined || held.has(leaf.part.sha256)) continue;
      const records = await recordsWithin(leaf, store, oldIndex, part);
      if (records === undefined) return undefined;
      const bytes = edited(records, byLeaf.get(i));
      if (bytes.length !== leaf.part.size || (await sha256Hex(bytes)) !== leaf.part.sha256) return undefined;
      made.set(leaf.part.sha256, bytes);
    }
  }
  return made;
}

function editsByLeaf(leaves: readonly IndexLeaf[], { removed, added }: Edits): Map<number, Edits> {
  const byLeaf = new Map<number, Edits>();
  const editsAt = (place: number): Edits => {
    const leaf = leafAt(leaves, place);
    const found = byLeaf.get(leaf) ?? { removed: [], added: [] };
    byLeaf.set(leaf, found);
    return found;
  };
  for (const name of removed) editsAt(placeOf(name)).removed.push(name);
  for (const record of added) editsAt(record.place).added.push(record);
  return byLeaf;
}

/** The old version's records that belong to a leaf of the new one, which may have been split or joined since. */
async function recordsWithin(
  leaf: IndexLeaf,
  store: StoreName,
  { stores }: Index,
  part: PartReader,
): Promise<StoredRecord[] | undefined> {
  const leaves = stores.get(store) ?? [];
  const end = leaf.start + widthOf(leaf);
  const found: StoredRecord[] = [];
  for (let i = Math.max(0, leafAt(leaves, leaf.start)); i < leaves.length; i++) {
    const old = leaves[i];
    if (old === undefined || old.start >= end) break;
    const records = await recordsIn(store, old, part);
    if (records === undefined) return undefined;
    found.push(...records.filter(({ place }) => place >= leaf.start && place < end));
  }
  return found;
}

function edited(records: readonly StoredRecord[], edits: Edits = { removed: [], added: [] }): Uint8Array<ArrayBuffer> {
  const kept = new Map(records.map((record) => [record.name, record]));
  for (const name of edits.removed) kept.delete(name);
  for (const record of edits.added) kept.set(record.name, record);
  return joined([...kept.values()]);
}
