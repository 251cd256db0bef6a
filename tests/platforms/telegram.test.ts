import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { telegram } from '../../src/platforms/telegram.ts';
import { INVALID, VALID } from './addresses/telegram.ts';
import { anchorAddresses, capture, readAnchors, readOn, tokensOn } from './read.ts';

const TEXT: [text: string, tokens: string[]][] = [
  ['#SomeTag', ['#SomeTag']],
  ['#قاسم_سلیمانی', ['#قاسم_سلیمانی']],
  ['#قاسم\u200cسلیمانی', ['#قاسم\u200cسلیمانی']],
  ['#م\u064fح\u064eم\u064eد', ['#م']],
  ['#سـپاه', ['#سـپاه']],
  ['#ﺳﭙﺎه', ['#ﺳﭙﺎه']],
  ['#کرونا #كرونا', ['#کرونا', '#كرونا']],
  ['#۱۴۰۱', []],
  ['#123 #_ #', []],
  ['#۱۴۰۱سال #5g', ['#۱۴۰۱سال', '#5g']],
  ['#a-b', ['#a']],
  ['#C++', ['#C']],
  ['(#paren) «#quote» ،#comma', ['#paren', '#quote', '#comma']],
  ['x#mid', []],
  ['#a#b', []],
  ['#پ\u064e\u200dژ', ['#پ']],
  ['#café', ['#café']],
  ['#ＡＢＣ', ['#ＡＢＣ']],
  ['＃news', []],
  ['#kadın #İran', ['#kadın', '#İran']],
  ['#مهسا_امینی، و', ['#مهسا_امینی']],
  ['\u200f#some_tag\u200e', ['#some_tag']],
  ['#some_tag@some_outlet', ['#some_tag']],
  ['#සිංහල', ['#සිංහල']],
  ['#️⃣', []],
  [`#${'a'.repeat(256)} #${'b'.repeat(257)}`, [`#${'a'.repeat(256)}`]],
  ['https://a.example/#part t.me/s/x#y', []],
  ['by @some_outlet, @Irna_1313.', ['@some_outlet', '@Irna_1313']],
  ['(@some_outlet) .@some_outlet', ['@some_outlet', '@some_outlet']],
  ['@abc @1some @some__outlet @some_ @_some', []],
  ['خبر@some_outlet a@some_outlet @@some_outlet', []],
  ['@some_outletرا @some_outlet@server.example', []],
  [`@${'a'.repeat(33)}`, []],
  ['https://a.example/@some_outlet', []],
];

describe('addresses', () => {
  test.each(VALID)('%s is %s', (address, read) => expect(readOn(telegram, address)).toBe(read));
  test.each(INVALID)('%s is nobody', (address) => expect(readOn(telegram, address)).toBeUndefined());

  test('a hashtag in a preview is relative to the page', () => {
    expect(readOn(telegram, '?q=%23some_tag', 'https://t.me/s/some_outlet?before=9')).toBe('#some_tag');
    expect(readOn(telegram, '?q=%23some_tag', 'https://t.me/some_outlet/12?embed=1')).toBe('#some_tag');
    expect(readOn(telegram, '?q=%24BTC', 'https://t.me/s/some_outlet')).toBeUndefined();
  });
});

test.each(TEXT)('%s', (text, tokens) => expect(tokensOn(telegram, text)).toEqual(tokens));

const CHANNEL = telegram.page.hints.find((hint) => hint.attribute === 'data-view');
const view = (json: string): string | undefined => {
  const unpacked = CHANNEL?.decode?.(btoa(json));
  return unpacked && CHANNEL?.pattern.exec(unpacked)?.groups?.id;
};

test.each([
  ['{"c":-1179933704,"p":1491,"t":1588581227,"h":"3e"}', '-1001179933704'],
  ['{"p":1,"c":-7}', '-1000000000007'],
  ['{"c":1179933704,"p":1}', undefined],
  ['{"p":1}', undefined],
  ['{"c":"-12","p":1}', undefined],
  ['', undefined],
])('the view %s is of channel %s', (json, id) => expect(view(json)).toBe(id));

test('a view that is no base64 is none', () => expect(CHANNEL?.decode?.('***')).toBeUndefined());

const preview = capture('telegram/s-channel-excerpt-xcareers-2020.html');
test.skipIf(preview === undefined)('a saved preview', () => {
  const html = preview ?? '';
  const named = anchorAddresses(html).flatMap((href) => {
    const tag = /^\?q=%23(.+)$/.exec(href)?.[1];
    if (tag !== undefined) return `#${decodeURIComponent(tag)}`;
    const [, name, post] = /^(?:https:\/\/t\.me|\/s)\/(\w+)(?:\/(\d+)|\?before=\d+)?$/.exec(href) ?? [];
    return name === undefined ? [] : `@${name}${post === undefined ? '' : ' post'}`;
  });
  expect(new Set(named.filter((name) => name.startsWith('#')))).toHaveProperty('size', 9);
  expect(readAnchors(telegram, html, 'https://t.me/s/xCareers')).toEqual(named);
  const { document } = parseHTML(html);
  const views = [...document.querySelectorAll('[data-view]')].map((post) => post.getAttribute('data-view') ?? '');
  expect(new Set(views.map((value) => CHANNEL?.decode?.(value)))).toEqual(new Set(['-1001179933704']));
});

const landing = capture('telegram/landing-channel.html');
test.skipIf(landing === undefined)('a saved landing page', () => {
  const name = /tg:\/\/resolve\?domain=(\w+)/.exec(landing ?? '')?.[1];
  expect(readAnchors(telegram, landing ?? '', `https://t.me/${name}`)).toEqual([`@${name}`]);
});
