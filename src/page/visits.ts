import type { IdentifierRef, StepWay } from '../messages.ts';
import { elementOf } from './dom.ts';
import { markToward } from './jump.ts';
import type { Marks } from './mark.ts';

type Mark = ReturnType<Marks['find']>[number];

/** Leads the reader to the marks of a page, from the one shown last. */
export class Visits {
  readonly #marks: Marks;
  #last: Mark | undefined;

  constructor(marks: Marks) {
    this.#marks = marks;
  }

  /**
   * Shows the next mark of an identifier, after the one shown before.
   * @returns whether there is one
   */
  reveal(ref: IdentifierRef): boolean {
    const marks = this.#marks.find(ref);
    const at = this.#last ? marks.indexOf(this.#last) : -1;
    return this.#show(marks[(at + 1) % Math.max(1, marks.length)], reducedMotion() ? 'auto' : 'smooth');
  }

  /** Goes to the next (`1`) or previous (`-1`) mark, whichever it is. At once: keys are pressed in a row. */
  step(by: 1 | -1, way?: StepWay): boolean {
    return this.#show(markToward(this.#marks.find(), by, this.#last, way), 'instant');
  }

  #show(mark: Mark | undefined, behavior: ScrollBehavior): boolean {
    if (mark === undefined) return false;
    this.#last = mark;
    elementOf(mark.match.after)?.scrollIntoView({ block: 'center', behavior });
    mark.chip?.focus();
    return true;
  }
}

function reducedMotion(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
