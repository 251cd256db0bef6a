import { describe, expect, it, test } from 'vitest';
import { median, quantile } from './statistics.ts';

describe('the median', () => {
  test.each([
    [[3], 3],
    [[1, 2], 1.5],
    [[9, 1, 5], 5],
    [[10, 2, 4, 8], 6],
  ])('of %j is %f', (samples, expected) => {
    expect(median(samples)).toBe(expected);
  });

  it('leaves the samples in their order', () => {
    const samples = [3, 1, 2];
    median(samples);
    expect(samples).toEqual([3, 1, 2]);
  });

  it('of nothing is an error, not a number', () => {
    expect(() => median([])).toThrow(RangeError);
  });
});

describe('a quantile', () => {
  const samples = Array.from({ length: 101 }, (_, i) => 100 - i);

  test.each([
    [0, 0],
    [0.5, 50],
    [0.99, 99],
    [1, 100],
  ])('%f', (share, expected) => {
    expect(quantile(samples, share)).toBeCloseTo(expected);
  });
});
