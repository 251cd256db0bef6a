import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { fold, foldAny } from '../../src/core/fold.ts';

describe('two spellings of one name fold to the same', () => {
  test.each([
    ['letter case', 'IranProtests', 'iranprotests'],
    ['Arabic and Persian yeh', 'سليماني', 'سلیمانی'],
    ['alef maksura and Persian yeh', 'سلیمانى', 'سلیمانی'],
    ['Arabic and Persian kaf', 'كرونا', 'کرونا'],
    ['presentation forms', 'ﺳﭙﺎه', 'سپاه'],
    ['the lam-alef ligature', 'ﻻ', 'لا'],
    ['tatweel', 'سـپـاه', 'سپاه'],
    ['vowel signs', 'مُحَمَّد', 'محمد'],
    ['superscript alef', 'رحمٰن', 'رحمن'],
    ['Quranic marks', 'قۖال', 'قال'],
    ['ZWNJ', 'قاسم\u200cسلیمانی', 'قاسمسلیمانی'],
    ['ZWJ', 'پَ\u200dژ', 'پژ'],
    ['bidirectional marks', '\u200fسپاه\u200e', 'سپاه'],
    ['bidirectional isolates', '\u2068PressTV\u2069', 'presstv'],
    ['zero-width space', 'Press\u200bTV', 'presstv'],
    ['soft hyphen', 'Press\u00adTV', 'presstv'],
    ['byte order mark', '\ufeffPressTV', 'presstv'],
    ['variation selectors', 'Press\ufe0fTV', 'presstv'],
    ['Mongolian variation selectors', 'Press\u180bTV', 'presstv'],
    ['tag characters', 'Press\u{e0061}TV', 'presstv'],
    ['the Hangul filler, which draws nothing', 'Press\u3164TV', 'presstv'],
    ['full width', 'ＰｒｅｓｓＴＶ', 'presstv'],
    ['mathematical letters', '𝐏𝐫𝐞𝐬𝐬', 'press'],
    ['Persian digits', '۱۴۰۱', '1401'],
    ['Arabic digits', '١٤٠١', '1401'],
    ['Devanagari digits', '१४०१', '1401'],
    ['full-width digits', '１４０１', '1401'],
    ['composed and decomposed accents', 'cafe\u0301', 'café'],
    ['final sigma', 'ΟΔΟΣ', 'οδος'],
    ['final and middle sigma', 'οδος', 'οδοσ'],
    ['sharp s', 'STRASSE', 'straße'],
    ['capital sharp s', 'STRAẞE', 'straße'],
    ['dotted capital I', 'İran', 'iran'],
    ['marks that a joiner kept apart', 'a\u0307\u200c\u0323', 'a\u0323\u0307'],
    ['Polish, composed or not', 'Z\u0307', 'ż'],
    ['ligatures', 'ﬁne', 'fine'],
  ])('%s', (_, one, other) => {
    expect(fold(one)).toBe(fold(other));
  });
});

describe('two names stay two', () => {
  test.each([
    ['an underscore', 'qassem_soleimani', 'qassemsoleimani'],
    ['an accent', 'café', 'cafe'],
    ['dotless i', 'kadın', 'kadin'],
    ['umlauts', 'für', 'fur'],
    ['hamza on yeh', 'رئیس', 'رییس'],
    ['alef with madda', 'آزادی', 'ازادی'],
    ['heh and teh marbuta', 'فاطمه', 'فاطمة'],
    ['Latin and Cyrillic', 'press', 'рress'],
    ['Latin and Greek', 'no', 'nο'],
    ['a letter more', 'hero', 'heroes'],
    ['a digit', '5g', '6g'],
    ['a space', 'press tv', 'presstv'],
    ['a dash', 'press-tv', 'presstv'],
    ['kaf and gaf', 'کار', 'گار'],
    ['peh and beh', 'پارس', 'بارس'],
  ])('%s', (_, one, other) => {
    expect(fold(one)).not.toBe(fold(other));
  });
});

describe('digits', () => {
  const digits = /\p{Nd}/u;

  it('of every script read as their value, also where runs stand side by side', () => {
    const wrong: string[] = [];
    let run: number[] = [];
    for (let code = 0x80; code <= 0x110000; code++) {
      if (code < 0x110000 && !isSurrogate(code) && digits.test(String.fromCodePoint(code))) {
        run.push(code);
        continue;
      }
      run.forEach((digit, i) => {
        if (fold(String.fromCodePoint(digit)) !== String(i % 10)) wrong.push(`U+${digit.toString(16)}`);
      });
      run = [];
    }
    expect(wrong).toEqual([]);
  });
});

describe('folding what is folded changes nothing', () => {
  it('for every code point', () => {
    const changing: string[] = [];
    for (let code = 0; code <= 0x10ffff; code++) {
      if (isSurrogate(code)) continue;
      const once = fold(String.fromCodePoint(code));
      if (fold(once) !== once) changing.push(`U+${code.toString(16)}`);
    }
    expect(changing).toEqual([]);
  });

  it('for any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 24 }), (text) => {
        const once = fold(text);
        expect(fold(once)).toBe(once);
      }),
      { numRuns: 800 },
    );
  });

  it('for strings dense in letters that combine', () => {
    const dense =
      'aiıİIsßẞςΣ\u0307\u0301\u0323\u0345ايىئكک\u0640\u064b\u0653\u0654\u0655\u200c\u200dلاۀة١۱᾿ᾼΩﬁ각ᄀ\u1161\u11a8\u3164';
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...dense), maxLength: 12 }), (text) => {
        const once = fold(text);
        expect(fold(once)).toBe(once);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('folding does not depend on', () => {
  it('the Unicode form that a name comes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 16 }), (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
      }),
      { numRuns: 1_000 },
    );
  });

  it('the short way that most names take: unit by unit is as a whole', () => {
    const other: string[] = [];
    for (let unit = 0; unit < 0x10000; unit++) {
      const letter = String.fromCharCode(unit);
      for (const text of [letter, `a${letter}${letter}\u0627`]) if (fold(text) !== foldAny(text)) other.push(text);
    }
    expect(other).toEqual([]);
  });

  it('the short way, whatever stands side by side', () => {
    const unit = fc.oneof(
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
      fc.constantFrom(...'aIİςΣßﬁﻼكيى\u0640\u200c\u0301\u0307\u0653\u0654각가ᄀ\u1161\u11a8ㄱㅏﾡ۱١_'),
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), (text) => {
        expect(fold(text)).toBe(foldAny(text));
      }),
      { numRuns: 5_000 },
    );
  });

  it('the case that a name of ASCII letters comes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 16 }), (text) => {
        expect(fold(text.toUpperCase())).toBe(fold(text));
      }),
    );
  });
});

it('names of object members are plain names', () => {
  expect(['__proto__', 'constructor', 'toString'].map(fold)).toEqual(['__proto__', 'constructor', 'tostring']);
});

it('lone surrogates do not throw', () => {
  expect(() => fold('a\ud800b\udc00')).not.toThrow();
});

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}
