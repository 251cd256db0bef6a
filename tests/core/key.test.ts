import { describe, expect, it, test } from 'vitest';
import {
  accountKey,
  domainKey,
  domainKeys,
  hashtagKeys,
  nameKey,
  nameKeys,
  seenKind,
  stableIdKey,
} from '../../src/core/key.ts';
import { account, tag } from '../fixtures/list.ts';

describe('a name on a list and the same name on a page meet in one key', () => {
  test.each([
    [nameKey('any', 'hashtag', 'Sample_Tag'), hashtagKeys('x', 'sample_tag')],
    [nameKey('x', 'hashtag', 'سليماني'), hashtagKeys('x', 'سلیمانی')],
    [nameKey('x', 'account', 'PressTV'), [accountKey('x', 'presstv')]],
    [nameKey('youtube', 'channel', 'Канал'), [accountKey('youtube', 'канал')]],
    [nameKey('facebook', 'page', 'press.tv'), [accountKey('facebook', 'PressTV')]],
    [nameKey('telegram', 'group', 'Sample'), [accountKey('telegram', 'sample')]],
    [nameKey('web', 'domain', 'IRNA.ir'), domainKeys('www.en.irna.ir.')],
    [nameKey('web', 'domain', 'www.irna.ir'), domainKeys('irna.ir')],
    [nameKey('web', 'domain', 'en.irna.ir'), domainKeys('en.irna.ir')],
  ])('%s', (listed, seen) => {
    expect(seen).toContain(listed);
  });
});

describe('names that are not the same never meet', () => {
  test.each([
    ['another network', nameKey('x', 'account', 'a'), [accountKey('instagram', 'a')]],
    ['a tag of another network', nameKey('instagram', 'hashtag', 'a'), hashtagKeys('x', 'a')],
    ['a hashtag and an account', nameKey('x', 'hashtag', 'a'), [accountKey('x', 'a')]],
    ['a handle and an id', accountKey('x', '123'), [stableIdKey('x', '123')]],
    ['a dot elsewhere than on Facebook', nameKey('telegram', 'account', 'a.b'), [accountKey('telegram', 'ab')]],
    ['a domain that only ends alike', nameKey('web', 'domain', 'irna.ir'), domainKeys('notirna.ir')],
    ['the domain above the listed one', nameKey('web', 'domain', 'en.irna.ir'), domainKeys('irna.ir')],
    ['a domain with more behind it', nameKey('web', 'domain', 'irna.ir'), domainKeys('irna.ir.example')],
    ['a whole country', nameKey('web', 'domain', 'ir'), domainKeys('irna.ir')],
    ['an account and a domain', nameKey('x', 'account', 'irna.ir'), domainKeys('irna.ir')],
  ])('%s', (_, listed, seen) => {
    expect(seen).not.toContain(listed);
  });
});

it('ids are compared letter by letter', () => {
  expect(stableIdKey('youtube', 'UCabc')).not.toBe(stableIdKey('youtube', 'UCABC'));
});

it('a host gives its own key first, then those above it, never a bare top-level name', () => {
  expect(domainKeys('a.b.example')).toEqual(['web/a.b.example', 'web/b.example']);
  expect(domainKeys('localhost')).toEqual([]);
  expect(domainKeys('')).toEqual([]);
});

it('aliases that fold alike give one key', () => {
  expect(nameKeys(tag({ value: 'Qasem', aliases: ['QASEM', 'قاسم', 'قا\u200cسم'] }))).toEqual(['*#qasem', '*#قاسم']);
});

it('aliases of an account stand on its own network', () => {
  expect(nameKeys(account({ value: 'A', aliases: ['B'] }))).toEqual(['x@a', 'x@b']);
});

test.each([
  ['hashtag', 'hashtag'],
  ['domain', 'domain'],
  ['account', 'account'],
  ['channel', 'account'],
  ['page', 'account'],
  ['group', 'account'],
] as const)('a page tells a %s as %s', (kind, seen) => {
  expect(seenKind(kind)).toBe(seen);
});

it('names of object members have keys like any other', () => {
  expect(accountKey('x', '__proto__')).toBe('x@__proto__');
  expect(hashtagKeys('x', 'constructor')).toEqual(['*#constructor', 'x#constructor']);
  expect(domainKey('www.www.example')).toBe('web/www.example');
});
