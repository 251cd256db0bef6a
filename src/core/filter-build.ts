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
  for (let seed = 1; seed <= MAX_SEEDS; seed++) {
    const filter = tryBuild(distinct, seed);
    if (filter) return filter;
  }
  throw new RangeError(`no filter found for ${distinct.length} keys in ${MAX_SEEDS} tries`);
}

function shapeOf(size: number): FilterShape {
  if (size === 0) return { segmentLength: 4, segmentCountLength: 4 };
  const power = Math.floor(Math.log(size) / Math.log(3.33) + 2.25);
  const segmentLength = Math.min(2 ** Math.max(2, power), 1 << 18);
  const factor = size <= 1 ? 2 : Math.max(1.125, 0.875 + (0.25 * Math.log(1_000_000)) / Math.log(size));
  const segments = Math.max(1, Math.ceil((size * factor) / segmentLength) - 2);
  return { segmentLength, segmentCountLength: segments * segmentLength };
}

/** Of every key: computed once, since hashing takes longer than all else that is done with a key. */
interface Hashes {
  upper: Int32Array;
  lower: Int32Array;
}

/** Peels slots that a single key uses until none is left, then assigns fingerprints in reverse. */
function tryBuild(keys: readonly string[], seed: number): Filter | undefined {
  const shape = shapeOf(keys.length);
  const total = keys.length === 0 ? 0 : shape.segmentCountLength + 2 * shape.segmentLength;
  const hashes = hashesOf(keys, seed);
  const { peeled, order, from } = peel(shape, total, hashes);
  if (peeled < keys.length) return undefined;
  const fingerprints = new Uint8Array(total);
  for (let n = peeled - 1; n >= 0; n--) {
    const key = order[n] as number;
    const held = slotsOf(shape, hashes, key).map((slot) => fingerprints[slot] as number);
    // Its own slot is still empty, so that the three together give what is put there.
    const own = fingerprint(hashes.upper[key] as number, hashes.lower[key] as number);
    fingerprints[from[n] as number] = own ^ (held[0] as number) ^ (held[1] as number) ^ (held[2] as number);
  }
  return { seed, ...shape, fingerprints };
}

function hashesOf(keys: readonly string[], seed: number): Hashes {
  const hashes = { upper: new Int32Array(keys.length), lower: new Int32Array(keys.length) };
  keys.forEach((key, at) => {
    let first = firstLane(seed);
    let second = secondLane(seed);
    for (let i = key.length - 1; i >= 0; i--) {
      const unit = key.charCodeAt(i);
      first = takeFirst(first, unit);
      second = takeSecond(second, unit);
    }
    const upper = upperHalf(first, second);
    hashes.upper[at] = upper;
    hashes.lower[at] = lowerHalf(second, upper);
  });
  return hashes;
}

function slotsOf(shape: FilterShape, { upper, lower }: Hashes, key: number): [number, number, number] {
  const low = lower[key] as number;
  const first = firstSlot(shape, upper[key] as number);
  return [first, secondSlot(shape, first, low), thirdSlot(shape, first, low)];
}

/** Keys in the order in which each was alone in a slot, and that slot. */
function peel(
  shape: FilterShape,
  total: number,
  hashes: Hashes,
): { peeled: number; order: Uint32Array; from: Uint32Array } {
  const keys = hashes.upper.length;
  const [count, keyXor] = [new Uint32Array(total), new Uint32Array(total)];
  for (let key = 0; key < keys; key++) {
    for (const slot of slotsOf(shape, hashes, key)) {
      count[slot] = (count[slot] as number) + 1;
      keyXor[slot] = (keyXor[slot] as number) ^ key;
    }
  }
  const [order, from] = [new Uint32Array(keys), new Uint32Array(keys)];
  const alone: number[] = [];
  for (let slot = 0; slot < total; slot++) if (count[slot] === 1) alone.push(slot);
  let peeled = 0;
  for (let slot = alone.pop(); slot !== undefined; slot = alone.pop()) {
    if (count[slot] !== 1) continue;
    const key = keyXor[slot] as number;
    order[peeled] = key;
    from[peeled++] = slot;
    for (const other of slotsOf(shape, hashes, key)) {
      count[other] = (count[other] as number) - 1;
      keyXor[other] = (keyXor[other] as number) ^ key;
      if (count[other] === 1) alone.push(other);
    }
  }
  return { peeled, order, from };
}
