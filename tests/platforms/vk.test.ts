import { describe, expect, test } from 'vitest';
import { readAddress } from '../../src/platforms/address.ts';
import { vk } from '../../src/platforms/vk.ts';
import { INVALID, VALID } from './addresses/vk.ts';
import { readOn, tokensOn } from './read.ts';

const TEXT: [text: string, tokens: string[]][] = [
  ['#SomeTag', ['#SomeTag']],
  ['a #one, (#two) «#three» #four.', ['#one', '#two', '#three', '#four']],
  ['#новости #Новости_дня', ['#новости', '#Новости_дня']],
  ['#قاسم_سلیمانی، #قاسم\u200cسلیمانی', ['#قاسم_سلیمانی', '#قاسم\u200cسلیمانی']],
  ['#update@play_florida', ['#update']],
  ['#новости@some.outlet и текст', ['#новости']],
  ['＃some_tag', ['#some_tag']],
  ['#5g #۱۴۰۱سال', ['#5g', '#۱۴۰۱سال']],
  ['от @some_outlet и @some.outlet.', ['@some_outlet', '@some.outlet']],
  ['(@some_outlet)', ['@some_outlet']],
  ['@some_outlet...', ['@some_outlet']],
  ['@some_outlet: текст', ['@some_outlet']],
  ['#update@ play', []],
  ['#update@@play', []],
  ['#123 #_ # #', []],
  ['x#mid &#39; слово#тег', []],
  ['#one#two', []],
  ['#C++ #a$ #some-tag #some.org', []],
  ['https://a.example/#part a.example/@name vk.com/@name-x', []],
  ['a@b.example кто@то', []],
  ['@id123 @club123 @public1', []],
  ['@@some_outlet @some_outlet@x @some_outlet/x', []],
  ['@some_outletя @some-outlet', []],
  ['@abcdefghijklmnopqrstuvwxyz0123456 @a.bcdefghijklmnopqrstuvwxyz0123456', []],
  ['@a', []],
];

describe('addresses', () => {
  test.each(VALID)('%s is %s', (address, read) => expect(readOn(vk, address)).toBe(read));
  test.each(INVALID)('%j is nobody', (address) => expect(readOn(vk, address)).toBeUndefined());
});

test.each(TEXT)('%s', (text, tokens) => expect(tokensOn(vk, text)).toEqual(tokens));

test('links outside are read behind the redirect', () => {
  const networkOf = (host: string) => (host === 'vk.com' ? vk : undefined);
  const read = (to: string) =>
    readAddress(`https://vk.com/away.php?to=${encodeURIComponent(to)}&post=-1_2`, 'https://vk.com/', networkOf);
  expect(read('https://www.presstv.ir/detail/1')).toEqual({ kind: 'domain', host: 'www.presstv.ir' });
  expect(read('presstv.ir')).toBeUndefined();
  expect(read('//presstv.ir')).toBeUndefined();
});
