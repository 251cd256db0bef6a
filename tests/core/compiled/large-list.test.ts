import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { giveBack } from '../../../src/background/updates/give-back.ts';
import { canonicalList } from '../../../src/core/canonical.ts';
import { concat, utf8 } from '../../../src/core/compiled/bytes.ts';
import { checkNames } from '../../../src/core/compiled/check-large.ts';
import { compileLarge, type NameLike } from '../../../src/core/compiled/compile-large.ts';
import { checkFrame, readFrame } from '../../../src/core/compiled/frame.ts';
import { readKeys, SHARED } from '../../../src/core/compiled/key-page.ts';
import { LargeList } from '../../../src/core/compiled/large-list.ts';
import type { Leaf } from '../../../src/core/compiled/layout.ts';
import { layOut } from '../../../src/core/compiled/layout.ts';
import { ObjectWriter } from '../../../src/core/compiled/object-writer.ts';
import { FRAME_BYTES, isPaged, LARGE } from '../../../src/core/compiled/paged.ts';
import { DamagedList, PartCache } from '../../../src/core/compiled/part-cache.ts';
import { type Index, partsOf, readIndex, splitPack } from '../../../src/core/compiled/read-index.ts';
import { keyRecord, placeOf, type StoreName } from '../../../src/core/compiled/records.ts';
import {
  decodeShardedFilter,
  mayHoldSharded,
  ShardedFilterBuilder,
} from '../../../src/core/compiled/sharded-filter.ts';
import { evidenceFor } from '../../../src/core/evidence.ts';
import { indexLists } from '../../../src/core/index-lists.ts';
import { nameKey } from '../../../src/core/key.ts';
import type { Watchlist } from '../../../src/core/list-schema.ts';
import { objectionsOf } from '../../../src/core/objections.ts';
import { account, claim, exception, tag, watchlist } from '../../fixtures/list.ts';
import { anyList } from './fixtures.ts';

const TODAY = '2026-02-01';

interface Stored {
  index: Uint8Array;
  parts: Map<string, Uint8Array>;
}

function folder() {
  const objects = new Map<string, Uint8Array<ArrayBuffer>>();
  return { objects, put: async (sha256: string, bytes: Uint8Array<ArrayBuffer>) => void objects.set(sha256, bytes) };
}

async function unpacked(index: Uint8Array, objects: Map<string, Uint8Array<ArrayBuffer>>): Promise<Stored> {
  const read = readIndex(index);
  if (!read) throw new Error('the index cannot be read');
  const parts = new Map<string, Uint8Array>();
  for (const { sha256 } of read.packs) {
    const split = await splitPack(read, sha256, objects.get(sha256) ?? new Uint8Array(0));
    for (const [name, bytes] of split ?? []) parts.set(name, bytes);
  }
  return { index, parts };
}

async function* table(names: readonly (readonly [like: string, value: string])[]): AsyncGenerator<NameLike> {
  for (const [i, [like, value]] of names.entries()) yield { like, value, at: `names.csv:${i + 2}` };
}

async function published(list: Watchlist, names: readonly (readonly [string, string])[] = []) {
  const { objects, put } = folder();
  const compiled = await compileLarge(list, table(names), put);
  return { ...(await unpacked(compiled.index, objects)), counts: compiled.counts, bytes: compiled.bytes };
}

async function opened({ index: bytes, parts }: Stored): Promise<LargeList> {
  const index = readIndex(bytes);
  if (!index) throw new Error('the index cannot be read');
  const cache = new PartCache(async (names) => new Map(names.map((name) => [name, parts.get(name) ?? utf8('')])), 1e5);
  const frame = await readFrame(index, cache);
  await checkFrame(frame, index, cache);
  const names = await checkNames(frame, index, cache);
  const filter = decodeShardedFilter(names.filter);
  if (!filter) throw new Error('the filter cannot be read');
  return new LargeList({ frame, index, parts: cache, filter, identifiers: names.identifiers });
}

function pageOf(keys: readonly string[]): Uint8Array {
  return concat(keys.map((key) => keyRecord(key, 0).bytes));
}

/** Names like the model, and what a list says in which each has a row of its own. */
const MODEL = account({ id: 'a-model', value: 'model' });
const written = (): Watchlist =>
  watchlist({
    identifiers: [MODEL, tag({ id: 'h-one', value: 'OneTag' })],
    claims: [claim(), claim({ id: 'c-model', about: ['a-model'], status: 'disputed' })],
    exceptions: [exception({ value: 'Guarded' })],
  });

describe('what is looked up in parts', () => {
  it('is what a list in memory says, for every list', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anyList(), async (list) => {
        const large = await opened(await published(list));
        const objections = objectionsOf([list]);
        const whole = indexLists([list], TODAY, 'fa', objections);
        const keys = [
          ...whole.keys(),
          'x@nobody',
          '*#nothing',
          ...list.exceptions.map((e) => nameKey(e.platform, e.kind, e.value)),
        ];
        const said = await large.verdicts(keys, TODAY, 'fa', objections);
        for (const key of keys) expect(said.get(key)).toEqual(whole.get(key));
        const ids = list.identifiers.map(({ id }) => id);
        const few = await large.withOnly([], ids);
        for (const id of ids) expect(evidenceFor(few, id, TODAY)).toEqual(evidenceFor(canonicalList(list), id, TODAY));
      }),
      { numRuns: 25 },
    );
  });

  it('keeps exceptions, with the wider names that they are within', async () => {
    const list = watchlist({
      identifiers: [
        tag({ id: 'h-any', platform: 'any', value: 'Common' }),
        account({ id: 'd-site', platform: 'web', kind: 'domain', value: 'site.example' }),
      ],
      exceptions: [
        exception({ platform: 'x', kind: 'hashtag', value: 'Common' }),
        exception({ platform: 'web', kind: 'domain', value: 'good.site.example' }),
      ],
    });
    const large = await opened(await published(list));
    const whole = indexLists([list], TODAY, 'en');
    for (const key of ['x#common', '*#common', 'web/good.site.example', 'web/site.example']) {
      expect((await large.verdicts([key], TODAY, 'en', () => [])).get(key)).toEqual(whole.get(key));
      expect(whole.get(key)).toBeDefined();
    }
  });
});

describe('names like a row', () => {
  it('are listed as it is, each under its own key', async () => {
    const made = await published(written(), [
      ['a-model', 'First_Name'],
      ['a-model', 'second'],
      ['a-model', 'model'],
      ['a-model', 'second'],
      ['h-one', 'تگ‌دوم'],
    ]);
    expect(made.counts).toMatchObject({ identifiers: 5, keys: 5 });
    const large = await opened(made);
    expect(large.identifiers).toBe(5);
    const said = await large.verdicts(['x@first_name', 'x@second', 'x@model', 'x@third'], TODAY, 'en', () => []);
    const { identifier: _, ...model } = said.get('x@model')?.[0] ?? { identifier: '' };
    expect(said.get('x@second')?.[0]).toEqual({ ...model, identifier: 'x@second' });
    // What is said of the model is said of them.
    expect(model).toMatchObject({ grade: 'disputed' });
    expect(said.has('x@third')).toBe(false);
    const few = await large.withOnly([], ['x@first_name', 'a-model']);
    expect(evidenceFor(few, 'x@first_name', TODAY)?.claims.map((one) => one.claim.id)).toEqual(
      evidenceFor(few, 'a-model', TODAY)?.claims.map((one) => one.claim.id),
    );
    expect(evidenceFor(few, 'x@first_name', TODAY)?.identifier).toMatchObject({
      id: 'x@first_name',
      value: 'first_name',
    });
  });

  it.each([
    ['a row that is not there', ['a-none', 'name'], 'no identifier "a-none"'],
    ['an exception', ['a-model', 'guarded'], 'also an exception'],
    ['no name', ['a-model', '…'], 'is no name'],
    ['a name with a sign', ['a-model', '@name'], 'is no name'],
  ] as const)('%s is refused with its place', async (_what, name, reason) => {
    const made = published(written(), [['a-model', 'good'], name]);
    await expect(made).rejects.toThrow(reason);
    await expect(made).rejects.toThrow('names.csv:3');
  });

  it('of two rows is refused', async () => {
    const list = { ...written(), identifiers: [MODEL, account({ id: 'a-other', value: 'other' })] };
    await expect(
      published(list, [
        ['a-model', 'one'],
        ['a-other', 'One'],
      ]),
    ).rejects.toThrow('"x@one" is the name of two');
    await expect(published(list, [['a-model', 'other']])).rejects.toThrow('"x@other" is the name of two');
  });

  it('are cut into parts as rows of their own would be', async () => {
    const names = Array.from({ length: 3_000 }, (_, i) => `name_${i}`);
    const made = await published(
      written(),
      names.map((name) => ['a-model', name] as const),
    );
    const leaves = readIndex(made.index)?.stores.get('keys') ?? [];
    expect(leaves.length).toBeGreaterThan(2);
    const read = leaves.map(({ part }) => readKeys(made.parts.get(part?.sha256 ?? '') ?? new Uint8Array(0)));
    expect(read.reduce((sum, keys) => sum + (keys?.size ?? 0), 0)).toBe(3_002);
    for (const keys of read) expect([...(keys?.keys() ?? [])]).toEqual([...(keys?.keys() ?? [])].sort());
    const again = await published(
      written(),
      names.toReversed().map((name) => ['a-model', name] as const),
    );
    expect(again.index).toEqual(made.index);
  });
});

describe('a large list that lies', () => {
  /** Compiles a list with other keys or identifiers than its rows ask for, well formed in every other way. */
  async function lying(keys: readonly Uint8Array[], others: Partial<Record<StoreName, string>> = {}): Promise<Stored> {
    const { objects, put } = folder();
    const writer = new ObjectWriter(put, true);
    const one = (bytes: Uint8Array): Leaf[] => [{ depth: 0, bytes }];
    for (const [store, leaves] of layOut(canonicalList(written()))) {
      const other = others[store];
      await writer.store(store, store === 'keys' ? one(concat(keys)) : other === undefined ? leaves : one(utf8(other)));
    }
    const { index } = await writer.finish();
    return unpacked(index, objects);
  }
  const good = [
    keyRecord(nameKey('any', 'hashtag', 'OneTag'), placeOf('h-one')),
    keyRecord('x@model', placeOf('a-model')),
  ].map(({ bytes }) => bytes);
  const shared = (key: string, row = 'a-model') => keyRecord(key, placeOf(row), true).bytes;

  it('is none as long as it is well formed', async () => {
    await expect(opened(await lying([...good, shared('x@zz')]))).resolves.toBeInstanceOf(LargeList);
  });

  it.each<[string, Uint8Array[], Partial<Record<StoreName, string>>?]>([
    ['a key of another row', [...good, keyRecord('x@victim', placeOf('a-model')).bytes]],
    ['a key of no row', [...good, keyRecord('x@victim', 5).bytes]],
    ['a shared key of no row', [...good, keyRecord('x@victim', 5, true).bytes]],
    ['a shared key of another network', [...good, shared('y@victim')]],
    ['a shared key of another kind', [...good, shared('x@victim', 'h-one')]],
    ['a shared key that no name folds to', [...good, shared('x@Victim')]],
    ['a shared key without a letter', [...good, shared('x@__')]],
    ['a key that stands twice', [...good, shared('x@zz'), shared('x@zz')]],
    ['keys out of order', [...good, shared('x@zz'), shared('x@za')]],
    ['a key that is missing', good.slice(1)],
    ['a part that is cut off', [...good, shared('x@zz').subarray(0, 6)]],
    ['a row without an entity', good, { identifiers: `${JSON.stringify({ ...MODEL, entity: 'e-none' })}\n` }],
    ['a row that is not in the schema', good, { identifiers: `${JSON.stringify({ ...MODEL, more: 1 })}\n` }],
    ['a row written otherwise', good, { identifiers: `${JSON.stringify(MODEL).replace(',', ', ')}\n` }],
    ['rows beside that are none', good, { claims: '{"id":"c-1"}\n' }],
  ])('%s', async (_what, keys, others) => {
    await expect(opened(await lying(keys, others))).rejects.toBeInstanceOf(DamagedList);
  });

  it('of which a part stands in two places, where what was read is given back, too', async () => {
    const low = [1, 2, 3, 4, 5, 6].map((i) => `low${i}`).find((name) => placeOf(`x@${name}`) < 2 ** 31) ?? '';
    const list = watchlist({ identifiers: [account({ id: 'a-low', value: low })], claims: [claim()] });
    const page = keyRecord(`x@${low}`, placeOf('a-low')).bytes;
    const isRefused = async (second: Uint8Array): Promise<boolean> => {
      const { objects, put } = folder();
      const writer = new ObjectWriter(put, true);
      const halves = [page, second].map((bytes) => ({ depth: 1, bytes }));
      for (const [store, leaves] of layOut(canonicalList(list)))
        await writer.store(store, store === 'keys' ? halves : leaves);
      const { index: raw } = await writer.finish();
      const index = readIndex(raw);
      const { parts } = await unpacked(raw, objects);
      if (!index) throw new Error('not read');
      const own = (name: string) => [name, Uint8Array.from(parts.get(name) ?? [])] as const;
      const cache = new PartCache(async (names) => new Map(names.map(own)), 0, giveBack);
      const checked = checkNames(await readFrame(index, cache), index, cache);
      return checked.then(
        () => false,
        (error) => error instanceof DamagedList,
      );
    };
    expect(await isRefused(new Uint8Array(0))).toBe(false);
    expect(await isRefused(page)).toBe(true);
  });

  it('is refused when it is looked up, too', async () => {
    const honest = await lying([...good, shared('x@zz')]);
    const filter = new ShardedFilterBuilder();
    filter.add(pageOf(['x@victim', 'y@victim', 'x@Victim', 'x@model']), 4, 2 ** 32);
    for (const bytes of [
      keyRecord('x@victim', placeOf('a-model')).bytes,
      keyRecord('x@victim', 5).bytes,
      keyRecord('x@victim', 5, true).bytes,
      shared('x@victim', 'h-one'),
    ]) {
      const { index: raw, parts } = await lying([...good, bytes]);
      const index = readIndex(raw);
      const decoded = decodeShardedFilter(filter.encode());
      if (!index || !decoded) throw new Error('not read');
      const cache = new PartCache(async () => parts, 1e5);
      const { frame } = await opened(honest);
      const large = new LargeList({ frame, index, parts: cache, filter: decoded, identifiers: 3 });
      await expect(large.verdicts(['x@victim'], TODAY, 'en', () => [])).rejects.toBeInstanceOf(DamagedList);
    }
  });

  it('and one whose parts rot, or are gone', async () => {
    const made = await published(written(), [['a-model', 'zz']]);
    for (const { sha256 } of partsOf(readIndex(made.index) ?? { stores: new Map(), packs: [] })) {
      const rotten = new Map(made.parts);
      const bytes = Uint8Array.from(made.parts.get(sha256) ?? []);
      bytes[0] = (bytes[0] ?? 0) ^ 1;
      await expect(opened({ ...made, parts: rotten.set(sha256, bytes) })).rejects.toBeInstanceOf(DamagedList);
      rotten.delete(sha256);
      await expect(opened({ ...made, parts: rotten })).rejects.toBeInstanceOf(DamagedList);
    }
  });
});

describe('a filter in pieces', () => {
  it('knows every key, over many pieces', () => {
    const names = Array.from({ length: 40_000 }, (_, i) => (i % 3 === 0 ? `x@نام_${i}` : `x@name_${i}`));
    const keys = names.sort((a, b) => placeOf(a) - placeOf(b));
    const builder = new ShardedFilterBuilder();
    for (let i = 0; i < keys.length; i += 500)
      builder.add(pageOf(keys.slice(i, i + 500)), 500, placeOf(keys[i + 500] ?? '') || 2 ** 32);
    const filter = decodeShardedFilter(builder.encode());
    if (!filter) throw new Error('it cannot be read');
    expect(filter.pieces.length).toBe(5);
    expect(keys.every((key) => mayHoldSharded(filter, key))).toBe(true);
    const alarms = Array.from({ length: 20_000 }, (_, i) => `x@other_${i}`).filter((key) =>
      mayHoldSharded(filter, key),
    );
    expect(alarms.length / 20_000).toBeLessThan(0.01);
  });

  it('is refused where it is none', () => {
    const good = new ShardedFilterBuilder().encode();
    expect(decodeShardedFilter(good)?.pieces).toHaveLength(1);
    for (let length = 0; length < good.length; length++)
      expect(decodeShardedFilter(good.slice(0, length))).toBeUndefined();
    expect(decodeShardedFilter(concat([good, utf8('!')]))).toBeUndefined();
    expect(decodeShardedFilter(utf8('SMF1\u0000\u0000\u0000\u0000'))).toBeUndefined();
  });

  it('counts a shared target apart from the row', () => {
    expect([...(readKeys(keyRecord('x@a', 7, true).bytes) ?? [])]).toEqual([['x@a', 7 + SHARED]]);
  });
});

describe('a list is read name by name', () => {
  const leaf = (size: number) => [{ depth: 0, start: 0, ...(size > 0 && { part: { sha256: '0', size } }) }];
  const index = (frame: number, shared: boolean): Index => ({
    stores: new Map([
      ['claims', leaf(frame)],
      ['identifiers', leaf(50_000_000)],
    ]),
    packs: [],
    ...(shared && { shared: true }),
  });

  it.each([
    [LARGE, 100, false, false],
    [LARGE + 1, 100, false, true],
    [LARGE + 1, FRAME_BYTES, false, true],
    [LARGE + 1, FRAME_BYTES + 1, false, false],
    [3, 100, true, true],
  ])('with %i identifiers, %i bytes beside them, a table: %s', (identifiers, frame, shared, isIt) => {
    expect(isPaged(identifiers, index(frame, shared))).toBe(isIt);
  });
});
