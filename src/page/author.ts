import type { Place } from '../messages.ts';
import type { AnyPlatform } from '../platforms/platform.ts';
import { attributeOf, closestOf, findAll, holds, matchesOf } from './dom.ts';
import type { Hinted, Occurrence } from './unit-parts.ts';
import { isOwn, type Unit } from './units.ts';

/** Every word of a unit is held against each of them. No network writes more than three. */
const MOST_BLOCKS = 16;

/**
 * The parts of a unit that name its author: one block, or name and handle apart.
 * @param owns whether an element counts as the unit's own
 */
export function authorBlocksOf(unit: Unit, platform: AnyPlatform, owns = isOwn): readonly Element[] {
  const selector = platform.page.authorBlock;
  if (matchesOf(unit.root, selector)) return [unit.root];
  return [...findAll(unit.root, selector)].filter((block) => owns(unit, block)).slice(0, MOST_BLOCKS);
}

export function within(authors: readonly Element[], node: Node): boolean {
  return authors.some((author) => holds(author, node));
}

export function authorPlace({ kind }: Unit): Place {
  return kind === 'profile' || kind === 'user-row' ? kind : 'author';
}

/** @param owns see `authorBlocksOf` */
export function hintedIn(unit: Unit, platform: AnyPlatform, owns = isOwn): Hinted {
  const found: Hinted = {};
  for (const { selector, attribute, decode, pattern } of platform.page.hints) {
    for (const element of withRoot(unit.root, selector)) {
      const raw = attributeOf(element, attribute) ?? '';
      const groups = pattern.exec((decode ? decode(raw) : raw) ?? '')?.groups;
      if (!groups || !owns(unit, element)) continue;
      if (groups.handle !== undefined) found.handle ??= groups.handle;
      if (groups.id !== undefined) found.id ??= groups.id;
    }
  }
  return found;
}

/** A unit's own element often bears the hint: `shreddit-post[author]`. */
function withRoot(root: Element, selector: string): Iterable<Element> {
  const within = findAll(root, selector);
  return matchesOf(root, selector) ? [root, ...within] : within;
}

/**
 * Holds the hint against what was read: an author's handle read from mere text falls if the avatar names
 * another; the id, and the handle where the link leads by id alone, go to the unit's own account, not to those
 * that its text mentions.
 */
export function applyHint(occurrences: readonly Occurrence[], hint: Hinted): Occurrence[] {
  const kept = occurrences.filter(({ sighting, place, after }) => {
    const fromText = place === 'author' && sighting.kind === 'account' && !isLinked(after);
    return !fromText || hint.handle === undefined || same(sighting.handle, hint.handle);
  });
  const accounts = kept.flatMap(({ sighting, place }) => (sighting.kind === 'account' ? [{ sighting, place }] : []));
  const owns = accounts.filter(({ place }) => OWN_PLACES.has(place)).map(({ sighting }) => sighting);
  const own = hint.handle ?? owns.find(({ handle }) => handle !== undefined)?.handle;
  for (const sighting of owns) {
    if (sighting.handle === undefined && hint.handle !== undefined) sighting.handle = hint.handle;
  }
  if (hint.id === undefined || own === undefined) return kept;
  for (const { sighting } of accounts) if (same(sighting.handle, own)) sighting.id ??= hint.id;
  return kept;
}

/** Places where a unit's own account stands. */
export const OWN_PLACES: ReadonlySet<Place> = new Set(['author', 'profile', 'user-row']);

function isLinked(after: Element | Text): boolean {
  return after instanceof Element && closestOf(after, 'a') !== null;
}

function same(one: string | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}
