import { expect, it } from 'vitest';
import type { Piece } from './added.ts';
import { type Round, VARIANTS, type Variant, variantOutcome } from './page-outcome.ts';
import type { Shares } from './shares.ts';

const PAGE: Shares = {
  extension: 0,
  script: 10,
  layout: 6,
  style: 4,
  paint: 8,
  garbage: 1,
  other: 3,
  longest: 5,
  drawings: 30,
};

function round(longest: number, statemark: Partial<Shares>): Round {
  const piece: Piece = { none: PAGE, floor: { ...PAGE, extension: 2 }, statemark: { ...PAGE, ...statemark } };
  return {
    pieces: [piece, { ...piece, none: { ...PAGE, longest } }],
    frames: [
      ['none', 20],
      ['floor', 21],
      ['statemark', 22],
    ],
  };
}

const rounds = [
  round(9, { extension: 6, layout: 8, drawings: 33 }),
  round(7, { extension: 6, layout: 8, drawings: 33 }),
];
const { measures, budgets, notes } = variantOutcome(VARIANTS[0] as Variant, rounds, 10);
const samples = (what: string): readonly number[] | undefined =>
  measures.find((one) => one.what === `0 % match: ${what}`)?.samples;

it.each([
  ['none, total', 4, 3.2],
  ['statemark, total', 4, 4],
  ['statemark, script', 4, 1.6],
  ['floor adds, script', 4, 0.2],
  ['statemark adds, drawing', 4, 0.2],
  ['statemark adds, total, as it differs', 4, 0.8],
  ['statemark, layouts and styles', 4, 3.3],
])('%s is told for a post, once for each piece', (what, count, each) => {
  expect(samples(what)).toHaveLength(count);
  for (const one of samples(what) ?? []) expect(one).toBeCloseTo(each);
});

it('tells of longest tasks and frames for whole runs', () => {
  expect(samples('none, longest task')).toEqual([9, 7]);
  expect(samples('statemark, frames')).toEqual([22, 22]);
});

it('holds what Statemark adds against what the floor adds', () => {
  expect(budgets).toHaveLength(1);
  expect(budgets[0]?.measured).toBeCloseTo((6 + 2) / 2);
});

it('says what is counted', () => {
  expect(notes[0]).toContain('floor adds 0.2 (0.2 to 0.2) ms a post');
  expect(notes[0]).toContain('not counted, because no more is laid out');
  expect(notes[1]).toMatch(/statemark adds 0\.8 .* drawing 0\.2 \(.*\), counted;/);
});
