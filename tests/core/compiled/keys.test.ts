import { describe, expect, it, test } from 'vitest';
import { fromBase64url, toBase64url } from '../../../src/core/compiled/base64url.ts';
import { fromHex } from '../../../src/core/compiled/bytes.ts';
import { fingerprintOf, keyId, readPublicKey } from '../../../src/core/compiled/keys.ts';

const key = (hex: string) => readPublicKey(toBase64url(fromHex(hex)));
const zeros = (count: number) => '00'.repeat(count);
const ones = (count: number) => 'ff'.repeat(count);

describe('a key is read', () => {
  // RFC 8032, section 7.1, tests 1 and 2.
  test.each([
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
  ])('%s', async (hex) => {
    const read = await key(hex);
    expect(read?.bytes).toEqual(fromHex(hex));
    expect(read?.fingerprint).toBe(await fingerprintOf(fromHex(hex)));
    expect(keyId(read?.fingerprint ?? '')).toMatch(/^[0-9a-f]{16}$/);
  });
});

describe('a key under which anybody can sign is refused', () => {
  test.each([
    ['order 1', `01${zeros(31)}`],
    ['order 2', `ec${ones(30)}7f`],
    ['order 4', zeros(32)],
    ['order 4, other sign', `${zeros(31)}80`],
    ['order 8', '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05'],
    ['order 8, other sign', '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85'],
    ['order 8, negative', 'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a'],
    ['order 8, negative, other sign', 'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa'],
    ['order 1 with a sign', `01${zeros(30)}80`],
    ['order 2 with a sign', `ec${ones(31)}`],
    ['order 4 as the prime', `ed${ones(30)}7f`],
    ['order 4 as the prime, other sign', `ed${ones(31)}`],
    ['order 1 beyond the prime', `ee${ones(30)}7f`],
    ['order 1 beyond the prime, other sign', `ee${ones(31)}`],
    ['a coordinate beyond the prime', `ef${ones(30)}7f`],
    ['the largest number there is', ones(32)],
  ])('%s', async (_, hex) => {
    expect(hex).toHaveLength(64);
    expect(await key(hex)).toBeUndefined();
  });
});

describe('what is no key is refused', () => {
  const good = toBase64url(fromHex('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a'));
  test.each([
    ['nothing', ''],
    ['31 bytes', toBase64url(new Uint8Array(31).fill(7))],
    ['33 bytes', toBase64url(new Uint8Array(33).fill(7))],
    ['padding', `${good}=`],
    ['white space', ` ${good}`],
    ['a line feed', `${good}\n`],
    ['the other base64', `+${good.slice(1)}`],
    ['a bit too many', `${good.slice(0, -1)}p`],
    ['hexadecimal', 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a'],
    ['letters beyond ASCII', `é${good.slice(1)}`],
  ])('%s', async (_, text) => {
    expect(await readPublicKey(text)).toBeUndefined();
  });

  it('but not the key itself', async () => {
    expect(await readPublicKey(good)).toBeDefined();
  });
});

describe('base64url', () => {
  test.each([
    ['', []],
    ['AA', [0]],
    ['_w', [255]],
    ['-_8', [251, 255]],
    ['Zm9v', [102, 111, 111]],
    ['Zm9vYg', [102, 111, 111, 98]],
  ])('%s is %j', (text, bytes) => {
    expect(fromBase64url(text)).toEqual(new Uint8Array(bytes));
    expect(toBase64url(new Uint8Array(bytes))).toBe(text);
  });

  test.each(['A', 'AB', 'AAB', 'Zm9vY', 'AA==', 'A A', 'A.', '/w', '+w', 'Zm9v\n', 'À', '𝒳'])('%j is none', (text) => {
    expect(fromBase64url(text)).toBeUndefined();
  });
});
