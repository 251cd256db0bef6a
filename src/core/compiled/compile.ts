import { canonicalList } from '../canonical.ts';
import { keysOf } from '../key.ts';
import type { Watchlist } from '../list-schema.ts';
import { parseList } from '../parse-list.ts';
import { layOut } from './layout.ts';
import type { Counts } from './manifest.ts';
import { ObjectWriter } from './object-writer.ts';

/** A list as it is published. */
export interface Compiled {
  index: Uint8Array<ArrayBuffer>;
  /** SHA-256 of the index: what a manifest names. */
  indexHash: string;
  /** The files of the host by SHA-256: the index and the packs. */
  objects: Map<string, Uint8Array<ArrayBuffer>>;
  counts: Counts;
  /** Of all objects. */
  bytes: number;
}

/**
 * The same list gives the same bytes, in whatever order its rows and members were.
 * @throws RangeError for a list that no reader would take, with its first fault
 */
export async function compile(list: Watchlist): Promise<Compiled> {
  const ordered = orderedList(list);
  const objects = new Map<string, Uint8Array<ArrayBuffer>>();
  const writer = new ObjectWriter(async (sha256, bytes) => void objects.set(sha256, bytes));
  for (const [store, leaves] of layOut(ordered)) await writer.store(store, leaves);
  const written = await writer.finish();
  // The index first, as before all that it names.
  return { ...written, objects: new Map([[written.indexHash, written.index], ...objects]), counts: countsOf(ordered) };
}

/** @throws RangeError for a list that no reader would take, with its first fault */
export function orderedList(list: Watchlist): Watchlist {
  const parsed = parseList(list);
  if (!parsed.ok) throw new RangeError(`${parsed.faults[0]?.path}: ${parsed.faults[0]?.reason}`);
  return canonicalList(parsed.list);
}

export function countsOf(list: Watchlist): Counts {
  const { identifiers, entities, sources, claims, events } = list;
  return {
    identifiers: identifiers.length,
    keys: identifiers.reduce((sum, identifier) => sum + keysOf(identifier).length, 0),
    entities: entities.length,
    sources: sources.length,
    claims: claims.length,
    events: events.length,
  };
}
