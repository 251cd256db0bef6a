/**
 * The hash of a filter's keys: two 32-bit lanes over the UTF-16 code units, finished with the MurmurHash3 mixer. From
 * the last unit to the first: a name is asked about under several prefixes, and is hashed once for all of them.
 * Everything is an integer of 32 bits in a local: this runs for every name on a page.
 */

/** What tells the slots of one filter: see `Filter`. */
export interface FilterShape {
  segmentLength: number;
  segmentCountLength: number;
}

export function firstLane(seed: number): number {
  return seed ^ 0x9e3779b9;
}

export function secondLane(seed: number): number {
  return (seed * 0x85ebca6b) ^ 0x7f4a7c15;
}

export function takeFirst(lane: number, unit: number): number {
  const next = Math.imul(lane ^ unit, 0x9e3779b1);
  return next ^ (next >>> 15);
}

export function takeSecond(lane: number, unit: number): number {
  const next = Math.imul(lane ^ unit, 0x5f356495);
  return next ^ (next >>> 13);
}

/** @returns the upper half of the hash, signed */
export function upperHalf(first: number, second: number): number {
  return mix(first ^ Math.imul(second, 0x27d4eb2f));
}

/** @returns the lower half of the hash, signed */
export function lowerHalf(second: number, upper: number): number {
  return mix(second ^ Math.imul(upper, 0x165667b1));
}

function mix(h: number): number {
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

export function fingerprint(upper: number, lower: number): number {
  return (upper ^ lower) & 0xff;
}

/** Multiplying by the upper half spreads keys over the segments without a division. */
export function firstSlot({ segmentCountLength }: FilterShape, upper: number): number {
  return Math.floor(((upper >>> 16) * segmentCountLength + ((upper & 0xffff) * segmentCountLength) / 65536) / 65536);
}

/** The second and third slot lie one and two segments behind the first. */
export function secondSlot({ segmentLength }: FilterShape, first: number, lower: number): number {
  return (first + segmentLength) ^ ((lower >>> 18) & (segmentLength - 1));
}

export function thirdSlot({ segmentLength }: FilterShape, first: number, lower: number): number {
  return (first + 2 * segmentLength) ^ (lower & (segmentLength - 1));
}
