import type { Part } from '../../core/compiled/part.ts';
import { sha256Hex } from '../../core/compiled/sha256.ts';
import { giveBack } from './give-back.ts';
import type { ListStore } from './list-store.ts';

/** Parts read in one transaction: about a MiB. */
const BATCH = 64;

/**
 * Reads every part back from the disk and hashes it.
 * @returns the names of those that are not there or not what they were
 */
export async function damagedParts(store: ListStore, parts: readonly Part[]): Promise<Set<string>> {
  const damaged = new Set<string>();
  for (let i = 0; i < parts.length; i += BATCH) {
    const names = parts.slice(i, i + BATCH).map(({ sha256 }) => sha256);
    const found = await store.partsOf(names);
    for (const name of names) {
      const bytes = found.get(name);
      if (bytes === undefined || (await sha256Hex(bytes)) !== name) damaged.add(name);
      if (bytes) giveBack(bytes);
    }
  }
  return damaged;
}
