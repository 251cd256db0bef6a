import { canonicalList } from '../canonical.ts';
import type { Watchlist } from '../list-schema.ts';
import { parseList } from '../parse-list.ts';
import { concat } from './bytes.ts';
import { CAP } from './caps.ts';
import { DEEPEST, keysOf, type Leaf, layOut } from './layout.ts';
import type { Counts } from './manifest.ts';
import type { Pack, Part } from './part.ts';
import { bytesOf, encodeIndex, type IndexLeaf } from './read-index.ts';
import type { StoreName } from './records.ts';
import { sha256Hex } from './sha256.ts';

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
  const parsed = parseList(list);
  if (!parsed.ok) throw new RangeError(`${parsed.faults[0]?.path}: ${parsed.faults[0]?.reason}`);
  const ordered = canonicalList(parsed.list);
  const stores = new Map<StoreName, IndexLeaf[]>();
  const filled: FilledPart[] = [];
  for (const [store, leaves] of layOut(ordered)) stores.set(store, await nameLeaves(store, leaves, filled));
  const packs = await packUp(filled);
  const index = encodeIndex({ stores, packs: packs.map(({ pack }) => pack) });
  const indexHash = await sha256Hex(index);
  const bytes = bytesOf(
    packs.map(({ pack }) => pack),
    index.length,
  );
  demand(index.length <= CAP.objectBytes, `an index of ${index.length} bytes`);
  demand(bytes <= CAP.listBytes && filled.length <= CAP.parts, `${bytes} bytes in ${filled.length} parts`);
  const objects = new Map([[indexHash, index]]);
  for (const { pack, bytes } of packs) objects.set(pack.sha256, bytes);
  return { index, indexHash, objects, counts: countsOf(ordered), bytes };
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

interface FilledPart {
  part: Part;
  bytes: Uint8Array;
}

async function nameLeaves(store: StoreName, leaves: readonly Leaf[], filled: FilledPart[]): Promise<IndexLeaf[]> {
  const named: IndexLeaf[] = [];
  let start = 0;
  for (const { depth, bytes } of leaves) {
    demand(bytes.length <= CAP.objectBytes, `a part of ${bytes.length} bytes in ${store}`);
    const part = { sha256: await sha256Hex(bytes), size: bytes.length };
    named.push({ depth, start, ...(part.size > 0 && { part }) });
    if (part.size > 0) filled.push({ part, bytes });
    start += 2 ** (DEEPEST - depth);
  }
  return named;
}

/** As many parts to a pack as it holds, in their order. */
async function packUp(filled: readonly FilledPart[]): Promise<{ pack: Pack; bytes: Uint8Array<ArrayBuffer> }[]> {
  const runs: FilledPart[][] = [];
  let size = CAP.objectBytes;
  for (const one of filled) {
    size += one.bytes.length;
    if (size > CAP.objectBytes) {
      runs.push([]);
      size = one.bytes.length;
    }
    runs.at(-1)?.push(one);
  }
  return Promise.all(
    runs.map(async (run) => {
      const bytes = concat(run.map((one) => one.bytes));
      const parts = run.map((one) => one.part);
      return { pack: { sha256: await sha256Hex(bytes), size: bytes.length, parts }, bytes };
    }),
  );
}

function demand(holds: boolean, otherwise: string): void {
  if (!holds) throw new RangeError(`too large for any reader: ${otherwise}`);
}
