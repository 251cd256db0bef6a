import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { piece } from '../../../src/core/compiled/arena.ts';
import { concat, fromUtf8, utf8 } from '../../../src/core/compiled/bytes.ts';
import { CAP } from '../../../src/core/compiled/caps.ts';
import { readKeys } from '../../../src/core/compiled/key-page.ts';
import { readRecords } from '../../../src/core/compiled/read-records.ts';
import { keyRecord, placeOf, STORES } from '../../../src/core/compiled/records.ts';
import { account, exception } from '../../fixtures/list.ts';

describe('a key', () => {
  test.each([
    ['x@name', 7],
    ['*#تگ', 2 ** 32 - 1],
    ['web/例え.example', 0],
    ['k'.repeat(CAP.keyBytes), 1],
    ['', 5],
  ])('%j comes back with its row', (key, row) => {
    expect([...(readKeys(keyRecord(key, row).bytes) ?? [])]).toEqual([[key, row]]);
  });

  it('of more than 600 bytes is not written, and not read', () => {
    expect(() => keyRecord('k'.repeat(601), 0)).toThrow('601 bytes');
    expect(() => keyRecord('ب'.repeat(301), 0)).toThrow('602 bytes');
    expect(readKeys(concat([new Uint8Array([0x59, 0x02]), new Uint8Array(605).fill(97)]))).toBeUndefined();
  });

  test.each<[string, Uint8Array]>([
    ['half a length', new Uint8Array([1])],
    ['a length beyond the end', new Uint8Array([9, 0, 97, 0, 0, 0, 0])],
    ['no row', new Uint8Array([1, 0, 97])],
    ['half a row', new Uint8Array([1, 0, 97, 0, 0])],
    ['bytes that are not UTF-8', new Uint8Array([1, 0, 0xff, 0, 0, 0, 0])],
    ['a lone surrogate', new Uint8Array([3, 0, 0xed, 0xa0, 0x80, 0, 0, 0, 0])],
  ])('with %s is not read', (_, bytes) => {
    expect(readKeys(bytes)).toBeUndefined();
  });
});

describe('rows', () => {
  test.each<[(typeof STORES)[number], object, string]>([
    ['identifiers', account(), 'a-outlet'],
    ['exceptions', exception(), 'x/account/Namesake'],
    ['head', { format: 'x' }, 'head'],
  ])('of %s have their name', (store, row, name) => {
    const line = utf8(`${JSON.stringify(row)}\n`);
    expect(readRecords(store, line)).toEqual([{ name, place: placeOf(name), bytes: line }]);
  });

  test.each<[(typeof STORES)[number], string]>([
    ['identifiers', '{"value":"x"}\n'],
    ['identifiers', '{ "id":"a"}\n'],
    ['identifiers', '{"id":"A"}\n'],
    ['identifiers', `{"id":"${'a'.repeat(65)}"}\n`],
    ['identifiers', '\n'],
    ['identifiers', JSON.stringify(account())],
    ['exceptions', '{"platform":"x"}\n'],
    ['exceptions', '{"platform":"x","kind":"account","value":1}\n'],
    ['exceptions', 'null\n'],
    ['exceptions', '{\n'],
  ])('of %s are not read: %j', (store, text) => {
    expect(readRecords(store, utf8(text))).toBeUndefined();
  });

  it('no bytes make the reader throw', () => {
    const lines = fc.array(fc.oneof(fc.json(), fc.constant('{"id":"a-1"}'))).map((all) => utf8(all.join('\n')));
    fc.assert(
      fc.property(fc.constantFrom(...STORES), fc.oneof(fc.uint8Array(), lines), (store, bytes) => {
        for (const { name, place } of readRecords(store, bytes) ?? []) expect(place).toBe(placeOf(name));
      }),
      { numRuns: 500 },
    );
  });
});

it('places are spread evenly, and never change', () => {
  // Published lists are laid out by these.
  expect(['', 'a', 'x@name', '*#تگ'].map(placeOf)).toEqual(KNOWN);
  const counts = new Array<number>(16).fill(0);
  for (let i = 0; i < 16_000; i++) {
    const bucket = placeOf(`x@user_${i}`) >>> 28;
    counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  expect(Math.min(...counts)).toBeGreaterThan(850);
  expect(Math.max(...counts)).toBeLessThan(1150);
});
const KNOWN = [2_462_723_854, 3_425_783_131, 1_707_109_157, 2_808_937_862];

it('pieces do not touch one another, whatever their size', () => {
  const texts = ['a', 'ب'.repeat(200_000), 'c'.repeat(400_000), '', 'd'.repeat(300_000), 'é'.repeat(1_100_000), 'f'];
  const pieces = texts.map((text) => piece(text, 2, 4));
  for (const one of pieces) one.fill(1, 0, 2).fill(1, one.length - 4);
  expect(pieces.map((one) => fromUtf8(one.slice(2, -4)) === texts[pieces.indexOf(one)])).toEqual(texts.map(() => true));
});
