import { CHIP_TAG } from './chip-tag.ts';
import { elementOf, isElement, isText, tagOf } from './dom.ts';

/** Above this many waiting places one look at the whole page costs less. */
const CROWD = 2_000;

/** Where a page changed since it was last read. */
export class Changes {
  /** New, whole. */
  readonly elements = new Set<Element>();
  /** Something changed at it, and not in all that it holds. */
  readonly places = new Set<Element>();

  get some(): boolean {
    return this.elements.size > 0 || this.places.size > 0;
  }

  /** An element is to be read as if it were new. */
  touch(element: Element): void {
    this.elements.add(element);
    if (this.elements.size + this.places.size < CROWD) return;
    this.clear();
    this.elements.add(document.documentElement);
  }

  add(records: readonly MutationRecord[]): void {
    for (const record of records) {
      // Asked for by its kind: what a record holds is made only when it is asked for.
      const counts = record.type === 'childList' ? this.#addNodes(record) : !isCount(record);
      const place = elementOf(record.target);
      if (counts && place) this.places.add(place);
    }
    if (this.places.size >= CROWD) this.touch(document.documentElement);
  }

  clear(): void {
    this.elements.clear();
    this.places.clear();
  }

  /** @returns whether a text came or anything went, which says something new of what is around it */
  #addNodes({ addedNodes, removedNodes }: MutationRecord): boolean {
    let changes = removedNodes.length > 0;
    for (let i = 0; i < addedNodes.length; i++) {
      const node = addedNodes[i] as Node;
      if (isText(node)) changes = true;
      else if (isElement(node) && tagOf(node) !== CHIP_TAG) this.touch(node);
    }
    return changes;
  }
}

/**
 * Live counters go up all day in every post: a number that takes a number's place, alone in its element, says
 * nothing new of anybody.
 */
function isCount({ type, target, oldValue }: MutationRecord): boolean {
  if (type !== 'characterData' || !(target instanceof Text) || !COUNT.test(oldValue ?? '')) return false;
  return COUNT.test(target.data) && target.previousSibling === null && target.nextSibling === null;
}

/** `1,204`, `52.7K`, `٣٫١`; long numbers are no counts. */
const COUNT = /^[\p{Nd}.,\u066b\u066c\u00a0\u202f %]{0,12}[KkMmBb]?$/u;
