import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { canonicalText } from '../../../src/core/canonical.ts';
import { concat, fromUtf8, u32, utf8 } from '../../../src/core/compiled/bytes.ts';
import { CAP, FIT } from '../../../src/core/compiled/caps.ts';
import { compile } from '../../../src/core/compiled/compile.ts';
import { decompile } from '../../../src/core/compiled/decompile.ts';
import { readKeys } from '../../../src/core/compiled/key-page.ts';
import { encodeIndex, type Index, type IndexLeaf, partsOf } from '../../../src/core/compiled/read-index.ts';
import { keyRecord, placeOf, type StoreName } from '../../../src/core/compiled/records.ts';
import { sha256Hex } from '../../../src/core/compiled/sha256.ts';
import { keysOf } from '../../../src/core/key.ts';
import type { Watchlist } from '../../../src/core/list-schema.ts';
import { parseList } from '../../../src/core/parse-list.ts';
import { account, exception, tag, watchlist } from '../../fixtures/list.ts';
import { anyList, heldList, largeList, manyAccounts } from './fixtures.ts';

const SEED = JSON.parse(
  readFileSync(new URL('../../../data/seed-documents.json', import.meta.url), 'utf8'),
) as Watchlist;

/** Members in the schema's order, too. */
function canonical(list: Watchlist): string {
  const parsed = parseList(list);
  return parsed.ok ? canonicalText(parsed.list) : 'no list';
}

async function roundTrip(list: Watchlist): Promise<Watchlist> {
  const { compiled, part } = await heldList(list);
  const back = await decompile(compiled.index, part);
  if (!back.ok) throw new Error(back.detail);
  return back.list;
}

describe('a list that was compiled comes back the same', () => {
  test.each<[string, Watchlist]>([
    ['with the fewest rows', watchlist({ entities: [], identifiers: [], claims: [] })],
    ['with one of each', watchlist({ exceptions: [exception()] })],
    ['with hundreds of each', largeList()],
    ['as it is in this repository', SEED],
  ])('%s', async (_, list) => {
    expect(canonicalText(await roundTrip(list))).toBe(canonical(list));
  });

  it('whatever its names and rows, and compiles to the same again', async () => {
    await fc.assert(
      fc.asyncProperty(anyList(), async (list) => {
        const back = await roundTrip(list);
        expect(canonicalText(back)).toBe(canonical(list));
        expect((await compile(back)).index).toEqual((await compile(list)).index);
      }),
      { numRuns: 40 },
    );
  });

  it('and compiles to the same, however rows and members were ordered', async () => {
    const list = largeList(300);
    const turned = JSON.parse(JSON.stringify(list), (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    ) as Watchlist;
    turned.identifiers.reverse();
    turned.claims.reverse();
    expect((await compile(turned)).indexHash).toBe((await compile(list)).indexHash);
  });
});

describe('what compiling gives', () => {
  it('has every object under its own hash, the index among them, and counts them', async () => {
    const { objects, indexHash, index, bytes, counts } = await compile(largeList(300));
    expect(objects.get(indexHash)).toBe(index);
    for (const [name, object] of objects) expect(await sha256Hex(object)).toBe(name);
    expect(bytes).toBe([...objects.values()].reduce((sum, object) => sum + object.length, 0));
    expect(counts).toEqual({ identifiers: 300, keys: 650, entities: 151, sources: 1, claims: 200, events: 0 });
  });

  it('has small parts, and objects of at most 4 MiB', async () => {
    const list = largeList();
    const note = { en: 'x'.repeat(500) };
    const { compiled, index } = await heldList({
      ...list,
      identifiers: manyAccounts(12_000).map((row) => ({ ...row, note })),
    });
    expect(index.packs.length).toBeGreaterThan(1);
    for (const object of compiled.objects.values()) expect(object.length).toBeLessThanOrEqual(CAP.objectBytes);
    for (const { size } of partsOf(index)) expect(size).toBeLessThanOrEqual(FIT.partBytes);
  });

  it('has every key once, in the page of its place, with the place of its row', async () => {
    const list = largeList();
    const { index, part } = await heldList(list);
    const found = new Map<string, number>();
    for (const { start, depth, part: page } of index.stores.get('keys') ?? []) {
      for (const [key, row] of readKeys((await part(page?.sha256 ?? '')) ?? new Uint8Array(0)) ?? []) {
        expect(placeOf(key)).toBeGreaterThanOrEqual(start);
        expect(placeOf(key)).toBeLessThan(start + 2 ** (32 - depth));
        found.set(key, row);
      }
    }
    const expected = list.identifiers.flatMap((row) => keysOf(row).map((key) => [key, placeOf(row.id)] as const));
    expect([...found].sort()).toEqual(expected.sort());
  });

  it('has a large row in a part of its own', async () => {
    const says = { en: 'x'.repeat(600), fa: 'ب'.repeat(600), ar: 'ع'.repeat(600) };
    const note = { title: 'x'.repeat(600), note: 'x'.repeat(600) };
    const large = account({
      id: 'a-large',
      value: 'Large',
      evidence: Array.from({ length: 64 }, () => note),
      note: says,
    });
    const list = watchlist({ identifiers: [large, ...manyAccounts(80)] });
    const { index } = await heldList(list);
    const sizes = (index.stores.get('identifiers') ?? []).map(({ part }) => part?.size ?? 0);
    expect(sizes.filter((size) => size > FIT.partBytes)).toHaveLength(1);
    expect(canonicalText(await roundTrip(list))).toBe(canonical(list));
  });

  it('moves few parts when one row comes', async () => {
    const before = await heldList(largeList());
    const list = largeList();
    const after = await heldList({
      ...list,
      identifiers: [...list.identifiers, account({ id: 'a-new', value: 'New' })],
    });
    const known = new Set(partsOf(before.index).map(({ sha256 }) => sha256));
    expect(partsOf(after.index).filter(({ sha256 }) => !known.has(sha256)).length).toBeLessThanOrEqual(4);
  });
});

describe('a list is not compiled', () => {
  test.each<[string, Watchlist, RegExp]>([
    ['that no reader takes', watchlist({ claims: [] }), /identifiers\[0\]: no claim/],
    ['with two rows for one name', watchlist({ identifiers: [account(), account({ id: 'a-2' })] }), /same name/],
    ['with one exception twice', watchlist({ exceptions: [exception(), exception()] }), /already at/],
    ['with more than it may say', { ...watchlist(), rules: [] } as Watchlist, /rules/],
  ])('%s', async (_, list, reason) => {
    await expect(compile(list)).rejects.toThrow(reason);
  });
});

describe('a broken host cannot make a list', () => {
  let held: Awaited<ReturnType<typeof heldList>>;
  beforeAll(async () => {
    held = await heldList(largeList(300));
  });

  it('a part that is missing, short, long or another', async () => {
    const [first, second] = partsOf(held.index);
    for (const broken of [undefined, 'short', 'long', 'other'] as const) {
      const part = async (name: string) => {
        const bytes = await held.part(name);
        if (name !== first?.sha256 || !bytes) return bytes;
        if (broken === 'short') return bytes.slice(0, -1);
        if (broken === 'long') return concat([bytes, new Uint8Array(1)]);
        return broken && held.part(second?.sha256 ?? '');
      };
      expect(await decompile(held.compiled.index, part)).toEqual({
        ok: false,
        detail: '1 parts of head are missing or broken',
      });
    }
  });

  it('any byte of any part that was flipped', async () => {
    const parts = partsOf(held.index);
    const place = fc.tuple(fc.nat(parts.length - 1), fc.nat(), fc.integer({ min: 1, max: 255 }));
    await fc.assert(
      fc.asyncProperty(place, async ([which, at, mask]) => {
        const name = parts[which]?.sha256;
        const flipped = async (wanted: string) => {
          const bytes = (await held.part(wanted)) ?? new Uint8Array(0);
          return wanted === name ? bytes.map((byte, i) => (i === at % bytes.length ? byte ^ mask : byte)) : bytes;
        };
        expect((await decompile(held.compiled.index, flipped)).ok).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  it('an index that says of a whole list that its keys are shared', async () => {
    const { index } = held.compiled;
    const [from, to] = ['1', '2'].map((sign) => sign.charCodeAt(0)) as [number, number];
    expect(index[3]).toBe(from);
    expect((await decompile(index.with(3, to), held.part)).ok).toBe(false);
  });

  it('any byte of the index that was flipped', async () => {
    const { index } = held.compiled;
    await fc.assert(
      fc.asyncProperty(fc.nat(index.length - 37), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
        // What names the packs says nothing of the list: the last 36 bytes are those of the one pack.
        const flipped = index.map((byte, i) => (i === at ? byte ^ mask : byte));
        expect((await decompile(flipped, held.part)).ok).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('any bytes at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.uint8Array(), async (index, bytes) => {
        expect((await decompile(index, async () => bytes)).ok).toBe(false);
      }),
    );
  });
});

/** A list put together by hand, with right hashes and wrong contents. */
async function forged(stores: Partial<Record<StoreName, string | Uint8Array>>) {
  const list = watchlist({ identifiers: [account(), tag()], exceptions: [exception()] });
  const { index, part } = await heldList(list);
  const changed = new Map<string, Uint8Array>();
  const leaves = new Map<StoreName, readonly IndexLeaf[]>(index.stores);
  for (const [store, content] of Object.entries(stores) as [StoreName, string | Uint8Array][]) {
    const bytes = typeof content === 'string' ? utf8(content) : content;
    const sha256 = await sha256Hex(bytes);
    changed.set(sha256, bytes);
    leaves.set(store, [{ depth: 0, start: 0, part: { sha256, size: bytes.length } }]);
  }
  const whole: Index = { stores: leaves, packs: [] };
  const parts = partsOf(whole);
  const bytes = encodeIndex({ ...whole, packs: [{ sha256: '00'.repeat(32), size: 0, parts }] });
  return decompile(bytes, async (name) => changed.get(name) ?? part(name));
}

describe('a publisher cannot make a list that says two things', () => {
  const head = `${JSON.stringify({ format: 'statemark-watchlist', spec: 1, list: watchlist().list })}\n`;
  const outlet = JSON.stringify(account());
  const sample = JSON.stringify(tag());
  const keyOf = (key: string, id: string) => keyRecord(key, placeOf(id)).bytes;
  const accountKey = keyOf('x@sampleoutlet', 'a-outlet');
  const tagKey = keyOf('*#sample_tag', 'h-sample');

  it('but the honest one comes in', async () => {
    const result = await forged({ head, identifiers: `${outlet}\n${sample}\n`, keys: concat([tagKey, accountKey]) });
    expect(result).toMatchObject({ ok: true });
  });

  test.each<[string, Partial<Record<StoreName, string | Uint8Array>>, RegExp]>([
    ['a key too many', { keys: concat([tagKey, accountKey, keyOf('x@victim', 'a-outlet')]) }, /^keys are not/],
    ['a key too few', { keys: tagKey }, /^keys are not/],
    ['a key of another row', { keys: concat([keyOf('*#sample_tag', 'a-outlet'), accountKey]) }, /^keys are not/],
    ['keys in another order', { keys: concat([accountKey, tagKey]) }, /^keys are not/],
    ['a key twice', { keys: concat([tagKey, tagKey, accountKey]) }, /^keys are not/],
    ['no key', { keys: utf8('') }, /cannot be read|^keys are not/],
    ['keys that are none', { keys: 'keys' }, /^keys are not/],
    ['rows in another order', { identifiers: `${sample}\n${outlet}\n` }, /^identifiers are not/],
    ['white space in a row', { identifiers: `${outlet.replace(':', ': ')}\n${sample}\n` }, /^identifiers are not/],
    ['an empty line', { identifiers: `${outlet}\n\n${sample}\n` }, /./],
    ['no line feed at the end', { identifiers: `${outlet}\n${sample}` }, /not lines of JSON/],
    ['a member twice', { identifiers: `${outlet.replace('{', '{"id":"a-other",')}\n${sample}\n` }, /./],
    ['__proto__', { identifiers: `${outlet.replace('{', '{"__proto__":{"certainty":"low"},')}\n${sample}\n` }, /./],
    ['a row that is not JSON', { identifiers: `${outlet}\n${sample.slice(1)}\n` }, /identifiers/],
    ['a row that is null', { identifiers: `${outlet}\nnull\n` }, /identifiers/],
    ['a row of another kind', { identifiers: `${outlet}\n${JSON.stringify(exception())}\n` }, /identifiers/],
    ['one name in two rows', { identifiers: `${outlet}\n${outlet.replace('a-outlet', 'a-two')}\n` }, /same name/],
    ['bytes that are not UTF-8', { identifiers: new Uint8Array([0xff, 0x0a]) }, /not lines of JSON/],
    ['no source', { sources: `${JSON.stringify(exception())}\n` }, /sources/],
    ['two heads', { head: head + head }, /not lines of JSON/],
    ['a head that is a list', { head: '[]\n' }, /./],
    ['a head that is null', { head: 'null\n' }, /not lines of JSON/],
    ['a head with rows', { head: head.replace('{', '{"sources":[],') }, /./],
    ['a head with more', { head: head.replace('{', '{"rules":[],') }, /rules/],
  ])('%s is refused', async (_, stores, detail) => {
    const result = await forged(stores);
    expect(result).toEqual({ ok: false, detail: expect.stringMatching(detail) });
  });
});

it('keeps what it writes readable for people', async () => {
  const { index, part } = await heldList(watchlist());
  const chunk = index.stores.get('identifiers')?.[0]?.part?.sha256 ?? '';
  expect(fromUtf8((await part(chunk)) ?? new Uint8Array(0))?.split('\n')[0]).toBe(JSON.stringify(account()));
  expect(u32(258)).toEqual(new Uint8Array([2, 1, 0, 0]));
});
