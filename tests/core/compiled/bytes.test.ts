import { expect, it } from 'vitest';
import { fromHex, fromUtf8, hex, utf8 } from '../../../src/core/compiled/bytes.ts';
import { Cursor } from '../../../src/core/compiled/cursor.ts';

const bytesOf = (length: number) => Uint8Array.from({ length }, (_, i) => (i * 7 + (i >> 8)) & 0xff);

it.each([0, 1, 32, 64, 65, 1_000, 70_000])('%i bytes are written as digits and read again', (length) => {
  const bytes = bytesOf(length);
  expect(hex(bytes)).toBe(Buffer.from(bytes).toString('hex'));
  expect(fromHex(hex(bytes))).toEqual(bytes);
});

it('a cursor cuts hashes out where they stand, and nothing that is cut off', () => {
  const bytes = bytesOf(100);
  const cursor = new Cursor(bytes);
  cursor.u8();
  expect(cursor.sha256()).toBe(hex(bytes.subarray(1, 33)));
  cursor.u16();
  expect(cursor.sha256()).toBe(hex(bytes.subarray(35, 67)));
  expect([cursor.sha256(), cursor.broken]).toEqual([hex(bytes.subarray(67, 99)), false]);
  expect([cursor.sha256(), cursor.broken]).toEqual(['', true]);
});

it.each([
  '',
  'x',
  'a\u0000b',
  '\u007f',
  'a'.repeat(64),
  'a'.repeat(65),
  'é',
  'قاسم',
  '\ufeffx',
  '🜁'.repeat(16),
  `${'a'.repeat(63)}é`,
])('text is read as it was written: %j', (text) => {
  expect(fromUtf8(utf8(text))).toBe(text);
});

it.each([[[0x80]], [[0xff]], [[0x61, 0xc3]], [[0xc0, 0x80]], [[0xed, 0xa0, 0x80]]])(
  'bytes that are no text are none: %j',
  (bytes) => {
    expect(fromUtf8(Uint8Array.from(bytes))).toBeUndefined();
  },
);
