import type { StepWay } from '../messages.ts';
import { elementOf } from './dom.ts';

/** Of a mark, what tells where it stands. */
export interface Standing {
  match: { after: Element | Text };
  chip: { host: Element } | undefined;
}

/**
 * The mark to go to next: after (`1`) or before (`-1`) the last one, round the page. When the reader has gone
 * elsewhere since, the first one from what is on the screen, in that direction.
 * @param marks in the order of the page
 * @param way undefined comes of `within` alone, and where there is no mark
 */
export function markToward<Mark extends Standing>(
  marks: readonly Mark[],
  by: 1 | -1,
  last: Mark | undefined,
  way: StepWay = 'around',
): Mark | undefined {
  const [first, end] = by === 1 ? [marks[0], marks.at(-1)] : [marks.at(-1), marks[0]];
  if (way === 'enter') return first;
  const at = last === undefined ? -1 : marks.indexOf(last);
  const seen = marks[at];
  if (seen && (isFocused(seen) || isNear(seen))) {
    return way === 'within' && seen === end ? undefined : marks[(at + by + marks.length) % marks.length];
  }
  const next = by === 1 ? marks.find((mark) => topOf(mark) >= 0) : marks.findLast((mark) => topOf(mark) < 0);
  return next ?? (way === 'within' ? undefined : first);
}

function isFocused({ chip }: Standing): boolean {
  return chip !== undefined && (chip.host.getRootNode() as Document | ShadowRoot).activeElement === chip.host;
}

function isNear(mark: Standing): boolean {
  const top = topOf(mark);
  return top >= 0 && top <= innerHeight;
}

function topOf(mark: Standing): number {
  return elementOf(mark.match.after)?.getBoundingClientRect().top ?? 0;
}
