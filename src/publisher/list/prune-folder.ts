import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readIndex } from '../../core/compiled/read-index.ts';
import type { SignedManifest } from './manifest-file.ts';
import type { PublishedFolder } from './published-folder.ts';

/** Readers may hold an older manifest while they fetch, and caches for hours: its deltas stay as long. */
const WITH_DELTAS = 3;

/**
 * Removes what no kept version names: objects, manifests, and drafts that an interrupted run left.
 * @param kept newest first
 * @returns how many files went
 */
export async function pruneFolder(folder: PublishedFolder, kept: readonly SignedManifest[]): Promise<number> {
  const wanted = new Set<string>();
  for (const [i, { manifest }] of kept.entries()) {
    wanted.add(manifest.index.sha256);
    const index = await folder.object(manifest.index.sha256);
    const packs = (index && readIndex(index))?.packs ?? [];
    for (const { sha256 } of packs) wanted.add(sha256);
    if (i < WITH_DELTAS) for (const { sha256 } of manifest.deltas) wanted.add(sha256);
  }
  const versions = new Set(kept.map(({ manifest }) => basename(folder.versionFile(manifest))));
  // Nothing is removed that this command does not write itself.
  return (
    remove(join(folder.dir, 'o'), (name) => /^[0-9a-f]{64}$/.test(name) && !wanted.has(name)) +
    remove(join(folder.dir, 'versions'), (name) => /^\d+-\d+\.jws$/.test(name) && !versions.has(name)) +
    ['o', 'versions', '.'].reduce((sum, at) => sum + remove(join(folder.dir, at), (name) => DRAFT.test(name)), 0)
  );
}
const DRAFT = /^(?:[0-9a-f]{64}|\d+-\d+\.jws|watchlist\.jws|[a-z0-9-]+\.statemark)\.\d+\.draft$/;

function remove(dir: string, isIt: (name: string) => boolean): number {
  if (!existsSync(dir)) return 0;
  const gone = readdirSync(dir).filter(isIt);
  for (const name of gone) rmSync(join(dir, name), { force: true });
  return gone.length;
}
