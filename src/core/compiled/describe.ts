import type { Watchlist } from '../list-schema.ts';
import { type Compiled, countsOf } from './compile.ts';
import type { Manifest } from './manifest.ts';

/** The members of a manifest that the list itself decides. */
export type Described = Pick<Manifest, (typeof FROM_HEAD)[number] | 'list' | 'version' | 'counts' | 'bytes' | 'index'>;

const FROM_HEAD = ['title', 'description', 'publisher', 'licence', 'homepage', 'contact'] as const;

/** What a publisher need not write: what the list says of itself, its counts and sizes. */
export function describe({ list }: Watchlist, compiled: Omit<Compiled, 'objects'>): Described {
  const { index, indexHash, counts, bytes } = compiled;
  const { title, description, publisher, licence, homepage, contact } = list;
  return {
    list: list.id,
    version: list.version,
    title,
    description,
    publisher,
    licence,
    ...(homepage !== undefined && { homepage }),
    ...(contact !== undefined && { contact }),
    counts,
    bytes,
    index: { sha256: indexHash, size: index.length },
  };
}

/**
 * Where a manifest says something else than the list that it brought: readers decide by what it says before
 * they have the list, and must not have been told less.
 * @param counts where the list is not held whole
 * @returns the member's name, or undefined when all agree
 */
export function contradiction(manifest: Manifest, list: Watchlist, counts = countsOf(list)): string | undefined {
  const said: Partial<Manifest> = manifest;
  if (manifest.list !== list.list.id) return 'list';
  if (manifest.version !== list.list.version) return 'version';
  const odd = FROM_HEAD.find((member) => JSON.stringify(said[member]) !== JSON.stringify(list.list[member]));
  if (odd !== undefined) return odd;
  const names = Object.keys(counts) as (keyof typeof counts)[];
  return names.find((name) => counts[name] !== manifest.counts[name]);
}
