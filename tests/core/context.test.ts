import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { inContext, postText } from '../../src/core/context.ts';
import { tokenise } from '../../src/core/token.ts';
import { x } from '../../src/platforms/x.ts';

const post = (text: string) =>
  postText(
    text,
    tokenise(text, x.text).flatMap(({ kind, value }) => (kind === 'hashtag' ? [value] : [])),
  );
const holds = (text: string, term: string): boolean => inContext(post(text), { any_of: [term] });

describe('a term is found as whole words', () => {
  test.each([
    ['soleimani', 'On Soleimani and others'],
    ['soleimani', 'SOLEIMANI'],
    ['soleimani', 'Soleimani’s funeral'],
    ['soleimani', '“Soleimani”'],
    ['soleimani', '#Qassem_Soleimani'],
    ['soleimani', '@soleimani says'],
    ['soleimani', 'a\nSoleimani\nb'],
    ['qassem soleimani', 'Qassem  Soleimani'],
    ['qassem soleimani', 'Qassem-Soleimani'],
    ['qassem soleimani', '#Qassem_Soleimani'],
    ['qassem_soleimani', 'Qassem Soleimani'],
    ['سلیمانی', 'سردار سليماني'],
    ['سلیمانی', '«سلیمانی»'],
    ['سليماني', '#قاسم_سلیمانی'],
    ['straße', 'DIE STRASSE'],
    ['1398', 'سال ۱۳۹۸'],
    ['中国', 'a 中国 b'],
  ])('“%s” is in “%s”', (term, text) => {
    expect(holds(text, term)).toBe(true);
  });

  test.each([
    ['hero', 'heroes'],
    ['hero', 'superhero'],
    ['hero', 'heroine'],
    ['soleimani', '#QassemSoleimani'],
    ['soleimani', 'SoleimaniStreet'],
    ['soleimani', 'Soleiman'],
    ['qassem soleimani', 'Soleimani Qassem'],
    ['qassem soleimani', 'Qassem of Soleimani'],
    ['qassem soleimani', 'QassemSoleimani'],
    ['سلیمانی', 'سلیمانیه'],
    ['iran', 'Iranian'],
    ['us', 'bus'],
    ['us', 'usé'],
    ['us', 'u\u0301s'],
    ['1398', '13980'],
    ['soleimani', ''],
    ['soleimani', 'nothing of the kind'],
  ])('“%s” is not in “%s”', (term, text) => {
    expect(holds(text, term)).toBe(false);
  });
});

describe('a term with # asks for that very hashtag', () => {
  test.each([
    ['#قاسم_کتلت', 'شوخی #قاسم_کتلت', true],
    ['#قاسم_کتلت', 'شوخی قاسم کتلت', false],
    ['#قاسم_كتلت', '#قاسم_کتلت', true],
    ['#Hero', '#hero', true],
    ['#Hero', '#heroes', false],
    ['#Hero', '#Hero_1', false],
    ['#Hero', 'Hero', false],
    ['#', '#hero', false],
    ['#', '', false],
    ['#__proto__', '#constructor', false],
    ['#__proto__', '#__proto__', true],
  ])('%s, in “%s”: %s', (term, text, held) => {
    expect(holds(text, term)).toBe(held);
  });
});

describe('a term that is no word is never held', () => {
  test.each(['—', '…', '❤', '_', ' ', '\u200c', '#\u200c', '!!!'])('“%s”', (term) => {
    for (const text of ['', '—', '❤', '_', 'word', '#tag']) expect(holds(text, term), text).toBe(false);
  });
});

describe('rules together', () => {
  test.each([
    [{ any_of: ['a', 'b'] }, 'b', true],
    [{ any_of: ['a', 'b'] }, 'c', false],
    [{ all_of: ['a', 'b'] }, 'a c b', true],
    [{ all_of: ['a', 'b'] }, 'a', false],
    [{ any_of: ['a'], none_of: ['z'] }, 'a', true],
    [{ any_of: ['a'], none_of: ['z'] }, 'a z', false],
    [{ any_of: ['a'], none_of: ['#z'] }, 'a z', true],
    [{ any_of: ['a'], none_of: ['#z'] }, 'a #z', false],
    [{ all_of: ['a'], any_of: ['b', 'c'] }, 'a c', true],
    [{ all_of: ['a'], any_of: ['b', 'c'] }, 'a', false],
    [{ all_of: ['a'], any_of: ['b', 'c'] }, 'b', false],
    [{ all_of: ['a', 'b'], any_of: ['c'], none_of: ['d'] }, 'a b c', true],
    [{ all_of: ['a', 'b'], any_of: ['c'], none_of: ['d'] }, 'a b c d', false],
    [{ any_of: [] }, 'a', false],
  ])('%j with “%s”: %s', (context, text, held) => {
    expect(inContext(post(text), context)).toBe(held);
  });
});

it('a term stands in its own text, whatever else is around it', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abçسیك\u064b1'), minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.array(word), word, fc.array(word), (before, term, after) => {
      fc.pre(/[\p{L}\p{N}]/u.test(term));
      expect(holds([...before, term, ...after].join(', '), term)).toBe(true);
    }),
  );
});

it('a term within a longer word is not held', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'abcde'), minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(letters, letters, (one, more) => {
      expect(holds(`${one}x${more}`, one)).toBe(false);
    }),
  );
});
