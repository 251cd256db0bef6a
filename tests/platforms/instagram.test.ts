import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { instagram } from '../../src/platforms/instagram.ts';
import { INVALID, VALID } from './addresses/instagram.ts';
import { anchorAddresses, capture, readAnchors, readOn, tokensOn } from './read.ts';

const TEXT: [text: string, tokens: string[]][] = [
  ['#SomeTag', ['#SomeTag']],
  ['a #one, (#two) «#three» #four.', ['#one', '#two', '#three', '#four']],
  ['#قاسم_سلیمانی، #قاسم\u200cسلیمانی', ['#قاسم_سلیمانی', '#قاسم\u200cسلیمانی']],
  ['#۱۴۰۱سال #5g', ['#۱۴۰۱سال', '#5g']],
  ['＃some_tag', ['#some_tag']],
  ['\u200f#some_tag\u200e', ['#some_tag']],
  ['#love❤️ #iran🇮🇷', ['#love❤️', '#iran🇮🇷']],
  ['#tag\u200c after', ['#tag']],
  ['by @some_outlet and @some.outlet.', ['@some_outlet', '@some.outlet']],
  ['(@some_outlet)', ['@some_outlet']],
  ["@some_outlet's", ['@some_outlet']],
  ['@_.a', ['@_.a']],
  ['#123 #۱۴۰۱ #_ # #', []],
  ['x#mid &#39; a&#b', []],
  ['#one#two', []],
  ['#C++ #a$ #50%', []],
  ['#state-backed #AT&T #some.org', []],
  ['#️⃣ #\ufe0fx', []],
  ['https://a.example/#part a.example/@name', []],
  ['a@b.example some@one', []],
  ['@@some_outlet .@some_outlet @@', []],
  ['@some_outlet@server.example @some_outlet/x', []],
  ['@some_outletرا @some-outlet @some..outlet', []],
  ['@abcdefghijklmnopqrstuvwxyz01234', []],
  ['＠some_outlet', []],
];

describe('addresses', () => {
  test.each(VALID)('%s is %s', (address, read) => expect(readOn(instagram, address)).toBe(read));
  test.each(INVALID)('%s is nobody', (address) => expect(readOn(instagram, address)).toBeUndefined());
});

test.each(TEXT)('%s', (text, tokens) => expect(tokensOn(instagram, text)).toEqual(tokens));

test('ids are read where the name stands right behind them, and not from what people write', () => {
  const { document } = parseHTML(
    `<script type="application/json">{"user":{"pk":"12","username":"some.outlet"},"pk":"9","code":"x",
    "text":"\\"pk\\":\\"66\\",\\"username\\":\\"forged\\"","owner":{"pk":"13","username":"bad..name"}}</script>
    <script>{"pk":"14","username":"elsewhere"}</script>`,
  );
  expect(instagram.readEmbedded?.(document)).toEqual([{ handle: 'some.outlet', id: '12' }]);
});

const embeds = capture('instagram/embed-blockquotes.html');
test.skipIf(embeds === undefined)('a saved page with embedded posts', () => {
  const html = embeds ?? '';
  const named = anchorAddresses(html).flatMap(
    (href) => /^https?:\/\/(?:www\.)?instagram\.com\/([a-z0-9._]+)\/?(?:\?.*)?$/.exec(href)?.[1] ?? [],
  );
  expect(readAnchors(instagram, html, 'https://blog.example/')).toEqual(named.map((name) => `@${name}`));
  expect(named.length).toBeGreaterThan(0);
});
