import type { AnyPlatform, UnitShape } from '../platforms/platform.ts';
import { CHIP_TAG } from './chip-tag.ts';
import { closestAcross, closestOf, elementAbove, findAll, holds, matchesOf, parentOf, tagOf } from './dom.ts';
import { findEach, selectorsOf } from './selectors.ts';

/** A post, row, header or trend: what is read, and judged, as one. */
export interface Unit {
  root: Element;
  kind: UnitShape['kind'];
  /** The units within it; nearly always none. */
  inner: ReadonlySet<Element>;
  /** Whether an element is a unit within it, or is never read. */
  isClosed(element: Element): boolean;
  /** Whether what stands in an element is never read, wherever in the unit that is. */
  isNeverRead(element: Element): boolean;
  /** Whether an element is one of the units within it. */
  isUnit(element: Element): boolean;
  /** The root of the unit that it stands in, if it does. */
  above(): Element | null;
}

/** Never read: code, forms and whatever somebody may be typing into. */
const NEVER =
  'script, style, noscript, template, textarea, input, select, button, iframe, object, svg, canvas, video, audio, math, ' +
  `pre, [contenteditable]:not([contenteditable="false"]), [role="textbox"], ${CHIP_TAG}`;

/** Finds the units of a network's pages. */
export interface UnitFinder {
  /** A slice begins: the page may be another than it was in the one before. */
  begin(): void;
  /** The roots of every unit that an element is in. */
  around(element: Element): readonly Element[];
  /** The same, and those of every unit within it. */
  touched(element: Element): readonly Element[];
  /** A unit as it is now. */
  unit(root: Element): Unit;
}

export function unitFinder(platform: AnyPlatform): UnitFinder {
  const { heading } = platform.page;
  const shapes: readonly UnitShape[] = heading
    ? [{ selector: heading, kind: 'profile' }, ...platform.page.units]
    : platform.page.units;
  const any = shapes.map((shape) => shape.selector).join(', ');
  const outside = `${platform.page.ignore}, [contenteditable]:not([contenteditable="false"]), [role="textbox"]`;
  const units = selectorsOf(any);
  const never = `${platform.page.ignore}, ${NEVER}`;
  const closing = selectorsOf(never);
  // The name of an element is read at once; all other selectors are asked for in a whole unit, not once an element.
  const closingTags = new Set(closing.filter(isTag));
  const closingRest = closing.filter((selector) => !isTag(selector));
  // Only where posts may stand in shadow roots is anything in one told of.
  const nearest = platform.page.shadowRoots ? closestAcross : closestOf;
  /** Units that held no other when they were found, in this slice. */
  const alone = new Set<Element>();
  /** By what is around an element: the same for all that stands side by side there. Undefined: nothing in it is read. */
  const above = new Map<Element | null, readonly Element[] | undefined>();
  const unitsIn = (element: Element): Iterable<Element> => {
    const found = findEach(element, units);
    // Few new elements hold two, whose order then counts.
    if (found.size > 1) return findAll(element, any);
    for (const one of found) alone.add(one);
    return found;
  };
  const unitAbove = (root: Element): Element | null => {
    const parent = elementAbove(root);
    return parent && nearest(parent, any);
  };
  const isRead = (root: Element): boolean => nearest(root, outside) === null;
  const unitsAbove = (element: Element): readonly Element[] | undefined => {
    const parent = elementAbove(element);
    if (!above.has(parent)) {
      const roots: Element[] = [];
      // All of them: a change can make a unit of what was read as a part of the one above.
      for (let at = unitAbove(element); at !== null; at = unitAbove(at)) roots.unshift(at);
      // Counters tick in buttons, players move: what is never read need not be read again.
      const isBlind = parent !== null && closestOf(parent, NEVER) !== null;
      above.set(parent, isBlind ? undefined : roots.filter(isRead));
    }
    return above.get(parent);
  };
  const around = (element: Element): readonly Element[] => {
    const roots = unitsAbove(element);
    if (roots === undefined) return [];
    return matchesOf(element, any) && isRead(element) ? [...roots, element] : roots;
  };
  return {
    begin: () => {
      alone.clear();
      above.clear();
    },
    unit: (root) => {
      const inner = alone.has(root) ? NO_UNITS : findEach(root, units);
      let closed: ReadonlySet<Element> | undefined;
      return {
        root,
        kind: shapes.find((shape) => matchesOf(root, shape.selector))?.kind ?? 'post',
        inner,
        isClosed: (element) => {
          if (closingTags.has(tagOf(element)) || inner.has(element)) return true;
          closed ??= findEach(root, closingRest);
          return closed.has(element);
        },
        isNeverRead: (element) => closestOf(element, never) !== null,
        isUnit: (element) => matchesOf(element, any),
        above: () => unitAbove(root),
      };
    },
    around,
    touched: (element) =>
      unitsAbove(element) === undefined ? [] : [...around(element), ...[...unitsIn(element)].filter(isRead)],
  };
}

const NO_UNITS: ReadonlySet<Element> = new Set();

function isTag(selector: string): boolean {
  return /^[a-z][a-z0-9-]*$/.test(selector);
}

/**
 * Whether an element stands in the unit itself, not in a unit within it. A button is never read for text, but
 * its attributes may name the account of the row that it stands in.
 */
export function isOwn(unit: Unit, element: Element): boolean {
  if (!holds(unit.root, element)) return false;
  for (let at: Node | null = element; at !== null && at !== unit.root; at = parentOf(at)) {
    if (!(at instanceof Element && unit.isClosed(at))) continue;
    if (!matchesOf(at, 'button') || unit.isUnit(at)) return false;
  }
  return true;
}
