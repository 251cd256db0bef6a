import { canonicalList } from '../canonical.ts';
import type { Watchlist } from '../list-schema.ts';
import { parseList } from '../parse-list.ts';
import { fromJson, sameBytes } from './bytes.ts';
import { layOut } from './layout.ts';
import type { PartReader } from './part.ts';
import { type Index, type IndexLeaf, readIndex } from './read-index.ts';
import { readLines } from './read-records.ts';
import { STORES, type StoreName } from './records.ts';
import { sha256Hex } from './sha256.ts';

export type Decompiled = { ok: true; list: Watchlist } | { ok: false; detail: string };

type Fault = { ok: false; detail: string };
type PartBytes = ReadonlyMap<StoreName, readonly Uint8Array[]>;

/**
 * The list that an index and its parts hold. Every part must be what the index names, the rows a list that
 * `parseList` takes, and the parts those that compiling it gives: so the keys are those of the rows, each in
 * its page, and a list has one compiled form. Never throws on what a host sent.
 */
export async function decompile(indexBytes: Uint8Array, part: PartReader): Promise<Decompiled> {
  const index = readIndex(indexBytes);
  if (index === undefined) return { ok: false, detail: 'the index cannot be read' };
  if (index.shared) return { ok: false, detail: 'its keys may be shared: such a list is read name by name' };
  const bytes = await gather(index, part);
  if ('ok' in bytes) return bytes;
  const raw = rawList(bytes);
  if (raw === undefined) return { ok: false, detail: 'a chunk is not lines of JSON' };
  const parsed = parseList(raw);
  if (!parsed.ok) return { ok: false, detail: `${parsed.faults[0]?.path}: ${parsed.faults[0]?.reason}` };
  const list = canonicalList(parsed.list);
  const odd = oddPart(list, index, bytes);
  return odd === undefined ? { ok: true, list } : { ok: false, detail: odd };
}

async function gather(index: Index, part: PartReader): Promise<PartBytes | Fault> {
  const all = new Map<StoreName, Uint8Array[]>();
  for (const store of STORES) {
    const leaves = index.stores.get(store) ?? [];
    const found = await Promise.all(leaves.map((leaf) => verified(leaf, part)));
    const whole = found.filter((bytes) => bytes !== undefined);
    if (whole.length < leaves.length) {
      return { ok: false, detail: `${leaves.length - whole.length} parts of ${store} are missing or broken` };
    }
    all.set(store, whole);
  }
  return all;
}

async function verified({ part }: IndexLeaf, read: PartReader): Promise<Uint8Array | undefined> {
  if (part === undefined) return new Uint8Array(0);
  const bytes = await read(part.sha256);
  const isIt = bytes?.length === part.size && (await sha256Hex(bytes)) === part.sha256;
  return isIt ? bytes : undefined;
}

/** What the rows say, not yet checked. Keys are left out: they are what the rows make them. */
function rawList(parts: PartBytes): unknown {
  const [head, ...more] = rowsIn(parts.get('head')) ?? [];
  if (typeof head !== 'object' || head === null || more.length > 0) return undefined;
  const list: Record<string, unknown> = { ...head };
  for (const store of ['sources', 'entities', 'identifiers', 'claims', 'events', 'exceptions'] as const) {
    const rows = rowsIn(parts.get(store));
    if (rows === undefined) return undefined;
    list[store] = rows;
  }
  return list;
}

function rowsIn(parts: readonly Uint8Array[] = []): unknown[] | undefined {
  const rows: unknown[] = [];
  for (const bytes of parts) {
    if (bytes.length === 0) continue;
    const lines = readLines(bytes);
    if (lines === undefined) return undefined;
    for (const line of lines) rows.push(fromJson(line));
  }
  return rows;
}

/** The first part that is not what compiling the list gives. */
function oddPart(list: Watchlist, index: Index, parts: PartBytes): string | undefined {
  for (const [store, leaves] of layOut(list)) {
    const named = index.stores.get(store) ?? [];
    const held = parts.get(store) ?? [];
    const isSame = leaves.every(
      ({ depth, bytes }, i) => named[i]?.depth === depth && sameBytes(bytes, held[i] ?? new Uint8Array(0)),
    );
    if (named.length !== leaves.length || !isSame) return `${store} are not stored as their rows ask for`;
  }
  return undefined;
}
