import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { HeldList } from '../../core/compiled/apart.ts';
import { decodeBundle, MAX_BUNDLE_BYTES } from '../../core/compiled/bundle.ts';
import { compileLarge, type NameLike } from '../../core/compiled/compile-large.ts';
import type { Watchlist } from '../../core/list-schema.ts';
import { CommandError } from '../command-line.ts';
import { heldInFolder } from './held-in-folder.ts';
import { loadList } from './list-file.ts';
import { openSigned } from './manifest-file.ts';
import { heldList, listIn, PublishedFolder } from './published-folder.ts';
import { namesIn, rowsIn, type Tabled } from './published-names.ts';
import { readNames } from './read-names.ts';

/** A list in whichever form it came. */
export interface Loaded {
  /** With its rows; names of a table are not among them. */
  list: Watchlist;
  /** Where it has a table of names: the parts that hold it. */
  held?: HeldList;
}

/**
 * A list in whichever form: source (`.json`), a published folder (or its `watchlist.jws`), one file
 * (`.statemark`).
 * @throws CommandError
 */
export async function loadAny(name: string): Promise<Loaded> {
  const what = statOf(name);
  if (what.isDirectory()) return fromFolder(name);
  if (basename(name) === 'watchlist.jws') return fromFolder(name.slice(0, -'watchlist.jws'.length) || '.');
  if (name.endsWith('.statemark')) return fromBundle(name, what.size);
  return { list: loadList(name) };
}

/**
 * A list in source form with a table of names, as `build` would publish it.
 * @throws CommandError with the line of a name that no reader would take
 */
export async function loadWithTable(file: string, table: string): Promise<Tabled> {
  const list = loadList(file);
  const objects = new Map<string, Uint8Array<ArrayBuffer>>();
  try {
    const { index } = await compileLarge(list, readNames(table), async (sha256, bytes) => {
      objects.set(sha256, bytes);
    });
    const held = await heldList(index, objects);
    if (held === undefined) throw new Error('what was compiled cannot be read back');
    return { list, held };
  } catch (error) {
    if (error instanceof RangeError) throw new CommandError(error.message);
    throw error;
  }
}

/** The table of names, to be compiled again; undefined where there is none. */
export function tableOf({ list, held }: Loaded): AsyncIterable<NameLike> | undefined {
  return held && namesIn({ list, held });
}

async function fromFolder(dir: string): Promise<Loaded> {
  const folder = new PublishedFolder(dir);
  const current = await folder.current();
  if (current === undefined) throw new CommandError(`${dir} holds no watchlist.jws`);
  const { sha256 } = current.manifest.index;
  const held = await heldInFolder(folder, sha256);
  if (held?.index.shared) return { list: await rowsIn(dir, held), held };
  const objects = await folder.objects(current.manifest);
  if (typeof objects === 'string') throw new CommandError(`${dir}: the object ${objects} is missing or broken`);
  return { list: await listIn(dir, sha256, objects) };
}

async function fromBundle(file: string, size: number): Promise<Loaded> {
  const bundle = size > MAX_BUNDLE_BYTES ? undefined : await decodeBundle(new Uint8Array(readFileSync(file)));
  if (bundle === undefined) throw new CommandError(`${file} is no list in one file`);
  const opened = await openSigned(bundle.jws, []);
  if (typeof opened === 'string') throw new CommandError(`${file}: ${opened}`);
  const { sha256 } = opened.manifest.index;
  const held = await heldList(bundle.objects.get(sha256), bundle.objects);
  if (held?.index.shared) return { list: await rowsIn(file, held), held };
  return { list: await listIn(file, sha256, bundle.objects) };
}

function statOf(name: string) {
  try {
    return statSync(name);
  } catch (error) {
    throw new CommandError(`${name}: ${(error as Error).message}`);
  }
}
