import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { tiktok } from '../../src/platforms/tiktok.ts';
import { INVALID, VALID } from './addresses/tiktok.ts';
import { anchorAddresses, capture, readAnchors, readOn, tokensOn } from './read.ts';

const TEXT: [text: string, tokens: string[]][] = [
  ['#SomeTag', ['#SomeTag']],
  ['a #one, (#two) «#three» #four.', ['#one', '#two', '#three', '#four']],
  ['#قاسم_سلیمانی، #قاسم\u200cسلیمانی', ['#قاسم_سلیمانی', '#قاسم\u200cسلیمانی']],
  ['#۱۴۰۱سال #5g', ['#۱۴۰۱سال', '#5g']],
  ['#123 #۱۴۰۱ # #_', []],
  ['x#mid #one#two #C++', []],
  ['by @some_outlet and @some.outlet.', ['@some_outlet', '@some.outlet']],
  ['(@some_outlet) @.some..outlet', ['@some_outlet', '@.some..outlet']],
  ['@some-outlet @some_outletرا @a a@b.example', []],
  [`@${'a'.repeat(25)}`, []],
  ['https://a.example/#part a.example/@name', []],
];

describe('addresses', () => {
  test.each(VALID)('%s is %s', (address, read) => expect(readOn(tiktok, address)).toBe(read));
  test.each(INVALID)('%s is nobody', (address) => expect(readOn(tiktok, address)).toBeUndefined());
});

test.each(TEXT)('%s', (text, tokens) => expect(tokensOn(tiktok, text)).toEqual(tokens));

test('ids of author, owner and mentioned are read, not those of music, of the reader, or in what people write', () => {
  const { document } = parseHTML(
    `<script id="__UNIVERSAL_DATA_FOR_REHYDRATION__" type="application/json">{"user":{"uid":"70001","uniqueId":"reader"},
    "author":{"id":"6781206617","shortId":"","uniqueId":"some_outlet"},"music":{"id":"99999","title":"x"},
    "desc":"\\"id\\":\\"66666\\",\\"uniqueId\\":\\"forged\\"","owner":{"id":"12345","uniqueId":"bad."},
    "textExtra":[{"userId":"7054952512","isCommerce":false,"userUniqueId":"other_outlet","secUid":"x"}]}</script>
    <script>{"id":"77777","uniqueId":"elsewhere"}</script>`,
  );
  expect(tiktok.readEmbedded?.(document)).toEqual([
    { handle: 'some_outlet', id: '6781206617' },
    { handle: 'other_outlet', id: '7054952512' },
  ]);
});

const video = capture('tiktok/video-hashtags.html');
test.skipIf(video === undefined)('a saved video page', () => {
  const html = video ?? '';
  const named = anchorAddresses(html).flatMap((href) => {
    const [, sign, name, post] = /^\/(@|tag\/)([\w.]+)(\/video\/\d+)?$/.exec(href) ?? [];
    return name === undefined ? [] : `${sign === '@' ? '@' : '#'}${name}${post === undefined ? '' : ' post'}`;
  });
  expect(named.filter((name) => name.startsWith('#'))).toHaveLength(3);
  expect(readAnchors(tiktok, html, 'https://www.tiktok.com/')).toEqual(named);
  const { document } = parseHTML(html);
  const scope = JSON.parse(document.querySelector('#__UNIVERSAL_DATA_FOR_REHYDRATION__')?.textContent ?? '');
  const { author, textExtra } = scope.__DEFAULT_SCOPE__['webapp.video-detail'].itemInfo.itemStruct;
  const ids = new Map(tiktok.readEmbedded?.(document).map(({ handle, id }) => [handle, id]));
  expect(ids.get(author.uniqueId)).toBe(author.id);
  for (const { userUniqueId, userId } of textExtra) expect(ids.get(userUniqueId)).toBe(userId);
});
