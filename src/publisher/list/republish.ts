import { CommandError, only, readArgs } from '../command-line.ts';
import type { World } from './commands/command.ts';
import { loadAny, tableOf } from './load-any.ts';
import type { SignedManifest } from './manifest-file.ts';
import { publish } from './publish.ts';
import { PublishedFolder } from './published-folder.ts';
import { readSigning, SIGNING, type Signing, withEarlier } from './signing-options.ts';
import { tellPublished } from './tell-published.ts';

/** A published folder, what is in use there, and whom to sign it anew as. */
export interface ToRepublish {
  dir: string;
  signing: Signing;
  current: SignedManifest;
}

/**
 * What the commands that sign a published folder anew are given.
 * @throws UsageError
 * @throws CommandError where nothing is published there
 */
export async function readRepublish(args: readonly string[]): Promise<ToRepublish> {
  const { values, positionals } = readArgs(args, SIGNING);
  const dir = only(positionals, 'folder');
  const signing = await readSigning(values);
  const current = await new PublishedFolder(dir).current();
  if (current === undefined) throw new CommandError(`${dir} holds no watchlist.jws`);
  return { dir, signing, current };
}

/**
 * Publishes once more what a folder holds, rows and table, as the next version; and tells of it.
 * @throws CommandError
 */
export async function republish({ dir, signing, current }: ToRepublish, epoch: number, world: World): Promise<void> {
  const loaded = await loadAny(dir);
  const { list } = loaded;
  const next = { ...list, list: { ...list.list, version: current.manifest.version + 1 } };
  const options = { ...withEarlier(signing, current), epoch, previous: [] };
  const published = await publish(next, new PublishedFolder(dir), options, world, tableOf(loaded));
  await world.out.write(tellPublished(published, signing.key));
}
