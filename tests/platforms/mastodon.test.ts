import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { mastodon } from '../../src/platforms/mastodon.ts';
import { isMastodon } from '../../src/platforms/mastodon-detect.ts';
import { INVALID, VALID } from './addresses/mastodon.ts';
import { type Attributes, LINKS } from './addresses/mastodon-links.ts';
import { capture, readOn, tokensOn } from './read.ts';

const TEXT: [text: string, tokens: string[]][] = [
  ['#SomeTag', ['#SomeTag']],
  ['#قاسم_سلیمانی', ['#قاسم_سلیمانی']],
  ['#قاسم\u200cسلیمانی', ['#قاسم\u200cسلیمانی']],
  ['#م\u064fح\u064eم\u064eد', ['#م\u064fح\u064eم\u064eد']],
  ['#سـپاه', ['#سـپاه']],
  ['#ﺳﭙﺎه', ['#ﺳﭙﺎه']],
  ['#کرونا #كرونا', ['#کرونا', '#كرونا']],
  ['#۱۴۰۱ #123 #_ #', []],
  ['#۱۴۰۱سال #5g', ['#۱۴۰۱سال', '#5g']],
  ['#a-b', ['#a']],
  ['#C++', ['#C']],
  ['(#paren) «#quote» ،#comma', []],
  ['x#mid', []],
  ['#a#b', ['#a']],
  ['#پ\u064e\u200dژ', ['#پ\u064e']],
  ['#café', ['#café']],
  ['#ＡＢＣ ＃news', ['#ＡＢＣ', '#news']],
  ['#kadın #İran', ['#kadın', '#İran']],
  ['#مهسا_امینی، و', ['#مهسا_امینی']],
  ['\u200f#some_tag', []],
  ['#some_tag\u200e', ['#some_tag']],
  ['#a·b #c· #·d', ['#a·b', '#c']],
  ['#https://a.example', []],
  [
    'by @some_outlet@remote.example, @Some.out-let@a.b.example.',
    ['@some_outlet@remote.example', '@Some.out-let@a.b.example'],
  ],
  ['(@some_outlet@remote.example)', ['@some_outlet@remote.example']],
  ['@some_outlet says', []],
  ['@some_outlet@remote a@some_outlet@remote.example', []],
  ['@some_outlet@münchen.example @some_outlet@remote.exampleü', []],
  ['@some_outlet@remote.exam… @some_outlet@remote.example@x', []],
  ['@some_outlet@remote.example:8443 @some_outlet@remote.example/x', []],
  ['https://a.example/@some_outlet@remote.example', []],
];

const PAGE = 'https://own.example/public';

/** What a link in a page of an unknown server leads to. */
function linked(
  href: string,
  { rel = '', class: className = '', title = '' }: Attributes = {},
  base = PAGE,
): string | undefined {
  const url = URL.parse(href, base);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '') return undefined;
  const found = mastodon.readLink?.({ url, page: new URL(base), rel, className, title });
  if (found?.kind === 'hashtag') return `#${found.tag}`;
  return found?.kind === 'account' ? `@${found.handle}${found.via === 'post' ? ' post' : ''}` : undefined;
}

describe('addresses', () => {
  test.each(VALID)('%s is %s', (address, read) => expect(readOn(mastodon, address)).toBe(read));
  test.each(INVALID)('%s is nobody', (address) => expect(readOn(mastodon, address)).toBeUndefined());
});

test.each(LINKS)('a link to %s with %o', (href, attributes, read) => expect(linked(href, attributes)).toBe(read));

test('a client has no accounts of its own', () => {
  expect(linked('/@some_outlet', {}, 'https://elk.zone/mock.example/public')).toBeUndefined();
  expect(linked('/mock.example/@some_outlet', {}, 'https://elk.zone/home')).toBe('@some_outlet@mock.example');
});

test.each(TEXT)('%s', (text, tokens) => expect(tokensOn(mastodon, text)).toEqual(tokens));

test.each([
  ['<div id="mastodon" class="notranslate app-holder"></div>', true],
  ['<script id="initial-state" type="application/json">{}</script><div id="mastodon"></div>', true],
  ['<meta property="og:description" content="A nimble Mastodon web client"><div id="__nuxt"></div>', true],
  ['<meta name="description" content="Minimalistic opinionated Mastodon web client"><div id="app"></div>', true],
  ['<a id="mastodon" rel="me" href="https://mastodon.social/@somebody">Mastodon</a>', false],
  ['<div id="__nuxt"></div>', false],
  ['<div id="app"></div>', false],
  ['', false],
])('%s is Mastodon: %s', (html, is) => expect(isMastodon(parseHTML(`<body>${html}`).document)).toBe(is));

/** What the routes of a server say, by plain search; those of Elk begin with the server. */
function named(html: string, host: string): string[] {
  const shown = html.replace(/<!--.*?-->/gs, '').replace(/<(script|style)\b.*?<\/\1>/gs, '');
  return [...shown.matchAll(/<a\b[^>]*?\shref="(\/[^"]*)"/g)].flatMap(([, href = '']) => {
    const [, server = host, rest = ''] = /^(?:\/([\w-]+\.[\w.-]+))?\/(.*)$/.exec(href) ?? [];
    const tag = /^tags\/([^/]+)$/.exec(rest)?.[1];
    if (tag !== undefined) return `#${decodeURIComponent(tag)}`;
    const [, user, domain = server, post] =
      /^@(\w+)(?:@([\w.]+))?(?:\/collections)?(\/\d+(?:\/\w+)?)?$/.exec(rest) ?? [];
    return user === undefined ? [] : `@${user}@${domain}${post === undefined ? '' : ' post'}`;
  });
}

describe.each([
  ['live-clients/masto-home.html', 'https://masto.example/home', 12],
  ['live-clients/masto-tag.html', 'https://masto.example/tags/news', 12],
  ['live-clients/elk-public.html', 'https://elk.example/mock.social/public', 16],
  ['mastodon/comments-thread.html', 'https://mastodon.example/@alice/12345678', 0],
])('%s', (path, base, tags) => {
  const html = capture(path) ?? '';
  test.skipIf(html === '')('its own links, and that it is Mastodon', () => {
    const { document } = parseHTML(html);
    const own = [...document.querySelectorAll('a[href^="/"]')].flatMap(
      (link) => linked(link.getAttribute('href') ?? '', { class: link.className }, base) ?? [],
    );
    const expected = named(html, new URL(base).hostname);
    expect(own).toEqual(expected);
    expect(expected.filter((name) => name.startsWith('#'))).toHaveLength(tags);
    expect(expected.some((name) => name.startsWith('@'))).toBe(true);
    expect(isMastodon(document)).toBe(true);
  });
});
