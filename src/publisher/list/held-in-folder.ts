import type { HeldList } from '../../core/compiled/delta.ts';
import { readIndex, splitPack } from '../../core/compiled/read-index.ts';
import type { PublishedFolder } from './published-folder.ts';

/** Packs that are held at once: parts that are asked for one after the other lie in one. */
const HELD = 8;

/**
 * A published list whose parts are read when they are asked for: one too large to be held whole.
 * @returns undefined where the index is missing or broken; a part that is, is answered with undefined
 */
export async function heldInFolder(folder: PublishedFolder, indexHash: string): Promise<HeldList | undefined> {
  const bytes = await folder.object(indexHash);
  const index = bytes && readIndex(bytes);
  if (index === undefined) return undefined;
  const packOf = new Map(index.packs.flatMap((pack) => pack.parts.map(({ sha256 }) => [sha256, pack.sha256] as const)));
  const held = new Map<string, ReadonlyMap<string, Uint8Array>>();
  const part = async (sha256: string): Promise<Uint8Array | undefined> => {
    const name = packOf.get(sha256) ?? '';
    const known = held.get(name);
    if (known) return known.get(sha256);
    const object = await folder.object(name);
    const parts = (object && (await splitPack(index, name, object))) ?? new Map<string, Uint8Array>();
    held.set(name, parts);
    const [oldest] = held.keys();
    if (held.size > HELD && oldest !== undefined) held.delete(oldest);
    return parts.get(sha256);
  };
  return { index, part };
}
