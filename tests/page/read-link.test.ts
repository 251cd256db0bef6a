// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { LinkReader } from '../../src/page/read-link.ts';
import { PLATFORMS } from '../../src/platforms/all.ts';
import type { AnyPlatform } from '../../src/platforms/platform.ts';
import { webPage } from '../../src/platforms/web-page.ts';
import { x } from '../../src/platforms/x.ts';

const anchor = (href: string): HTMLAnchorElement => {
  const element = document.createElement('a');
  element.setAttribute('href', href);
  return element;
};
const readOn = (platform: AnyPlatform, href: string, base?: string) =>
  new LinkReader(platform, `https://${platform.hosts[0]}/`, base).read(anchor(href));

describe('a path of the network’s own', () => {
  const segment = fc.oneof(
    fc.stringMatching(/^[\w@.-]{1,12}$/),
    fc.constantFrom(
      '@anna',
      'status',
      'hashtag',
      'tag',
      'p',
      'reel',
      'in',
      'company',
      'user',
      'r',
      'c',
      'channel',
      '123',
    ),
    fc.constantFrom('.', '..', '', '%41', 'l.php', 'away.php', 'redirect', 'iv', 'search', 'explore', 'tags'),
  );
  const path = fc.array(segment, { maxLength: 4 }).map((segments) => `/${segments.join('/')}`);

  test.each(PLATFORMS.map((platform) => [platform.id, platform] as const))(
    'on %s leads where the whole address leads',
    (_, platform) => {
      fc.assert(
        fc.property(path, (written) => {
          const whole = `https://${platform.hosts[0]}${written.replace(/^\/+/, '/')}`;
          expect(readOn(platform, written.replace(/^\/+/, '/'))).toEqual(readOn(platform, whole));
        }),
        { numRuns: 500 },
      );
    },
  );

  it.each([
    ['another site', 'https://elsewhere.example/', 'elsewhere.example'],
    ['a site of that name within another', 'https://x.com.elsewhere.example/a/b', 'x.com.elsewhere.example'],
  ])('leads to %s where the page says that its paths do', (_, base, host) =>
    expect(readOn(x, '/anna', base)).toMatchObject({ kind: 'outside', host }),
  );

  it.each(['http://x.com:8080/', 'https://anna@x.com/', 'data:text/html,x', 'about:blank'])(
    'leads nowhere on %s',
    (base) => expect(readOn(x, '/anna', base)).toBeUndefined(),
  );

  it('is nobody’s on a page that is no network’s', () => {
    expect(new LinkReader(webPage, 'https://a.example/').read(anchor('/anna'))).toBeUndefined();
  });
});
