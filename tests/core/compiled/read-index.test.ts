import fc from 'fast-check';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { concat, u32, utf8 } from '../../../src/core/compiled/bytes.ts';
import { leafAt, widthOf } from '../../../src/core/compiled/leaves.ts';
import { partsIn } from '../../../src/core/compiled/part-reader.ts';
import { encodeIndex, type Index, partsOf, readIndex, splitPack } from '../../../src/core/compiled/read-index.ts';
import { placeOf, STORES } from '../../../src/core/compiled/records.ts';
import { sha256Hex } from '../../../src/core/compiled/sha256.ts';
import { heldList, largeList, SHA } from './fixtures.ts';

let held: Awaited<ReturnType<typeof heldList>>;
beforeAll(async () => {
  held = await heldList(largeList(500));
});

const HASH = new Uint8Array(32).fill(0xab);
const leaf = (depth: number, size: number) => concat([new Uint8Array([depth]), u32(size), ...(size ? [HASH] : [])]);
const store = (...leaves: Uint8Array[]) => concat([u32(leaves.length), ...leaves]);
const pack = (count: number) => concat([HASH, u32(count)]);
const HEAD = store(leaf(0, 10));
const NONE = store();

/** An index put together by hand: a head, then whatever, then packs. */
function built(
  { head = HEAD, rest = Array.from({ length: STORES.length - 1 }, () => NONE), packs = [pack(1)] } = {} as {
    head?: Uint8Array;
    rest?: Uint8Array[];
    packs?: Uint8Array[];
  },
): Uint8Array {
  return concat([utf8('SMI1'), head, ...rest, u32(packs.length), ...packs]);
}
const withKeys = (...leaves: Uint8Array[]) => [
  ...Array.from({ length: STORES.length - 2 }, () => NONE),
  store(...leaves),
];

describe('an index is read', () => {
  it('as it was written', () => {
    expect(encodeIndex(held.index)).toEqual(held.compiled.index);
    expect(readIndex(held.compiled.index)).toEqual(held.index);
  });

  test.each<[string, Uint8Array]>([
    ['a head alone', built()],
    ['a leaf in two halves', built({ rest: withKeys(leaf(1, 5), leaf(1, 6)), packs: [pack(3)] })],
    ['an empty half', built({ rest: withKeys(leaf(1, 0), leaf(1, 6)), packs: [pack(2)] })],
    ['a half and two quarters', built({ rest: withKeys(leaf(1, 5), leaf(2, 5), leaf(2, 5)), packs: [pack(4)] })],
    ['two packs', built({ rest: withKeys(leaf(0, 5)), packs: [pack(1), pack(1)] })],
    ['parts of 4 MiB', built({ rest: withKeys(leaf(0, 4 * 2 ** 20)), packs: [pack(1), pack(1)] })],
  ])('%s', (_, bytes) => {
    expect(readIndex(bytes)).toBeDefined();
  });
});

describe('an index is refused', () => {
  const full = 4 * 2 ** 20;
  const deep = (count: number, depth: number, size: number) => Array.from({ length: count }, () => leaf(depth, size));
  test.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array(0)],
    ['another file', utf8('<!doctype html>')],
    ['another version', concat([utf8('SMI3'), built().slice(4)])],
    ['a byte less', built().slice(0, -1)],
    ['a byte more', concat([built(), new Uint8Array(1)])],
    ['no head', built({ head: NONE, packs: [] })],
    ['an empty head', built({ head: store(leaf(0, 0)), packs: [] })],
    ['a head in halves', built({ head: store(leaf(1, 5), leaf(1, 5)), packs: [pack(2)] })],
    ['half of the places', built({ rest: withKeys(leaf(1, 5)), packs: [pack(2)] })],
    ['places twice', built({ rest: withKeys(leaf(0, 5), leaf(0, 5)), packs: [pack(3)] })],
    ['a half after a quarter', built({ rest: withKeys(leaf(2, 5), leaf(1, 5), leaf(2, 5)), packs: [pack(4)] })],
    ['a depth of 33', built({ rest: withKeys(leaf(33, 5)), packs: [pack(2)] })],
    ['a depth of 255', built({ rest: withKeys(leaf(255, 5)), packs: [pack(2)] })],
    ['a part of more than 4 MiB', built({ rest: withKeys(leaf(0, full + 1)), packs: [pack(1), pack(1)] })],
    ['a part of 4 GiB', built({ rest: withKeys(leaf(0, 2 ** 32 - 1)), packs: [pack(1), pack(1)] })],
    ['a pack of more than 4 MiB', built({ rest: withKeys(leaf(1, full), leaf(1, 1)), packs: [pack(1), pack(2)] })],
    [
      '256 MiB in all',
      built({ rest: withKeys(...deep(64, 6, full)), packs: Array.from({ length: 65 }, () => pack(1)) }),
    ],
    [
      'a number of leaves beyond the end',
      built({
        rest: withKeys()
          .slice(0, -1)
          .concat(u32(2 ** 31)),
        packs: [],
      }),
    ],
    ['a part in no pack', built({ rest: withKeys(leaf(0, 5)) })],
    ['a pack of nothing', built({ packs: [pack(1), pack(0)] })],
    ['a pack of more than there is', built({ packs: [pack(2)] })],
    ['a pack of 2^32 parts', built({ packs: [pack(2 ** 32 - 1)] })],
    ['9000 packs', built({ packs: Array.from({ length: 9000 }, () => pack(1)) })],
    ['more than 4 MiB', new Uint8Array(full + 1)],
  ])('%s', (_, bytes) => {
    expect(readIndex(bytes)).toBeUndefined();
  });

  it('and no bytes make the reader throw', () => {
    const { index } = held.compiled;
    const changed = fc
      .array(fc.tuple(fc.nat(index.length - 1), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 4 })
      .map((edits) => {
        const bytes = index.slice();
        for (const [at, byte] of edits) bytes[at] = byte;
        return bytes;
      });
    fc.assert(
      fc.property(
        fc.oneof(
          changed,
          fc.uint8Array(),
          fc.nat(index.length).map((n) => index.slice(0, n)),
        ),
        (bytes) => {
          const read = readIndex(bytes);
          // Whatever is taken is written as it came: nothing was passed over.
          if (read) expect(encodeIndex(read)).toEqual(bytes);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('a pack is split', () => {
  const first = (index: Index) => index.packs[0] as Index['packs'][number];
  const bytes = () => held.compiled.objects.get(first(held.index).sha256) as Uint8Array;

  it('into all its parts, each with bytes of its own', async () => {
    const { sha256, parts } = first(held.index);
    const split = await splitPack(held.index, sha256, bytes());
    expect([...(split?.keys() ?? [])]).toEqual(parts.map((part) => part.sha256));
    for (const [name, part] of split ?? []) {
      expect(await sha256Hex(part)).toBe(name);
      expect(part.buffer.byteLength).toBe(part.length);
    }
    expect(partsOf(held.index)).toHaveLength(split?.size ?? 0);
  });

  test.each<[string, () => [Index, string, Uint8Array]]>([
    ['a pack of another list', () => [held.index, SHA, bytes()]],
    ['a byte less', () => [held.index, first(held.index).sha256, bytes().slice(0, -1)]],
    ['a byte more', () => [held.index, first(held.index).sha256, concat([bytes(), new Uint8Array(1)])]],
    ['nothing', () => [held.index, first(held.index).sha256, new Uint8Array(0)]],
    ['zeros', () => [held.index, first(held.index).sha256, new Uint8Array(bytes().length)]],
  ])('not %s', async (_, given) => {
    expect(await splitPack(...given())).toBeUndefined();
  });

  it('not one whose parts the index names wrongly', async () => {
    const { sha256, size, parts } = first(held.index);
    const turned = { ...held.index, packs: [{ sha256, size, parts: [...parts].reverse() }] };
    expect(await splitPack(turned, sha256, bytes())).toBeUndefined();
  });

  it('not one with any byte flipped', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes().length - 1), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
        const flipped = bytes().slice();
        flipped[at] = (flipped[at] ?? 0) ^ mask;
        expect(await splitPack(held.index, first(held.index).sha256, flipped)).toBeUndefined();
      }),
      { numRuns: 50 },
    );
  });

  it('not without its files', async () => {
    const { index } = held.compiled;
    expect(await partsIn({ index, objects: new Map() })).toBeUndefined();
    expect(await partsIn({ index: utf8('none'), objects: held.compiled.objects })).toBeUndefined();
  });
});

it('every place has its leaf', () => {
  for (const leaves of held.index.stores.values()) {
    for (const place of [0, 1, 2 ** 31, 2 ** 32 - 1, placeOf('a-1'), placeOf('x@name')]) {
      const found = leaves[leafAt(leaves, place)];
      if (leaves.length === 0) expect(leafAt(leaves, place)).toBe(-1);
      else expect(found && place >= found.start && place < found.start + widthOf(found)).toBe(true);
    }
  }
});
