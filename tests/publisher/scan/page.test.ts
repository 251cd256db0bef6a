import { describe, expect, test } from 'vitest';
import { platformOf } from '../../../src/platforms/all.ts';
import type { Platform } from '../../../src/platforms/platform.ts';
import { x } from '../../../src/platforms/x.ts';
import type { PageBlock } from '../../../src/publisher/scan/page-blocks.ts';
import { PageReader } from '../../../src/publisher/scan/read-page.ts';
import { capture } from '../../platforms/read.ts';
import { fixture, scan, short, temporary } from './scanning.ts';

function namesIn(blocks: readonly PageBlock[]): string[] {
  return blocks.flatMap(({ names }) =>
    names.map(({ sighting }) => {
      if (sighting.kind === 'hashtag') return `#${sighting.tag}`;
      return sighting.kind === 'domain' ? sighting.host : `@${sighting.handle ?? sighting.id}`;
    }),
  );
}

function read(html: string, platform?: Platform): PageBlock[] {
  const page = new PageReader(platform, x);
  return [...page.push(html), ...page.end()];
}

test('a saved page', async () => {
  const { code, out } = await scan(['--json', fixture('page.html')]);
  expect(short(out)).toEqual([
    '6 account PressTV a-presstv',
    '6 hashtag Hero h-hero',
    '16 domain kayhan.ir d-kayhan-ir',
    '16 hashtag We_Are_Qassem h-we-are-qassem',
    '24 domain www.kayhan.ir d-kayhan-ir',
  ]);
  expect(code).toBe(0);
});

test('is read alike in any pieces', () => {
  const html =
    '<p>a #one</p>\n<article>b <a href="https://x.com/PressTV">@<b>PressTV</b></a>\n#t&amp;wo<br>#three</article>\n<p>c';
  const whole = read(html);
  const page = new PageReader(undefined, x);
  const pieces = [...[...html].flatMap((piece) => page.push(piece)), ...page.end()];
  expect(pieces).toEqual(whole);
  expect(whole.map(({ line }) => line)).toEqual([1, 2, 4]);
});

describe('names', () => {
  test.each<[string, string[]]>([
    ['<p>#<span>one</span></p>', ['#one']],
    ['<p>#</p><p>one</p>', []],
    ['<div>#one<div>#two</div>#three</div>', ['#one', '#two', '#three']],
    ['<a href="https://x.com/PressTV">by @somebody</a>', ['@PressTV']],
    ['<a href="https://x.com/hashtag/one"><div>#<b>one</b></div></a>', ['#one']],
    ['<a href="https://www.irna.ir/a">#one</a>', ['www.irna.ir', '#one']],
    ['<a href="https://x.com/PressTV/status/1">@PressTV</a>', []],
    ['<a href="https://x.com/PressTV"><img alt="Press TV"></a>', []],
    ['<a href="#top">@top</a>', ['@top']],
    ['<a href="https://t.co/a">irna.ir/a…</a> <a href="https://t.co/b">irna.i…</a>', ['irna.ir']],
    ['<p>https://x.com/PressTV irna.ir</p>', []],
    ['<title>@a1</title><script>"@b1"</script><style>@c1</style><nav>@d1</nav>', []],
    ['<textarea>@a1</textarea><div contenteditable="true">@b1</div><div role="textbox"><p>@c1</p></div>@d1', ['@d1']],
    ['<div contenteditable="false">@a1</div>', ['@a1']],
    ['<button>@a1</button><select><option>@b1</select><template>@c1</template>', []],
    ['<p>unclosed @a1<p>@b1<li>@c1', ['@a1', '@b1', '@c1']],
    ['</p></div>@a1</article>', ['@a1']],
    ['&#35;one &commat;two &num;three', ['#one', '@two', '#three']],
    ['<!-- @a1 --><![CDATA[ @b1 ]]>', []],
  ])('%s', (html, expected) => expect(namesIn(read(html))).toEqual(expected));
});

describe('the page’s own address', () => {
  const link = '<a href="/some_outlet">here</a>';
  test.each<[string, string, string[]]>([
    ['saved from', `<!-- saved from url=(0023)https://x.com/home -->${link}`, ['@some_outlet']],
    ['canonical', `<link rel="canonical" href="https://vk.com/feed">${link}`, ['@some_outlet']],
    ['og:url', `<meta property="og:url" content="https://x.com/home">${link}`, ['@some_outlet']],
    ['base', `<base href="https://x.com/a/">${link}`, ['@some_outlet']],
    ['unknown', link, []],
    ['no address of the web', `<base href="file:///tmp/">${link}`, []],
  ])('%s', (_, html, expected) => expect(namesIn(read(html))).toEqual(expected));

  test('tells the network, unless another is named', () => {
    const html = '<link rel="canonical" href="https://www.reddit.com/r/a/"><p>#one';
    expect(namesIn(read(html))).toEqual([]);
    expect(namesIn(read(html, platformOf('x.com')))).toEqual(['#one']);
  });
});

test('a page in an older encoding is read by what it says of itself', async () => {
  // windows-1256: قاسم سليماني
  const word = Buffer.from('dec7d3e320d3e1ede3c7e4ed', 'hex');
  const page = Buffer.concat([
    Buffer.from('<meta http-equiv="Content-Type" content="text/html; charset=windows-1256"><p>#Hero '),
    word,
  ]);
  expect(short((await scan(['--json', temporary('a.html', page)])).out)).toEqual(['1 hashtag Hero h-hero']);
});

test.each([
  ['a page without an element', ''],
  ['a post that does not end', '<article>'],
  ['a post in a post', '<article>outer<article>'],
])('%s is judged in pieces, and nothing of it is lost', (_, start) => {
  const page = new PageReader(undefined, x);
  const blocks = page.push(start);
  for (let i = 0; i < 200; i++) blocks.push(...page.push(`${'word '.repeat(2_000)}#tag${i} `));
  expect(blocks.length).toBeGreaterThan(5);
  blocks.push(...page.end());
  expect(Math.max(...blocks.map(({ text }) => text.length))).toBeLessThan(300 * 1024);
  expect(namesIn(blocks)).toEqual(Array.from({ length: 200 }, (_, i) => `#tag${i}`));
});

const saved = capture('linkedin/company-loggedout.html');
test.skipIf(saved === undefined)('a saved page of LinkedIn holds its tags', () => {
  const names = namesIn(read(saved ?? ''));
  expect(names.filter((name) => name.startsWith('#')).length).toBeGreaterThanOrEqual(25);
  expect(names.filter((name) => name === '@company/audiense').length).toBeGreaterThan(10);
});
