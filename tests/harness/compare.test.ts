import { expect, it } from 'vitest';
import type { Expectation } from '../sites/site.ts';
import { compare, merge } from './compare.ts';

const planted: Expectation[] = [
  { kind: 'account', value: 'PressTV', where: 'post/1' },
  { kind: 'hashtag', value: 'قاسم_سليماني', where: 'trend' },
  { kind: 'hashtag', value: 'Hero', where: 'post/2', grade: 'common' },
];

it('tells what is missing and what should not be there; quiet ones may be either', () => {
  const matches = [
    { kind: 'account', value: 'presstv' },
    { kind: 'hashtag', value: '#hero' },
    { kind: 'account', value: 'PressTVfan' },
  ];
  expect(compare(matches, planted)).toEqual({ missing: ['#قاسم_سلیمانی'], unexpected: ['@presstvfan'] });
  expect(compare([{ kind: 'hashtag', value: 'قاسم_سلیمانی' }], planted).unexpected).toEqual([]);
});

it('keeps the fuller of two looks at the same identifier', () => {
  const one = { kind: 'account', value: 'PressTV', count: 3 };
  const two = { kind: 'account', value: 'PressTV', count: 1 };
  const other = { kind: 'hashtag', value: 'Hero', count: 1 };
  expect(merge([one], [two, other])).toEqual([one, other]);
});
