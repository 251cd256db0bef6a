import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CAP } from '../../core/compiled/caps.ts';
import { decompile } from '../../core/compiled/decompile.ts';
import type { HeldList } from '../../core/compiled/delta.ts';
import { byAge, type ListVersion } from '../../core/compiled/list-version.ts';
import { partsIn } from '../../core/compiled/part-reader.ts';
import { readIndex } from '../../core/compiled/read-index.ts';
import { sha256Hex } from '../../core/compiled/sha256.ts';
import type { Watchlist } from '../../core/list-schema.ts';
import { CommandError } from '../command-line.ts';
import { readManifestFile, type SignedManifest } from './manifest-file.ts';
import { replaceFile } from './write-file.ts';

/**
 * A folder as a host serves it: `watchlist.jws`, `o/<sha256>`, the whole list in one file, and `versions/` with
 * the manifests of older versions, which deltas are made from.
 */
export class PublishedFolder {
  readonly dir: string;

  constructor(dir: string) {
    this.dir = dir;
  }

  get manifestFile(): string {
    return join(this.dir, 'watchlist.jws');
  }

  bundleFile(list: string): string {
    return join(this.dir, `${list}.statemark`);
  }

  versionFile({ epoch, version }: ListVersion): string {
    return join(this.dir, 'versions', `${epoch}-${version}.jws`);
  }

  objectFile(sha256: string): string {
    return join(this.dir, 'o', sha256);
  }

  /** @throws CommandError for a manifest that is broken */
  async current(): Promise<SignedManifest | undefined> {
    return existsSync(this.manifestFile) ? readManifestFile(this.manifestFile) : undefined;
  }

  /** The version that is published, and those kept beside it, newest first. Broken files are told of. */
  async versions(broken: (message: string) => void): Promise<SignedManifest[]> {
    const kept = join(this.dir, 'versions');
    const names = existsSync(kept) ? readdirSync(kept).filter((name) => /^\d+-\d+\.jws$/.test(name)) : [];
    const files = names.map((name) => join(kept, name));
    if (existsSync(this.manifestFile)) files.unshift(this.manifestFile);
    const found: SignedManifest[] = [];
    for (const file of files) {
      try {
        const one = await readManifestFile(file);
        if (!found.some(({ hash }) => hash === one.hash)) found.push(one);
      } catch (error) {
        if (!(error instanceof CommandError)) throw error;
        broken(error.message);
      }
    }
    return found.sort((a, b) => byAge(b.manifest, a.manifest));
  }

  /** @returns undefined for an object that is missing, too large or not what its name says */
  async object(sha256: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const file = this.objectFile(sha256);
    try {
      // Only deltas may be so large; what is read of anything else says how large it is.
      if (statSync(file).size > CAP.deltaBytes) return undefined;
      const bytes = new Uint8Array(readFileSync(file));
      return (await sha256Hex(bytes)) === sha256 ? bytes : undefined;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  /** The objects of one version, index first. @returns the name of the first that is missing or broken */
  async objects(manifest: SignedManifest['manifest']): Promise<Map<string, Uint8Array<ArrayBuffer>> | string> {
    const { sha256, size } = manifest.index;
    const index = await this.object(sha256);
    const read = index?.length === size ? readIndex(index) : undefined;
    if (index === undefined || read === undefined) return sha256;
    const objects = new Map([[sha256, index]]);
    for (const pack of read.packs) {
      const bytes = await this.object(pack.sha256);
      if (bytes === undefined) return pack.sha256;
      objects.set(pack.sha256, bytes);
    }
    return objects;
  }

  /** Writes an object unless it is there, whole. */
  async put(sha256: string, bytes: Uint8Array): Promise<void> {
    if (await this.object(sha256)) return;
    mkdirSync(join(this.dir, 'o'), { recursive: true });
    replaceFile(this.objectFile(sha256), bytes);
  }
}

/** @returns undefined for objects that are not a whole list */
export async function heldList(
  index: Uint8Array<ArrayBuffer> | undefined,
  objects: Map<string, Uint8Array<ArrayBuffer>>,
): Promise<HeldList | undefined> {
  const read = index && readIndex(index);
  const part = index && (await partsIn({ index, objects }));
  return read && part && { index: read, part };
}

/**
 * A list without a table of names.
 * @throws CommandError that says what is missing or wrong
 */
export async function listIn(
  name: string,
  indexHash: string,
  objects: Map<string, Uint8Array<ArrayBuffer>>,
): Promise<Watchlist> {
  const index = objects.get(indexHash);
  const part = index && (await partsIn({ index, objects }));
  if (index === undefined || part === undefined) {
    throw new CommandError(`${name}: the index or a pack is missing or broken`);
  }
  const list = await decompile(index, part);
  if (!list.ok) throw new CommandError(`${name}: ${list.detail}`);
  return list.list;
}
