import { describe, expect, test } from 'vitest';
import { parseList } from '../../src/core/parse-list.ts';
import { installedRows } from '../../src/ui/dossier/installed-rows.ts';
import { buildSearch, type ResultKind, search } from '../../src/ui/dossier/search-index.ts';
import { readQuery, termsOf } from '../../src/ui/dossier/search-terms.ts';
import { account, claim, entity, source, tag, watchlist } from '../fixtures/list.ts';

const LIST = watchlist({
  entities: [
    entity({ id: 'e-outlet', label: { en: 'Sample News', fa: 'خبرگزاری نمونه', ar: 'وكالة العيّنة' } }),
    entity({ id: 'e-leader', type: 'official', label: { en: 'Example Leader', fa: 'رهبر نمونه‌ای' }, wikidata: 'Q42' }),
  ],
  identifiers: [
    account({ id: 'a-outlet', value: 'SampleOutlet', aliases: ['OldOutlet'], stable_id: '1357924680' }),
    account({ id: 'a-telegram', platform: 'telegram', kind: 'channel', value: 'sample_channel' }),
    account({ id: 'd-outlet', platform: 'web', kind: 'domain', value: 'news.sample.example' }),
    tag({ id: 'h-arabic', value: 'نحن_قاسم' }),
    tag({ id: 'h-hero', value: 'SampleHero', entity: 'e-leader' }),
  ],
  sources: [
    source({ title: 'گزارش دربارهٔ رسانه‌ها', lang: 'fa' }),
    source({ id: 's-two', url: 'https://other.example/a' }),
  ],
  claims: [claim({ about: ['e-outlet', 'e-leader'] })],
  events: [
    {
      id: 'v-one',
      kind: 'takedown',
      title: { en: 'A platform removes accounts' },
      date: '2020-05',
      by: 'Platform',
      attributed: { en: 'Linked to the outlet' },
      found: [{ source: 's-one', locator: { page: '1' }, says: { en: 'It removed them.' } }],
      in_document: [{ source: 's-two', locator: { page: '2' }, says: { en: 'It says so.' } }],
      verdict: 'agrees',
    },
  ],
});
const parsed = parseList(LIST);
const index = await buildSearch([installedRows({ list: LIST, on: true })]);
const found = (query: string, kind?: ResultKind): string[] => {
  const groups = search(index, query);
  return (kind ? (groups.get(kind) ?? []) : [...groups.values()].flat()).map(({ id }) => id);
};

test('the list of this test is one that Statemark takes', () => expect(parsed).toMatchObject({ ok: true }));

describe('finds first', () => {
  test.each<[query: string, kind: ResultKind, id: string]>([
    ['SampleOutlet', 'identifier', 'a-outlet'],
    ['@sampleoutlet', 'identifier', 'a-outlet'],
    ['＠ＳａｍｐｌｅＯｕｔｌｅｔ', 'identifier', 'a-outlet'],
    ['OldOutlet', 'identifier', 'a-outlet'],
    ['1357924680', 'identifier', 'a-outlet'],
    ['https://x.com/SampleOutlet/status/123?s=20', 'identifier', 'a-outlet'],
    ['x.com/sampleoutlet', 'identifier', 'a-outlet'],
    ['https://t.me/s/sample_channel/5', 'identifier', 'a-telegram'],
    ['sample_channel', 'identifier', 'a-telegram'],
    ['channel', 'identifier', 'a-telegram'],
    ['news.sample.example', 'identifier', 'd-outlet'],
    ['https://www.news.sample.example/world/1', 'identifier', 'd-outlet'],
    ['#نحن_قاسم', 'identifier', 'h-arabic'],
    ['＃نحن_قاسم', 'identifier', 'h-arabic'],
    ['https://x.com/hashtag/%D9%86%D8%AD%D9%86_%D9%82%D8%A7%D8%B3%D9%85', 'identifier', 'h-arabic'],
    ['قاسم', 'identifier', 'h-arabic'],
    ['#samplehero', 'identifier', 'h-hero'],
    // Arabic letters for Persian ones, vowel signs, a joiner that is there or not.
    ['خبرگزاري نمونه', 'entity', 'e-outlet'],
    ['خَبَرگزاری', 'entity', 'e-outlet'],
    ['نمونهای', 'entity', 'e-leader'],
    ['وكالة', 'entity', 'e-outlet'],
    ['Sample New', 'entity', 'e-outlet'],
    ['exampel leader', 'entity', 'e-leader'],
    ['Q42', 'entity', 'e-leader'],
    ['iran sample', 'entity', 'e-outlet'],
    ['e-leader', 'entity', 'e-leader'],
    ['گزارش رسانه‌ها', 'source', 's-one'],
    ['other.example', 'source', 's-two'],
    ['belongs to the state', 'claim', 'c-one'],
    ['removes accounts', 'event', 'v-one'],
  ])('%s', (query, kind, id) => expect(found(query, kind)[0]).toBe(id));
});

describe('finds nothing', () => {
  test.each([
    '',
    '   ',
    '#',
    '@',
    '…',
    '‌',
    'zzzzzz',
    'سیب',
    'https://unlisted.example/zzz',
    'constructor',
    '__proto__',
  ])('for %j', (query) => expect(found(query)).toEqual([]));
});

test('all words together count before some of them', () => {
  expect(found('example leader', 'entity')).toEqual(['e-leader']);
  expect(found('leader zzzzzz', 'entity')).toEqual(['e-leader']);
});

test('a tag is one term and its words', () => {
  expect(termsOf('#نحن_قاسم')).toEqual(['نحن_قاسم', 'نحن', 'قاسم']);
  expect(readQuery('#نحن_قاسم').terms).toEqual(['نحن_قاسم']);
});

test('a very long text is no burden', () => {
  expect(readQuery('word '.repeat(50_000)).terms).toEqual(['word']);
  expect(readQuery(Array.from({ length: 99 }, (_, i) => `w${i}`).join(' ')).terms).toHaveLength(16);
});
