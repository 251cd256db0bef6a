import { describe, expect, it } from 'vitest';
import { evidenceFor } from '../../src/core/evidence.ts';
import { indexLists } from '../../src/core/index-lists.ts';
import { nameKeys } from '../../src/core/key.ts';
import type { Exception, Identifier, Watchlist } from '../../src/core/list-schema.ts';
import { objectionsOf } from '../../src/core/objections.ts';
import { account, exception, tag, watchlist } from '../fixtures/list.ts';

/** One list names, another says that the name must not be marked: the reader is told both. */

const TODAY = '2026-11-22';

const naming = (identifier: Identifier): Watchlist => watchlist({ identifiers: [identifier] });

function excepting(row: Exception, id = 'other'): Watchlist {
  const list = watchlist({ identifiers: [account({ value: 'Unrelated' })], exceptions: [row] });
  return { ...list, list: { ...list.list, id, title: { en: 'The other list' } } };
}

describe('an exception of another list', () => {
  it.each<[string, Identifier, Exception]>([
    ['the same account', account({ value: 'Daily' }), exception({ value: 'daily' })],
    ['an alias of it', account({ value: 'Daily', aliases: ['TheDaily'] }), exception({ value: 'thedaily' })],
    [
      'a page, where the list says account',
      account({ platform: 'facebook', value: 'the.daily' }),
      exception({ platform: 'facebook', kind: 'page', value: 'TheDaily' }),
    ],
    [
      'the same tag on any network',
      tag({ value: 'Hero' }),
      exception({ platform: 'any', kind: 'hashtag', value: 'hero' }),
    ],
    [
      'the tag on any network, listed on one',
      tag({ platform: 'x', value: 'Hero' }),
      exception({ platform: 'any', kind: 'hashtag', value: 'hero' }),
    ],
    [
      'the same site',
      account({ platform: 'web', kind: 'domain', value: 'daily.example' }),
      exception({ platform: 'web', kind: 'domain', value: 'www.daily.example' }),
    ],
  ])('objects to %s', (_name, identifier, row) => {
    const lists = [naming(identifier), excepting(row)];
    const [own] = lists as [Watchlist];
    const found = evidenceFor(own, identifier.id, TODAY, objectionsOf(lists));
    expect(found?.objections).toEqual([{ list: { en: 'The other list' }, reason: { en: 'Another outlet.' } }]);
    expect(found?.grade).toBe('disputed');
    const verdicts = nameKeys(identifier).flatMap((key) => indexLists(lists, TODAY, 'en').get(key) ?? []);
    expect(verdicts.map(({ grade }) => grade)).toEqual(verdicts.map(() => 'disputed'));
    expect(verdicts.length).toBeGreaterThan(0);
  });

  it.each<[string, Identifier, Exception]>([
    ['another account', account({ value: 'Daily' }), exception({ value: 'Daily_' })],
    [
      'the same name on another network',
      account({ value: 'Daily' }),
      exception({ platform: 'telegram', value: 'Daily' }),
    ],
    [
      'a tag of that name',
      account({ value: 'Daily' }),
      exception({ platform: 'any', kind: 'hashtag', value: 'Daily' }),
    ],
    ['the tag on one network, listed on any', tag({ value: 'Hero' }), exception({ kind: 'hashtag', value: 'Hero' })],
    [
      'the site above',
      account({ platform: 'web', kind: 'domain', value: 'en.daily.example' }),
      exception({ platform: 'web', kind: 'domain', value: 'daily.example' }),
    ],
  ])('says nothing against %s', (_name, identifier, row) => {
    const lists = [naming(identifier), excepting(row)];
    const found = evidenceFor(lists[0] as Watchlist, identifier.id, TODAY, objectionsOf(lists));
    expect([found?.grade, found?.objections]).toEqual(['confirmed', undefined]);
    expect(
      indexLists(lists, TODAY, 'en')
        .get(nameKeys(identifier)[0] ?? '')
        ?.map(({ grade }) => grade),
    ).toEqual(['confirmed']);
  });

  it('is no objection of a list to itself', () => {
    const list = watchlist({ identifiers: [account({ value: 'Daily' })], exceptions: [exception({ value: 'Other' })] });
    expect(objectionsOf([list])(list, account({ value: 'Other' }))).toEqual([]);
  });

  it('counts once for each list that objects', () => {
    const lists = [
      naming(account({ value: 'Daily' })),
      excepting(exception({ value: 'Daily' }), 'b'),
      excepting(exception({ value: 'Daily' }), 'c'),
    ];
    expect(objectionsOf(lists)(lists[0] as Watchlist, account({ value: 'Daily' }))).toHaveLength(2);
  });
});
