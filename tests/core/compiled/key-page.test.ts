import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differingKeys, editedPage, findKey, listKeys, readKeys, SHARED } from '../../../src/core/compiled/key-page.ts';
import { joined } from '../../../src/core/compiled/layout.ts';
import { keyRecord, type StoredRecord } from '../../../src/core/compiled/records.ts';

const key = fc.oneof(
  fc.stringMatching(/^x@[a-z0-9_]{1,20}$/),
  fc.string({ minLength: 1, unit: 'grapheme' }),
  fc.constant('x@a'),
);
const keys = fc.uniqueArray(fc.tuple(key, fc.nat(3), fc.boolean()), { selector: ([name]) => name, maxLength: 30 });

function records(rows: readonly [string, number, boolean][]): StoredRecord[] {
  return rows.map(([name, row, isShared]) => keyRecord(name, row, isShared));
}

function target([, row, isShared]: readonly [string, number, boolean]): number {
  return row + (isShared ? SHARED : 0);
}

function named(all: readonly StoredRecord[]): Map<string, string> {
  return new Map(all.map(({ name, bytes }) => [name, bytes.join()]));
}

describe('a page of keys', () => {
  it('is read as it was written, whole or for one key', () => {
    fc.assert(
      fc.property(keys, key, (rows, other) => {
        const page = joined(records(rows));
        const wanted = new Map(rows.map((row) => [row[0], target(row)]));
        expect(readKeys(page)).toEqual(wanted);
        const listed = listKeys(page);
        expect(new Map(listed?.keys.map((name, i) => [name, listed.targets[i]]))).toEqual(wanted);
        for (const name of [...wanted.keys(), other]) expect(findKey(page, name)).toBe(wanted.get(name));
      }),
    );
  });

  it('is edited as if it were made anew', () => {
    fc.assert(
      fc.property(keys, keys, fc.array(fc.nat(40)), (before, added, gone) => {
        const removed = new Set(gone.flatMap((i) => before[i]?.[0] ?? []));
        const after = new Map(before.filter(([name]) => !removed.has(name)).map((row) => [row[0], row]));
        for (const row of added) after.set(row[0], row);
        const sorted = records(added).toSorted((a, b) => (a.name < b.name ? -1 : 1));
        const edited = editedPage(joined(records(before)), removed, sorted);
        expect(edited?.join()).toBe(joined(records([...after.values()])).join());
      }),
    );
  });

  it('is told apart from another by what the two do not share', () => {
    fc.assert(
      fc.property(keys, keys, keys, (shared, one, other) => {
        const page = (rows: typeof shared) =>
          records([...new Map([...shared, ...rows].map((row) => [row[0], row])).values()]);
        const [before, after] = [page(one), page(other)];
        const apart = differingKeys(joined(before), joined(after));
        const [old, now] = [named(before), named(after)];
        expect(named(apart?.before ?? [])).toEqual(
          new Map([...old].filter(([name, bytes]) => now.get(name) !== bytes)),
        );
        expect(named(apart?.after ?? [])).toEqual(new Map([...now].filter(([name, bytes]) => old.get(name) !== bytes)));
      }),
    );
  });

  it('is none of any bytes that are none', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), keys, (bytes, rows) => {
        const isPage = readKeys(bytes) !== undefined || listKeys(bytes) !== undefined;
        expect(editedPage(bytes, new Set(), []) !== undefined).toBe(listKeys(bytes) !== undefined);
        if (!isPage) expect(differingKeys(bytes, new Uint8Array(0))).toBeUndefined();
        findKey(bytes, rows[0]?.[0] ?? 'x@a');
      }),
    );
  });
});
