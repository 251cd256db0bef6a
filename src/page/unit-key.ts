import type { AnyPlatform } from '../platforms/platform.ts';
import { attributeOf, findAll, matchesOf, textOf } from './dom.ts';
import type { UnitReading } from './read-unit.ts';
import { isOwn, type Unit } from './units.ts';

/** The last ones, by root. */
const keys = new WeakMap<Element, string>();
const serials = new WeakMap<Element, number>();
let next = 0;

/**
 * What tells one unit from another when the site mounts it anew: the address or id of the post, or of the one that
 * quotes it, or else the element that stands for it.
 */
export function unitKey(unit: Unit, reading: UnitReading, platform: AnyPlatform): string {
  const name = reading.permalink ?? identityOf(unit, platform) ?? nameless(unit, platform);
  const key = `${unit.kind} ${name}`;
  keys.set(unit.root, key);
  return key;
}

function nameless({ root, above }: Unit, { page }: AnyPlatform): string | number {
  const around = page.holdsOne ? above() : null;
  const post = around && keys.get(around);
  if (post) return `in ${post}`;
  const serial = serials.get(root) ?? next++;
  serials.set(root, serial);
  return serial;
}

function identityOf(unit: Unit, { page: { identity } }: AnyPlatform): string | undefined {
  // A page has one header and many posts.
  if (identity === undefined || unit.kind !== 'post') return undefined;
  const found = identity.flatMap(({ selector, attribute, pattern }) => {
    const bearer = bearerOf(unit, selector);
    if (bearer === undefined) return [];
    const told = attribute === undefined ? textOf(bearer) : attributeOf(bearer, attribute);
    return told?.match(pattern) ?? [];
  });
  return found.length > 0 ? found.join(' ') : undefined;
}

function bearerOf(unit: Unit, selector: string): Element | undefined {
  if (matchesOf(unit.root, selector)) return unit.root;
  return [...findAll(unit.root, selector)].find((element) => isOwn(unit, element));
}
