import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { decodeBundle, MAX_BUNDLE_BYTES } from '../../core/compiled/bundle.ts';
import type { Watchlist } from '../../core/list-schema.ts';
import { CommandError } from './command.ts';
import { loadList } from './list-file.ts';
import { openSigned } from './manifest-file.ts';
import { listIn, PublishedFolder } from './published-folder.ts';

/**
 * A list in whichever form: source (`.json`), a published folder (or its `watchlist.jws`), one file
 * (`.statemark`).
 * @throws CommandError
 */
export async function loadAny(name: string): Promise<Watchlist> {
  const what = statOf(name);
  if (what.isDirectory()) return fromFolder(name);
  if (basename(name) === 'watchlist.jws') return fromFolder(name.slice(0, -'watchlist.jws'.length) || '.');
  if (name.endsWith('.statemark')) return fromBundle(name, what.size);
  return loadList(name);
}

async function fromFolder(dir: string): Promise<Watchlist> {
  const folder = new PublishedFolder(dir);
  const current = await folder.current();
  if (current === undefined) throw new CommandError(`${dir} holds no watchlist.jws`);
  const objects = await folder.objects(current.manifest);
  if (typeof objects === 'string') throw new CommandError(`${dir}: the object ${objects} is missing or broken`);
  return listIn(dir, current.manifest.index.sha256, objects);
}

async function fromBundle(file: string, size: number): Promise<Watchlist> {
  const bundle = size > MAX_BUNDLE_BYTES ? undefined : await decodeBundle(new Uint8Array(readFileSync(file)));
  if (bundle === undefined) throw new CommandError(`${file} is no list in one file`);
  const opened = await openSigned(bundle.jws, []);
  if (typeof opened === 'string') throw new CommandError(`${file}: ${opened}`);
  return listIn(file, opened.manifest.index.sha256, bundle.objects);
}

function statOf(name: string) {
  try {
    return statSync(name);
  } catch (error) {
    throw new CommandError(`${name}: ${(error as Error).message}`);
  }
}
