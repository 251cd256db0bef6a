import { type HeldList, isDelta, makeDelta } from '../../core/compiled/delta.ts';
import { partsOf } from '../../core/compiled/read-index.ts';
import { sha256Hex } from '../../core/compiled/sha256.ts';
import type { World } from './commands/command.ts';
import { heldInFolder } from './held-in-folder.ts';
import type { SignedManifest } from './manifest-file.ts';
import type { PublishedFolder } from './published-folder.ts';

/** A delta that is no smaller than this part of the whole is not worth a second way to fail. */
const WORTH = 0.25;

export interface MadeDelta {
  from: number;
  sha256: string;
  size: number;
  bytes: Uint8Array<ArrayBuffer>;
}

export interface OldVersion {
  signed: SignedManifest;
  folder: PublishedFolder;
}

/**
 * @param whole bytes of a first install
 * @returns those that are worth it, the versions from which more changed than a delta may hold, and those that could
 *   not be read
 */
export async function makeDeltas(
  older: readonly OldVersion[],
  to: HeldList,
  whole: number,
  { progress, signal }: World,
): Promise<{ deltas: MadeDelta[]; tooLarge: number[]; unreadable: number[] }> {
  const deltas: MadeDelta[] = [];
  const tooLarge: number[] = [];
  const unreadable: number[] = [];
  for (const [i, { signed, folder }] of older.entries()) {
    signal.throwIfAborted();
    progress.show(() => `deltas: ${i + 1} of ${older.length}`);
    const { version, index } = signed.manifest;
    const bytes = await deltaFrom(folder, index.sha256, to);
    if (bytes === undefined) {
      unreadable.push(version);
      continue;
    }
    if (bytes.length >= whole * WORTH) continue;
    if (isDelta(bytes)) deltas.push({ from: version, sha256: await sha256Hex(bytes), size: bytes.length, bytes });
    else tooLarge.push(version);
  }
  return { deltas, tooLarge, unreadable };
}

/** @returns undefined for a version of which something is missing or broken */
async function deltaFrom(folder: PublishedFolder, index: string, to: HeldList) {
  const from = await heldInFolder(folder, index);
  if (from === undefined || !(await isWhole(from))) return undefined;
  return makeDelta(from, to);
}

async function isWhole({ index, part }: HeldList): Promise<boolean> {
  for (const { sha256 } of partsOf(index)) if ((await part(sha256)) === undefined) return false;
  return true;
}
