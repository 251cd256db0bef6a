import { DEEPEST } from './layout.ts';
import type { IndexLeaf } from './read-index.ts';

/** How many places belong to a leaf. */
export function widthOf({ depth }: Pick<IndexLeaf, 'depth'>): number {
  return 2 ** (DEEPEST - depth);
}

/** @returns the position of the leaf that a place belongs to; -1 in a store without leaves */
export function leafAt(leaves: readonly IndexLeaf[], place: number): number {
  let low = 0;
  let high = leaves.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((leaves[middle]?.start ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return high;
}
