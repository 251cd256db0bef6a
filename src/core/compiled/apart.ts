import { widthOf } from './leaves.ts';
import type { PartReader } from './part.ts';
import type { Index, IndexLeaf } from './read-index.ts';
import { readRecords, type StoredRecord, type StoreName } from './records.ts';

/** A compiled list whose parts can be read. */
export interface HeldList {
  index: Index;
  part: PartReader;
}

/** The records of a run of places as two versions have them, by name. */
export interface Apart {
  before: Map<string, StoredRecord>;
  after: Map<string, StoredRecord>;
}

/**
 * Walks over what two versions of a store do not share, a run of places after the other, so that never more than a
 * few parts are in memory.
 * @throws RangeError for lists of which a part is missing or broken
 */
export async function* apart(store: StoreName, from: HeldList, to: HeldList): AsyncGenerator<Apart> {
  const old = new Leaves(from.index.stores.get(store) ?? []);
  const now = new Leaves(to.index.stores.get(store) ?? []);
  for (let end = Math.max(old.end, now.end); end > 0; end = Math.max(old.end, now.end)) {
    // A leaf is as wide as one or more of the other version: runs never cut through one.
    const before = old.until(end);
    const after = now.until(end);
    const isShared = before.length === 1 && after.length === 1 && before[0]?.part?.sha256 === after[0]?.part?.sha256;
    if (!isShared) yield { before: await recordsIn(store, before, from), after: await recordsIn(store, after, to) };
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

async function recordsIn(
  store: StoreName,
  leaves: readonly IndexLeaf[],
  { part: read }: HeldList,
): Promise<Map<string, StoredRecord>> {
  const records = new Map<string, StoredRecord>();
  for (const { part } of leaves) {
    if (part === undefined) continue;
    const bytes = await read(part.sha256);
    const found = bytes && readRecords(store, bytes);
    if (found === undefined) throw new RangeError(`part ${part.sha256} of ${store} is missing or broken`);
    for (const record of found) records.set(record.name, record);
  }
  return records;
}
