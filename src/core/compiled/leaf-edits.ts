import { addedIn, type Edits, nameAt, type Runs, recordAt, removedIn } from './delta-form.ts';
import { leafAt } from './leaves.ts';
import type { IndexLeaf } from './read-index.ts';
import { readRecords } from './read-records.ts';
import type { StoreName } from './records.ts';

/** Edits that are looked at between two pauses. */
const STEP = 500;

/**
 * What a delta says of one store, by the leaf that it belongs to. It is left as it came, and where each edit stands is
 * a number: taken apart as a whole, a delta takes ten times its bytes.
 */
export class LeafEdits {
  private readonly removed = new ByLeaf();
  private readonly added = new ByLeaf();
  private readonly store: StoreName;
  private readonly runs: Runs;

  constructor(store: StoreName, runs: Runs) {
    this.store = store;
    this.runs = runs;
  }

  /** @returns whether all of it is what belongs into a delta */
  async read(leaves: readonly IndexLeaf[], pace: () => Promise<void>): Promise<boolean> {
    const { store, runs } = this;
    for (const [all, into] of [
      [removedIn(runs.removed), this.removed],
      [addedIn(store, runs.added), this.added],
    ] as const) {
      let step = 0;
      for (const one of all) {
        if (one === undefined) return false;
        into.add(leafAt(leaves, one[1]), one[0]);
        if (++step % STEP === 0) await pace();
      }
      into.sort(leaves.length);
    }
    return true;
  }

  /** @param leaf its number */
  at(leaf: number): Edits {
    const { store, runs } = this;
    const added = Array.from(this.added.at(leaf), (at) => recordAt(store, runs.added, at) ?? new Uint8Array(0));
    return {
      removed: Array.from(this.removed.at(leaf), (at) => nameAt(runs.removed, at) ?? ''),
      added: added.flatMap((bytes) => readRecords(store, bytes) ?? []),
    };
  }
}

/** Numbers, grouped by other numbers. */
class ByLeaf {
  private count = 0;
  private leaves = new Int32Array(64);
  private places = new Uint32Array(64);
  private sorted = new Uint32Array(0);
  /** Where in `sorted` those of each leaf begin, and the last one's end. */
  private starts = new Uint32Array(1);

  /** @param leaf below 0 where the store has none */
  add(leaf: number, at: number): void {
    if (leaf < 0) return;
    if (this.count === this.leaves.length) {
      const [leaves, places] = [this.leaves, this.places];
      this.leaves = new Int32Array(this.count * 2);
      this.places = new Uint32Array(this.count * 2);
      this.leaves.set(leaves);
      this.places.set(places);
    }
    this.leaves[this.count] = leaf;
    this.places[this.count++] = at;
  }

  /** Once all are there. */
  sort(leaves: number): void {
    const starts = new Uint32Array(leaves + 1);
    for (const leaf of this.leaves.subarray(0, this.count)) starts[leaf + 1] = (starts[leaf + 1] as number) + 1;
    for (let leaf = 0; leaf < leaves; leaf++) {
      starts[leaf + 1] = (starts[leaf + 1] as number) + (starts[leaf] as number);
    }
    this.starts = starts;
    const next = starts.slice();
    this.sorted = new Uint32Array(this.count);
    for (let i = 0; i < this.count; i++) {
      const leaf = this.leaves[i] as number;
      const to = next[leaf] as number;
      this.sorted[to] = this.places[i] as number;
      next[leaf] = to + 1;
    }
  }

  at(leaf: number): Uint32Array {
    return this.sorted.subarray(this.starts[leaf], this.starts[leaf + 1]);
  }
}
