import { describe, expect, test } from 'vitest';
import { readAddress } from '../../src/platforms/address.ts';
import { linkedin } from '../../src/platforms/linkedin.ts';
import { INVALID, VALID } from './addresses/linkedin.ts';
import { anchorAddresses, capture, readAnchors, readOn, tokensOn } from './read.ts';

const TEXT: [text: string, tokens: string[]][] = [
  ['#SomeTag', ['#SomeTag']],
  ['a #one, (#two) «#three» #four.', ['#one', '#two', '#three', '#four']],
  ['#قاسم_سلیمانی، #новости', ['#قاسم_سلیمانی', '#новости']],
  ['＃some_tag', ['#some_tag']],
  ['#5g #100ksteps', ['#5g', '#100ksteps']],
  // The hidden word is left out by `page.ignore`; run together it is no tag.
  ['hashtag#SomeTag', []],
  ['#123 #_ # #', []],
  ['#one#two #C++ #some-tag', []],
  ['@some-person @SomeOutlet', []],
  ['https://a.example/#part', []],
];

describe('addresses', () => {
  test.each(VALID)('%s is %s', (address, read) => expect(readOn(linkedin, address)).toBe(read));
  test.each(INVALID)('%j is nobody', (address) => expect(readOn(linkedin, address)).toBeUndefined());
});

test.each(TEXT)('%s', (text, tokens) => expect(tokensOn(linkedin, text)).toEqual(tokens));

test('links outside are read behind the redirect', () => {
  const networkOf = (host: string) => (host === 'www.linkedin.com' ? linkedin : undefined);
  const raw =
    'https://www.linkedin.com/redir/redirect?url=http%3A%2F%2Fwww%2Epresstv%2Eir&urlhash=7Taq&trk=about_website';
  expect(readAddress(raw, 'https://www.linkedin.com/', networkOf)).toEqual({ kind: 'domain', host: 'www.presstv.ir' });
});

test('one name in four name spaces is four accounts', () => {
  const read = ['in', 'company', 'school', 'showcase'].map((space) => readOn(linkedin, `/${space}/some-outlet`));
  expect(new Set(read).size).toBe(4);
});

const saved = capture('linkedin/company-loggedout.html');
describe.skipIf(saved === undefined)('a saved page', () => {
  const html = saved ?? '';
  const read = readAnchors(linkedin, html, 'https://uk.linkedin.com/company/audiense');
  const hrefs = anchorAddresses(html);
  const decoded = hrefs.map((href) => decodeURIComponent(href).replace(/[?&]trk=.*$/, ''));

  test('has its tags behind the log-in', () => {
    const tags = decoded.flatMap((href) => /signup\?session_redirect=.*\/feed\/hashtag\/(\w+)$/.exec(href)?.[1] ?? []);
    expect(read.filter((one) => one.startsWith('#'))).toEqual(tags.map((tag) => `#${tag}`));
    expect(tags.length).toBe(25);
  });

  test('names people and companies in links of their own', () => {
    const named = decoded.flatMap((href) => {
      const [, space, name] =
        /^https:\/\/\w+\.linkedin\.com\/(in|company|school|showcase)\/([^/]+)(?:\/en)?$/.exec(href) ?? [];
      return name === undefined ? [] : `@${space === 'in' ? '' : `${space}/`}${name}`;
    });
    expect(read.filter((one) => one.startsWith('@'))).toEqual(named);
    expect(named.length).toBeGreaterThan(30);
  });
});
