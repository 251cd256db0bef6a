import type { UnitReading } from './read-unit.ts';
import type { Unit } from './units.ts';

const serials = new WeakMap<Element, number>();
let next = 0;

/**
 * What tells one unit from another when the site mounts it anew: the address of the post, or else the
 * element that stands for it.
 */
export function unitKey(unit: Unit, reading: UnitReading): string {
  if (reading.permalink !== undefined) return `${unit.kind} ${reading.permalink}`;
  let serial = serials.get(unit.root);
  if (serial === undefined) {
    serial = next++;
    serials.set(unit.root, serial);
  }
  return `${unit.kind} ${serial}`;
}
