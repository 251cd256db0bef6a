import { describe, expect, it, test } from 'vitest';
import { estimate, mean, median, quantile } from './statistics.ts';

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

describe('the mean', () => {
  it('is that of all', () => expect(mean([1, 2, 6])).toBe(3));
  it('of nothing is an error', () => expect(() => mean([])).toThrow(RangeError));
});

describe('an estimate', () => {
  it('of a mean is Student’s', () => {
    // 10 samples, standard deviation 3.028, t of 9 degrees 2.262: 5.5 ± 2.166.
    const { value, low, high } = estimate([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], mean);
    expect([value, low, high].map((one) => one.toFixed(2))).toEqual(['5.50', '3.33', '7.67']);
  });

  it.each([
    [2, 12.71],
    [3, 4.3],
    [5, 2.776],
    [24, 2.069],
    [200, 1.972],
  ])('of %i samples is as wide as Student says', (n, t) => {
    const samples = Array.from({ length: n }, (_, i) => (i % 3) + i / n);
    const sd = Math.sqrt(samples.reduce((sum, one) => sum + (one - mean(samples)) ** 2, 0) / (n - 1));
    const { value, high } = estimate(samples, mean);
    expect(((high - value) * Math.sqrt(n)) / sd / t).toBeCloseTo(1, 1);
  });

  it('can be of a share, whose samples belong together', () => {
    const steady = Array.from({ length: 20 }, (_, i) => ({ a: 3 * (1 + (i % 5)), b: 1 + (i % 5) }));
    const share = (some: readonly { a: number; b: number }[]): number =>
      mean(some.map(({ a }) => a)) / mean(some.map(({ b }) => b));
    const { value, low, high } = estimate(steady, share);
    expect(value).toBeCloseTo(3);
    expect(high - low).toBeCloseTo(0);
  });

  it('of one sample is an error', () => expect(() => estimate([1], mean)).toThrow(RangeError));
});
