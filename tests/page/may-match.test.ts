// @vitest-environment happy-dom
import '../fakes/page.ts';
import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import { buildFilter } from '../../src/core/filter-build.ts';
import { accountKey, domainKey, hashtagKeys, type Key, stableIdKey } from '../../src/core/key.ts';
import { linkedHostKey } from '../../src/core/link-key.ts';
import type { Verdict } from '../../src/core/verdict.ts';
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
  fc.constantFrom('<br>', '&nbsp;', '<img alt="">', 'and', '<time>1h</time>', '<b>#hero</b>'),
);
const html = fc.array(words, { maxLength: 5 }).map((parts) => parts.join(' '));
const post = fc
  .record({ handle: handles, name: names, html, quote: fc.option(fc.record({ handle: handles, html })) })
  .map(({ quote, ...rest }) => postHtml({ ...rest, ...(quote && { quote }) }));
const row = fc.tuple(handles, names, html).map(([handle, name, bio]) => rowHtml(handle, '77', { name, bio }));
const bare = html.map((inner) => `<article>${inner}</article>`);
const pages = fc.array(fc.oneof(post, post, row, bare), { maxLength: 4 }).map((parts) => parts.join(''));

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

it('what is passed over for speed is what would have had no mark, and counts as it would have', () => {
  let passedOver = 0;
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
        if (quick.occurrences.length < whole.occurrences.length) passedOver++;
      }
    }),
    { numRuns: 400 },
  );
  expect(passedOver).toBeGreaterThan(50);
});

it('with no filter, and where every account is asked about, nothing is passed over', () => {
  const all = { accounts: true, idOf: () => undefined };
  const stranger = { kind: 'account', platform: 'x', handle: 'nobody', via: 'profile' } as const;
  expect(mayMatchIn(undefined, 'x', { ...all, accounts: false })(stranger)).toBe(true);
  expect(mayMatchIn(buildFilter([]), 'x', all)(stranger)).toBe(true);
  expect(mayMatchIn(buildFilter([]), 'x', { ...all, accounts: false })(stranger)).toBe(false);
});
