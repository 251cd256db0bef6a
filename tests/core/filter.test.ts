import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { buildFilter, decodeFilter, encodeFilter, MAX_TAB_FILTER_BYTES, mayHold } from '../../src/core/filter.ts';

const numbered = (prefix: string, count: number): string[] => Array.from({ length: count }, (_, i) => `${prefix}${i}`);

describe('a filter knows every key it was built from', () => {
  test.each([0, 1, 2, 3, 4, 5, 7, 10, 16, 33, 100, 1_000, 20_000])('%i keys', (size) => {
    const keys = numbered('x@name', size);
    const filter = buildFilter(keys);
    expect(keys.filter((key) => !mayHold(filter, key))).toEqual([]);
  });

  it('whatever they are', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 200 }), (keys) => {
        const filter = buildFilter(keys);
        expect(keys.every((key) => mayHold(filter, key))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('given twice or in another order', () => {
    const keys = numbered('*#', 500);
    const filter = buildFilter([...keys, ...keys.toReversed()]);
    expect(keys.every((key) => mayHold(filter, key))).toBe(true);
  });

  it('also the names of object members and the empty one', () => {
    const keys = ['__proto__', 'constructor', 'toString', ''];
    const filter = buildFilter(keys);
    expect(keys.every((key) => mayHold(filter, key))).toBe(true);
  });
});

describe('a filter turns away what is not in it', () => {
  it('always when nothing is', () => {
    const filter = buildFilter([]);
    expect(['', 'x@a', '__proto__'].filter((key) => mayHold(filter, key))).toEqual([]);
  });

  test.each([50, 1_000, 20_000])('but for 1 in 256 or so, with %i keys', (size) => {
    const filter = buildFilter(numbered('x@name', size));
    const strangers = numbered('x@stranger', 50_000).filter((key) => mayHold(filter, key));
    // 195 are expected; 300 is more than seven standard deviations away.
    expect(strangers.length).toBeLessThan(300);
  });

  it('also near misses of what is', () => {
    const filter = buildFilter(numbered('x@name', 2_000));
    const near = numbered('X@name', 2_000).concat(numbered('x#name', 2_000), numbered('x@nam', 2_000));
    expect(near.filter((key) => mayHold(filter, key)).length).toBeLessThan(70);
  });
});

it('takes about nine bits a key', () => {
  const { fingerprints } = buildFilter(numbered('x@name', 20_000));
  expect((fingerprints.length * 8) / 20_000).toBeLessThan(10.5);
});

it('of fifty thousand names is small enough for a tab', () => {
  expect(encodeFilter(buildFilter(numbered('x@name', 50_000))).length).toBeLessThanOrEqual(MAX_TAB_FILTER_BYTES);
});

describe('written to bytes and read again', () => {
  test.each([0, 1, 6, 1_000])('a filter of %i keys is the same', (size) => {
    const filter = buildFilter(numbered('x@name', size));
    expect(decodeFilter(encodeFilter(filter))).toEqual(filter);
  });

  it('a filter is read from the midst of a buffer', () => {
    const bytes = encodeFilter(buildFilter(['a', 'b']));
    const around = new Uint8Array(bytes.length + 7);
    around.set(bytes, 3);
    expect(decodeFilter(around.subarray(3, 3 + bytes.length))).toEqual(decodeFilter(bytes));
  });

  const good = encodeFilter(buildFilter(numbered('x@name', 100)));
  const changed = (at: number, value: number): Uint8Array => {
    const bytes = good.slice();
    new DataView(bytes.buffer).setUint32(at, value, true);
    return bytes;
  };
  test.each([
    ['nothing', new Uint8Array(0)],
    ['half a header', good.slice(0, 15)],
    ['a cut end', good.slice(0, -1)],
    ['a byte too many', new Uint8Array([...good, 0])],
    ['another beginning', changed(0, 0)],
    ['a segment of no length', changed(8, 0)],
    ['a segment of no power of two', changed(8, 3)],
    ['a segment of the greatest length', changed(8, 0x80000000)],
    ['a count that does not fit', changed(12, 1)],
    ['the greatest count', changed(12, 0xffffffff)],
    ['text', new TextEncoder().encode('<!doctype html><title>404</title>')],
  ])('%s is refused', (_, bytes) => {
    expect(decodeFilter(bytes)).toBeUndefined();
  });

  it('any bytes are a filter or refused, and never throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), fc.string(), (tail, key) => {
        const bytes = good.slice();
        bytes.set(tail.subarray(0, 16), 0);
        const filter = decodeFilter(bytes) ?? decodeFilter(tail);
        if (filter) expect(typeof mayHold(filter, key)).toBe('boolean');
      }),
    );
  });

  it('the header alone is a filter that holds nothing', () => {
    const empty = decodeFilter(good.slice(0, 16));
    expect(empty && mayHold(empty, 'x@name1')).toBeFalsy();
  });
});
