import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type TextRule, tokenise } from '../../src/core/token.ts';
import { PLATFORMS } from '../../src/platforms/all.ts';
import { x } from '../../src/platforms/x.ts';

const values = (text: string, rule: TextRule = x.text): string[] =>
  tokenise(text, rule).map(({ kind, value }) => (kind === 'hashtag' ? `#${value}` : `@${value}`));

/** Another network's ways: no full-width sign, white space before a tag, digits alone are a tag. */
const STRICT: TextRule = {
  tagSigns: '#',
  tag: /[\p{L}\p{N}_-]+/uy,
  tagNeeds: /./u,
  tagNotAfter: undefined,
  tagNotBefore: /(?!)/uy,
  mentionSigns: '',
  mention: /(?!)/uy,
  mentionNotAfter: /(?!)/u,
  mentionNotBefore: /(?!)/uy,
};

describe('hashtags as twitter-text 3.1 found them when it was run', () => {
  test.each([
    ['#QassemSoleimani', '#QassemSoleimani'],
    ['#قاسم_سلیمانی', '#قاسم_سلیمانی'],
    ['#قاسم\u200cسلیمانی', '#قاسم\u200cسلیمانی'],
    ['#مُحَمَّد', '#مُحَمَّد'],
    ['#سـپاه', '#سـپاه'],
    ['#ﺳﭙﺎه', '#ﺳﭙﺎه'],
    ['#کرونا', '#کرونا'],
    ['#كرونا', '#كرونا'],
    ['#۱۴۰۱سال', '#۱۴۰۱سال'],
    ['#5g', '#5g'],
    ['#a-b', '#a'],
    ['#C++', '#C'],
    ['(#paren)', '#paren'],
    ['«#quote»', '#quote'],
    ['،#comma', '#comma'],
    ['#پَ\u200dژ', '#پَ\u200dژ'],
    ['#café', '#café'],
    ['#ＡＢＣ', '#ＡＢＣ'],
    ['＃news', '#news'],
    ['#kadın', '#kadın'],
    ['#İran', '#İran'],
    ['#مهسا_امینی،', '#مهسا_امینی'],
    ['\u200f#rlm', '#rlm'],
    ['#lrm\u200e', '#lrm'],
  ])('%s gives %s', (text, found) => {
    expect(values(text)).toEqual([found]);
  });

  test.each([
    ['Persian digits alone', '#۱۴۰۱'],
    ['digits alone', '#123'],
    ['a sign within a word', 'x#mid'],
    ['two signs with nothing between', '#a#b'],
    ['a lone sign', '#'],
    ['a sign and a space', '# hero'],
    ['a keycap', '#\ufe0f\u20e3'],
    ['an underscore alone', '#_'],
    ['ZWNJ alone', '#\u200c'],
    ['an ampersand before', '&#hero'],
    ['an entity', '&#039;'],
    ['an address that a tag seems to begin', '#http://a.example'],
    ['a sign behind a Persian letter', 'سلام#hero'],
    ['a sign behind a digit', '5#hero'],
    ['a sign behind an underscore', '_#hero'],
    ['a sign behind ZWNJ', 'ا\u200c#hero'],
    ['a sign behind a letter outside the first plane', '𝐚#hero'],
    ['a part of an address', 'https://a.example/#hero'],
    ['a part of a longer address', 'see https://a.example/page?x=1#hero'],
    ['a part behind a slash and a dash', 'https://a.example/a-/#hero'],
    ['a part of an address without scheme', 'a.example/#hero'],
    ['a part of an address with www', 'www.a.example/#hero'],
    ['only a full-width sign doubled', '＃＃'],
  ])('%s is none: %s', (_, text) => {
    expect(values(text)).toEqual([]);
  });
});

describe('mentions', () => {
  test.each([
    ['@PressTV', '@PressTV'],
    ['.@dot', '@dot'],
    ['＠full', '@full'],
    ['خبر@persian', '@persian'],
    ['@ab-c', '@ab'],
    ['(@a)', '@a'],
    ['@a:', '@a'],
    ['@a’s', '@a'],
    ['"@a"', '@a'],
    ['@__proto__', '@__proto__'],
    ['@constructor!', '@constructor'],
    ['😀@a', '@a'],
    ['@a\n', '@a'],
    ['and/@a', '@a'],
  ])('%s gives %s', (text, found) => {
    expect(values(text)).toEqual([found]);
  });

  test.each([
    ['a mail address', 'a@presstv.com'],
    ['a sign within a word', 'hi@mid'],
    ['a handle that goes on with an accent', '@PressTVé'],
    ['two signs', '@@PressTV'],
    ['a sign behind', '@PressTV@example.org'],
    ['a name of more than twenty', `@${'a'.repeat(21)}`],
    ['an address of another site', 'https://medium.example/@PressTV'],
    ['a relative-looking address', 'medium.example/@PressTV'],
    ['a lone sign', '@'],
    ['a sign and a space', '@ PressTV'],
    ['a sign behind an underscore', '_@PressTV'],
    ['a sign behind a hash', '#@PressTV'],
    ['a sign behind a dollar', '$@PressTV'],
    ['letters of another script', '@پرس'],
    ['look-alike letters alone', '@Рrеѕѕ'],
  ])('%s is none: %s', (_, text) => {
    expect(values(text)).toEqual([]);
  });
});

describe('a text of many', () => {
  it('gives them in order', () => {
    expect(values('RT @a: #b and #c, @d (#e)')).toEqual(['@a', '#b', '#c', '@d', '#e']);
  });

  it('takes a tag after an emoji, even one with a variation selector', () => {
    expect(values('❤️#Hero 🇮🇷#Hero')).toEqual(['#Hero', '#Hero']);
  });

  it('never finds a part of a longer tag', () => {
    expect(values('#heroin #superhero #Hero_of')).toEqual(['#heroin', '#superhero', '#Hero_of']);
  });
});

describe('a network with other rules', () => {
  test.each([
    ['#123', ['#123']],
    ['#a-b', ['#a-b']],
    ['x #a', ['#a']],
    ['(#a', []],
    ['＃a', []],
    ['@a', []],
    ['#a#b', ['#a']],
  ])('%s', (text, found) => {
    expect(values(text, STRICT)).toEqual(found);
  });
});

describe('whatever the text', () => {
  const noisy = fc.string({
    unit: fc.constantFrom(...'#＃@＠aبé1۱_-./:&?= \n\u200c\u200d\u200f\ufe0f\u20e3😀𝐚\u0301', 'http://', 'www.'),
    maxLength: 60,
  });

  it('each token is a slice of it, sign and all, and none overlap', () => {
    fc.assert(
      fc.property(noisy, (text) => {
        let last = 0;
        for (const { kind, value, start, end } of tokenise(text, x.text)) {
          expect(text.slice(start + 1, end)).toBe(value);
          expect(kind === 'hashtag' ? '#＃' : '@＠').toContain(text[start]);
          expect(start).toBeGreaterThanOrEqual(last);
          last = end;
        }
      }),
      { numRuns: 3_000 },
    );
  });

  it('a tag is whole: no character that would belong to it stands around it', () => {
    const belongs = /[\p{L}\p{M}\p{Nd}_]/u;
    fc.assert(
      fc.property(noisy, (text) => {
        for (const { kind, start, end } of tokenise(text, x.text)) {
          if (kind !== 'hashtag') continue;
          const next = String.fromCodePoint(text.codePointAt(end) ?? 0x20);
          expect(belongs.test(next)).toBe(false);
          expect(/[\p{L}\p{Nd}_]$/u.test(text.slice(0, start))).toBe(false);
        }
      }),
      { numRuns: 3_000 },
    );
  });

  it('what one call found does not change the next', () => {
    fc.assert(
      fc.property(noisy, noisy, (one, other) => {
        const before = tokenise(one, x.text);
        tokenise(other, x.text);
        expect(tokenise(one, x.text)).toEqual(before);
      }),
    );
  });
});

describe('hostile texts cost no more than their length', () => {
  const HOSTILE = [
    '#',
    '@',
    '#a',
    '.#a',
    '/#',
    '-@a',
    'a.a-a.a-%#',
    'a./#',
    'https://a#',
    '#\u200c',
    'a.b-@',
    '@'.repeat(30),
  ];

  /** Characters that searches and expressions went over, while a text was read. No clock: the same on any machine. */
  function work(text: string): number {
    const { exec } = RegExp.prototype;
    const { indexOf } = String.prototype;
    let characters = 0;
    String.prototype.indexOf = function (this: string, sign: string, from = 0) {
      const found = indexOf.call(this, sign, from);
      characters += (found < 0 ? this.length : found) - from + 1;
      return found;
    };
    RegExp.prototype.exec = function (this: RegExp, given: string) {
      const from = this.sticky || this.global ? this.lastIndex : 0;
      const found = exec.call(this, given);
      const seen = this.sticky
        ? (found?.[0].length ?? 0)
        : (this.global && found ? this.lastIndex : given.length) - from;
      characters += seen + 1;
      return found;
    };
    try {
      tokenise(text, x.text);
    } finally {
      RegExp.prototype.exec = exec;
      String.prototype.indexOf = indexOf;
    }
    return characters;
  }

  test.each(HOSTILE)('%s, again and again', (part) => {
    const once = part.repeat(1_000);
    const twice = part.repeat(2_000);
    expect(work(once)).toBeGreaterThanOrEqual(once.length);
    expect(work(twice)).toBeLessThan(2.1 * work(once));
  });

  it('for any text that repeats', () => {
    const parts = fc.string({
      unit: fc.constantFrom(...'#@a./-:_ \u200c', 'http://', 'www.'),
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(parts, (part) => {
        expect(work(part.repeat(2_000))).toBeLessThan(2.3 * work(part.repeat(1_000)));
      }),
      { numRuns: 50 },
    );
  });
});

describe('the short way that names between spaces take finds what the rules find', () => {
  const word = fc.string({ unit: fc.constantFrom(...'aZ_5éاک\u200c\u064f٣東ß.-·&@#＃＠𝐚\ufe0f'), maxLength: 6 });
  const long = fc.constantFrom(20, 21, 30, 31, 64, 65, 256, 257).map((length) => 'a'.repeat(length));
  const name = fc.tuple(fc.constantFrom(...'#@＃＠'), fc.oneof(word, long)).map((parts) => parts.join(''));
  const texts = fc
    .array(fc.tuple(fc.oneof(name, name, word), fc.constantFrom(' ', '\n', '', '\u00a0', '.', '/')), { maxLength: 8 })
    .map((parts) => parts.flat().join(''));

  test.each(PLATFORMS.map(({ id, text }) => [id, text] as const))('%s', (_, rule) => {
    const { plainTag, plainMention, ...rules } = rule;
    fc.assert(
      fc.property(texts, (text) => {
        expect(tokenise(text, rule)).toEqual(tokenise(text, rules));
      }),
      { numRuns: 1_000 },
    );
  });
});
