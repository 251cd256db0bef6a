import { apart, type HeldList } from '../../core/compiled/apart.ts';
import { fromJson, fromUtf8 } from '../../core/compiled/bytes.ts';
import { isSame } from '../../core/compiled/delta.ts';
import type { Index } from '../../core/compiled/read-index.ts';
import type { StoredRecord } from '../../core/compiled/records.ts';
import type { Identifier } from '../../core/list-schema.ts';
import { writtenKey, writtenName } from '../../core/written-name.ts';
import type { UpdateRecord } from '../../list-messages.ts';
import { MOST_NAMES } from './changes.ts';
import { giveBack } from './give-back.ts';
import type { ListStore } from './list-store.ts';
import { pacer } from './pace.ts';

type Told = Required<Pick<UpdateRecord, 'added' | 'changed' | 'removed' | 'names'>>;

/**
 * What became of the identifiers of a list that is not held whole: of its rows, and of the names that are listed
 * as one of them is.
 * @throws RangeError for parts that are not there, or whatever the database throws
 */
export async function changesApart(store: ListStore, from: Index, to: Index): Promise<Told> {
  const pace = pacer();
  const told: Told = { added: 0, changed: 0, removed: 0, names: { added: [], changed: [], removed: [] } };
  const tell = (what: 'added' | 'changed' | 'removed', name: () => string): void => {
    told[what]++;
    if (told.names[what].length < MOST_NAMES) told.names[what].push(name());
  };
  const held = (index: Index): HeldList => ({ index, part: (sha256) => store.part(sha256), done: giveBack });
  for (const kind of ['identifiers', 'keys'] as const) {
    const counts = kind === 'keys' ? isShared : () => true;
    const name = (record: StoredRecord): string =>
      kind === 'keys' ? (writtenKey(record.name) ?? record.name) : nameOfRow(record);
    for await (const { before, after } of apart(kind, held(from), held(to))) {
      for (const record of after.values()) {
        if (!counts(record)) continue;
        const was = before.get(record.name);
        if (was === undefined || !counts(was)) tell('added', () => name(record));
        else if (!isSame(was, record)) tell('changed', () => name(record));
      }
      for (const record of before.values()) {
        const now = after.get(record.name);
        if (counts(record) && (now === undefined || !counts(now))) tell('removed', () => name(record));
      }
      await pace();
    }
  }
  return told;
}

/** The highest bit of a key's length: see `keyRecord`. */
function isShared({ bytes }: StoredRecord): boolean {
  return ((bytes[1] ?? 0) & 0x80) !== 0;
}

function nameOfRow({ bytes }: StoredRecord): string {
  return writtenName(fromJson(fromUtf8(bytes) ?? '') as Identifier);
}
