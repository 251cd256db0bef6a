import { describe, expect, test } from 'vitest';
import { type DossierRoute, dossierHash, dossierPath, readDossierHash } from '../src/dossier-path.ts';

const ROUTES: [hash: string, route: DossierRoute][] = [
  ['#/', { page: 'start' }],
  ['#/search?q=', { page: 'search', query: '' }],
  ['#/search?q=%23%D9%86%D8%AD%D9%86_%D9%82%D8%A7%D8%B3%D9%85', { page: 'search', query: '#نحن_قاسم' }],
  ['#/search?q=a%26b%3Dc%20%2B%25', { page: 'search', query: 'a&b=c +%' }],
  ['#/check?q=t.me%2Fpresstv%3Fa%3Db%0A%23%D9%86%D8%AD%D9%86', { page: 'check', query: 't.me/presstv?a=b\n#نحن' }],
  ['#/check?asked=1f-2e', { page: 'check', query: '', asked: '1f-2e' }],
  ['#/list/seed', { page: 'list', list: 'seed' }],
  ['#/entity/seed/e-one', { page: 'entity', list: 'seed', id: 'e-one' }],
  ['#/event/seed/v-one', { page: 'event', list: 'seed', id: 'v-one' }],
  ['#/identifier/seed/a-one', { page: 'identifier', list: 'seed', id: 'a-one' }],
  ['#/source/seed/s-one', { page: 'source', list: 'seed', id: 's-one' }],
  ['#/source/seed/s-one?claim=c-one', { page: 'source', list: 'seed', id: 's-one', claim: 'c-one' }],
];

test.each(ROUTES)('%s there and back', (hash, route) => {
  expect(dossierHash(route)).toBe(hash);
  expect(readDossierHash(hash)).toEqual(route);
});

test('is a file of the extension', () => {
  expect(dossierPath({ page: 'list', list: 'seed' })).toBe('dossier.html#/list/seed');
});

test('ids that a hostile list might have stay within their part', () => {
  const route: DossierRoute = { page: 'entity', list: '../options.html?', id: 'a/b#c?d' };
  const path = dossierPath(route);
  expect(new URL(path, 'chrome-extension://statemark/').pathname).toBe('/dossier.html');
  expect(readDossierHash(path.replace('dossier.html', ''))).toEqual(route);
});

describe('an address by hand', () => {
  test.each(['', '#', '/', '#/'])('%j is the start', (hash) =>
    expect(readDossierHash(hash)).toEqual({ page: 'start' }),
  );

  test.each([
    '#/nowhere',
    '#/entity',
    '#/entity/seed',
    '#/entity/seed/',
    '#/entity//e-one',
    '#/entity/seed/e-one/more',
    '#/list',
    '#/list/',
    '#/list/seed/more',
    '#/search/more',
    '#/check/more',
    '#/constructor/a/b',
    '#/__proto__/a/b',
  ])('%s leads nowhere', (hash) => expect(readDossierHash(hash)).toBeUndefined());

  test('a question mark within a question is part of it', () => {
    expect(readDossierHash('#/check?q=facebook.com/profile.php?id=5')).toEqual({
      page: 'check',
      query: 'facebook.com/profile.php?id=5',
    });
  });

  test('a percent sign that encodes nothing is itself', () => {
    expect(readDossierHash('#/list/100%')).toEqual({ page: 'list', list: '100%' });
    expect(readDossierHash('#/search?q=100%')).toEqual({ page: 'search', query: '100%' });
  });
});
