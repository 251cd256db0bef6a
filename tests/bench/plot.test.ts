import { expect, it, test } from 'vitest';
import { svg } from './plot.ts';

const plot = {
  name: 'growth',
  title: 'Bytes < a list',
  x: 'identifiers',
  y: 'bytes',
  lines: [
    {
      name: 'filter',
      points: [
        [100, 200],
        [10_000, 20_000],
      ] as const,
    },
    {
      name: 'set & map',
      points: [
        [100, 14_000],
        [10_000, 1_400_000],
      ] as const,
    },
  ],
};

it('draws what grows in proportion as a straight line', () => {
  const paths = [...svg(plot).matchAll(/<path d="M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)"/g)];
  const slopes = paths.map(([, x, y, x2, y2]) => (Number(y2) - Number(y)) / (Number(x2) - Number(x)));
  expect(slopes.length).toBe(2);
  expect(slopes[0]).toBeCloseTo(slopes[1] ?? 0, 1);
  expect(slopes[0]).toBeLessThan(0);
});

test('names are text, whatever they hold', () => {
  expect(svg(plot)).toContain('Bytes &#60; a list');
  expect(svg(plot)).toContain('set &#38; map');
});

it('draws a single point', () => {
  const one = { ...plot, lines: [{ name: 'filter', points: [[100, 100]] as const }] };
  expect(svg(one)).not.toMatch(/NaN|Infinity/);
});
