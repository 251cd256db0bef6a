import { describe, expect, it, test } from 'vitest';
import { compareLists } from '../../../src/core/compiled/compare.ts';
import { compile } from '../../../src/core/compiled/compile.ts';
import { contradiction, describe as described } from '../../../src/core/compiled/describe.ts';
import type { Manifest } from '../../../src/core/compiled/manifest.ts';
import { account, claim, entity, exception, tag, watchlist } from '../../fixtures/list.ts';
import { manifest } from './fixtures.ts';

const NONE = { added: [], changed: [], removed: [] };

describe('two versions of a list', () => {
  it('that are the same have no changes, whatever their order, version and date', () => {
    const before = watchlist();
    const after = watchlist({
      identifiers: [...before.identifiers].reverse(),
      list: { ...before.list, version: 2, updated: '2026-02-02' },
    });
    expect(compareLists(before, after)).toEqual({
      head: false,
      sources: NONE,
      entities: NONE,
      identifiers: NONE,
      claims: NONE,
      events: NONE,
      exceptions: NONE,
    });
  });

  it('show what came, changed and went, each kind for itself', () => {
    const before = watchlist({ exceptions: [exception(), exception({ value: 'Two' })] });
    const after = watchlist({
      list: { ...before.list, publisher: 'Another' },
      entities: [entity(), entity({ id: 'e-new' })],
      identifiers: [account({ certainty: 'low' }), account({ id: 'a-new', value: 'New' })],
      claims: [claim({ confidence: 10 })],
      exceptions: [exception({ reason: { en: 'Another reason.' } }), exception({ platform: 'telegram' })],
    });
    expect(compareLists(before, after)).toEqual({
      head: true,
      sources: NONE,
      entities: { ...NONE, added: [entity({ id: 'e-new' })] },
      identifiers: {
        added: [account({ id: 'a-new', value: 'New' })],
        changed: [{ before: account(), after: account({ certainty: 'low' }) }],
        removed: [tag()],
      },
      claims: { ...NONE, changed: [{ before: claim(), after: claim({ confidence: 10 }) }] },
      events: NONE,
      exceptions: {
        added: [exception({ platform: 'telegram' })],
        changed: [{ before: exception(), after: exception({ reason: { en: 'Another reason.' } }) }],
        removed: [exception({ value: 'Two' })],
      },
    });
  });

  it('of one id and names of object members are told apart', () => {
    const names = ['constructor', 'toString'];
    const after = watchlist({ identifiers: names.map((value) => account({ id: value.toLowerCase(), value })) });
    expect(compareLists(watchlist({ identifiers: [] }), after).identifiers.added).toHaveLength(2);
  });
});

describe('a manifest agrees with its list', () => {
  const list = watchlist({ list: { ...watchlist().list, homepage: 'https://example.org/' } });
  const whole = async (): Promise<Manifest> => ({
    ...manifest(),
    ...described(list, await compile(list)),
  });

  it('when the list itself says what it holds', async () => {
    expect(contradiction(await whole(), list)).toBeUndefined();
  });

  test.each<[keyof Manifest | 'identifiers', Partial<Manifest>]>([
    ['list', { list: 'other' }],
    ['version', { version: 2 }],
    ['title', { title: { en: 'Another' } }],
    ['title', { title: { en: 'Sample', fa: 'نمونه' } }],
    ['description', { description: { en: 'Another.' } }],
    ['publisher', { publisher: 'Another' }],
    ['licence', { licence: 'Another' }],
    ['homepage', { homepage: 'https://other.example/' }],
    ['contact', { contact: 'https://other.example/' }],
    ['identifiers', { counts: { ...manifest().counts, identifiers: 2000 } }],
  ])('but not in another %s', async (member, changes) => {
    expect(contradiction({ ...(await whole()), ...changes }, list)).toBe(member);
  });

  it('nor without a member', async () => {
    const { homepage: _, ...less } = await whole();
    expect(contradiction(less, list)).toBe('homepage');
  });
});
