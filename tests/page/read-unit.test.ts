// @vitest-environment happy-dom
import '../fakes/page.ts';
import { beforeEach, describe, expect, it, test } from 'vitest';
import { LinkReader } from '../../src/page/read-link.ts';
import { readUnit, type UnitReading } from '../../src/page/read-unit.ts';
import { unitFinder } from '../../src/page/units.ts';
import { x } from '../../src/platforms/x.ts';
import { installPage, link, mentionLink, postHtml, rowHtml, tagLink, textOf } from '../fakes/page.ts';

beforeEach(() => installPage());

const finder = unitFinder(x);

function readAll(html: string): UnitReading[] {
  document.body.innerHTML = html;
  return finder
    .touched(document.documentElement)
    .map((root) => readUnit(finder.unit(root), x, new LinkReader(x, 'https://x.com/home')));
}

/** What a unit shows: place, name, id if known, and the text that would be underlined (`—` for none). */
function seen(reading: UnitReading | undefined): string[] {
  return (reading?.occurrences ?? []).map(({ sighting, place, range }) => {
    const name =
      sighting.kind === 'hashtag'
        ? `#${sighting.tag}`
        : sighting.kind === 'account'
          ? `@${sighting.handle ?? ''}${sighting.id === undefined ? '' : `!${sighting.id}`}`
          : sighting.host;
    const shown = range ? textOf(range) : '—';
    return shown === name.replace(/!.*/, '') ? `${place} ${name}` : `${place} ${name} “${shown}”`;
  });
}

const read = (html: string, at = 0): string[] => seen(readAll(html)[at]);

describe('a post', () => {
  it('names its author, what it mentions and its hashtags', () => {
    const html = `Hello ${mentionLink('khamenei_ir')} ${tagLink('Hero')} and #plain, @plain_too`;
    expect(read(postHtml({ handle: 'PressTV', html }))).toEqual([
      'link @PressTV “—”',
      'author @PressTV “PressTV”',
      'author @PressTV',
      'mention @khamenei_ir',
      'hashtag #Hero',
      'hashtag #plain',
      'mention @plain_too',
    ]);
  });

  it('is known by its address', () => {
    expect(readAll(postHtml({ handle: 'a', html: 'x', id: '77' }))[0]?.permalink).toBe('/a/status/77');
  });

  it('is not known by the address of another post that it links to', () => {
    const [reading] = readAll(`<article><p>${link('/b/status/5', 'x.com/b/status/5')}</p></article>`);
    expect(reading).not.toHaveProperty('permalink');
  });

  it('gives the words that stand in it, without the poster’s name', () => {
    const [reading] = readAll(postHtml({ handle: 'soleimani_fan', name: 'Qassem Soleimani', html: 'My #hero today' }));
    expect(reading?.text).toContain('My #hero today');
    expect(reading?.text).not.toMatch(/soleimani/i);
    expect(reading?.tags).toEqual(['hero']);
  });

  it('links elsewhere without naming anybody of X', () => {
    expect(read(`<article>${link('https://evil.example/PressTV', '@PressTV')}</article>`)).toEqual([
      expect.stringContaining('evil.example'),
    ]);
  });

  it('names the account that a link leads to, whatever the link says', () => {
    expect(read(`<article>${link('/somebody', '@PressTV')}</article>`)).toEqual(['mention @somebody “@PressTV”']);
  });

  it('names nobody by a link to a post', () => {
    expect(read(postHtml({ handle: 'a', html: link('/PressTV/status/9', 'look') })).join()).not.toContain('PressTV');
  });

  it('of before script, without an author’s block, is by whom its dated link says', () => {
    const html = `<article><p>Text</p>— Press TV ${link('/PressTV/status/9', '<time>May 1</time>')}</article>`;
    expect(read(html)).toEqual(['author @PressTV “May 1”']);
  });

  it('tells of sites and other networks that it links to', () => {
    expect(read('<article><a href="https://www.presstv.ir/x">presstv.ir/x</a></article>')).toEqual([
      'link www.presstv.ir “presstv.ir/x”',
    ]);
  });

  test.each([
    ['a script address', 'javascript:alert(1)'],
    ['an empty address', ''],
    ['a broken address', 'https://['],
    ['a fragment', '#PressTV'],
    ['a mail address', 'mailto:PressTV@x.com'],
    ['a page of the site', '/settings'],
    ['a look-alike', 'https://x.com@evil.example/PressTV'],
  ])('names nobody by %s', (_, href) => {
    expect(read(`<article>${link(href, 'text')}</article>`)).toEqual([]);
  });

  it('names what objects have as members like anybody else', () => {
    const html = `${mentionLink('__proto__')} ${tagLink('constructor')} @toString #hasOwnProperty`;
    expect(read(postHtml({ handle: 'constructor', html })).slice(2)).toEqual(
      [
        'author @constructor',
        'mention @__proto__',
        'hashtag #constructor',
        'hashtag #hasOwnProperty',
        'mention @toString',
      ].toSorted((a, b) => order(a) - order(b)),
    );
  });

  it('without anything to read is read all the same', () => {
    const [reading] = readAll('<article></article>');
    expect(reading).toEqual({ occurrences: [], text: '', tags: [], hasAccount: false });
  });
});

/** Links come before plain text. */
function order(row: string): number {
  return ['author', '__proto__', '#constructor', 'toString', '#has'].findIndex((part) => row.includes(part));
}

describe('reposts', () => {
  it('of a listed account by somebody: the author is the author', () => {
    const found = read(postHtml({ handle: 'PressTV', repostedBy: 'somebody', html: 'x' }));
    expect(found.filter((row) => row.startsWith('author'))).toEqual(['author @PressTV “PressTV”', 'author @PressTV']);
    expect(found).toContain('link @somebody “somebody reposted”');
  });

  it('by a listed account: the author is somebody, and the account is named where it stands', () => {
    const found = read(postHtml({ handle: 'somebody', repostedBy: 'PressTV', html: 'x' }));
    expect(found.filter((row) => row.startsWith('author'))).toEqual([
      'author @somebody “somebody”',
      'author @somebody',
    ]);
    expect(found).toContain('link @PressTV “PressTV reposted”');
  });
});

describe('a quoted post', () => {
  const quoting = (quote: { handle: string; name?: string; html?: string; avatar?: string | null }) =>
    postHtml({ handle: 'outer', html: 'outer text #outer_tag', quote: { html: 'inner text #inner_tag', ...quote } });

  it('is a unit of its own', () => {
    const [outer, inner] = readAll(quoting({ handle: 'inner' }));
    expect(seen(outer)).toEqual(['link @outer “—”', 'author @outer “outer”', 'author @outer', 'hashtag #outer_tag']);
    expect(seen(inner)).toEqual(['author @inner', 'hashtag #inner_tag']);
    expect(outer?.text).not.toContain('inner');
    expect(inner?.text).not.toContain('outer');
  });

  it('names its author though it has no link', () => {
    expect(read(quoting({ handle: 'PressTV' }), 1)).toContain('author @PressTV');
  });

  test.each([
    ['a display name that is somebody’s handle', { handle: 'faker', name: '@PressTV' }, '@faker'],
    ['the same where no avatar tells', { handle: 'faker', name: '@PressTV', avatar: null }, '@faker'],
    ['a display name that holds somebody’s handle', { handle: 'faker', name: 'not @PressTV' }, '@faker'],
    ['a display name of two handles', { handle: 'faker', name: '@PressTV @khamenei_ir' }, '@faker'],
    ['a display name over two spans', { handle: 'faker', name: '<span>@Press</span><span>TV</span>' }, '@faker'],
  ])('is not by the account of %s', (_, quote, author) => {
    const found = read(quoting(quote), 1);
    expect(found.join()).not.toMatch(/PressTV|khamenei/);
    expect(found.filter((row) => row.startsWith('author'))).toEqual([`author ${author}`]);
  });

  it('by nobody knows whom has no author where the avatar names another', () => {
    expect(read(quoting({ handle: 'PressTV', avatar: 'somebody' }), 1)).toEqual(['hashtag #inner_tag']);
  });

  it('takes the avatar’s word in any case of letters', () => {
    expect(read(quoting({ handle: 'PressTV', avatar: 'presstv' }), 1)).toContain('author @PressTV');
  });

  it('has no hashtag in a display name: it would read as a mark on the person', () => {
    expect(read(quoting({ handle: 'faker', name: '#inner_name' }), 1).join()).not.toContain('inner_name');
  });
});

describe('an author’s linked name', () => {
  it('that reads as somebody’s handle is still where the link leads', () => {
    const found = read(postHtml({ handle: 'faker', name: '@PressTV', html: 'x' }));
    expect(found).toEqual(['link @faker “—”', 'author @faker “@PressTV”', 'author @faker']);
  });

  it('that holds a hashtag has none', () => {
    expect(read(postHtml({ handle: 'faker', name: 'Me #Hero', html: 'x' })).join()).not.toContain('#Hero,');
    expect(readAll(postHtml({ handle: 'faker', name: 'Me #Hero', html: 'x' }))[0]?.tags).toEqual([]);
  });
});

describe('a row of an account', () => {
  it('knows the account’s id from its button', () => {
    const found = read(rowHtml('PressTV', '37868848'));
    expect(found).toContain('user-row @PressTV!37868848');
    expect(found.filter((row) => !row.includes('!37868848'))).toEqual([]);
  });

  it('does not lend its id to those whom its bio mentions', () => {
    const found = read(rowHtml('somebody', '555', { bio: `fan of ${mentionLink('PressTV')} and @khamenei_ir` }));
    expect(found.filter((row) => row.includes('PressTV') || row.includes('khamenei'))).toEqual([
      expect.not.stringContaining('555'),
      expect.not.stringContaining('555'),
    ]);
    expect(found).toContain('user-row @somebody!555');
  });

  it('calls a mention in its bio a mention', () => {
    const found = read(rowHtml('somebody', '555', { bio: mentionLink('PressTV') }));
    expect(found).toContain('mention @PressTV');
  });

  it('does not take the id of a button in another unit', () => {
    const html = `<article><div data-testid="User-Name"><a href="/PressTV">@PressTV</a></div>${rowHtml('other', '9')}</article>`;
    expect(read(html)).toEqual(['author @PressTV']);
  });
});

describe('a profile’s header', () => {
  const header = (name: string, handle: string) =>
    `<div data-testid="UserName"><div><span>${name}</span></div><div><span>@${handle}</span></div></div>`;

  it('names its account', () => {
    expect(read(header('Press TV', 'PressTV'))).toEqual(['profile @PressTV']);
  });

  it('is not the account that its display name reads as', () => {
    expect(read(header('@PressTV', 'faker'))).toEqual(['profile @faker']);
  });
});

describe('trends', () => {
  it('are hashtags without links', () => {
    const html =
      '<div data-testid="trend" role="link"><div><span>Trending</span></div><div><span>#Hero</span></div></div>';
    expect(read(html)).toEqual(['hashtag #Hero']);
  });
});

describe('units', () => {
  test.each([
    ['in the composer', `<div role="textbox">${postHtml({ handle: 'a', html: '#Hero' })}</div>`],
    ['in what is edited', `<div contenteditable="true">${postHtml({ handle: 'a', html: '#Hero' })}</div>`],
    ['in navigation', `<nav>${postHtml({ handle: 'a', html: '#Hero' })}</nav>`],
    ['in private messages', `<div data-testid="DMDrawer">${postHtml({ handle: 'a', html: '#Hero' })}</div>`],
    [
      'of the account that is logged in',
      `<div data-testid="SideNav_AccountSwitcher_Button">${rowHtml('a', '1')}</div>`,
    ],
  ])('%s are not read', (_, html) => {
    expect(readAll(html)).toEqual([]);
  });

  it('are found around a change, and within it', () => {
    document.body.innerHTML = `<main>${postHtml({ handle: 'a', html: '<b>x</b>' })}${postHtml({ handle: 'b', html: 'y' })}</main>`;
    const posts = [...document.querySelectorAll('article')];
    expect(finder.touched(document.querySelector('b') as Element)).toEqual([posts[0]]);
    expect(finder.touched(document.querySelector('main') as Element)).toEqual(posts);
    expect(finder.touched(posts[1] as Element)).toEqual([posts[1]]);
  });

  it('that become units within others are taken out of them: both are read', () => {
    document.body.innerHTML = postHtml({ handle: 'a', html: 'x', quote: { handle: 'b', html: '#inner' } });
    const [outer, inner] = [document.querySelector('article'), document.querySelector('div[role="link"]')];
    const name = inner?.querySelector('[data-testid="User-Name"]') as Element;
    expect(finder.touched(name)).toEqual([outer, inner]);
  });
});
