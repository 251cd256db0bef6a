import { describe, expect, it, test } from 'vitest';
import { isKept } from './benchmark.ts';
import { short, tables } from './table.ts';

describe('a number', () => {
  test.each([
    [0, '0'],
    [1, '1'],
    [12.345_678, '12.35'],
    [0.000_812, '0.000812'],
    [1_234_567.8, '1\u2009234\u2009568'],
    [-3.456_78, '-3.457'],
    [Number.NaN, 'NaN'],
  ])('%f is written %s', (value, expected) => {
    expect(short(value)).toBe(expected);
  });
});

describe('a budget', () => {
  test.each([
    [10, 10, undefined, true],
    [10, 10.1, undefined, false],
    [20, 19.9, true, false],
    [20, 20, true, true],
    [10, Number.NaN, undefined, false],
  ])('of %f with %f measured', (goal, measured, atLeast, expected) => {
    expect(isKept({ what: '', unit: '', goal, measured, ...(atLeast && { atLeast }) })).toBe(expected);
  });
});

it('shows medians with their spread, and shouts about a miss', () => {
  const text = tables({
    measures: [{ what: 'ours', unit: 'ms', samples: [3, 1, 2] }],
    budgets: [
      { what: 'time', unit: 'ms', goal: 1, measured: 2 },
      { what: 'speed', unit: '×', goal: 20, measured: 21, atLeast: true },
      { what: 'share', unit: '×', goal: 2, measured: 1.5, between: [1.25, 1.75] },
    ],
    notes: ['Measured somewhere.'],
  });
  expect(text).toMatch(/ours +2 +1 +3 +ms +3/);
  expect(text).toMatch(/time +≤ 1 ms +2 ms +MISSED/);
  expect(text).toMatch(/speed +≥ 20 × +21 × +kept/);
  expect(text).toMatch(/share +≤ 2 × +1\.5 × \(1\.25 to 1\.75\) +kept/);
  expect(text).toContain('note: Measured somewhere.');
});
