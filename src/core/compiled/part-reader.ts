import type { Compiled } from './compile.ts';
import type { PartReader } from './part.ts';
import { readIndex, splitPack } from './read-index.ts';

/**
 * The parts of a list whose files are all at hand.
 * @returns undefined for an index that is none, a pack that is missing or broken
 */
export async function partsIn({
  index,
  objects,
}: Pick<Compiled, 'index' | 'objects'>): Promise<PartReader | undefined> {
  const read = readIndex(index);
  if (read === undefined) return undefined;
  const held = new Map<string, Uint8Array>();
  for (const { sha256 } of read.packs) {
    const bytes = objects.get(sha256);
    const parts = bytes && (await splitPack(read, sha256, bytes));
    if (parts === undefined) return undefined;
    for (const [name, part] of parts) held.set(name, part);
  }
  return async (sha256) => held.get(sha256);
}
