import { FOLDED_UNITS, FOLDS_AWAY, fold, NOT_PLAIN, opened } from './fold.ts';

/**
 * A binary fuse filter with 8-bit fingerprints (Graf and Lemire, "Binary Fuse Filters", 2022): says of a
 * key "surely not listed", or "look it up". Never a verdict. About 9 bits a key, 1 false alarm in 256.
 */
export interface Filter {
  seed: number;
  segmentLength: number;
  segmentCountLength: number;
  fingerprints: Uint8Array;
}

const HEADER = 16;
const MAGIC = 0x32465342; // "BSF2", little-endian
/** Larger ones stay in the background: a tab never holds more. */
export const MAX_TAB_FILTER_BYTES = 64 * 1024;
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

export function mayHold(filter: Filter, key: string): boolean {
  if (filter.fingerprints.length === 0) return false;
  hash(key, filter.seed);
  return holdsHashed(filter);
}

/**
 * As `mayHold` of any of the prefixes with `fold(name)` behind it, without making these strings: nearly every name
 * of a page is asked about, and nearly none is listed.
 */
export function mayHoldFolded(filter: Filter, prefixes: readonly string[], name: string): boolean {
  if (filter.fingerprints.length === 0) return false;
  let a = firstOf(filter.seed);
  let b = secondOf(filter.seed);
  for (let i = name.length - 1; i >= 0; i--) {
    const unit = FOLDED_UNITS.at(name.charCodeAt(i));
    if (unit === FOLDS_AWAY) continue;
    if (unit === NOT_PLAIN || opened(unit) !== undefined) return mayHoldPrefixed(filter, prefixes, fold(name));
    a = takeFirst(a, unit);
    b = takeSecond(b, unit);
  }
  for (const prefix of prefixes) {
    hashOn(a, b, prefix);
    if (holdsHashed(filter)) return true;
  }
  return false;
}

function mayHoldPrefixed(filter: Filter, prefixes: readonly string[], folded: string): boolean {
  return prefixes.some((prefix) => mayHold(filter, prefix + folded));
}

function holdsHashed(filter: Filter): boolean {
  slots(filter);
  const f = filter.fingerprints;
  return ((high ^ low) & 0xff) === ((f[slot0] ?? 0) ^ (f[slot1] ?? 0) ^ (f[slot2] ?? 0));
}

export function encodeFilter(filter: Filter): Uint8Array {
  const bytes = new Uint8Array(HEADER + filter.fingerprints.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, filter.seed, true);
  view.setUint32(8, filter.segmentLength, true);
  view.setUint32(12, filter.segmentCountLength, true);
  bytes.set(filter.fingerprints, HEADER);
  return bytes;
}

/**
 * A view of the bytes, not a copy.
 * @returns undefined for bytes that are no filter, or one whose numbers do not fit its length
 */
export function decodeFilter(bytes: Uint8Array): Filter | undefined {
  if (bytes.length < HEADER) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const seed = view.getUint32(4, true);
  const segmentLength = view.getUint32(8, true);
  const segmentCountLength = view.getUint32(12, true);
  const fingerprints = bytes.subarray(HEADER);
  const isPower = segmentLength > 0 && (segmentLength & (segmentLength - 1)) === 0;
  const fits = fingerprints.length === 0 || fingerprints.length === segmentCountLength + 2 * segmentLength;
  if (view.getUint32(0, true) !== MAGIC || !isPower || !fits) return undefined;
  return { seed, segmentLength, segmentCountLength, fingerprints };
}

// The hash of the last key and its three slots. Kept out of objects: this runs for every name on a page.
let high = 0;
let low = 0;
let slot0 = 0;
let slot1 = 0;
let slot2 = 0;

/**
 * Two 32-bit lanes over the UTF-16 code units, finished with the MurmurHash3 mixer. From the last to the first: a
 * name is asked about under several prefixes, and is hashed once for all of them.
 */
function hash(key: string, seed: number): void {
  hashOn(firstOf(seed), secondOf(seed), key);
}

function hashOn(first: number, second: number, rest: string): void {
  let a = first;
  let b = second;
  for (let i = rest.length - 1; i >= 0; i--) {
    const unit = rest.charCodeAt(i);
    a = takeFirst(a, unit);
    b = takeSecond(b, unit);
  }
  finish(a, b);
}

function firstOf(seed: number): number {
  return seed ^ 0x9e3779b9;
}

function secondOf(seed: number): number {
  return (seed * 0x85ebca6b) ^ 0x7f4a7c15;
}

function takeFirst(lane: number, unit: number): number {
  const next = Math.imul(lane ^ unit, 0x9e3779b1);
  return next ^ (next >>> 15);
}

function takeSecond(lane: number, unit: number): number {
  const next = Math.imul(lane ^ unit, 0x5f356495);
  return next ^ (next >>> 13);
}

function finish(a: number, b: number): void {
  high = mix(a ^ Math.imul(b, 0x27d4eb2f));
  low = mix(b ^ Math.imul(high, 0x165667b1));
}

function mix(h: number): number {
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Multiplying by the high lane spreads keys over the segments without a division. */
function slots(filter: Filter): void {
  const { segmentLength, segmentCountLength } = filter;
  const mask = segmentLength - 1;
  slot0 = Math.floor(((high >>> 16) * segmentCountLength + ((high & 0xffff) * segmentCountLength) / 65536) / 65536);
  slot1 = (slot0 + segmentLength) ^ ((low >>> 18) & mask);
  slot2 = (slot0 + 2 * segmentLength) ^ (low & mask);
}

function shape(size: number): { segmentLength: number; segmentCountLength: number } {
  if (size === 0) return { segmentLength: 4, segmentCountLength: 4 };
  const power = Math.floor(Math.log(size) / Math.log(3.33) + 2.25);
  const segmentLength = Math.min(2 ** Math.max(2, power), 1 << 18);
  const factor = size <= 1 ? 2 : Math.max(1.125, 0.875 + (0.25 * Math.log(1_000_000)) / Math.log(size));
  const segments = Math.max(1, Math.ceil((size * factor) / segmentLength) - 2);
  return { segmentLength, segmentCountLength: segments * segmentLength };
}

/** Peels slots that a single key uses until none is left, then assigns fingerprints in reverse. */
function tryBuild(keys: readonly string[], seed: number): Filter | undefined {
  const { segmentLength, segmentCountLength } = shape(keys.length);
  const total = keys.length === 0 ? 0 : segmentCountLength + 2 * segmentLength;
  const filter: Filter = { seed, segmentLength, segmentCountLength, fingerprints: new Uint8Array(total) };
  const hashes: Hashes = { high: new Uint32Array(keys.length), low: new Uint32Array(keys.length) };
  const count = new Uint32Array(total);
  const keyXor = new Uint32Array(total);
  for (let i = 0; i < keys.length; i++) {
    hash(keys[i] as string, seed);
    hashes.high[i] = high;
    hashes.low[i] = low;
    slots(filter);
    for (let n = 0; n < 3; n++) {
      const slot = slotAt(n);
      count[slot] = (count[slot] as number) + 1;
      keyXor[slot] = (keyXor[slot] as number) ^ i;
    }
  }
  const { peeled, order, from } = peel(filter, hashes, count, keyXor);
  if (peeled < keys.length) return undefined;
  const f = filter.fingerprints;
  for (let n = peeled - 1; n >= 0; n--) {
    recall(filter, hashes, order[n] as number);
    const slot = from[n] as number;
    f[slot] = 0;
    f[slot] = ((high ^ low) & 0xff) ^ (f[slot0] as number) ^ (f[slot1] as number) ^ (f[slot2] as number);
  }
  return filter;
}

/** Of every key: computed once, since hashing takes longer than all else that is done with a key. */
interface Hashes {
  high: Uint32Array;
  low: Uint32Array;
}

function recall(filter: Filter, hashes: Hashes, key: number): void {
  high = hashes.high[key] as number;
  low = hashes.low[key] as number;
  slots(filter);
}

function slotAt(n: number): number {
  return n === 0 ? slot0 : n === 1 ? slot1 : slot2;
}

/** Keys in the order in which each was alone in a slot, and that slot. */
function peel(
  filter: Filter,
  hashes: Hashes,
  count: Uint32Array,
  keyXor: Uint32Array,
): { peeled: number; order: Uint32Array; from: Uint32Array } {
  const keys = hashes.high.length;
  const [order, from] = [new Uint32Array(keys), new Uint32Array(keys)];
  const alone: number[] = [];
  for (let slot = 0; slot < count.length; slot++) if (count[slot] === 1) alone.push(slot);
  let peeled = 0;
  for (let slot = alone.pop(); slot !== undefined; slot = alone.pop()) {
    if (count[slot] !== 1) continue;
    const key = keyXor[slot] as number;
    order[peeled] = key;
    from[peeled++] = slot;
    recall(filter, hashes, key);
    for (let n = 0; n < 3; n++) {
      const other = slotAt(n);
      count[other] = (count[other] as number) - 1;
      keyXor[other] = (keyXor[other] as number) ^ key;
      if (count[other] === 1) alone.push(other);
    }
  }
  return { peeled, order, from };
}
