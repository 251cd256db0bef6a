import { createHash } from 'node:crypto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it, test } from 'vitest';
import { filterName, keepFilter, keptFilter } from '../../../src/background/updates/kept-filter.ts';
import 'fake-indexeddb/auto';
import { ListStore } from '../../../src/background/updates/list-store.ts';
import { filterRow } from './filter-row.ts';

const MiB = 2 ** 20;
const INDEX = 'c'.repeat(64);
const [FIRST, SECOND, THIRD] = [filterName(INDEX), `${filterName(INDEX)}-0001`, `${filterName(INDEX)}-0002`];
const filter = Uint8Array.from({ length: 2 * MiB + 5 }, (_, i) => (i * 31) >> 3);

let store: ListStore;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  store = new ListStore();
  await keepFilter(store, INDEX, filter, async () => undefined);
});

async function put(rows: Record<string, Uint8Array<ArrayBuffer>>): Promise<void> {
  await store.putParts(new Map(Object.entries(rows)), async () => undefined);
}

it('lies in rows of a MiB and is read as it was', async () => {
  expect(await store.namesFrom('filter-')).toEqual([FIRST, SECOND, THIRD]);
  const rows = await store.partsOf([FIRST, SECOND, THIRD]);
  expect(rows.get(SECOND)).toEqual(filterRow(filter, MiB, MiB));
  expect(rows.get(THIRD)).toEqual(filterRow(filter, 2 * MiB, MiB));
  expect(await keptFilter(store, INDEX)).toEqual(filter);
});

it('lets others have their turn between its rows', async () => {
  let turns = 0;
  await keepFilter(store, INDEX, filter, async () => void turns++);
  expect(turns).toBe(3);
});

test.each<[string, () => Promise<void>]>([
  ['a bit is turned', async () => put({ [SECOND]: filterRow(filter, MiB, MiB).map((b, i) => (i === 99 ? b ^ 1 : b)) })],
  ['the first row is gone', () => store.deleteParts([FIRST])],
  ['the one between is gone', () => store.deleteParts([SECOND])],
  ['the last is gone', () => store.deleteParts([THIRD])],
  [
    'two rows have changed places',
    () => put({ [FIRST]: filterRow(filter, MiB, MiB), [SECOND]: filterRow(filter, 0, MiB) }),
  ],
  ['a row comes twice', () => put({ [THIRD]: filterRow(filter, MiB, MiB) })],
  ['a row is of another filter', () => put({ [SECOND]: filterRow(filter.subarray(0, 2 * MiB), MiB, MiB) })],
  ['a row is longer than what is left', () => put({ [THIRD]: longer() })],
  ['a row holds nothing', () => put({ [THIRD]: new Uint8Array() })],
  ['it says to be very long', () => put({ [FIRST]: filterRow(new Uint8Array(9 * MiB), 0, MiB) })],
  ['it lies there as earlier versions wrote it', () => put({ [FIRST]: asBefore() })],
])('is not believed where %s', async (_, spoil) => {
  await spoil();
  expect(await keptFilter(store, INDEX)).toBeUndefined();
});

it('is not there for a list without one', async () => {
  expect(await keptFilter(store, 'd'.repeat(64))).toBeUndefined();
});

/** The last row with a byte too many, under a hash that is right. */
function longer(): Uint8Array<ArrayBuffer> {
  const said = Buffer.concat([filterRow(filter, 2 * MiB, MiB).subarray(32), Buffer.from([1])]);
  return Uint8Array.from(Buffer.concat([createHash('sha256').update(said).digest(), said]));
}

/** One hash, which is right, and nothing else in front. */
function asBefore(): Uint8Array<ArrayBuffer> {
  const said = filter.subarray(0, MiB);
  return Uint8Array.from(Buffer.concat([createHash('sha256').update(said).digest(), said]));
}
