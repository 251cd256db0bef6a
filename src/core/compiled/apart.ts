import { differingKeys } from './key-page.ts';
import { widthOf } from './leaves.ts';
import type { PartReader } from './part.ts';
import type { Index, IndexLeaf } from './read-index.ts';
import { readRecords } from './read-records.ts';
import type { StoredRecord, StoreName } from './records.ts';

/** A compiled list whose parts can be read. */
export interface HeldList {
  index: Index;
  part: PartReader;
  /** Called with parts that are needed no more, and nothing that was made of them. */
  done?(part: Uint8Array): void;
}

/** The records of a run of places as two versions have them, by name. */
export interface Apart {
  before: Map<string, StoredRecord>;
  after: Map<string, StoredRecord>;
}

/** Runs that are read at once: half a MiB of each version. */
const BATCH = 32;

/**
 * Walks over what two versions of a store do not share, a run of places after the other, so that never more than a
 * few parts are in memory. Records that are in both as they are may be left out.
 * @throws RangeError for lists of which a part is missing or broken
 */
export async function* apart(store: StoreName, from: HeldList, to: HeldList): AsyncGenerator<Apart> {
  const old = new Leaves(from.index.stores.get(store) ?? []);
  const now = new Leaves(to.index.stores.get(store) ?? []);
  let batch: Promise<Differing>[] = [];
  for (let end = Math.max(old.end, now.end); end > 0; end = Math.max(old.end, now.end)) {
    // A leaf is as wide as one or more of the other version: runs never cut through one.
    const before = old.until(end);
    const after = now.until(end);
    const isShared = before.length === 1 && after.length === 1 && before[0]?.part?.sha256 === after[0]?.part?.sha256;
    if (!isShared) batch.push(differing(store, { ...from, leaves: before }, { ...to, leaves: after }));
    if (batch.length < BATCH) continue;
    yield* lent(batch, from, to);
    batch = [];
  }
  yield* lent(batch, from, to);
}

async function* lent(batch: readonly Promise<Differing>[], from: HeldList, to: HeldList): AsyncGenerator<Apart> {
  const runs = await Promise.all(batch);
  for (const { records } of runs) yield records;
  for (const { parts } of runs) {
    for (const bytes of parts[0]) from.done?.(bytes);
    for (const bytes of parts[1]) to.done?.(bytes);
  }
}

/** Leaves in order, a run at a time. */
class Leaves {
  private at = 0;
  private readonly leaves: readonly IndexLeaf[];

  constructor(leaves: readonly IndexLeaf[]) {
    this.leaves = leaves;
  }

  /** Where the next one ends; 0 when there is none. */
  get end(): number {
    const next = this.leaves[this.at];
    return next ? next.start + widthOf(next) : 0;
  }

  until(end: number): readonly IndexLeaf[] {
    const first = this.at;
    while (this.end > 0 && this.end <= end) this.at++;
    return this.leaves.slice(first, this.at);
  }
}

interface Run extends HeldList {
  leaves: readonly IndexLeaf[];
}

interface Differing {
  records: Apart;
  /** What they are views of, by version. */
  parts: readonly [Uint8Array[], Uint8Array[]];
}

async function differing(store: StoreName, from: Run, to: Run): Promise<Differing> {
  const [before, after] = await Promise.all([bytesIn(store, from), bytesIn(store, to)]);
  return { records: recordsApart(store, before, after), parts: [before, after] };
}

function recordsApart(store: StoreName, before: readonly Uint8Array[], after: readonly Uint8Array[]): Apart {
  if (store === 'keys' && before.length === 1 && after.length === 1) {
    const keys = differingKeys(before[0] as Uint8Array, after[0] as Uint8Array);
    if (keys === undefined) throw broken(store);
    return { before: byName(keys.before), after: byName(keys.after) };
  }
  return { before: byName(recordsIn(store, before)), after: byName(recordsIn(store, after)) };
}

function bytesIn(store: StoreName, { leaves, part: read }: Run): Promise<Uint8Array[]> {
  const parts = leaves.flatMap(({ part }) => part ?? []);
  return Promise.all(
    parts.map(async ({ sha256 }) => {
      const bytes = await read(sha256);
      if (bytes === undefined) throw broken(store, sha256);
      return bytes;
    }),
  );
}

function recordsIn(store: StoreName, parts: readonly Uint8Array[]): StoredRecord[] {
  return parts.flatMap((bytes) => {
    const records = readRecords(store, bytes);
    if (records === undefined) throw broken(store);
    return records;
  });
}

function byName(records: readonly StoredRecord[]): Map<string, StoredRecord> {
  return new Map(records.map((record) => [record.name, record]));
}

function broken(store: StoreName, part = ''): RangeError {
  return new RangeError(`a part ${part} of ${store} is missing or broken`);
}
