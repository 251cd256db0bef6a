import { describe, expect, it, test } from 'vitest';
import type { Claim, Entity, Identifier, Watchlist } from '../../src/core/list-schema.ts';
import { claimsAbout, type Verdict, verdictOn, verdictsByKey } from '../../src/core/verdict.ts';
import { account, claim, entity, tag, watchlist } from '../fixtures/list.ts';

const TODAY = '2026-11-22';

interface Given {
  claims?: Partial<Claim>[];
  entity?: Partial<Entity>;
  identifier?: Partial<Identifier>;
}

function listOf({ claims = [{}], entity: body = {}, identifier = {} }: Given): Watchlist {
  return watchlist({
    entities: [entity(body)],
    identifiers: [account(identifier)],
    claims: claims.map((changes, i) => claim({ id: `c-${i}`, ...changes })),
  });
}

function verdict(given: Given, today = TODAY): Verdict | undefined {
  const list = listOf(given);
  return verdictOn(list, list.identifiers[0] as Identifier, today, 'en');
}

describe('the grade', () => {
  test.each<[string, Given, Verdict['grade']]>([
    ['one confirmed claim', {}, 'confirmed'],
    ['a confirmed claim among unconfirmed ones', { claims: [{ status: 'unconfirmed' }, {}] }, 'confirmed'],
    ['an unconfirmed claim', { claims: [{ status: 'unconfirmed' }] }, 'alleged'],
    ['an unconfirmed and a disputed claim', { claims: [{ status: 'unconfirmed' }, { status: 'disputed' }] }, 'alleged'],
    ['a disputed claim', { claims: [{ status: 'disputed' }] }, 'disputed'],
    ['an overstated claim', { claims: [{ status: 'overstated' }] }, 'disputed'],
    ['a disputed and an overstated claim', { claims: [{ status: 'disputed' }, { status: 'overstated' }] }, 'disputed'],
    ['a disputed identifier of confirmed claims', { identifier: { certainty: 'disputed' } }, 'disputed'],
    [
      'a claim on the name itself that is disputed, under a confirmed one on its entity',
      { claims: [{}, { about: ['a-outlet'], status: 'disputed' }] },
      'disputed',
    ],
    [
      'a claim on the name itself that is confirmed, under a disputed one on its entity',
      { claims: [{ status: 'disputed' }, { about: ['a-outlet'] }] },
      'confirmed',
    ],
    [
      'a retracted claim beside an unconfirmed one',
      { claims: [{ status: 'retracted' }, { status: 'unconfirmed' }] },
      'alleged',
    ],
    [
      'a retracted claim beside a disputed one',
      { claims: [{ status: 'retracted' }, { status: 'disputed' }] },
      'disputed',
    ],
  ])('of %s is right', (_, given, grade) => {
    expect(verdict(given)?.grade).toBe(grade);
  });
});

describe('there is no verdict', () => {
  test.each<[string, Given]>([
    ['when no claim is about it', { claims: [{ about: ['h-other'] }] }],
    ['when its only claim was retracted', { claims: [{ status: 'retracted' }] }],
    [
      'when all its claims were retracted',
      { claims: [{ status: 'retracted' }, { about: ['a-outlet'], status: 'retracted' }] },
    ],
    ['when its entity is not there', { identifier: { entity: 'e-none' } }],
    ['when its only claim has not begun to hold', { claims: [{ valid_from: '2026-11-23' }] }],
    ['when its only claim begins next month', { claims: [{ valid_from: '2026-12' }] }],
  ])('%s', (_, given) => {
    expect(verdict(given)).toBeUndefined();
  });
});

describe('validity', () => {
  test.each<[string, Given, until: string | undefined]>([
    ['a claim without end', {}, undefined],
    ['a claim that began today', { claims: [{ valid_from: TODAY }] }, undefined],
    ['a claim that began this month', { claims: [{ valid_from: '2026-11' }] }, undefined],
    ['a claim that began this year', { claims: [{ valid_from: '2026' }] }, undefined],
    ['a claim that ends today', { claims: [{ valid_until: TODAY }] }, undefined],
    ['a claim that ends this month', { claims: [{ valid_until: '2026-11' }] }, undefined],
    ['a claim that ends this year', { claims: [{ valid_until: '2026' }] }, undefined],
    ['a claim that ended yesterday', { claims: [{ valid_until: '2026-11-21' }] }, '2026-11-21'],
    ['a claim that ended last month', { claims: [{ valid_until: '2026-10' }] }, '2026-10'],
    ['a claim that ended last year', { claims: [{ valid_until: '2025' }] }, '2025'],
    ['two claims that ended', { claims: [{ valid_until: '2024-05' }, { valid_until: '2025-01-31' }] }, '2025-01-31'],
    ['one that ended and one that holds', { claims: [{ valid_until: '2024-05' }, {}] }, undefined],
    [
      'one that ended and one that has not begun',
      { claims: [{ valid_until: '2024-05' }, { valid_from: '2027' }] },
      '2024-05',
    ],
    ['an entity that ended', { entity: { ended: '2026-02-28' } }, '2026-02-28'],
    ['an entity that ends later', { entity: { ended: '2027-02-28' } }, undefined],
    ['a claim beyond its entity', { claims: [{ valid_until: '2030' }], entity: { ended: '2024' } }, undefined],
    ['a retracted claim without end', { claims: [{ valid_until: '2024' }, { status: 'retracted' }] }, '2024'],
  ])('of %s ends %s', (_, given, until) => {
    expect(verdict(given)?.until).toBe(until);
    expect(verdict(given)).toBeDefined();
  });

  it('counts from the day on that the claim has ended', () => {
    const given = { claims: [{ valid_until: '2026-02-28' }] };
    expect(verdict(given, '2026-02-28')?.until).toBeUndefined();
    expect(verdict(given, '2026-03-01')?.until).toBe('2026-02-28');
  });
});

describe('the kind of mark', () => {
  test.each<[Partial<Identifier>, Entity['type'], Verdict['kind']]>([
    [{}, 'state', 'state'],
    [{}, 'agency', 'state'],
    [{}, 'official', 'state'],
    [{}, 'outlet', 'outlet'],
    [{}, 'operation', 'operation'],
    [{}, 'campaign', 'operation'],
    [{ kind: 'channel' }, 'outlet', 'outlet'],
    [{ kind: 'hashtag' }, 'state', 'hashtag'],
    [{ kind: 'hashtag', platform: 'any' }, 'campaign', 'hashtag'],
    [{ kind: 'domain', platform: 'web' }, 'outlet', 'site'],
  ])('of %j of a(n) %s is %s', (identifier, type, kind) => {
    expect(verdict({ identifier, entity: { type } })?.kind).toBe(kind);
  });
});

describe('what else a page needs', () => {
  it('is there where the list gives it', () => {
    const context = { any_of: ['term'] };
    const given = { identifier: { person_name: true, context, stable_id: '1' } };
    expect(verdict(given)).toEqual({
      list: 'sample',
      identifier: 'a-outlet',
      entity: 'e-outlet',
      name: 'Outlet',
      kind: 'outlet',
      grade: 'confirmed',
      country: 'IR',
      personName: true,
      context,
      stableId: '1',
    });
  });

  it('is absent where it does not', () => {
    const list = listOf({ identifier: { person_name: false } });
    delete list.entities[0]?.country;
    const found = verdictOn(list, list.identifiers[0] as Identifier, TODAY, 'en');
    expect(Object.keys(found ?? {}).sort()).toEqual(['entity', 'grade', 'identifier', 'kind', 'list', 'name']);
  });

  test.each([
    ['en', 'Outlet'],
    ['fa', 'رسانه'],
    ['fa-IR', 'رسانه'],
    ['en-GB', 'Outlet'],
    ['de', 'Outlet'],
    ['constructor', 'Outlet'],
    ['__proto__', 'Outlet'],
  ])('the name in %s is %s', (lang, name) => {
    const list = listOf({ entity: { label: { en: 'Outlet', fa: 'رسانه' } } });
    expect(verdictOn(list, list.identifiers[0] as Identifier, TODAY, lang)?.name).toBe(name);
  });
});

it('claims on the name itself come before those on its entity, each once', () => {
  const list = listOf({
    claims: [{}, { about: ['a-outlet'] }, { about: ['e-outlet', 'a-outlet'] }, { about: ['h-sample'] }],
  });
  expect(claimsAbout(list, list.identifiers[0] as Identifier).map(({ id }) => id)).toEqual(['c-1', 'c-2', 'c-0']);
});

describe('a list by its keys', () => {
  const list = watchlist({
    entities: [entity(), entity({ id: 'e-none' })],
    identifiers: [
      account({ aliases: ['Old'], stable_id: '7' }),
      tag(),
      account({ id: 'a-none', entity: 'e-none', value: 'None' }),
    ],
  });

  it('has the name, the aliases and the stable id of what has a verdict, and nothing else', () => {
    expect([...verdictsByKey(list, TODAY, 'en').keys()].sort()).toEqual([
      '*#sample_tag',
      'x!7',
      'x@old',
      'x@sampleoutlet',
    ]);
  });

  it('has no names of object members', () => {
    const verdicts = verdictsByKey(list, TODAY, 'en');
    expect(['__proto__', 'constructor', 'x@constructor', 'x@__proto__'].filter((key) => verdicts.has(key))).toEqual([]);
  });
});
