import type { Index } from './read-index.ts';
import { STORES, type StoreName } from './records.ts';

/** From so many identifiers on a list is not held in memory: its names are looked up in its parts. */
export const LARGE = 20_000;

/** The most that everything else of such a list may be: rows that are not identifiers stay in memory. */
export const FRAME_BYTES = 2 * 1024 * 1024;

/** The stores that are held. */
export const FRAME_STORES: readonly StoreName[] = STORES.filter((one) => one !== 'identifiers' && one !== 'keys');

/**
 * Whether a list is read name by name. One of rows alone is not while they are few, nor where it has so many other
 * rows that it would gain nothing by it: it has at most as many identifiers as a list in source form.
 * @param identifiers as its manifest counts them
 */
export function isPaged(identifiers: number, index: Index): boolean {
  return index.shared === true || (identifiers > LARGE && frameBytes(index) <= FRAME_BYTES);
}

export function frameBytes({ stores }: Index): number {
  const leaves = FRAME_STORES.flatMap((store) => stores.get(store) ?? []);
  return leaves.reduce((sum, { part }) => sum + (part?.size ?? 0), 0);
}
