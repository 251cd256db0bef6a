import { partsOf, readIndex } from '../../core/compiled/read-index.ts';
import { filterName, indexOfRow } from './kept-filter.ts';
import type { ListStore } from './list-store.ts';

/** Deleted in one transaction. */
const BATCH = 1_000;

/**
 * Deletes every part that no list needs, neither as it is in use nor as it is being fetched. Runs first and
 * last in each update: an update that was cut off after its flip leaves its old parts to the next one.
 * @param known names of what was there before or came since, as far as that is known
 * @returns the names of all that is there now
 */
export async function sweep(store: ListStore, known?: ReadonlySet<string>): Promise<Set<string>> {
  const { names, indexes } = await needed(store);
  if (known) await remove(store, [...known.difference(names)]);
  // As many as are needed, so nothing else: the names of twenty thousand parts are long to read, and an update that
  // finds nothing new would be nothing but that. Should one be missing and another too much, reading finds out.
  if ((await store.partCount()) === names.size) return names;
  const all = await store.partNames();
  const unneeded = [...all.difference(names)].filter((name) => !indexes.has(indexOfRow(name) ?? ''));
  await remove(store, unneeded);
  for (const name of unneeded) all.delete(name);
  return all;
}

/** What lists are made of, and the indexes that say so. */
async function needed(store: ListStore): Promise<{ names: Set<string>; indexes: Set<string> }> {
  const active = (await store.allMeta()).flatMap((row) => row.active?.index ?? []);
  const staged = (await store.allStaged()).map(({ index }) => index);
  const indexes = new Set([...active, ...staged]);
  const names = new Set(indexes);
  for (const name of indexes) {
    for (const row of await store.namesFrom(filterName(name))) names.add(row);
    const bytes = await store.part(name);
    const index = bytes && readIndex(bytes);
    // Without its index a list is lost, and its parts are nobody's: they come again with the next update.
    for (const { sha256 } of index ? partsOf(index) : []) names.add(sha256);
  }
  return { names, indexes };
}

async function remove(store: ListStore, names: readonly string[]): Promise<void> {
  for (let i = 0; i < names.length; i += BATCH) await store.deleteParts(names.slice(i, i + BATCH));
}
