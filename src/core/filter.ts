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
import { FOLDED_UNITS, FOLDS_AWAY, fold, isOneUnit } from './fold.ts';

/**
 * A binary fuse filter with 8-bit fingerprints (Graf and Lemire, "Binary Fuse Filters", 2022): says of a
 * key "surely not listed", or "look it up". Never a verdict. About 9 bits a key, 1 false alarm in 256.
 */
export interface Filter extends FilterShape {
  seed: number;
  fingerprints: Uint8Array;
}

const HEADER = 16;
const MAGIC = 0x32465342; // "BSF2", little-endian
/** Larger ones stay in the background: a tab never holds more. */
export const MAX_TAB_FILTER_BYTES = 64 * 1024;

export function mayHold(filter: Filter, key: string): boolean {
  return holdsBehind(filter, firstLane(filter.seed), secondLane(filter.seed), key);
}

/**
 * As `mayHold` of any of the prefixes with `fold(name)` behind it, without making these strings: nearly every name
 * of a page is asked about, and nearly none is listed.
 */
export function mayHoldFolded(filter: Filter, prefixes: readonly string[], name: string): boolean {
  const { units } = FOLDED_UNITS;
  let first = firstLane(filter.seed);
  let second = secondLane(filter.seed);
  for (let i = name.length - 1; i >= 0; i--) {
    const raw = name.charCodeAt(i);
    const unit = units[raw] || FOLDED_UNITS.fill(raw);
    if (!isOneUnit(unit)) {
      if (unit === FOLDS_AWAY) continue;
      const folded = fold(name);
      return prefixes.some((prefix) => mayHold(filter, prefix + folded));
    }
    first = takeFirst(first, unit);
    second = takeSecond(second, unit);
  }
  for (let i = 0; i < prefixes.length; i++) {
    if (holdsBehind(filter, first, second, prefixes[i] as string)) return true;
  }
  return false;
}

/** With what the lanes have taken so far behind the text. */
function holdsBehind(filter: Filter, first: number, second: number, text: string): boolean {
  for (let i = text.length - 1; i >= 0; i--) {
    const unit = text.charCodeAt(i);
    first = takeFirst(first, unit);
    second = takeSecond(second, unit);
  }
  const upper = upperHalf(first, second);
  const lower = lowerHalf(second, upper);
  const slot = firstSlot(filter, upper);
  const f = filter.fingerprints;
  const held = (f[slot] ?? 0) ^ (f[secondSlot(filter, slot, lower)] ?? 0) ^ (f[thirdSlot(filter, slot, lower)] ?? 0);
  return held === fingerprint(upper, lower) && f.length > 0;
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
