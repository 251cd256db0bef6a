import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it } from 'vitest';
import 'fake-indexeddb/auto';
import { ListStore } from '../../../src/background/updates/list-store.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const name = (i: number): string => `${i}`.padStart(64, '0');

it.each([0, 1, 1_999, 2_000, 2_001, 4_000, 4_100])(
  'all of %i names are known, however many are read at once',
  async (count) => {
    const store = new ListStore();
    const names = Array.from({ length: count }, (_, i) => name(i));
    await store.putParts(new Map(names.map((one) => [one, new Uint8Array(1)])), async () => undefined);
    expect([...(await store.partNames())]).toEqual(names);
  },
);

it('names are found by their beginning, in order', async () => {
  const store = new ListStore();
  const all = ['a', 'ab', 'a-0002', 'a-0001', 'b'].map((one, i) => [one, new Uint8Array([i])] as const);
  await store.putParts(new Map(all), async () => undefined);
  expect(await store.namesFrom('a-')).toEqual(['a-0001', 'a-0002']);
  expect(await store.namesFrom('c')).toEqual([]);
});
