import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it, test } from 'vitest';
import { platformOf } from '../../src/platforms/all.ts';
import { x } from '../../src/platforms/x.ts';
import { INVALID, VALID } from './addresses/x.ts';
import { readOn, tokensOn } from './read.ts';

describe('addresses', () => {
  test.each(VALID)('%s is %s', (address, read) => expect(readOn(x, address)).toBe(read));
  test.each(INVALID)('%s is nobody', (address) => expect(readOn(x, address)).toBeUndefined());

  test.each(
    '404 about account compose download explore follower_requests hashtag home i intent jobs lists login logout mentions messages notifications personalization search search-advanced search-home session settings share signup tos privacy help bookmarks twitterblue webview welcome your_twitter_data'.split(
      ' ',
    ),
  )('%s is a page of the site, in any case and with a post behind it', (word) => {
    for (const written of [word, word.toUpperCase(), `@${word}`, `${word}/status/20`, `${word}/media`]) {
      expect(readOn(x, `https://x.com/${written}`) ?? '', written).not.toMatch(/^@/);
    }
  });

  it('any handle is read as it is written, however it is encoded', () => {
    const handle = fc.stringMatching(/^[A-Za-z0-9_]{1,20}$/);
    const encode = (text: string): string =>
      [...text].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join('');
    fc.assert(
      fc.property(handle, (name) => {
        const plain = readOn(x, `https://x.com/${name}`);
        expect(plain === undefined || plain === `@${name}`).toBe(true);
        expect(readOn(x, `https://x.com/${encode(name)}`)).toBe(plain);
        expect(readOn(x, `https://twitter.com/@${name}`)).toBe(plain);
      }),
    );
  });

  it('no path makes it throw, and a handle is never more than letters, digits and underscores', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.webPath(), (noise, path) => {
        for (const address of [`https://x.com/${noise}`, `https://x.com${path}`, noise]) {
          const read = readOn(x, address);
          if (read?.startsWith('@')) expect(read).toMatch(/^@[A-Za-z0-9_]{1,20}( ![0-9]+)?( post)?$/);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('hosts', () => {
  test.each(x.hosts)('%s is X', (host) => {
    expect(platformOf(host)?.id).toBe('x');
    expect(platformOf(host.toUpperCase())?.id).toBe('x');
  });

  test.each(['t.co', 'xx.com', 'x.com.evil.example', 'constructor', '__proto__', ''])('“%s” is not', (host) => {
    expect(platformOf(host)?.id).not.toBe('x');
  });
});

describe('texts', () => {
  test.each<[text: string, tokens: string[]]>([
    ['#Hero and #hero.', ['#Hero', '#hero']],
    ['#قاسم\u200cسلیمانی #مُحَمَّد', ['#قاسم\u200cسلیمانی', '#مُحَمَّد']],
    ['＃news ＠PressTV', ['#news', '@PressTV']],
    ['«#Hero»،#Hero', ['#Hero', '#Hero']],
    ['RT @PressTV: #Hero', ['@PressTV', '#Hero']],
    ['#123 x#mid #a#b &#hero a@b.com @@x', []],
    ['https://x.com/#Hero https://medium.example/@PressTV', []],
    ['# Hero, @ PressTV', []],
    ['#__proto__ @__proto__', ['#__proto__', '@__proto__']],
  ])('%s', (text, tokens) => expect(tokensOn(x, text)).toEqual(tokens));
});

describe('the id that a profile page carries for machines', () => {
  const page = (json: string, attributes = 'type="application/ld+json" data-testid="UserProfileSchema-test"') =>
    x.readEmbedded?.(parseHTML(`<html><body><script ${attributes}>${json}</script></body></html>`).document);
  const about = (mainEntity: unknown): string => JSON.stringify({ '@type': 'ProfilePage', mainEntity });

  test.each([
    [about({ additionalName: 'PressTV', identifier: '37868848' }), '37868848'],
    [about({ additionalName: 'PressTV', identifier: 37868848 }), '37868848'],
    [about({ additionalName: 'PressTV', identifier: '1234567890123456789' }), '1234567890123456789'],
  ])('is read from %s', (json, id) => {
    expect(page(json)).toEqual([{ handle: 'PressTV', id }]);
  });

  test.each([
    ['a number too long to be exact', '{"mainEntity":{"additionalName":"PressTV","identifier":1234567890123456789}}'],
    ['a fraction', about({ additionalName: 'PressTV', identifier: 1.5 })],
    ['a negative number', about({ additionalName: 'PressTV', identifier: -1 })],
    ['no id', about({ additionalName: 'PressTV' })],
    ['no name', about({ identifier: '1' })],
    ['a display name', about({ additionalName: 'Press TV', identifier: '1' })],
    ['an id of letters', about({ additionalName: 'PressTV', identifier: 'abc' })],
    ['a list as id', about({ additionalName: 'PressTV', identifier: ['1'] })],
    ['an object as id', about({ additionalName: 'PressTV', identifier: {} })],
    ['a text as entity', about('PressTV')],
    ['null as entity', about(null)],
    ['null', 'null'],
    ['a number', '1'],
    ['half of it', '{"mainEntity":'],
    ['nothing', ''],
  ])('is not read from %s', (_, json) => {
    expect(page(json)).toEqual([]);
  });

  it('is not read from a script that is not the site’s own', () => {
    expect(page(about({ additionalName: 'PressTV', identifier: '1' }), 'type="application/ld+json"')).toEqual([]);
    expect(page('', 'type="text/javascript"')).toEqual([]);
  });
});
