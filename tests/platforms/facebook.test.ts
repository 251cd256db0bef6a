import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { facebook } from '../../src/platforms/facebook.ts';
import { INVALID, VALID } from './addresses/facebook.ts';
import { anchorAddresses, capture, readAnchors, readOn, tokensOn } from './read.ts';

const TEXT: [text: string, tokens: string[]][] = [
  ['#SomeTag', ['#SomeTag']],
  ['a #one, (#two) «#three»', ['#one', '#two', '#three']],
  ['#قاسم_سلیمانی، #قاسم\u200cسلیمانی', ['#قاسم_سلیمانی', '#قاسم\u200cسلیمانی']],
  ['＃some_tag\n#5g', ['#some_tag', '#5g']],
  ['#123 x#mid #one#two #C++ #state-backed', []],
  ['@someoutlet @[100000000000001:someoutlet] a@b.example', []],
  ['https://www.facebook.com/#part facebook.com/@someoutlet', []],
];

describe('addresses', () => {
  test.each(VALID)('%s is %s', (address, read) => expect(readOn(facebook, address)).toBe(read));
  test.each(INVALID)('%s is nobody', (address) => expect(readOn(facebook, address)).toBeUndefined());
});

test.each(TEXT)('%s', (text, tokens) => expect(tokensOn(facebook, text)).toEqual(tokens));

/** Paths of one word, less those that a reader sees to be pages of the site. */
const PLAIN = /^(?:https:\/\/(?:www|m|[a-z]{2}-[a-z]{2})\.facebook\.com)?\/([A-Za-z0-9.]{5,})\/?(?:[?#].*)?$/;
const SITE = /^(?:r\.php|terms|settings|policies|pages|logout\.php|story\.php|bugnub|login|privacy|help|recover)$/;

function namesIn(addresses: readonly string[]): string[] {
  return addresses.flatMap((href) => {
    const name = PLAIN.exec(href)?.[1];
    return name === undefined || SITE.test(name) || name.endsWith('.php') ? [] : [`@${name}`];
  });
}

describe.each(['facebook/page-2017-visitaustria.html', 'facebook/granary-m.timeline.html'])('%s', (path) => {
  const html = capture(path);
  const addresses = anchorAddresses(html ?? '');
  const read = readAnchors(facebook, html ?? '', 'https://www.facebook.com/');
  const tags = addresses.flatMap((href) => /\/hashtag\/(\w+)/.exec(href)?.[1] ?? []).map((tag) => `#${tag}`);

  test.skipIf(html === undefined)('hashtags', () => {
    expect(read.filter((one) => one.startsWith('#'))).toEqual(tags);
  });

  test.skipIf(html === undefined)('accounts at their own address', () => {
    const profiles = read.filter((one) => one.startsWith('@') && !one.endsWith(' post'));
    const found = namesIn(addresses);
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(profiles)).toEqual(new Set(found));
    expect(profiles.length).toBeGreaterThanOrEqual(found.length); // The tabs of a page are links to it as well.
  });

  test.skipIf(html === undefined)('posts', () => {
    const posts = addresses.filter((href) =>
      /\/(?:posts|videos|photos)\/[^?]*\d|\/(?:story|permalink)\.php\?/.test(href),
    );
    expect(read.filter((one) => one.endsWith(' post'))).toHaveLength(posts.length);
  });

  test.skipIf(html === undefined)('every post has an author', () => {
    const { document } = parseHTML(html ?? '');
    const posts = [...document.querySelectorAll(facebook.page.units.map(({ selector }) => selector).join(', '))];
    expect(posts.length).toBeGreaterThan(0);
    for (const post of posts) {
      const author = post.querySelector(facebook.page.authorBlock)?.getAttribute('href') ?? '';
      expect(readOn(facebook, author)).toMatch(/^@\S+$/);
    }
  });
});
