import { existsSync, readFileSync } from 'node:fs';
import { accept, freshness } from '../../core/compiled/accept.ts';
import { decodeBundle, MAX_BUNDLE_BYTES } from '../../core/compiled/bundle.ts';
import { checkNames } from '../../core/compiled/check-large.ts';
import { countsOf } from '../../core/compiled/compile.ts';
import { applyDelta } from '../../core/compiled/delta.ts';
import { contradiction } from '../../core/compiled/describe.ts';
import { checkFrame, readFrame } from '../../core/compiled/frame.ts';
import type { PublicKey } from '../../core/compiled/keys.ts';
import type { Manifest } from '../../core/compiled/manifest.ts';
import { isPaged } from '../../core/compiled/paged.ts';
import { DamagedList } from '../../core/compiled/part-cache.ts';
import { partsOf } from '../../core/compiled/read-index.ts';
import { CommandError } from '../command-line.ts';
import type { World } from './commands/command.ts';
import { readManifestFile, type SignedManifest } from './manifest-file.ts';
import { heldList, listIn, PublishedFolder } from './published-folder.ts';
import { cacheOf } from './published-names.ts';

export interface Verified {
  signed: SignedManifest;
  problems: string[];
  /** Deltas that were applied to the version that they are from, and gave the published one. */
  tried: number;
  /** Deltas whose older version is not in the folder: only their hash was checked. */
  untried: number;
}

/**
 * Checks a published folder as a reader would: signature, dates, every object by size and hash, the list itself,
 * every delta, the one file.
 * @param key undefined: the key that the manifest brings along, which proves only that nothing is damaged
 * @throws CommandError when there is no manifest to begin with
 */
export async function verifyFolder(dir: string, key: PublicKey | undefined, world: World): Promise<Verified> {
  const folder = new PublishedFolder(dir);
  const signed = await readManifestFile(folder.manifestFile, key ? [key] : []);
  const { manifest, hash } = signed;
  const found: Verified = { signed, problems: [], tried: 0, untried: 0 };
  const decision = accept(manifest, hash, undefined, undefined, world.now());
  if (decision.decision === 'refuse') found.problems.push(`${decision.problem}: ${decision.detail}`);
  else if (freshness(manifest.expires, world.now()) !== 'fresh') found.problems.push(`expired at ${manifest.expires}`);
  const objects = await folder.objects(manifest);
  if (typeof objects === 'string') {
    found.problems.push(`the object o/${objects} is missing or broken`);
    return found;
  }
  await checkList(folder, signed, objects, found);
  await checkDeltas(folder, signed, objects, found, world);
  await checkBundle(folder, signed, found);
  return found;
}

type Objects = Map<string, Uint8Array<ArrayBuffer>>;

async function checkList(
  { dir }: PublishedFolder,
  { manifest }: SignedManifest,
  objects: Objects,
  { problems }: Verified,
): Promise<void> {
  const bytes = [...objects.values()].reduce((sum, object) => sum + object.length, 0);
  if (bytes !== manifest.bytes) problems.push(`the manifest says ${manifest.bytes} bytes, the objects have ${bytes}`);
  try {
    const odd = await oddMember(dir, manifest, objects);
    if (odd !== undefined) problems.push(`the manifest and the list say different things of "${odd}"`);
  } catch (error) {
    if (!(error instanceof CommandError || error instanceof DamagedList)) throw error;
    problems.push(error.message);
  }
}

/** Where the manifest says something else than the list. A large one is read as readers do: name by name. */
async function oddMember(dir: string, manifest: Manifest, objects: Objects): Promise<string | undefined> {
  const held = await heldList(objects.get(manifest.index.sha256), objects);
  if (held === undefined || !isPaged(manifest.counts.identifiers, held.index)) {
    return contradiction(manifest, await listIn(dir, manifest.index.sha256, objects));
  }
  const { index, part } = held;
  const parts = cacheOf(part);
  const frame = await readFrame(index, parts);
  await checkFrame(frame, index, parts);
  const { identifiers, keys } = await checkNames(frame, index, parts);
  return contradiction(manifest, frame, { ...countsOf(frame), identifiers, keys });
}

async function checkDeltas(
  folder: PublishedFolder,
  { manifest }: SignedManifest,
  objects: Objects,
  found: Verified,
  { progress, signal }: World,
): Promise<void> {
  const to = await heldList(objects.get(manifest.index.sha256), objects);
  if (to === undefined) return;
  const versions = await folder.versions((message) => found.problems.push(message));
  for (const { from, sha256, size } of manifest.deltas) {
    signal.throwIfAborted();
    progress.show(() => `delta from version ${from}`);
    const delta = await folder.object(sha256);
    if (delta?.length !== size) {
      found.problems.push(`the delta from version ${from} (o/${sha256}) is missing or broken`);
      continue;
    }
    const old = versions.find((one) => one.manifest.version === from);
    const held = old && (await folder.objects(old.manifest));
    const before =
      old && typeof held === 'object' ? await heldList(held.get(old.manifest.index.sha256), held) : undefined;
    if (before === undefined) {
      found.untried++;
      continue;
    }
    found.tried++;
    const made = await applyDelta(before.index, to.index, delta, before.part);
    const have = new Set(partsOf(before.index).map((part) => part.sha256));
    const isWhole = made && partsOf(to.index).every((part) => have.has(part.sha256) || made.has(part.sha256));
    if (!isWhole) found.problems.push(`the delta from version ${from} does not lead to version ${manifest.version}`);
  }
}

async function checkBundle(folder: PublishedFolder, { jws, manifest }: SignedManifest, { problems }: Verified) {
  const file = folder.bundleFile(manifest.list);
  if (!existsSync(file)) return;
  const bytes = new Uint8Array(readFileSync(file));
  const bundle = bytes.length > MAX_BUNDLE_BYTES ? undefined : await decodeBundle(bytes);
  if (bundle === undefined) problems.push(`${file} is broken`);
  else if (bundle.jws !== jws) problems.push(`${file} is of another version than watchlist.jws`);
}
