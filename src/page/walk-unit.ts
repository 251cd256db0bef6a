import { isPost } from '../core/sighting.ts';
import type { Sighting } from '../platforms/platform.ts';
import { CHIP_TAG } from './chip-tag.ts';
import { attributeOf, findOne, holds, isText, tagOf } from './dom.ts';
import { type FlatText, FlatTextBuilder } from './flat-text.ts';
import type { LinkReader, OutsideLink } from './read-link.ts';
import type { Unit } from './units.ts';

/** A link that leads to somebody, with its words in the unit's text; `end` is -1 where it has none. */
export interface Link {
  element: Element;
  href: string;
  sighting: Readonly<Sighting> | OutsideLink;
  start: number;
  end: number;
}

export interface Walked {
  flat: FlatText;
  links: Link[];
}

/** The text and the links of a unit, in the order of the page, without the units in it and what is never read. */
export function walkUnit(unit: Unit, reader: LinkReader): Walked {
  const builder = new FlatTextBuilder();
  const links: Link[] = [];
  let open: Link | undefined;
  // Without a filter function: calling one for each node takes longer than all else that is done with it.
  const walker = document.createTreeWalker(unit.root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  let node = walker.nextNode();
  while (node !== null) {
    if (isText(node)) {
      const at = builder.add(node);
      if (open && !holds(open.element, node)) open = undefined;
      if (open && open.end < 0) open.start = at.start;
      if (open) open.end = at.end;
      node = walker.nextNode();
      continue;
    }
    const element = node as Element;
    if (unit.isClosed(element)) {
      // What stands on its two sides is not one word. Our own chip stands behind names and parts nothing.
      if (tagOf(element) !== CHIP_TAG) builder.addGap();
      node = nextBeside(walker);
      continue;
    }
    const tag = tagOf(element);
    if (tag === 'br' || tag === 'img') builder.addGap();
    const sighting = tag === 'a' ? reader.read(element) : undefined;
    if (sighting) {
      const href = attributeOf(element, 'href') ?? '';
      open = { element, href, sighting, start: builder.length, end: -1 };
      links.push(open);
    }
    node = walker.nextNode();
  }
  return { flat: builder.done(), links };
}

/** The next node that does not stand in the present one. */
function nextBeside(walker: TreeWalker): Node | null {
  do {
    const next = walker.nextSibling();
    if (next !== null) return next;
  } while (walker.parentNode() !== null);
  return null;
}

/** A link to a post that bears its date, as a post's own address does. */
export function isDated(link: Link): boolean {
  return isPost(link.sighting) && hasDate(link.element);
}

export function hasDate(link: Element): boolean {
  return findOne(link, 'time') !== null;
}
