import { partsOf, readIndex } from '../../core/compiled/read-index.ts';
import { filterName, wholeName } from './kept-filter.ts';
import type { ListStore } from './list-store.ts';

/** Deleted in one transaction. */
const BATCH = 1_000;

/**
 * Deletes every part that no list needs, neither as it is in use nor as it is being fetched. Runs first and
 * last in each update: an update that was cut off after its flip leaves its old parts to the next one.
 */
export async function sweep(store: ListStore): Promise<void> {
  const needed = new Set<string>();
  const rows = [
    ...(await store.allMeta()).map(({ active }) => active?.index),
    ...(await store.allStaged()).map(({ index }) => index),
  ];
  for (const name of rows) {
    if (name === undefined) continue;
    needed.add(name).add(filterName(name));
    const bytes = await store.part(name);
    const index = bytes && readIndex(bytes);
    // Without its index a list is lost, and its parts are nobody's: they come again with the next update.
    for (const { sha256 } of index ? partsOf(index) : []) needed.add(sha256);
  }
  const unneeded = (await store.partNames()).difference(needed);
  const names = [...unneeded].filter((name) => !needed.has(wholeName(name)));
  for (let i = 0; i < names.length; i += BATCH) await store.deleteParts(names.slice(i, i + BATCH));
}
