import type { AnyPlatform } from '../platforms/platform.ts';
import { attributeOf, closestOf, findAll, matchesOf } from './dom.ts';
import type { Occurrence } from './read-unit.ts';
import { isOwn, type Unit } from './units.ts';

/** The part of a unit that names its author. */
export function authorBlockOf(unit: Unit, platform: AnyPlatform): Element | null {
  const selector = platform.page.authorBlock;
  if (matchesOf(unit.root, selector)) return unit.root;
  for (const block of findAll(unit.root, selector)) if (isOwn(unit, block)) return block;
  return null;
}

/** What a unit's attributes tell of its account. */
export interface Hinted {
  handle?: string;
  id?: string;
}

export function hintedIn(unit: Unit, platform: AnyPlatform): Hinted {
  const found: Hinted = {};
  for (const { selector, attribute, decode, pattern } of platform.page.hints) {
    for (const element of findAll(unit.root, selector)) {
      const raw = attributeOf(element, attribute) ?? '';
      const groups = pattern.exec((decode ? decode(raw) : raw) ?? '')?.groups;
      if (!groups || !isOwn(unit, element)) continue;
      if (groups.handle !== undefined) found.handle ??= groups.handle;
      if (groups.id !== undefined) found.id ??= groups.id;
    }
  }
  return found;
}

/**
 * Holds the hint against what was read: an author's handle read from mere text falls if the avatar names
 * another, and the id goes to the unit's own account, not to those that its text mentions.
 */
export function applyHint(occurrences: readonly Occurrence[], hint: Hinted): Occurrence[] {
  const kept = occurrences.filter(({ sighting, place, after }) => {
    const fromText = place === 'author' && sighting.kind === 'account' && !isLinked(after);
    return !fromText || hint.handle === undefined || same(sighting.handle, hint.handle);
  });
  const own = hint.handle ?? kept.map(({ sighting }) => sighting).find(isNamedAccount)?.handle;
  if (hint.id !== undefined && own !== undefined) {
    for (const { sighting } of kept) {
      if (sighting.kind === 'account' && same(sighting.handle, own)) sighting.id ??= hint.id;
    }
  }
  return kept;
}

function isLinked(after: Element | Text): boolean {
  return after instanceof Element && closestOf(after, 'a') !== null;
}

function isNamedAccount(
  sighting: Occurrence['sighting'],
): sighting is Extract<Occurrence['sighting'], { kind: 'account' }> {
  return sighting.kind === 'account' && sighting.handle !== undefined;
}

function same(one: string | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}
