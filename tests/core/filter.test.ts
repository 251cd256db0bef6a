import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { decodeFilter, encodeFilter, MAX_TAB_FILTER_BYTES, mayHold } from '../../src/core/filter.ts';
import { buildFilter } from '../../src/core/filter-build.ts';

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

/**
 * The construction of the paper (Graf and Lemire, "Binary Fuse Filters", 2022, algorithms 1 to 3) once more, slow
 * and in whole numbers without end, from the bytes as they travel.
 */
const slow = {
  /** Places and fingerprint of a key, by the published header and nothing of the filter's own code. */
  read(bytes: Uint8Array, key: string): { slots: number[]; fingerprint: number } {
    const header = new DataView(bytes.buffer, bytes.byteOffset);
    const [seed, length, count] = [4, 8, 12].map((at) => BigInt(header.getUint32(at, true))) as [
      bigint,
      bigint,
      bigint,
    ];
    let a = seed ^ 0x9e3779b9n;
    let b = ((seed * 0x85ebca6bn) % TWO_32) ^ 0x7f4a7c15n;
    for (const unit of Array.from(key.split('').toReversed(), (letter) => BigInt(letter.charCodeAt(0)))) {
      a = ((a ^ unit) * 0x9e3779b1n) % TWO_32;
      b = ((b ^ unit) * 0x5f356495n) % TWO_32;
      a ^= a >> 15n;
      b ^= b >> 13n;
    }
    const high = slow.mix(a ^ ((b * 0x27d4eb2fn) % TWO_32));
    const low = slow.mix(b ^ ((high * 0x165667b1n) % TWO_32));
    const first = (high * count) >> 32n;
    const slots = [first, (first + length) ^ ((low >> 18n) % length), (first + 2n * length) ^ (low % length)];
    return { slots: slots.map(Number), fingerprint: Number((high ^ low) % 256n) };
  },
  mix(h: bigint): bigint {
    const once = ((h ^ (h >> 16n)) * 0x85ebca6bn) % TWO_32;
    const twice = ((once ^ (once >> 13n)) * 0xc2b2ae35n) % TWO_32;
    return twice ^ (twice >> 16n);
  },
  holds(bytes: Uint8Array, key: string): boolean {
    const { slots, fingerprint } = slow.read(bytes, key);
    return slots.reduce((sum, slot) => sum ^ (bytes[16 + slot] ?? 0), 0) === fingerprint;
  },
};
const TWO_32 = 1n << 32n;

describe('the slow way says the same', () => {
  it('of every key and of every stranger', () => {
    const letters = fc.string({ unit: 'binary', maxLength: 12 });
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 60 }), fc.array(letters, { maxLength: 30 }), (keys, strangers) => {
        const filter = buildFilter(keys);
        const bytes = encodeFilter(filter);
        if (filter.fingerprints.length === 0) return;
        for (const key of keys) expect(slow.holds(bytes, key)).toBe(true);
        for (const key of strangers) expect(mayHold(filter, key)).toBe(slow.holds(bytes, key));
      }),
      { numRuns: 200 },
    );
  });

  it('of a filter of many segments, whose slots stand in three that touch', () => {
    const keys = numbered('x@name', 3_000);
    const filter = buildFilter(keys);
    const bytes = encodeFilter(filter);
    for (const key of keys) {
      const { slots } = slow.read(bytes, key);
      const [first, second, third] = slots.map((slot) => Math.floor(slot / filter.segmentLength)) as [
        number,
        number,
        number,
      ];
      expect([second, third]).toEqual([first + 1, first + 2]);
      expect(slow.holds(bytes, key)).toBe(true);
    }
    const strangers = numbered('x@stranger', 3_000);
    expect(strangers.filter((key) => mayHold(filter, key))).toEqual(strangers.filter((key) => slow.holds(bytes, key)));
  });
});

describe('bytes that other versions have written', () => {
  // Tabs read what another version of the extension has stored: these must never change.
  test.each([
    [[], '42534632010000000400000004000000'],
    [['a'], '4253463201000000040000000400000000000000000000000000fa00'],
    [
      ['x@name', '*#tag', 'web/irna.ir'],
      '425346320100000008000000080000000000000000000000000000006f00000000000000a0004600',
    ],
    [
      ['x@khamenei_ir', '*#قاسم_سلیمانی', 'x!27966935', 'web/presstv.ir', '*#🔥'],
      '425346320100000008000000080000000000ae000000000000000000000074290000000000171700',
    ],
  ])('%j', (keys, hex) => {
    const bytes = Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
    expect(encodeFilter(buildFilter(keys))).toEqual(bytes);
    for (const key of keys) expect(slow.holds(bytes, key)).toBe(true);
  });

  it('those of the form before this one are refused: they would turn listed names away', () => {
    const bytes = encodeFilter(buildFilter(['a']));
    bytes[3] = '1'.charCodeAt(0);
    expect(decodeFilter(bytes)).toBeUndefined();
  });
});

/** `binary_fuse8_allocate` of FastFilter's C library gives these for keys of so many, with three slots a key. */
test.each([
  [10_000, 512, 12_800],
  [100_000, 2_048, 118_784],
])('%i keys take segments of %i and %i bytes, as in the reference', (size, segmentLength, bytes) => {
  const filter = buildFilter(numbered('x@name', size));
  expect([filter.segmentLength, filter.fingerprints.length]).toEqual([segmentLength, bytes]);
});
