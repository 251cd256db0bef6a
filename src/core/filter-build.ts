import type { Filter } from './filter.ts';
import {
  type FilterShape,
  fingerprint,
  firstLane,
  firstSlot,
  lowerHalf,
  secondLane,
  secondSlot,
  takeFirst,
  takeSecond,
  thirdSlot,
  upperHalf,
} from './filter-hash.ts';

const MAX_SEEDS = 64;

/** @throws RangeError if no seed works, which distinct keys make astronomically unlikely. */
export function buildFilter(keys: Iterable<string>): Filter {
  const distinct = [...new Set(keys)];
  const units = new Uint16Array(distinct.reduce((most, key) => Math.max(most, key.length), 0));
  return new FilterBuilder().build(distinct.length, (seed, into) => {
    for (const [at, key] of distinct.entries()) {
      for (let i = 0; i < key.length; i++) units[i] = key.charCodeAt(i);
      hashUnits(units, key.length, seed, into, at);
    }
  });
}

/** Of every key, by its number: computed once, since hashing takes longer than all else that is done with a key. */
export interface KeyHashes {
  upper: Int32Array;
  lower: Int32Array;
}

/** Puts the hash of a key where its number says. @param units UTF-16 */
export function hashUnits(units: Uint16Array, length: number, seed: number, into: KeyHashes, at: number): void {
  let first = firstLane(seed);
  let second = secondLane(seed);
  for (let i = length - 1; i >= 0; i--) {
    const unit = units[i] as number;
    first = takeFirst(first, unit);
    second = takeSecond(second, unit);
  }
  const upper = upperHalf(first, second);
  into.upper[at] = upper;
  into.lower[at] = lowerHalf(second, upper);
}

function shapeOf(size: number): FilterShape {
  if (size === 0) return { segmentLength: 4, segmentCountLength: 4 };
  const power = Math.floor(Math.log(size) / Math.log(3.33) + 2.25);
  const segmentLength = Math.min(2 ** Math.max(2, power), 1 << 18);
  const factor = size <= 1 ? 2 : Math.max(1.125, 0.875 + (0.25 * Math.log(1_000_000)) / Math.log(size));
  const segments = Math.max(1, Math.ceil((size * factor) / segmentLength) - 2);
  return { segmentLength, segmentCountLength: segments * segmentLength };
}

/** Builds filters one after the other in the same room. */
export class FilterBuilder {
  private hashes: KeyHashes = { upper: new Int32Array(0), lower: new Int32Array(0) };
  /** Of each slot: how many keys use it that are not peeled yet, and these keys' numbers, combined by XOR. */
  private count = new Uint32Array(0);
  private keyXor = new Uint32Array(0);
  /** Keys in the order in which each was alone in a slot, and that slot. */
  private order = new Uint32Array(0);
  private from = new Uint32Array(0);
  /** Slots with a single key: each comes to that once. */
  private alone = new Uint32Array(0);

  /**
   * @param size how many keys, no two of them the same
   * @param hash puts the hash of each in its place
   * @throws RangeError if no seed works, which distinct keys make astronomically unlikely.
   */
  build(size: number, hash: (seed: number, into: KeyHashes) => void): Filter {
    const shape = shapeOf(size);
    const total = size === 0 ? 0 : shape.segmentCountLength + 2 * shape.segmentLength;
    this.makeRoom(size, total);
    for (let seed = 1; seed <= MAX_SEEDS; seed++) {
      hash(seed, this.hashes);
      if (this.peel(shape, total, size) === size)
        return { seed, ...shape, fingerprints: this.assign(shape, total, size) };
    }
    throw new RangeError(`no filter found for ${size} keys in ${MAX_SEEDS} tries`);
  }

  private makeRoom(size: number, total: number): void {
    if (this.order.length < size) {
      this.hashes = { upper: new Int32Array(size), lower: new Int32Array(size) };
      this.order = new Uint32Array(size);
      this.from = new Uint32Array(size);
    }
    if (this.count.length < total) {
      this.count = new Uint32Array(total);
      this.keyXor = new Uint32Array(total);
      this.alone = new Uint32Array(total);
    }
  }

  /** Peels slots that a single key uses until none is left. @returns how many keys that were */
  private peel(shape: FilterShape, total: number, size: number): number {
    const { count, keyXor, alone, order, from } = this;
    const { upper, lower } = this.hashes;
    count.fill(0, 0, total);
    keyXor.fill(0, 0, total);
    for (let key = 0; key < size; key++) {
      const low = lower[key] as number;
      const first = firstSlot(shape, upper[key] as number);
      put(count, keyXor, first, key);
      put(count, keyXor, secondSlot(shape, first, low), key);
      put(count, keyXor, thirdSlot(shape, first, low), key);
    }
    let waiting = 0;
    for (let slot = 0; slot < total; slot++) if (count[slot] === 1) alone[waiting++] = slot;
    let peeled = 0;
    while (waiting > 0) {
      const slot = alone[--waiting] as number;
      if (count[slot] !== 1) continue;
      const key = keyXor[slot] as number;
      order[peeled] = key;
      from[peeled++] = slot;
      const low = lower[key] as number;
      const first = firstSlot(shape, upper[key] as number);
      const [second, third] = [secondSlot(shape, first, low), thirdSlot(shape, first, low)];
      if (take(count, keyXor, first, key) === 1) alone[waiting++] = first;
      if (take(count, keyXor, second, key) === 1) alone[waiting++] = second;
      if (take(count, keyXor, third, key) === 1) alone[waiting++] = third;
    }
    return peeled;
  }

  /** Fingerprints in the reverse order. */
  private assign(shape: FilterShape, total: number, size: number): Uint8Array {
    const { order, from } = this;
    const { upper, lower } = this.hashes;
    const f = new Uint8Array(total);
    for (let n = size - 1; n >= 0; n--) {
      const key = order[n] as number;
      const [up, low] = [upper[key] as number, lower[key] as number];
      const first = firstSlot(shape, up);
      const held =
        (f[first] as number) ^
        (f[secondSlot(shape, first, low)] as number) ^
        (f[thirdSlot(shape, first, low)] as number);
      // Its own slot is still empty, so that the three together give what is put there.
      f[from[n] as number] = fingerprint(up, low) ^ held;
    }
    return f;
  }
}

function put(count: Uint32Array, keyXor: Uint32Array, slot: number, key: number): void {
  count[slot] = (count[slot] as number) + 1;
  keyXor[slot] = (keyXor[slot] as number) ^ key;
}

/** @returns how many are left */
function take(count: Uint32Array, keyXor: Uint32Array, slot: number, key: number): number {
  keyXor[slot] = (keyXor[slot] as number) ^ key;
  const left = (count[slot] as number) - 1;
  count[slot] = left;
  return left;
}
