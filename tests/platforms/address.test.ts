import { describe, expect, it } from 'vitest';
import { hostFromVisibleText, readAddress } from '../../src/platforms/address.ts';
import type { Platform } from '../../src/platforms/platform.ts';
import { x } from '../../src/platforms/x.ts';

const PAGE = 'https://x.com/home';

/** A network with a redirect, so that wrapping is tested without any real one's grammar. */
const wrapping: Platform = {
  ...x,
  hosts: ['net.example'],
  unwrap: (url) => (url.pathname === '/out' ? (url.searchParams.get('to') ?? '') : undefined),
  readAddress: ({ pathname }) => ({ kind: 'account', platform: 'x', handle: pathname.slice(1), via: 'profile' }),
};
const networkOf = (host: string) => (host === 'net.example' ? wrapping : host === 'x.com' ? x : undefined);
const wrap = (inner: string, times = 1): string =>
  times === 0 ? inner : wrap(`https://net.example/out?to=${encodeURIComponent(inner)}`, times - 1);
const read = (raw: string) => readAddress(raw, PAGE, networkOf);

describe('a linked site is', () => {
  it.each([
    ['https://www.presstv.ir/detail/1', 'www.presstv.ir'],
    ['http://presstv.ir', 'presstv.ir'],
    ['https://PressTV.IR/', 'presstv.ir'],
    ['//presstv.ir/', 'presstv.ir'],
    ['https://presstv.ir./a', 'presstv.ir'],
    ['https://presstv.ir:8443/a', 'presstv.ir'],
    ['https://presstv.ir#part', 'presstv.ir'],
    ['https://presstv.ir?q=a@b', 'presstv.ir'],
    ['https://en.irna.ir/news', 'en.irna.ir'],
    ['https://мвд.рф/', 'xn--b1aew.xn--p1ai'],
    ['https://XN--B1AEW.xn--p1ai/', 'xn--b1aew.xn--p1ai'],
    ['https://ｐresstv.ir/', 'presstv.ir'],
    ['https://presstv。ir/', 'presstv.ir'],
    ['https://%70resstv.ir/', 'presstv.ir'],
    ['https:\\\\presstv.ir\\a', 'presstv.ir'],
    ['  https://presstv.ir/\n', 'presstv.ir'],
    ['https://a_b.example.org/', 'a_b.example.org'],
    ['https://1tv.ru/', '1tv.ru'],
    ['https://notx.com/PressTV', 'notx.com'],
    ['https://x.com.evil.example/PressTV', 'x.com.evil.example'],
    ['https://evil.example/https://x.com/PressTV', 'evil.example'],
  ])('%s', (raw, host) => {
    expect(readAddress(raw, PAGE)).toEqual({ kind: 'domain', host });
  });
});

describe('nobody is named by', () => {
  it.each([
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://localhost/',
    'https://ir/',
    'https://presstv/',
    'https://user@presstv.ir/',
    'https://x.com@presstv.ir/PressTV',
    'https://presstv.ir:pass@x.com/PressTV',
    'https://x.com:8443/PressTV',
    'https://business.x.com/en',
    'https://a.b.twitter.com/',
    'https://x.com./PressTV',
    'https://x.com/home',
    'https://t.co/abc',
    'https://www.t.co/abc',
    'https://bit.ly/abc',
    'https://youtu.be/abc',
    'mailto:a@presstv.ir',
    'javascript:location="https://presstv.ir"',
    'data:text/html,https://presstv.ir',
    'ftp://presstv.ir/',
    'blob:https://presstv.ir/1',
    'view-source:https://presstv.ir/',
    'https://',
    'https://presstv.ir:99999/',
    'https://pres stv.ir/',
    'https://.ir/',
    'https://a..ir/',
    'https://-/',
    '#part',
    '',
    'presstv.ir',
    '/presstv.ir/news/a',
  ])('%s', (raw) => {
    const seen = readAddress(raw, PAGE);
    // A bare name is a path on the page's own network, and never the site.
    expect(seen?.kind === 'domain' ? seen.host : undefined).toBeUndefined();
  });

  it.each(['#', '#part', '', ' #!/PressTV'])('a place in the page itself: %j', (raw) => {
    expect(readAddress(raw, 'https://x.com/PressTV')).toBeUndefined();
    expect(readAddress(raw, 'https://presstv.ir/a')).toBeUndefined();
  });

  it('an address with the user name of another', () => {
    expect(readAddress('https://presstv.ir@x.com/PressTV', PAGE)).toBeUndefined();
  });
});

describe('redirects', () => {
  it.each([
    [wrap('https://presstv.ir/a?b=c'), { kind: 'domain', host: 'presstv.ir' }],
    [wrap('https://x.com/PressTV'), { kind: 'account', platform: 'x', handle: 'PressTV', via: 'profile' }],
    [wrap('https://presstv.ir/', 3), { kind: 'domain', host: 'presstv.ir' }],
    [wrap('/somebody'), { kind: 'account', platform: 'x', handle: 'somebody', via: 'profile' }],
    [wrap('//presstv.ir/'), { kind: 'domain', host: 'presstv.ir' }],
  ])('are followed: %s', (raw, expected) => {
    expect(read(raw)).toEqual(expected);
  });

  it.each([
    wrap('https://presstv.ir/', 4),
    wrap('https://presstv.ir/', 9),
    'https://net.example/out?to=/out',
    wrap('javascript:alert(1)'),
    wrap('https://a@presstv.ir/'),
    wrap('https://127.0.0.1/'),
    wrap('https://t.co/abc'),
    wrap('https://%'),
    'https://net.example:444/out?to=https://presstv.ir/',
    'https://presstv.ir@net.example/out?to=https://presstv.ir/',
  ])('end without a name: %s', (raw) => {
    expect(read(raw)).toBeUndefined();
  });

  it('of an unknown site are that site', () => {
    expect(read('https://evil.example/out?to=https://presstv.ir/')).toEqual({ kind: 'domain', host: 'evil.example' });
  });
});

describe('the text of a short link names', () => {
  it.each([
    ['presstv.ir/detail/…', 'presstv.ir'],
    ['https://www.presstv.ir/…', 'www.presstv.ir'],
    ['http://presstv.ir', 'presstv.ir'],
    ['PressTV.ir', 'presstv.ir'],
    ['irna.ir/xjK2Ab', 'irna.ir'],
    ['presstv.ir?id=1', 'presstv.ir'],
    ['presstv.ir#a', 'presstv.ir'],
    ['presstv.ir:443/a', 'presstv.ir'],
    ['presstv.ir.', 'presstv.ir'],
    ['\u2066presstv.ir/a\u2069', 'presstv.ir'],
    ['\n  https://en.irna.ir/news/8…\n', 'en.irna.ir'],
    ['medium.example/@user/a', 'medium.example'],
    ['мвд.рф/новости', 'xn--b1aew.xn--p1ai'],
  ])('%s', (text, host) => {
    expect(hostFromVisibleText(text)).toBe(host);
  });

  it.each([
    'presstv.ir…',
    'presstv.ir...',
    'presstv.…',
    'presst…',
    'https://presstv.ir…',
    'see presstv.ir/a',
    'presstv.ir/a and more',
    'Press TV',
    'presstv',
    '@presstv.ir',
    'a@presstv.ir',
    'presstv.ir@evil.example/',
    'https://presstv.ir@evil.example/',
    'presstv.ir\\@evil.example/',
    'presstv.ir\u202e/moc.live',
    '\u202epresstv.ir/a',
    'presstv.ir\u200b.evil.example',
    'ftp://presstv.ir/',
    'mailto:a@presstv.ir',
    '127.0.0.1/a',
    '0x7f.1',
    '1.5',
    '10.12.2024',
    'x.com/PressTV',
    'pic.twitter.com/abc',
    't.co/abc',
    'bit.ly/abc',
    '.ir',
    'ir/',
    '/presstv.ir',
    'https://',
    '',
    ' ',
    '-a.ir-',
  ])('nobody: %j', (text) => {
    expect(hostFromVisibleText(text)).toBeUndefined();
  });
});
