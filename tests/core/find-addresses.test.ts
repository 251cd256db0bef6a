import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findAddresses } from '../../src/core/find-addresses.ts';
import { reddit } from '../../src/platforms/reddit.ts';

const hrefs = (text: string, paths?: RegExp) => findAddresses(text, paths).map(({ href }) => href);

describe('an address', () => {
  test.each([
    ['see https://x.com/PressTV now', ['https://x.com/PressTV']],
    ['http://a.example', ['http://a.example']],
    ['HTTPS://A.example/B', ['HTTPS://A.example/B']],
    ['(https://a.example/b)', ['https://a.example/b']],
    ['https://a.example/b_(c)', ['https://a.example/b_(c)']],
    ['(https://a.example/b_(c)).', ['https://a.example/b_(c)']],
    ['https://x.com/name_ and', ['https://x.com/name_']],
    ['“https://a.example/b”', ['https://a.example/b']],
    ['https://a.example/b, https://a.example/c.', ['https://a.example/b', 'https://a.example/c']],
    ['https://a.example/خبر، و', ['https://a.example/خبر']],
    ['presstv.ir', ['https://presstv.ir']],
    ['Read presstv.ir/detail/1?a=b#c.', ['https://presstv.ir/detail/1?a=b#c']],
    ['presstv.ir: a site', ['https://presstv.ir']],
    ['presstv.ir. A site.', ['https://presstv.ir']],
    ['(www.presstv.ir)', ['https://www.presstv.ir']],
    ['از presstv.ir بخوانید', ['https://presstv.ir']],
    ['t.me/presstv', ['https://t.me/presstv']],
    ['\u2066presstv.ir\u2069', ['https://presstv.ir']],
  ])('%s', (text, expected) => expect(hrefs(text)).toEqual(expected));
});

describe('of an address that was cut off only a whole host is kept', () => {
  test.each([
    ['https://x.com/Press…', ['https://x.com/']],
    ['https://x.com/Press...', ['https://x.com/']],
    ['https://www.presstv.ir/…', ['https://www.presstv.ir/']],
    ['presstv.ir/deta…', ['https://presstv.ir/']],
    ['https://presst…', []],
    ['https://presstv.ir…', []],
    ['presstv.ir…', []],
    ['https://presstv.ir@evil.example/…', []],
  ])('%s', (text, expected) => expect(hrefs(text)).toEqual(expected));
});

describe('none is', () => {
  test.each([
    'a@presstv.ir',
    'a.b@presstv.ir',
    'e.g. this',
    '1.5 and 10.12.2024',
    '127.0.0.1/a',
    'خبر.presstv.ir',
    'a_presstv.ir',
    '/presstv.ir',
    '@presstv.ir',
    'presstv.irَ',
    'presstv.ir-',
    '…',
    'https://',
    '',
  ])('%s', (text) => expect(hrefs(text)).toEqual([]));
});

describe('paths that a network links', () => {
  const { paths } = reddit;
  test.each([
    ['u/some_outlet', ['/u/some_outlet']],
    ['by /u/some_outlet, in r/news', ['/u/some_outlet', '/r/news']],
    ['(u/some_outlet)', ['/u/some_outlet']],
    ['https://reddit.com/u/some_outlet', ['https://reddit.com/u/some_outlet']],
    ['and/or r/w', []],
    ['you/me au/some_outlet', []],
    ['a.example/u/some_outlet', ['https://a.example/u/some_outlet']],
    ['u/some_outlet/x', []],
    ['u/abcdefghijklmnopqrstuvwxyz', []],
  ])('%s', (text, expected) => expect(hrefs(text, paths)).toEqual(expected));
});

test('what is found stands where it is said to stand', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.webUrl(), fc.string(), (before, url, after) => {
      const text = `${before} ${url} ${after}`;
      let last = 0;
      for (const { start, end } of findAddresses(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }),
  );
});

test.each([
  ['dots', 'a.'.repeat(200_000)],
  ['letters', 'a'.repeat(400_000)],
  ['an address', `https://${'a'.repeat(400_000)}.`],
  ['brackets', `https://a.example/${'('.repeat(200_000)}${')'.repeat(200_000)}`],
  ['hosts', 'a.ir '.repeat(80_000)],
])('takes its time in proportion: %s', (_, text) => {
  const start = performance.now();
  findAddresses(text);
  // Generous: what is not linear takes minutes.
  expect(performance.now() - start).toBeLessThan(5_000);
});
