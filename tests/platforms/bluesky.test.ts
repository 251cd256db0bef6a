import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { bluesky } from '../../src/platforms/bluesky.ts';
import { isBluesky } from '../../src/platforms/bluesky-detect.ts';
import { INVALID, VALID } from './addresses/bluesky.ts';
import { anchorAddresses, capture, readAnchors, readOn, tokensOn } from './read.ts';

const TEXT: [text: string, tokens: string[]][] = [
  ['#SomeTag', ['#SomeTag']],
  ['#قاسم_سلیمانی', ['#قاسم_سلیمانی']],
  ['#قاسم\u200cسلیمانی', ['#قاسم']],
  ['#م\u064fح\u064eم\u064eد', ['#م\u064fح\u064eم\u064eد']],
  ['#سـپاه', ['#سـپاه']],
  ['#ﺳﭙﺎه', ['#ﺳﭙﺎه']],
  ['#کرونا #كرونا', ['#کرونا', '#كرونا']],
  ['#۱۴۰۱', ['#۱۴۰۱']],
  ['#123 #_ # #!!', []],
  ['#۱۴۰۱سال #5g', ['#۱۴۰۱سال', '#5g']],
  ['#a-b', ['#a-b']],
  ['#C++', ['#C++']],
  ['(#paren) «#quote» ،#comma', []],
  ['x#mid', []],
  ['#a#b', ['#a#b']],
  ['#پ\u064e\u200dژ', ['#پ\u064e']],
  ['#café', ['#café']],
  ['#ＡＢＣ ＃news', ['#ＡＢＣ', '#news']],
  ['#kadın #İran', ['#kadın', '#İran']],
  ['#مهسا_امینی، و', ['#مهسا_امینی']],
  ['\u200f#some_tag', []],
  ['#some_tag\u200e', ['#some_tag\u200e']],
  ['#one, #two. #three!?', ['#one', '#two', '#three']],
  ['#️⃣', []],
  [`#${'a'.repeat(64)} #${'b'.repeat(65)}`, [`#${'a'.repeat(64)}`]],
  ['https://a.example/#part', []],
  ['by @some-outlet.bsky.social, @1tv.ru.', ['@some-outlet.bsky.social', '@1tv.ru']],
  ['(@some-outlet.ir)', ['@some-outlet.ir']],
  ['\u202a@some-outlet.ir\u202c', ['@some-outlet.ir']],
  ['@some_outlet @outlet a@some-outlet.ir .@some-outlet.ir', []],
  ['@some-outlet.irü @some-outlet.ir…', []],
  ['@some-outlet.ir@server.example', []],
];

describe('addresses', () => {
  test.each(VALID)('%s is %s', (address, read) => expect(readOn(bluesky, address)).toBe(read));
  test.each(INVALID)('%s is nobody', (address) => expect(readOn(bluesky, address)).toBeUndefined());
});

test.each(TEXT)('%s', (text, tokens) => expect(tokensOn(bluesky, text)).toEqual(tokens));

const onFork = (href: string): unknown => {
  const page = new URL('https://fork.example/profile/some-outlet.ir');
  return bluesky.readLink?.({ url: new URL(href, page), page, rel: '', className: '', title: '' });
};

test('the pages of a fork are read by its own links', () => {
  expect(onFork('/profile/a.co')).toEqual({ kind: 'account', platform: 'bluesky', handle: 'a.co', via: 'profile' });
  expect(onFork('/hashtag/SomeTag')).toEqual({ kind: 'hashtag', platform: 'bluesky', tag: 'SomeTag' });
  expect(onFork('https://elsewhere.example/profile/a.co')).toBeUndefined();
  expect(onFork('https://fork.example:8443/profile/a.co')).toBeUndefined();
  expect(onFork('//elsewhere.example/hashtag/SomeTag')).toBeUndefined();
});

test.each([
  ['<meta name="generator" content="bskyweb">', true],
  ['<link rel="preconnect" href="https://bsky.social"><div id="root"></div>', true],
  ['<div id="root"><div data-testid="feedItem-by-a.co"></div></div>', true],
  ['<div id="root"></div>', false],
  ['<link rel="preconnect" href="https://bsky.social">', false],
  ['<a href="https://bsky.app/profile/a.co">Bluesky</a>', false],
])('%s is Bluesky: %s', (html, is) => expect(isBluesky(parseHTML(`<body>${html}`).document)).toBe(is));

test.each([
  ['feedItem-by-some-outlet.ir', 'some-outlet.ir', undefined],
  ['postThreadItem-by-Some-Outlet.bsky.social', 'Some-Outlet.bsky.social', undefined],
  ['Post by some-outlet.ir', 'some-outlet.ir', undefined],
  ['/profile/did:plc:24xmtazrkaxh7kwx2ehginec/post/3m', undefined, 'did:plc:24xmtazrkaxh7kwx2ehginec'],
  ['/profile/some-outlet.ir/post/3m', undefined, undefined],
  ['feedItem-by-', undefined, undefined],
  ['Post by somebody else', undefined, undefined],
])('the hint %s names %s %s', (value, handle, id) => {
  const found = bluesky.page.hints.map(({ pattern }) => pattern.exec(value)?.groups).find((groups) => groups);
  expect(found?.handle).toBe(handle);
  expect(found?.id).toBe(id);
});

/** What the routes say, by plain search. */
function named(html: string): string[] {
  return anchorAddresses(html).flatMap((href) => {
    const tag = /^\/hashtag\/([^/?]+)$/.exec(href)?.[1];
    if (tag !== undefined) return `#${decodeURIComponent(tag)}`;
    const [, actor = '', post] = /^\/profile\/([\w.:-]+)(\/(?:post|feed)\/.+)?$/.exec(href) ?? [];
    return actor === '' ? [] : `${actor.startsWith('did:') ? '!' : '@'}${actor}${post === undefined ? '' : ' post'}`;
  });
}

describe.each([
  ['bluesky/post-hashtags.html', 'https://bsky.app/', 4],
  ['live-clients/bsky-home.html', 'https://deer.social/', 80],
  ['live-clients/bsky-thread.html', 'https://deer.social/', 42],
])('%s', (path, base, tags) => {
  const html = capture(path) ?? '';
  test.skipIf(html === '')('its anchors, its posts, and that it is Bluesky', () => {
    const expected = named(html);
    expect(readAnchors(bluesky, html, base)).toEqual(expected);
    expect(expected.filter((name) => name.startsWith('#'))).toHaveLength(tags);
    const { document } = parseHTML(html);
    expect(isBluesky(document)).toBe(true);
    const posts = document.querySelectorAll(bluesky.page.units.map((unit) => unit.selector).join(', '));
    const marked = html.match(/data-testid="(?:feedItem|postThreadItem)-by-|aria-label="Post by /g) ?? [];
    expect(posts.length).toBe(marked.length);
    const handles = [...document.querySelectorAll('[data-testid*="-by-"]')].map(
      (post) => bluesky.page.hints[0]?.pattern.exec(post.getAttribute('data-testid') ?? '')?.groups?.handle,
    );
    expect(handles).not.toContain(undefined);
  });
});
