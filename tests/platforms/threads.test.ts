import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { threads } from '../../src/platforms/threads.ts';
import { INVALID, VALID } from './addresses/threads.ts';
import { readOn, tokensOn } from './read.ts';

const TEXT: [text: string, tokens: string[]][] = [
  ['#SomeTag', ['#SomeTag']],
  ['a #one, (#two) «#three»', ['#one', '#two', '#three']],
  ['#قاسم_سلیمانی، #قاسم\u200cسلیمانی', ['#قاسم_سلیمانی', '#قاسم\u200cسلیمانی']],
  ['＃some_tag\n#5g', ['#some_tag', '#5g']],
  ['by @some_outlet, @some.outlet.', ['@some_outlet', '@some.outlet']],
  ['#123 #۱۴۰۱ x#mid #one#two #C++ #state-backed', []],
  ['a@b.example @some_outlet@server.example @some_outletرا @@some_outlet', []],
  ['https://www.threads.net/@some_outlet threads.net/@some_outlet', []],
];

describe('addresses', () => {
  test.each(VALID)('%s is %s', (address, read) => expect(readOn(threads, address)).toBe(read));
  test.each(INVALID)('%s is nobody', (address) => expect(readOn(threads, address)).toBeUndefined());
});

test.each(TEXT)('%s', (text, tokens) => expect(tokensOn(threads, text)).toEqual(tokens));

test('ids are read where the name stands right behind them', () => {
  const { document } = parseHTML(
    '<script type="application/json">{"post":{"pk":"99","code":"x"},"user":{"pk":"12","username":"some_outlet"}}</script>',
  );
  expect(threads.readEmbedded?.(document)).toEqual([{ handle: 'some_outlet', id: '12' }]);
});
