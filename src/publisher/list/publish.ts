import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { toBase64url } from '../../core/compiled/base64url.ts';
import { encodeBundle } from '../../core/compiled/bundle.ts';
import { compile } from '../../core/compiled/compile.ts';
import { type CompiledTo, compileLarge, type NameLike } from '../../core/compiled/compile-large.ts';
import { describe } from '../../core/compiled/describe.ts';
import { byAge, isAbove, type ListVersion } from '../../core/compiled/list-version.ts';
import { type Manifest, openManifest, signManifest } from '../../core/compiled/manifest.ts';
import type { Watchlist } from '../../core/list-schema.ts';
import { CommandError } from '../command-line.ts';
import type { World } from './commands/command.ts';
import { heldInFolder } from './held-in-folder.ts';
import { keptVersions } from './kept-versions.ts';
import type { SigningKey } from './key-file.ts';
import { type MadeDelta, makeDeltas, type OldVersion } from './make-deltas.ts';
import type { SignedManifest } from './manifest-file.ts';
import { pruneFolder } from './prune-folder.ts';
import { heldList, PublishedFolder } from './published-folder.ts';
import { replaceFile } from './write-file.ts';

const DAY = 24 * 3_600_000;

/** What the publisher decides, beside the list itself. */
export interface PublishOptions {
  epoch: number;
  key: SigningKey;
  /** Days from now. */
  expires: number;
  /** Fingerprint of the key that the next epoch is signed with. */
  next: string | undefined;
  mirrors: string[];
  every: number | undefined;
  /** More folders with older versions. */
  previous: readonly string[];
}

export interface Published {
  manifest: Manifest;
  /** How many objects a first install fetches, the index included. */
  objects: number;
  deltas: readonly MadeDelta[];
  /** Absent where the list is too large for a file that readers add by hand. */
  bundle?: { file: string; size: number };
  /** Versions from which more changed than a delta may hold. */
  tooLarge: readonly number[];
  /** Versions whose files were not whole. */
  unreadable: readonly number[];
  pruned: number;
}

/**
 * Compiles, signs and writes. The objects of a list with a table of names are written as they are made. The
 * manifest is written last, so that a folder which is served meanwhile, or whose writing was interrupted, shows the
 * old version or the new one.
 * @param names a table of names, beside those of the list
 * @throws CommandError before anything is written that anybody sees
 */
export async function publish(
  list: Watchlist,
  folder: PublishedFolder,
  options: PublishOptions,
  world: World,
  names?: AsyncIterable<NameLike>,
): Promise<Published> {
  const { epoch } = options;
  world.progress.show(() => 'compiling');
  const { compiled, objects } = await compiledOf(list, folder, names);
  const older = await olderVersions({ epoch, version: list.list.version }, list.list.id, folder, options, world);
  const dated = older.map((one) => ({ ...one, created: one.signed.manifest.created }));
  const wanted = keptVersions(dated, world.now());
  const to = objects ? await heldList(compiled.index, objects) : await heldInFolder(folder, compiled.indexHash);
  if (to === undefined) throw new Error('what was compiled cannot be read back');
  const { deltas, tooLarge, unreadable } = await makeDeltas(wanted, to, compiled.bytes, world);
  const kept = wanted.filter(({ signed }) => !unreadable.includes(signed.manifest.version));
  const jws = await signed({ ...describe(list, compiled), ...said(options, deltas, world.now()) }, options.key);
  world.progress.show(() => 'writing');
  for (const [sha256, bytes] of objects ?? []) await folder.put(sha256, bytes);
  for (const { sha256, bytes } of deltas) await folder.put(sha256, bytes);
  for (const { signed: old, folder: from } of kept) await keepVersion(old, from, folder);
  const bundle = await bundleOf(jws, folder, objects);
  world.signal.throwIfAborted();
  const file = folder.bundleFile(list.list.id);
  if (bundle) replaceFile(file, bundle);
  else rmSync(file, { force: true });
  replaceFile(folder.manifestFile, jws.jws);
  writeVersion(folder, jws);
  const pruned = await pruneFolder(folder, [jws, ...kept.map((one) => one.signed)]);
  world.progress.clear();
  return {
    manifest: jws.manifest,
    objects: to.index.packs.length + 1,
    deltas,
    ...(bundle && { bundle: { file, size: bundle.length } }),
    tooLarge,
    unreadable,
    pruned,
  };
}

type Objects = Map<string, Uint8Array<ArrayBuffer>>;

async function compiledOf(
  list: Watchlist,
  folder: PublishedFolder,
  names: AsyncIterable<NameLike> | undefined,
): Promise<{ compiled: CompiledTo; objects?: Objects }> {
  try {
    if (names) return { compiled: await compileLarge(list, names, (sha256, bytes) => folder.put(sha256, bytes)) };
    const compiled = await compile(list);
    return { compiled, objects: compiled.objects };
  } catch (error) {
    if (error instanceof RangeError) throw new CommandError(error.message);
    throw error;
  }
}

/** The most that the extension takes as one file. */
const BUNDLE_BYTES = 64 * 1024 * 1024;

async function bundleOf(
  { jws, manifest }: SignedManifest,
  folder: PublishedFolder,
  objects: Objects | undefined,
): Promise<Uint8Array | undefined> {
  if (objects) return encodeBundle(jws, objects);
  const written = manifest.bytes > BUNDLE_BYTES ? undefined : await folder.objects(manifest);
  if (typeof written === 'string') throw new Error(`the object ${written} was not written`);
  return written && encodeBundle(jws, written);
}

function said(options: PublishOptions, deltas: readonly MadeDelta[], now: number) {
  const { epoch, key, expires, next, mirrors, every } = options;
  return {
    spec: 1,
    epoch,
    created: new Date(now).toISOString(),
    expires: new Date(now + expires * DAY).toISOString(),
    deltas: deltas.map(({ from, sha256, size }) => ({ from, sha256, size })),
    ...(next !== undefined && { next }),
    key: toBase64url(key.public.bytes),
    ...(mirrors.length > 0 && { mirrors }),
    ...(every !== undefined && { every }),
  } as const;
}

/** Signs, and reads what was signed as any reader will. */
export async function signed(manifest: Manifest, { key, public: own }: SigningKey): Promise<SignedManifest> {
  let jws: string;
  try {
    jws = await signManifest(manifest, key, own.fingerprint);
  } catch (error) {
    if (error instanceof RangeError) throw new CommandError(`no manifest can be made of this: ${error.message}`);
    throw error;
  }
  const opened = await openManifest(jws, [own]);
  if (!opened.ok) throw new CommandError(`what was signed cannot be verified: ${opened.detail}`);
  return { jws, manifest: opened.manifest, key: own, hash: opened.hash };
}

/** Newest first; each version once, from wherever it is whole. */
async function olderVersions(
  than: ListVersion,
  list: string,
  folder: PublishedFolder,
  { previous }: PublishOptions,
  { err }: World,
): Promise<OldVersion[]> {
  const found = new Map<number, OldVersion>();
  const broken: string[] = [];
  for (const from of [folder, ...previous.map((dir) => new PublishedFolder(dir))]) {
    for (const one of await from.versions((message) => broken.push(message))) {
      const { manifest } = one;
      const isOlder = isAbove(than, manifest) && manifest.version < than.version;
      if (manifest.list === list && isOlder && !found.has(manifest.version)) {
        found.set(manifest.version, { signed: one, folder: from });
      }
    }
  }
  for (const message of broken) await err.write(`passed over: ${message}\n`);
  return [...found.values()].sort((a, b) => byAge(b.signed.manifest, a.signed.manifest));
}

/** An older version is kept with its objects, also where it came from another folder. */
async function keepVersion(old: SignedManifest, from: PublishedFolder, folder: PublishedFolder): Promise<void> {
  if (from !== folder) {
    const objects = await from.objects(old.manifest);
    if (typeof objects === 'string') return;
    for (const [sha256, bytes] of objects) await folder.put(sha256, bytes);
  }
  writeVersion(folder, old);
}

export function writeVersion(folder: PublishedFolder, { jws, manifest }: SignedManifest): void {
  const file = folder.versionFile(manifest);
  mkdirSync(dirname(file), { recursive: true });
  replaceFile(file, jws);
}
