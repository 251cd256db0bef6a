import { expect, it } from 'vitest';
import { fromHex, hex } from '../../../src/core/compiled/bytes.ts';
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
