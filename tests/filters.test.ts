import { describe, expect, test } from 'vitest';
import { type Filterable, type Filters, hasFilters, isFiltered, NO_FILTERS } from '../src/filters.ts';

const OUTLET: Filterable = { kind: 'outlet', grade: 'confirmed', country: 'IR' };

describe('an entry is hidden', () => {
  test.each<[string, Partial<Filters>, Partial<Filterable>, boolean]>([
    ['by nothing', {}, {}, false],
    ['by its country', { countries: ['RU', 'IR'] }, {}, true],
    ['not by another country', { countries: ['RU'] }, {}, false],
    ['by its kind', { kinds: ['outlet'] }, {}, true],
    ['not by another kind', { kinds: ['state', 'site'] }, {}, false],
    ['by its grade', { grades: ['alleged', 'confirmed'] }, {}, true],
    ['not by another grade', { grades: ['alleged', 'disputed'] }, {}, false],
    ['by one of three', { countries: ['RU'], kinds: ['site'], grades: ['confirmed'] }, {}, true],
    ['never as a look-alike', { countries: ['IR'], grades: ['confirmed'] }, { kind: 'look-alike' }, false],
  ])('%s', (_, filters, entry, hidden) => {
    expect(isFiltered({ ...NO_FILTERS, ...filters }, { ...OUTLET, ...entry })).toBe(hidden);
  });

  test.each<[string[], boolean]>([
    [[''], true],
    [['IR'], false],
  ])('that names no country: %j', (countries, hidden) => {
    const { country: _, ...nowhere } = OUTLET;
    expect(isFiltered({ ...NO_FILTERS, countries }, nowhere)).toBe(hidden);
  });
});

test.each<[Partial<Filters>, boolean]>([
  [{}, false],
  [{ countries: [''] }, true],
  [{ kinds: ['site'] }, true],
  [{ grades: ['alleged'] }, true],
])('there are filters: %j', (filters, are) => {
  expect(hasFilters({ ...NO_FILTERS, ...filters })).toBe(are);
});
