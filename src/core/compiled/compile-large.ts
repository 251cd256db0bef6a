import { keysOf, nameKey } from '../key.ts';
import type { Identifier, Watchlist } from '../list-schema.ts';
import { type Compiled, countsOf, orderedList } from './compile.ts';
import { KeyTable } from './key-table.ts';
import { layOut } from './layout.ts';
import { likeModel } from './like-model.ts';
import { ObjectWriter, type PutObject } from './object-writer.ts';
import { FRAME_BYTES, FRAME_STORES } from './paged.ts';
import { placeOf } from './records.ts';

/** One name of very many: listed as an identifier of the list is, for whatever is said of that one. */
export interface NameLike {
  /** Id of that identifier. */
  like: string;
  /** As written, without `#` or `@`. */
  value: string;
  /** Where it was read, for people: `names.csv:17`. */
  at: string;
}

export type CompiledTo = Omit<Compiled, 'objects'>;

/**
 * Compiles a list with a table of more names than anybody writes rows for. The list is then read name by name.
 * @param put takes each object as soon as it is made, the index last
 * @throws RangeError for a list or a name that no reader would take
 */
export async function compileLarge(
  list: Watchlist,
  names: AsyncIterable<NameLike>,
  put: PutObject,
): Promise<CompiledTo> {
  const ordered = orderedList(list);
  const table = new KeyTable();
  for (const row of ordered.identifiers) for (const key of keysOf(row)) table.add(key, placeOf(row.id), false);
  const own = table.count;
  const models = modelsOf(ordered);
  for await (const { like, value, at } of names) {
    const model = models.get(like);
    if (model === undefined) throw new RangeError(`${at}: the list has no identifier "${like}"`);
    const { row, keys, excepted } = model;
    const key = nameKey(row.platform, row.kind, value);
    if (keys.has(key)) continue;
    if (excepted.has(key)) throw new RangeError(`${at}: "${value}" is also an exception`);
    if (likeModel(row, key) === undefined)
      throw new RangeError(`${at}: "${value}" is no name for ${row.platform} ${row.kind}`);
    table.add(key, placeOf(like), true);
  }
  const count = table.sort();
  const identifiers = ordered.identifiers.length + count - own;
  return { ...(await write(ordered, table, put)), counts: { ...countsOf(ordered), identifiers, keys: count } };
}

interface Model {
  row: Identifier;
  keys: ReadonlySet<string>;
  excepted: ReadonlySet<string>;
}

function modelsOf(list: Watchlist): Map<string, Model> {
  const excepted = new Set(list.exceptions.map(({ platform, kind, value }) => nameKey(platform, kind, value)));
  return new Map(list.identifiers.map((row) => [row.id, { row, keys: new Set(keysOf(row)), excepted }]));
}

async function write(list: Watchlist, table: KeyTable, put: PutObject): Promise<Omit<CompiledTo, 'counts'>> {
  const places = new Map<number, string>();
  for (const { id } of list.identifiers) {
    const other = places.get(placeOf(id));
    if (other !== undefined) throw new RangeError(`the ids "${other}" and "${id}" have one place: rename one of them`);
    places.set(placeOf(id), id);
  }
  const writer = new ObjectWriter(put, true);
  let frame = 0;
  for (const [store, leaves] of layOut(list)) {
    if (FRAME_STORES.includes(store)) for (const { bytes } of leaves) frame += bytes.length;
    if (frame > FRAME_BYTES) {
      throw new RangeError(
        `a list with a table of names can have ${FRAME_BYTES} bytes of sources, entities, claims, events and exceptions`,
      );
    }
    await writer.store(store, store === 'keys' ? table.leaves() : leaves);
  }
  return writer.finish();
}
