import fc from 'fast-check';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { concat, u16, utf8 } from '../../../src/core/compiled/bytes.ts';
import { CAP } from '../../../src/core/compiled/caps.ts';
import { decompile } from '../../../src/core/compiled/decompile.ts';
import { applyDelta, type HeldList, isDelta, makeDelta } from '../../../src/core/compiled/delta.ts';
import { encodeRuns, type Runs, readRuns } from '../../../src/core/compiled/delta-form.ts';
import { partsOf } from '../../../src/core/compiled/read-index.ts';
import type { StoreName } from '../../../src/core/compiled/records.ts';
import type { Watchlist } from '../../../src/core/list-schema.ts';
import { entity, exception } from '../../fixtures/list.ts';
import { anyList, heldList, largeList, manyAccounts } from './fixtures.ts';

type Held = Awaited<ReturnType<typeof heldList>>;

/** Applies a delta, and reads the new list from the old parts and the new ones. */
async function updated(from: HeldList, to: Held, delta: Uint8Array) {
  const made = await applyDelta(from.index, to.index, delta, from.part);
  if (made === undefined) return undefined;
  const old = new Set(partsOf(from.index).map(({ sha256 }) => sha256));
  for (const name of made.keys()) expect(old.has(name)).toBe(false);
  return decompile(to.compiled.index, async (name) => made.get(name) ?? (old.has(name) ? from.part(name) : undefined));
}

async function leadsFrom(before: Watchlist, after: Watchlist) {
  const [from, to] = [await heldList(before), await heldList(after)];
  const delta = await makeDelta(from, to);
  const made = await applyDelta(from.index, to.index, delta, from.part);
  const missing = partsOf(to.index).filter(
    ({ sha256 }) => !made?.has(sha256) && !partsOf(from.index).some((part) => part.sha256 === sha256),
  );
  expect(missing).toEqual([]);
  for (const [name, bytes] of made ?? []) expect(bytes).toEqual(await to.part(name));
  return { made, delta, share: delta.length / to.compiled.bytes, result: await updated(from, to, delta) };
}

describe('a delta leads from one version to the other', () => {
  const list = largeList();
  const half = { ...list, identifiers: manyAccounts(1000) };
  test.each<[string, Watchlist, Watchlist]>([
    ['where nothing changed', list, list],
    ['where one row changed', list, { ...list, entities: [...list.entities.slice(1), entity({ country: 'RU' })] }],
    ['where rows came', half, list],
    ['where rows went', list, { ...half, claims: list.claims }],
    [
      'where all were replaced',
      half,
      { ...list, identifiers: manyAccounts(1000, 5000), claims: half.claims.slice(0, 1) },
    ],
    ['where a store came to be', { ...list, exceptions: [] }, list],
    ['where a store became empty', list, { ...list, exceptions: [] }],
    [
      'where an exception changed',
      list,
      { ...list, exceptions: [exception({ value: 'Other1', reason: { en: 'New.' } })] },
    ],
  ])('%s', async (_, before, after) => {
    const start = { ...before, claims: before.claims.map((row) => ({ ...row, about: ['e-outlet'] })) };
    const end = { ...after, claims: after.claims.map((row) => ({ ...row, about: ['e-outlet'] })) };
    const { result } = await leadsFrom(start, end);
    expect(result).toEqual(await decompile(...(await read(end))));
  });

  it('whatever the two lists are', async () => {
    await fc.assert(
      fc.asyncProperty(anyList(), anyList(), async (before, after) => {
        expect((await leadsFrom(before, after)).result).toMatchObject({ ok: true });
      }),
      { numRuns: 25 },
    );
  });

  it('with little more than what changed', async () => {
    const changed = list.identifiers.map((row, i) => (i % 100 === 0 ? { ...row, certainty: 'low' as const } : row));
    const { share, made } = await leadsFrom(list, { ...list, identifiers: changed });
    expect(share).toBeLessThan(0.015);
    expect(made?.size).toBeGreaterThan(0);
  });

  it('to no part at all where nothing changed', async () => {
    const { made, delta } = await leadsFrom(list, list);
    expect(made?.size).toBe(0);
    expect(delta.length).toBeLessThan(100);
  });

  async function read(of: Watchlist): Promise<Parameters<typeof decompile>> {
    const { compiled, part } = await heldList(of);
    return [compiled.index, part];
  }
});

describe('a delta is useless', () => {
  let from: Held;
  let to: Held;
  let delta: Uint8Array;
  beforeAll(async () => {
    const list = largeList(400);
    from = await heldList(list);
    to = await heldList({ ...list, identifiers: manyAccounts(420).slice(0, 415) });
    delta = await makeDelta(from, to);
  });

  const apply = (bytes: Uint8Array, part = from.part) => applyDelta(from.index, to.index, bytes, part);

  /** The same, with names that go and that nobody has. */
  function withMore(names: readonly string[]): Uint8Array {
    const stores = readRuns(delta) ?? new Map<StoreName, Runs>();
    const { removed = utf8(''), added = utf8('') } = stores.get('keys') ?? {};
    const more = names.flatMap((name) => [u16(name.length), utf8(name)]);
    return encodeRuns([...stores.set('keys', { removed: concat([removed, ...more]), added }).values()]);
  }
  const longNames = (bytes: number) => Array.from({ length: Math.floor(bytes / 50_002) }, () => '!'.repeat(50_000));
  it('but this one is good', async () => {
    expect((await apply(delta))?.size).toBeGreaterThan(0);
  });

  it('and not for its size, up to what one may have', { timeout: 60_000 }, async () => {
    const all = (count: number) => withMore(Array.from({ length: count }, (_, i) => `x@${i}`));
    let fitting = CAP.edits - 1_000;
    while (isDelta(all(fitting + 100))) fitting += 100;
    expect(fitting).toBeLessThan(CAP.edits);
    const many = all(fitting);
    const large = withMore(longNames(CAP.deltaBytes - delta.length));
    for (const bytes of [many, large]) {
      expect(isDelta(bytes)).toBe(true);
      expect((await apply(bytes))?.size).toBeGreaterThan(0);
    }
    expect(many.length).toBeLessThan(CAP.deltaBytes);
    expect(large.length).toBeGreaterThan(CAP.deltaBytes - 2 * 50_002);
  });

  test.each<[string, () => Uint8Array]>([
    ['empty', () => new Uint8Array(0)],
    ['HTML', () => utf8('<!doctype html>')],
    ['of another form', () => concat([utf8('SMD2'), delta.slice(4)])],
    ['a byte short', () => delta.slice(0, -1)],
    ['a byte long', () => concat([delta, new Uint8Array(1)])],
    ['without changes', () => concat([utf8('SMD1'), new Uint8Array(64)])],
    ['of lengths beyond its end', () => concat([utf8('SMD1'), new Uint8Array(64).fill(255)])],
    ['of more edits than one may have', () => withMore(Array.from({ length: CAP.edits }, (_, i) => `x@${i}`))],
    ['of more bytes than one may have', () => withMore(longNames(CAP.deltaBytes + 50_002))],
  ])('when it is %s', async (_, bytes) => {
    expect(await apply(bytes())).toBeUndefined();
  });

  it('when it is from another version, or to another', async () => {
    expect(await applyDelta(from.index, to.index, await makeDelta(to, from), from.part)).toBeUndefined();
  });

  it('when an old part is missing or broken', async () => {
    expect(await apply(delta, async () => undefined)).toBeUndefined();
    expect(await apply(delta, async () => utf8('broken'))).toBeUndefined();
  });

  it('when any byte is flipped: it makes the right parts or none', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(delta.length - 1), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
        const made = await apply(delta.map((byte, i) => (i === at ? byte ^ mask : byte)));
        for (const [name, bytes] of made ?? []) expect(bytes).toEqual(await to.part(name));
      }),
      { numRuns: 150 },
    );
  });

  it('when it is any bytes at all', async () => {
    const framed = fc.uint8Array({ maxLength: 200 }).map((bytes) => concat([utf8('SMD1'), bytes]));
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array(), framed), async (bytes) => {
        expect(await apply(bytes)).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  it('and cannot be made from parts that are missing', async () => {
    const none = { index: from.index, part: async () => undefined };
    await expect(makeDelta(none, to)).rejects.toThrow('missing or broken');
  });
});
