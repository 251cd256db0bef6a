import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readOptions } from '../../../src/publisher/scan/options.ts';
import { readLists } from '../../../src/publisher/scan/read-lists.ts';

const file = (name: string) => fileURLToPath(new URL(`../../../data/${name}`, import.meta.url));
const ids = (lists: ReturnType<typeof readLists>) => lists.map(({ list }) => list.id);

describe('without a list given', () => {
  it('those that are on by default are used, and no other', () => {
    expect(ids(readLists([]))).toContain('seed-documents');
    expect(readLists([]).filter(({ list }) => list.default !== 'on')).toEqual([]);
  });

  it('all are used where they are asked for', () => {
    expect(ids(readLists([], true))).toEqual(
      expect.arrayContaining(['seed-documents', 'state-media', 'takedown-reports']),
    );
  });
});

describe('a list given', () => {
  it('is used alone, whatever its default', () => {
    expect(ids(readLists([file('state-media.json')]))).toEqual(['state-media']);
  });

  it('is refused a second time among all', () => {
    expect(() => readLists([file('state-media.json')], true)).toThrow('two lists have the id "state-media"');
  });

  it('that is only the record of an import is refused', () => {
    expect(() => readLists([file('state-media.import.json')])).toThrow('no valid list');
  });
});

it.each([
  [['a.txt'], undefined],
  [['--all-lists', 'a.txt'], true],
])('%j asks for all lists: %s', (args, isAll) => {
  expect(readOptions(args)).toHaveProperty('files');
  expect(readOptions(args)).toMatchObject(isAll === undefined ? {} : { allLists: isAll });
  expect('allLists' in Object(readOptions(args))).toBe(isAll === true);
});
