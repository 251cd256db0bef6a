// @vitest-environment happy-dom
import '../fakes/page.ts';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { buildFilter } from '../../src/core/filter-build.ts';
import { accountKey, domainKey, hashtagKeys, type Key, stableIdKey } from '../../src/core/key.ts';
import { linkedHostKey } from '../../src/core/link-key.ts';
import type { Verdict } from '../../src/core/verdict.ts';
import { CHIP_TAG } from '../../src/page/chip-tag.ts';
import { glanceAt } from '../../src/page/glance.ts';
import { judge } from '../../src/page/judge.ts';
import { mayMatchIn } from '../../src/page/may-match.ts';
import { LinkReader } from '../../src/page/read-link.ts';
import { type MayMatch, readUnit, type UnitReading } from '../../src/page/read-unit.ts';
import { type Unit, unitFinder } from '../../src/page/units.ts';
import { x } from '../../src/platforms/x.ts';
import { installPage, link, mentionLink, postHtml, rowHtml, tagLink, textOf } from '../fakes/page.ts';

beforeEach(() => installPage());

const finder = unitFinder(x);
const names = fc.constantFrom('anna', 'Boris', 'press_tv', 'hero', 'Héro', 'سپاه');
const handles = fc.constantFrom('anna', 'Boris', 'press_tv', 'hero');
const hosts = fc.constantFrom('a.example', 'www.sub.a.example', 't.me', 'b.example');

const words = fc.oneof(
  names.map((name) => `#${name}`),
  handles.map((name) => `@${name}`),
  names.map(tagLink),
  handles.map(mentionLink),
  hosts.map((host) => link(`https://${host}/anna`, host)),
  hosts.map((host) => link('https://t.co/abc', host)),
  handles.map((name) => link(`/${name}/status/5`, 'see')),
  fc.constantFrom(
    '<br>',
    '&nbsp;',
    '<img alt="">',
    'and',
    '<time>1h</time>',
    '<b>#hero</b>',
    '<i>#</i>',
    '<p>#her</p>',
  ),
  fc.constantFrom(
    '<button>#hero</button>',
    `<${CHIP_TAG}>o</${CHIP_TAG}>`,
    '\u200c',
    'o',
    '@',
    '＠',
    'a@b.example/#hero',
  ),
);
const html = fc
  .array(fc.tuple(words, fc.constantFrom(' ', ' ', '')), { maxLength: 6 })
  .map((parts) => parts.flat().join(''));
const post = fc
  .record({ handle: handles, name: names, html, quote: fc.option(fc.record({ handle: handles, html })) })
  .map(({ quote, ...rest }) => postHtml({ ...rest, ...(quote && { quote }) }));
const row = fc.tuple(handles, names, html).map(([handle, name, bio]) => rowHtml(handle, '77', { name, bio }));
const bare = html.map((inner) => `<article>${inner}</article>`);
/** Names its author without a link. */
const FACE = '<div data-testid="UserAvatar-Container-boris"></div>';
const linked = names.map((name) => `<a href="/carol/status/7"><article>${FACE}#${name}</article></a>`);
const pages = fc.array(fc.oneof(post, post, row, bare, linked), { maxLength: 4 }).map((parts) => parts.join(''));

const keys: Key[] = [
  ...['anna', 'press_tv'].map((name) => accountKey('x', name)),
  ...hashtagKeys('x', 'hero'),
  ...hashtagKeys('x', 'سپاه'),
  stableIdKey('x', '77'),
  domainKey('a.example'),
  linkedHostKey('t.me'),
];

function verdictOn(key: Key): Verdict {
  return {
    list: 'l',
    identifier: key,
    entity: 'e',
    kind: 'outlet',
    grade: 'stated',
    name: key,
  } as unknown as Verdict;
}

/** What is known of ids: that a name shown somewhere has one that is listed. */
const idOf = (handle: string | undefined): string | undefined => (handle === 'Boris' ? '77' : undefined);

function matchesIn(reading: UnitReading, listed: ReadonlySet<Key>): string[] {
  const { matches } = judge(reading, {
    verdicts: (key, gates = [key]) => (gates.some((gate) => listed.has(gate)) ? [verdictOn(key)] : []),
    idOf: (_, handle) => idOf(handle),
  });
  return matches.map(({ place, verdicts, ranges }) =>
    [place, ...verdicts.map(({ identifier }) => identifier), ...ranges.map(textOf)].join(' '),
  );
}

/** What the popup counts, and what tells a post from others. */
function counted({ hasAccount, text, permalink }: UnitReading): unknown {
  return { hasAccount, permalink, hasText: text.trim() !== '' };
}

it('what is passed over for speed is what would have had no mark, and counts as it would have', () => {
  let atAGlance = 0;
  fc.assert(
    fc.property(pages, fc.subarray(keys), (page, some) => {
      document.body.innerHTML = page;
      const listed = new Set(some);
      const filter = buildFilter(listed);
      const mayMatch = mayMatchIn(filter, 'x', { accounts: false, idOf: (_, handle) => idOf(handle) });
      const read = (unit: Unit, may?: MayMatch) => readUnit(unit, x, new LinkReader(x, 'https://x.com/home'), may);
      for (const root of finder.touched(document.documentElement)) {
        const whole = read(finder.unit(root));
        const quick = read(finder.unit(root), mayMatch);
        expect(matchesIn(quick, listed)).toEqual(matchesIn(whole, listed));
        expect({ ...quick, occurrences: [], tags: [] }).toEqual({ ...whole, occurrences: [], tags: [] });
        const glance = glanceAt(finder.unit(root), x, new LinkReader(x, 'https://x.com/home'), mayMatch);
        if (glance === undefined) continue;
        atAGlance++;
        expect(matchesIn(whole, listed)).toEqual([]);
        expect(counted(glance)).toEqual(counted(whole));
      }
    }),
    { numRuns: 400 },
  );
  expect(atAGlance).toBeGreaterThan(50);
});

it('with no filter, and where every account is asked about, nothing is passed over', () => {
  const all = { accounts: true, idOf: () => undefined };
  const stranger = { kind: 'account', platform: 'x', handle: 'nobody', via: 'profile' } as const;
  expect(mayMatchIn(undefined, 'x', { ...all, accounts: false })(stranger)).toBe(true);
  expect(mayMatchIn(buildFilter([]), 'x', all)(stranger)).toBe(true);
  expect(mayMatchIn(buildFilter([]), 'x', { ...all, accounts: false })(stranger)).toBe(false);
});

describe('at a glance', () => {
  const listed = buildFilter([...hashtagKeys('x', 'hero'), accountKey('x', 'anna')]);
  const mayMatch = mayMatchIn(listed, 'x', { accounts: false, idOf: () => undefined });
  const glance = (html: string): UnitReading | undefined => {
    document.body.innerHTML = html;
    const [root] = finder.touched(document.documentElement);
    return root && glanceAt(finder.unit(root), x, new LinkReader(x, 'https://x.com/home'), mayMatch);
  };

  it.each([
    ['a post of words', postHtml({ handle: 'boris', html: 'a walk' })],
    ['with names that links explain', postHtml({ handle: 'boris', html: `${tagLink('tea')} ${mentionLink('carol')}` })],
    ['with a link to elsewhere', postHtml({ handle: 'boris', html: link('https://a.example/', 'a.example') })],
    ['with a place in an address', postHtml({ handle: 'boris', html: link('https://a.example/', 'a.example/#top') })],
    ['with names in mere text', postHtml({ handle: 'boris', html: 'a@c.d #tea＃so ＠ma #' })],
    ['that quotes another', postHtml({ handle: 'boris', html: 'x', quote: { handle: 'carol', html: 'y' } })],
  ])('%s is nobody’s', (_, html) => expect(glance(html)).toMatchObject({ occurrences: [], hasAccount: true }));

  it.each([
    ['by somebody listed', postHtml({ handle: 'anna', html: 'a walk' })],
    ['that mentions somebody listed', postHtml({ handle: 'boris', html: mentionLink('anna') })],
    ['with a listed hashtag', postHtml({ handle: 'boris', html: tagLink('Hero') })],
    ['with a hashtag in mere text', postHtml({ handle: 'boris', html: 'a #hero' })],
    ['with a hashtag in two elements', postHtml({ handle: 'boris', html: '<b>#</b><i>hero</i>' })],
    ['with one behind a wide sign', postHtml({ handle: 'boris', html: '＃hero' })],
    [
      'with one in the words of a link to elsewhere',
      postHtml({ handle: 'boris', html: link('https://a.example/', '#hero') }),
    ],
    ['with one in the words of a link to nobody', postHtml({ handle: 'boris', html: link('/home', '#hero') })],
    ['with one that more is glued to', postHtml({ handle: 'boris', html: '<p>#hero</p><p>sandwich</p>' })],
    [
      'with one that a chip of the page’s stands in',
      postHtml({ handle: 'boris', html: `#he<${CHIP_TAG}>x</${CHIP_TAG}>ro` }),
    ],
    ['in a link', `<a href="/boris/status/5"><article>${FACE}a #hero</article></a>`],
    ['that is a link', '<a role="article" href="/boris/status/5">a #hero <a href="/boris">boris</a></a>'],
    ['with a long word behind a sign', postHtml({ handle: 'boris', html: `#${'a'.repeat(70)}` })],
    ['with very many signs', postHtml({ handle: 'boris', html: '# '.repeat(40) })],
    ['that names somebody in mere text and nobody else', '<article>with @carol</article>'],
    ['that quotes somebody listed', postHtml({ handle: 'boris', html: 'x', quote: { handle: 'anna', html: 'y' } })],
    ['that tells an id', rowHtml('boris', '77', { name: 'Boris', bio: '' })],
    ['that leads to a post and names nobody', `<article>${link('/anna/status/5', 'see')}</article>`],
  ])('a post %s is read in full', (_, html) => expect(glance(html)).toBeUndefined());

  it('a post that another was put into since it was found is read in full', () => {
    document.body.innerHTML = postHtml({ handle: 'boris', html: '<div id="in"></div>' });
    const [root] = finder.touched(document.documentElement);
    const into = document.getElementById('in') as HTMLElement;
    into.innerHTML = '<article>@anna</article>';
    finder.begin();
    expect(finder.touched(into.firstElementChild as Element)).toContain(root);
    expect(finder.unit(root as Element).inner.size).toBe(1);
  });
});
