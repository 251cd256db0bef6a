import { attributeOf, elementOf, insertAfter, parentOf } from './dom.ts';

/** Where a chip goes: behind an element, or behind a text node. */
export interface ChipPoint {
  behind: Element | Text;
}

/**
 * Sites stack links in columns: behind such a link a chip would stand on a line of its own. There it goes
 * inside, behind the text. Asks for computed style, so it is called for matches alone, before any writing.
 */
export function chipPoint(after: Element | Text): ChipPoint {
  // What stands beside slotted content is not drawn at all.
  const isSlotted = after instanceof Element && attributeOf(after, 'slot') !== null;
  if (after instanceof Text || (!isSlotted && flowsInline(after))) return { behind: after };
  const text = lastText(after);
  return { behind: text ?? after };
}

export function insertChip(point: ChipPoint, host: Element): void {
  if (point.behind instanceof Element) insertAfter(point.behind, host);
  else point.behind.after(host);
}

export function isInPlace(point: ChipPoint, host: Element): boolean {
  return host.previousSibling === point.behind;
}

function flowsInline(element: Element): boolean {
  const parent = elementOf(parentOf(element) ?? element);
  if (!parent) return true;
  const around = getComputedStyle(parent);
  if (around.display.includes('grid')) return false;
  // In a row whose items are set apart a chip would stand alone between them.
  if (around.display.includes('flex')) {
    return around.flexDirection.startsWith('row') && !around.justifyContent.startsWith('space-');
  }
  return getComputedStyle(element).display.startsWith('inline') && !holdsBlock(element);
}

/** An inline link around a block ends its line all the same. */
function holdsBlock(element: Element): boolean {
  for (
    let at = elementOf(lastText(element) ?? element);
    at !== null && at !== element;
    at = elementOf(parentOf(at) ?? element)
  ) {
    if (!getComputedStyle(at).display.startsWith('inline')) return true;
  }
  return false;
}

function lastText(element: Element): Text | undefined {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let last: Text | undefined;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text && node.data.trim() !== '') last = node;
  }
  return last;
}
