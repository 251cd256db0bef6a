import { type Added, addedBy, moreDrawing, type Piece, timesFloor, WITH, type With } from './added.ts';
import type { Measure, Outcome } from './benchmark.ts';
import type { Shares } from './shares.ts';
import type { Estimate } from './statistics.ts';
import { between, short } from './table.ts';

export interface Variant {
  name: string;
  /** Of the posts, those that match. */
  share: number;
  /** Whether numbers of posts change in place without end. */
  ticks: boolean;
  /** Runs more, or less, than the benchmark's: what is drawn for few marks is the hardest to tell, script the easiest. */
  more: number;
}

export const VARIANTS: readonly Variant[] = [
  { name: '0 % match', share: 0, ticks: false, more: -1 },
  { name: '3 % match', share: 0.03, ticks: false, more: 1 },
  { name: '30 % match', share: 0.3, ticks: false, more: 0 },
  { name: '3 % match, endless mutation', share: 0.03, ticks: true, more: 0 },
];

/** Between a script that reads and one that only observes. */
const GOAL = 1.5;

/** Once down the timeline, with each. */
export interface Round {
  pieces: Piece[];
  frames: readonly (readonly [With, number])[];
}

/** @param posts in a piece */
export function variantOutcome({ name }: Variant, rounds: readonly Round[], posts: number): Outcome {
  const pieces = rounds.flatMap((round) => round.pieces);
  const times = timesFloor(pieces);
  return {
    measures: [...partRows(name, pieces, posts), ...wholeRows(name, rounds), ...addedRows(name, pieces, posts)],
    budgets: [
      {
        what: `${name}: time added, times that of the floor`,
        unit: '×',
        goal: GOAL,
        measured: times.value,
        between: [times.low, times.high],
      },
    ],
    notes: ADDING.map((one) => `${name}: ${told(one, addedBy(one, pieces), posts)}`),
  };
}

const ADDING = ['floor', 'statemark'] as const;

type Of = (shares: Shares) => number;

const TIMES: Record<string, Of> = {
  total: (one) => one.extension + one.script + one.layout + one.style + one.paint + one.garbage + one.other,
  script: (one) => one.extension + one.script,
  layout: (one) => one.layout,
  style: (one) => one.style,
  paint: (one) => one.paint,
};

function partRows(variant: string, pieces: readonly Piece[], posts: number): Measure[] {
  const row = (name: With, part: string, of: Of, unit: string): Measure => ({
    what: `${variant}: ${name}, ${part}`,
    unit,
    samples: pieces.map((piece) => of(piece[name]) / posts),
  });
  return WITH.flatMap((name) => [
    ...Object.entries(TIMES).map(([part, of]) => row(name, part, of, 'ms')),
    row(name, 'layouts and styles', ({ drawings }) => drawings, ''),
  ]);
}

function wholeRows(variant: string, rounds: readonly Round[]): Measure[] {
  const longest = ({ pieces }: Round, name: With): number => Math.max(...pieces.map((piece) => piece[name].longest));
  return [
    ...WITH.map((name) => ({
      what: `${variant}: ${name}, longest task`,
      unit: 'ms',
      samples: rounds.map((round) => longest(round, name)),
    })),
    ...WITH.map((name) => ({
      what: `${variant}: ${name}, frames`,
      unit: '',
      samples: rounds.flatMap(({ frames }) => frames.flatMap(([one, count]) => (one === name ? [count] : []))),
    })),
  ];
}

function addedRows(variant: string, pieces: readonly Piece[], posts: number): Measure[] {
  const total = TIMES.total as Of;
  return ADDING.flatMap((name) => {
    const rows: Record<string, (piece: Piece) => number> = {
      script: (piece) => piece[name].extension,
      drawing: moreDrawing(name, pieces),
      'total, as it differs': (piece) => total(piece[name]) - total(piece.none),
    };
    return Object.entries(rows).map(([part, of]) => ({
      what: `${variant}: ${name} adds, ${part}`,
      unit: 'ms',
      samples: pieces.map((piece) => of(piece) / posts),
    }));
  });
}

function told(name: With, { all, script, drawing, draws, garbage }: Added, posts: number): string {
  const post = ({ value, low, high }: Estimate): string =>
    `${short(value / posts)} (${between([low / posts, high / posts])})`;
  const drawn = draws ? 'counted' : 'not counted, because no more is laid out';
  return `${name} adds ${post(all)} ms a post: script ${post(script)}; drawing ${post(drawing)}, ${drawn}; garbage ${post(garbage)}, not counted.`;
}
