import { expect, it } from 'vitest';
import type { Part } from '../../../src/core/compiled/part.ts';
import { PartCache } from '../../../src/core/compiled/part-cache.ts';
import { sha256Hex } from '../../../src/core/compiled/sha256.ts';

const bytesOf = (i: number) => new Uint8Array(100).fill(i);
const partOf = async (i: number): Promise<Part> => ({ sha256: await sha256Hex(bytesOf(i)), size: 100 });

async function cacheOf(most: number, count = 10) {
  const all = new Map<string, number>();
  for (let i = 0; i < count; i++) all.set((await partOf(i)).sha256, i);
  const read: number[] = [];
  const cache = new PartCache(async (names) => {
    read.push(...names.map((name) => all.get(name) ?? -1));
    return new Map(names.map((name) => [name, bytesOf(all.get(name) ?? -1)]));
  }, most);
  const get = async (...numbers: number[]) => {
    read.length = 0;
    await cache.get(await Promise.all(numbers.map(partOf)));
    return [...read];
  };
  return { cache, get };
}

it('keeps the parts that were read last', async () => {
  const { get } = await cacheOf(300);
  expect(await get(1, 2, 3)).toEqual([1, 2, 3]);
  expect(await get(1)).toEqual([]);
  expect(await get(4)).toEqual([4]);
  expect(await get(1, 3, 4)).toEqual([]);
  expect(await get(2)).toEqual([2]);
});

it('leaves room for what is reserved, but for its last quarter', async () => {
  const { cache, get } = await cacheOf(400);
  await get(1, 2, 3, 4);
  cache.reserve('filter', 200);
  expect(await get(3, 4)).toEqual([]);
  expect(await get(1)).toEqual([1]);
  cache.reserve('filter', 4_000);
  expect(await get(1)).toEqual([]);
  expect(await get(4)).toEqual([4]);
  // The next version's filter in the place of the last one's.
  cache.reserve('filter', 0);
  await get(1, 2, 3, 4);
  expect(await get(1, 2, 3, 4)).toEqual([]);
});

it('takes what it is offered only where nothing has to go for it', async () => {
  const { cache, get } = await cacheOf(300);
  const offer = async (i: number) => cache.offer((await partOf(i)).sha256, bytesOf(i));
  await get(1, 2);
  expect(await offer(1)).toBe(false);
  expect(await offer(3)).toBe(true);
  expect(await offer(4)).toBe(false);
  expect(await get(1, 2, 3)).toEqual([]);
  expect(await get(4)).toEqual([4]);
});

it('hands over what an asker is done with, once, and forgets it', async () => {
  const freed: string[] = [];
  const part = await partOf(1);
  const cache = new PartCache(
    async () => new Map([[part.sha256, bytesOf(1)]]),
    300,
    (bytes, sha256) => void freed.push(`${sha256} ${bytes.length}`),
  );
  const found = await cache.get([part]);
  cache.done(found);
  expect(freed).toEqual([`${part.sha256} 100`]);
  expect((await cache.get([part])).get(part.sha256)).not.toBe(found.get(part.sha256));
});
