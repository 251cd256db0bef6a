import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { decodeBundle, encodeBundle } from '../../../src/core/compiled/bundle.ts';
import { concat, u32, utf8 } from '../../../src/core/compiled/bytes.ts';
import { compile } from '../../../src/core/compiled/compile.ts';
import { largeList } from './fixtures.ts';

const JWS = 'head.body.tail';
const MiB = 2 ** 20;
const file = (jws: Uint8Array, ...objects: Uint8Array[]) =>
  concat([utf8('SMB1'), u32(jws.length), jws, u32(objects.length), ...objects.flatMap((o) => [u32(o.length), o])]);

describe('one file carries a list', () => {
  it('whole, each object under its own hash', async () => {
    const { objects } = await compile(largeList(200));
    const back = await decodeBundle(encodeBundle(JWS, objects));
    expect(back?.jws).toBe(JWS);
    expect(new Map([...(back?.objects ?? [])].sort())).toEqual(new Map([...objects].sort()));
  });

  it('the same, in whatever order the objects came', async () => {
    const { objects } = await compile(largeList(200));
    expect(encodeBundle(JWS, new Map([...objects].reverse()))).toEqual(encodeBundle(JWS, objects));
  });

  it('and cannot give an object another’s name', async () => {
    const { objects } = await compile(largeList(200));
    const [[one, first] = [], [two, second] = []] = [...objects];
    const lie = new Map([
      [one ?? '', second as Uint8Array],
      [two ?? '', first as Uint8Array],
    ]);
    expect((await decodeBundle(encodeBundle(JWS, lie)))?.objects.get(one ?? '')).toEqual(first);
  });

  test.each<[string, Uint8Array]>([
    ['a manifest alone', file(utf8(JWS))],
    ['an empty manifest, for others to refuse', file(utf8(''))],
    ['an object of 4 MiB', file(utf8(JWS), new Uint8Array(4 * MiB))],
  ])('%s is read', async (_, bytes) => {
    expect(await decodeBundle(bytes)).toBeDefined();
  });

  test.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array(0)],
    ['the magic alone', utf8('SMB1')],
    ['JSON', utf8('{"format":"statemark-watchlist"}')],
    ['another version', concat([utf8('SMB2'), file(utf8(JWS)).slice(4)])],
    ['a byte less', file(utf8(JWS), utf8('object')).slice(0, -1)],
    ['a byte more', concat([file(utf8(JWS), utf8('object')), new Uint8Array(1)])],
    ['a manifest that is not UTF-8', file(new Uint8Array([0xff]))],
    ['a manifest of more than 64 KiB', file(new Uint8Array(64 * 1024 + 1).fill(97))],
    ['a manifest of 4 GiB', concat([utf8('SMB1'), u32(2 ** 32 - 1), utf8(JWS)])],
    ['an object of more than 4 MiB', file(utf8(JWS), new Uint8Array(4 * MiB + 1))],
    ['9000 objects', file(utf8(JWS), ...Array.from({ length: 9000 }, () => utf8('o')))],
    ['2^32 objects', concat([utf8('SMB1'), u32(1), utf8('a'), u32(2 ** 32 - 1)])],
  ])('%s is refused', async (_, bytes) => {
    expect(await decodeBundle(bytes)).toBeUndefined();
  });

  it('no bytes make it throw', async () => {
    const framed = fc.uint8Array({ maxLength: 100 }).map((bytes) => concat([utf8('SMB1'), bytes]));
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array(), framed), async (bytes) => {
        const read = await decodeBundle(bytes);
        expect(read === undefined || read.jws.length <= bytes.length).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
