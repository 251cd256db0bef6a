import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { youtube } from '../../src/platforms/youtube.ts';
import { INVALID, VALID } from './addresses/youtube.ts';
import { readOn, tokensOn } from './read.ts';

const TEXT: [text: string, tokens: string[]][] = [
  ['#SomeTag', ['#SomeTag']],
  ['A title | #one #two', ['#one', '#two']],
  ['#قاسم_سلیمانی، #قاسم\u200cسلیمانی', ['#قاسم_سلیمانی', '#قاسم\u200cسلیمانی']],
  ['＃some_tag (#5g)', ['#some_tag', '#5g']],
  ['#Пример.', ['#Пример']],
  ['#123 x#mid #one#two #C++ #state-backed', []],
  ['@SomeOutlet Twitter: @SomeOutlet', []],
  ['https://www.youtube.com/@SomeOutlet youtube.com/#part', []],
];

describe('addresses', () => {
  test.each(VALID)('%s is %s', (address, read) => expect(readOn(youtube, address)).toBe(read));
  test.each(INVALID)('%s is nobody', (address) => expect(readOn(youtube, address)).toBeUndefined());
});

test.each(TEXT)('%s', (text, tokens) => expect(tokensOn(youtube, text)).toEqual(tokens));

test('ids are read from links in the data, and not from what people write', () => {
  const [one, two, three] = ['a', 'b', 'c'].map((letter) => `UC${letter.repeat(22)}`);
  const { document } = parseHTML(
    `<script>var ytInitialData = {"browseEndpoint":{"browseId":"${one}","canonicalBaseUrl":"/@SomeOutlet"},
    "tab":{"browseId":"${two}","params":"EgZ2","canonicalBaseUrl":"\\/@%D9%85%D8%AB%D8%A7%D9%84"},
    "old":{"browseId":"${three}","canonicalBaseUrl":"/user/SomeOutlet"},"home":{"browseId":"FEwhat_to_watch"},
    "bare":{"browseId":"${three}","canonicalBaseUrl":"/SomeOutlet"},
    "text":"\\"browseId\\":\\"${two}\\",\\"canonicalBaseUrl\\":\\"/@SomeOutlet\\""};</script>`,
  );
  const accounts = [
    { handle: 'SomeOutlet', id: one },
    { handle: 'مثال', id: two },
    { handle: 'user/SomeOutlet', id: three },
  ];
  expect(youtube.readEmbedded?.(document)).toEqual(accounts);
  expect(youtube.readEmbedded?.(document)).toEqual(accounts); // From memory.
});
