import { describe, expect, it, test } from 'vitest';
import { checkList } from '../../src/core/check-list.ts';
import { indexLists } from '../../src/core/index-lists.ts';
import type { Watchlist } from '../../src/core/list-schema.ts';
import { parseList } from '../../src/core/parse-list.ts';
import { type Reading, sightingsOf } from '../../src/core/reading.ts';
import { verdictsOn } from '../../src/core/verdicts-on.ts';
import { account, claim, entity, exception, tag, watchlist } from '../fixtures/list.ts';

const TODAY = '2026-11-22';

const LIST: Watchlist = watchlist({
  entities: [entity({ label: { en: 'Sample Outlet', fa: 'رسانهٔ نمونه' } }), entity({ id: 'e-gone' })],
  identifiers: [
    account({ stable_id: '77' }),
    account({ id: 'a-alias', platform: 'instagram', value: 'sample.news', aliases: ['old.news'] }),
    account({ id: 'a-fb', platform: 'facebook', kind: 'page', value: 'Sample.Page' }),
    account({ id: 'a-fedi', platform: 'mastodon', value: 'news@one.example' }),
    account({ id: 'a-sky', platform: 'bluesky', value: 'skynews.bsky.social', stable_id: 'did:plc:a' }),
    account({ id: 'd-site', platform: 'web', kind: 'domain', value: 'news.example' }),
    account({ id: 'd-part', platform: 'web', kind: 'domain', value: 'en.parted.example' }),
    tag(),
    tag({ id: 'h-x', platform: 'x', value: 'OnlyHere' }),
    account({ id: 'a-gone', entity: 'e-gone', value: 'GoneOutlet' }),
  ],
  claims: [claim(), claim({ id: 'c-gone', about: ['e-gone'], status: 'retracted' })],
  exceptions: [
    exception(),
    exception({ platform: 'web', kind: 'domain', value: 'safe.news.example' }),
    exception({ platform: 'any', kind: 'hashtag', value: 'Kept' }),
    exception({
      platform: 'instagram',
      kind: 'hashtag',
      value: 'Sample_Tag',
      reason: { en: 'Elsewhere it is a band.' },
    }),
  ],
});

/** `=id` for what is listed, `~id why` for what is near, `-value` for exceptions, `entity`. */
function said(...readings: Reading[]): string[] {
  const [answer] = checkList(LIST, [readings], TODAY);
  return [
    ...(answer?.exact ?? []).map((id) => `=${id}`),
    ...(answer?.near ?? []).map(({ identifier, why }) => `~${identifier} ${why}`),
    ...(answer?.exceptions ?? []).map(({ value }) => `-${value}`),
    ...(answer?.entities ?? []).map(({ id }) => id),
  ];
}

it('the list of these tests is valid', () => {
  expect(parseList(LIST)).toMatchObject({ ok: true });
});

describe('an account', () => {
  test.each<[Reading, string[]]>([
    [{ kind: 'account', platform: 'x', handle: 'sampleoutlet' }, ['=a-outlet', 'e-outlet']],
    [{ kind: 'account', handle: 'SAMPLEOUTLET' }, ['=a-outlet', 'e-outlet']],
    [{ kind: 'account', platform: 'x', handle: 'sampleoutlet', post: true }, ['=a-outlet', 'e-outlet']],
    [{ kind: 'account', platform: 'x', id: '77' }, ['=a-outlet']],
    [{ kind: 'account', id: '77' }, ['=a-outlet']],
    [{ kind: 'account', platform: 'facebook', id: '77' }, ['~a-outlet other-network']],
    [{ kind: 'account', platform: 'x', handle: 'sampleoutlet', id: '78' }, ['~a-outlet other-id', 'e-outlet']],
    [{ kind: 'account', platform: 'instagram', handle: 'sampleoutlet' }, ['~a-outlet other-network', 'e-outlet']],
    [{ kind: 'account', platform: 'instagram', handle: 'old.news' }, ['=a-alias']],
    [{ kind: 'account', platform: 'threads', handle: 'old.news' }, ['~a-alias other-network']],
    [{ kind: 'account', platform: 'facebook', handle: 'samplepage' }, ['=a-fb']],
    [{ kind: 'account', platform: 'x', handle: 'SamplePage' }, ['~a-fb other-network']],
    [{ kind: 'account', platform: 'mastodon', handle: 'news@one.example' }, ['=a-fedi']],
    [{ kind: 'account', platform: 'mastodon', handle: 'news@two.example' }, ['~a-fedi other-server']],
    [{ kind: 'account', platform: 'x', handle: 'news' }, ['~a-fedi other-network']],
    [{ kind: 'account', handle: 'news' }, ['~a-fedi alike']],
    [{ kind: 'account', platform: 'bluesky', handle: 'skynews.example' }, []],
    [{ kind: 'account', platform: 'x', handle: 'skynews' }, ['~a-sky other-network']],
    [{ kind: 'account', platform: 'bluesky', id: 'did:plc:a' }, ['=a-sky']],
    [{ kind: 'account', platform: 'x', handle: 'sample_tag' }, ['~h-sample other-kind']],
    [{ kind: 'account', platform: 'x', handle: 'Namesake' }, ['-Namesake']],
    [{ kind: 'account', platform: 'x', handle: 'Nobody' }, []],
    [{ kind: 'account', handle: 'constructor' }, []],
    [{ kind: 'account', platform: 'x', handle: '__proto__' }, []],
    // Nothing stands behind it any more.
    [{ kind: 'account', platform: 'x', handle: 'GoneOutlet' }, []],
  ])('%j', (reading, wanted) => expect(said(reading)).toEqual(wanted));
});

describe('a hashtag', () => {
  test.each<[Reading, string[]]>([
    [{ kind: 'hashtag', tag: 'sample_tag' }, ['=h-sample', '-Sample_Tag']],
    [{ kind: 'hashtag', platform: 'x', tag: 'SAMPLE_TAG' }, ['=h-sample']],
    [{ kind: 'hashtag', platform: 'instagram', tag: 'Sample_Tag' }, ['-Sample_Tag']],
    [{ kind: 'hashtag', platform: 'x', tag: 'SampleTag' }, []],
    [{ kind: 'hashtag', tag: 'onlyhere' }, ['=h-x']],
    [{ kind: 'hashtag', platform: 'telegram', tag: 'onlyhere' }, ['~h-x other-network']],
    [{ kind: 'hashtag', platform: 'x', tag: 'sampleoutlet' }, ['~a-outlet other-kind']],
    [{ kind: 'hashtag', platform: 'vk', tag: 'kept' }, ['-Kept']],
  ])('%j', (reading, wanted) => expect(said(reading)).toEqual(wanted));
});

describe('a site', () => {
  test.each<[string, string[]]>([
    ['news.example', ['=d-site']],
    ['www.news.example', ['=d-site']],
    ['en.news.example', ['~d-site domain-above']],
    ['a.b.news.example', ['~d-site domain-above']],
    ['safe.news.example', ['-safe.news.example']],
    ['parted.example', ['~d-part domain-below']],
    ['www.parted.example', ['~d-part domain-below']],
    ['fa.parted.example', []],
    ['othernews.example', []],
    ['news.example.evil.example', []],
  ])('%s', (host, wanted) => expect(said({ kind: 'domain', host })).toEqual(wanted));
});

describe('words', () => {
  test.each<[string, string[]]>([
    ['Sample Outlet', ['~a-outlet alike', 'e-outlet']],
    ['sample tag', ['~h-sample alike']],
    ['رسانه نمونه', ['e-outlet']],
    ['رسانهٔ نمونه', ['e-outlet']],
    ['Sample', []],
  ])('%s', (text, wanted) => expect(said({ kind: 'words', text })).toEqual(wanted));
});

it('answers each question apart, in order', () => {
  const answers = checkList(
    LIST,
    [
      [{ kind: 'domain', host: 'news.example' }],
      [],
      [{ kind: 'hashtag', tag: 'nothing' }],
      [{ kind: 'hashtag', tag: 'onlyhere' }],
    ],
    TODAY,
  );
  expect(answers.map(({ exact }) => exact)).toEqual([['d-site'], [], [], ['h-x']]);
});

it('tells of many parts of a site only some', () => {
  const parts = Array.from({ length: 40 }, (_, i) =>
    account({ id: `d-${i}`, platform: 'web', kind: 'domain', value: `n${i}.parted.example` }),
  );
  const [answer] = checkList(watchlist({ identifiers: parts }), [[{ kind: 'domain', host: 'parted.example' }]], TODAY);
  expect(answer?.near).toHaveLength(12);
});

it('knows no claim before its day, nor after it was withdrawn', () => {
  const ask = (changes: Parameters<typeof claim>[0]): string[] | undefined =>
    checkList(watchlist({ claims: [claim(changes)] }), [[{ kind: 'account', handle: 'SampleOutlet' }]], TODAY)[0]
      ?.exact;
  expect(ask({})).toEqual(['a-outlet']);
  expect(ask({ valid_from: '2027' })).toEqual([]);
  expect(ask({ status: 'retracted' })).toEqual([]);
});

it('agrees with what a page would mark, for every name of the list', () => {
  const index = indexLists([LIST], TODAY, 'en');
  const readings: Reading[] = LIST.identifiers.flatMap(({ kind, value, platform, stable_id }): Reading[] => {
    if (kind === 'domain') return ['', 'sub.'].map((sub) => ({ kind: 'domain', host: sub + value }));
    if (kind === 'hashtag')
      return [
        { kind: 'hashtag', tag: value },
        { kind: 'hashtag', platform: 'instagram', tag: value },
      ];
    if (platform === 'any' || platform === 'web') return [];
    return [
      { kind: 'account', platform, handle: value, ...(stable_id && { id: stable_id }) },
      { kind: 'account', platform, handle: value, id: 'other' },
    ];
  });
  for (const reading of readings) {
    const marked = sightingsOf(reading).flatMap((one) => verdictsOn(one, (key) => index.get(key) ?? []) ?? []);
    const [answer] = checkList(LIST, [[reading]], TODAY);
    const told = [
      ...(answer?.exact ?? []),
      ...(answer?.near ?? []).flatMap((n) => (n.why === 'domain-above' ? n.identifier : [])),
    ];
    expect(told.toSorted(), JSON.stringify(reading)).toEqual(
      [...new Set(marked.map(({ identifier }) => identifier))].toSorted(),
    );
  }
});
