import { canonicalList } from '../canonical.ts';
import type { Watchlist } from '../list-schema.ts';
import { parseFrame } from '../parse-list.ts';
import { fromJson, sameBytes } from './bytes.ts';
import { layOut } from './layout.ts';
import { FRAME_STORES } from './paged.ts';
import { DamagedList, type PartCache } from './part-cache.ts';
import type { Index } from './read-index.ts';
import { readLines } from './read-records.ts';
import type { StoreName } from './records.ts';

/**
 * A large list without its identifiers.
 * @throws DamagedList
 */
export async function readFrame(index: Index, parts: PartCache): Promise<Watchlist> {
  const raw: Record<string, unknown> = { identifiers: [] };
  for (const store of FRAME_STORES) {
    const rows: unknown[] = [];
    for (const bytes of await frameParts(index, store, parts)) {
      const lines = readLines(bytes);
      if (lines === undefined) throw new DamagedList(`a part of ${store} is not lines of JSON`);
      for (const line of lines) rows.push(fromJson(line));
    }
    if (store === 'head') Object.assign(raw, rows.length === 1 ? rows[0] : undefined, { identifiers: [] });
    else raw[store] = rows;
  }
  const parsed = parseFrame(raw);
  if (!parsed.ok) throw new DamagedList(`${parsed.faults[0]?.path}: ${parsed.faults[0]?.reason}`);
  return canonicalList(parsed.list);
}

/**
 * Whether the rows are stored as compiling them stores them: a list has one compiled form.
 * @throws DamagedList
 */
export async function checkFrame(frame: Watchlist, index: Index, parts: PartCache): Promise<void> {
  const layout = layOut(frame);
  for (const store of FRAME_STORES) {
    const wanted = layout.get(store) ?? [];
    const named = index.stores.get(store) ?? [];
    const held = await frameParts(index, store, parts);
    const filled = wanted.filter(({ bytes }) => bytes.length > 0);
    const isSame =
      wanted.length === named.length &&
      wanted.every(({ depth }, i) => named[i]?.depth === depth) &&
      filled.every(({ bytes }, i) => sameBytes(bytes, held[i] ?? new Uint8Array(0)));
    if (!isSame) throw new DamagedList(`${store} are not stored as their rows ask for`);
  }
}

/** Those that are not empty, in order. */
async function frameParts(index: Index, store: StoreName, parts: PartCache): Promise<Uint8Array[]> {
  const wanted = (index.stores.get(store) ?? []).flatMap(({ part }) => part ?? []);
  const found = await parts.get(wanted);
  return wanted.flatMap(({ sha256 }) => found.get(sha256) ?? []);
}
