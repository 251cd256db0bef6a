import { describe, expect, it } from 'vitest';
import { indexLists } from '../../src/core/index-lists.ts';
import type { Exception, Identifier, Watchlist } from '../../src/core/list-schema.ts';
import type { Sighting } from '../../src/core/sighting.ts';
import { verdictsOn } from '../../src/core/verdicts-on.ts';

type Row = Pick<Identifier, 'id' | 'platform' | 'kind' | 'value'> & Partial<Identifier>;
type Guard = Pick<Exception, 'platform' | 'kind' | 'value'>;

function listOf(id: string, rows: Row[], exceptions: Guard[] = []): Watchlist {
  const en = (text: string) => ({ en: text });
  return {
    format: 'statemark-watchlist',
    spec: 1,
    list: {
      id,
      version: 1,
      title: en('A list'),
      description: en('For tests.'),
      publisher: 'Tests',
      licence: 'CC0-1.0',
      updated: '2026-01-01',
      default: 'on',
    },
    sources: [{ id: 's', title: 'A', publisher: 'B', stake: en('None.'), date: '2026', lang: 'en', kind: 'news' }],
    entities: [{ id: 'e', type: 'outlet', label: en('An outlet') }],
    identifiers: rows.map((row) => ({ entity: 'e', rule: 'exact', origin: 'in-document', certainty: 'high', ...row })),
    claims: [
      {
        id: 'c',
        about: ['e'],
        assertion: en('A says so.'),
        source: 's',
        locator: { page: '1' },
        basis: 'reported-by-news',
        confidence: 50,
        status: 'confirmed',
        date: '2026',
      },
    ],
    events: [],
    exceptions: exceptions.map((guard) => ({ ...guard, reason: en('Another one.') })),
  };
}

const tag = (value: string, platform: 'x' | 'vk' = 'x'): Sighting => ({ kind: 'hashtag', platform, tag: value });
const account = (handle?: string, id?: string): Sighting => ({
  kind: 'account',
  platform: 'x',
  via: 'profile',
  ...(handle !== undefined && { handle }),
  ...(id !== undefined && { id }),
});
const site = (host: string): Sighting => ({ kind: 'domain', host });

const rows: Row[] = [
  { id: 'any-tag', platform: 'any', kind: 'hashtag', value: 'Wide' },
  { id: 'x-tag', platform: 'x', kind: 'hashtag', value: 'Narrow' },
  { id: 'named', platform: 'x', kind: 'account', value: 'Named', stable_id: '7' },
  { id: 'site', platform: 'web', kind: 'domain', value: 'outlet.example' },
  { id: 'inner', platform: 'web', kind: 'domain', value: 'deep.news.outlet.example' },
];

function found(lists: Watchlist[], sighting: Sighting, id?: string): string[] {
  const index = indexLists(lists, '2026-11-22', 'en');
  return (verdictsOn(sighting, (key) => index.get(key) ?? [], id) ?? []).map((verdict) => verdict.identifier);
}

describe('without exceptions', () => {
  it.each<[Sighting, string[]]>([
    [tag('wide'), ['any-tag']],
    [tag('wide', 'vk'), ['any-tag']],
    [tag('narrow'), ['x-tag']],
    [tag('narrow', 'vk'), []],
    [account('NAMED'), ['named']],
    [account('named', '7'), ['named']],
    [account('renamed', '7'), ['named']],
    [account('named', '8'), []],
    [account(undefined, '7'), ['named']],
    [account('nobody'), []],
    [site('outlet.example'), ['site']],
    [site('www.outlet.example'), ['site']],
    [site('a.outlet.example'), ['site']],
    [site('a.deep.news.outlet.example'), ['inner', 'site']],
    [site('notoutlet.example'), []],
    [site('outlet.example.org'), []],
  ])('%j is %j', (sighting, expected) => {
    expect(found([listOf('one', rows)], sighting)).toEqual(expected);
  });

  it('an id learnt elsewhere counts as the address’s own', () => {
    expect(found([listOf('one', rows)], account('named'), '8')).toEqual([]);
    expect(found([listOf('one', rows)], account('renamed'), '7')).toEqual(['named']);
  });
});

describe('an exception', () => {
  it.each<[string, Guard, Sighting, string[]]>([
    ['of one network', { platform: 'x', kind: 'hashtag', value: 'wide' }, tag('Wide'), []],
    ['of one network, elsewhere', { platform: 'x', kind: 'hashtag', value: 'wide' }, tag('Wide', 'vk'), ['any-tag']],
    ['of every network', { platform: 'any', kind: 'hashtag', value: 'narrow' }, tag('Narrow'), []],
    [
      'below a site',
      { platform: 'web', kind: 'domain', value: 'blogs.outlet.example' },
      site('blogs.outlet.example'),
      [],
    ],
    [
      'below it',
      { platform: 'web', kind: 'domain', value: 'blogs.outlet.example' },
      site('me.blogs.outlet.example'),
      [],
    ],
    ['beside it', { platform: 'web', kind: 'domain', value: 'blogs.outlet.example' }, site('outlet.example'), ['site']],
    [
      'above a listed one',
      { platform: 'web', kind: 'domain', value: 'news.outlet.example' },
      site('deep.news.outlet.example'),
      ['inner'],
    ],
    ['of a name not listed', { platform: 'x', kind: 'account', value: 'Namesake' }, account('Namesake'), []],
  ])('%s: %j', (_, guard, sighting, expected) => {
    expect(found([listOf('one', rows, [guard])], sighting)).toEqual(expected);
  });

  it('of one list leaves what another says', () => {
    const guard: Guard = { platform: 'web', kind: 'domain', value: 'blogs.outlet.example' };
    const lists = [listOf('one', rows, [guard]), listOf('two', rows)];
    const index = indexLists(lists, '2026-11-22', 'en');
    const verdicts = verdictsOn(site('blogs.outlet.example'), (key) => index.get(key) ?? []);
    expect(verdicts?.map((verdict) => verdict.list)).toEqual(['two']);
  });
});

it('is unknown while an answer is missing and none has come', () => {
  expect(verdictsOn(tag('wide'), () => undefined)).toBeUndefined();
  expect(verdictsOn(tag('wide'), (key) => (key.startsWith('*') ? [] : undefined))).toBeUndefined();
});
