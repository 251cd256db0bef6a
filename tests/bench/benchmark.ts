/** Samples of one number, all from the same run. */
export interface Measure {
  /** What was measured; the comparison stands beside it under a name of its own. */
  what: string;
  unit: string;
  samples: readonly number[];
}

/** A goal of the design, and what was measured for it. */
export interface Budget {
  what: string;
  unit: string;
  /** The measured value must not be above it; with `atLeast`, not below. */
  goal: number;
  measured: number;
  /** Where it lies in 19 of 20 cases, as far as the samples tell. */
  between?: readonly [low: number, high: number];
  atLeast?: true;
}

export interface Plot {
  /** File name without its ending. */
  name: string;
  title: string;
  x: string;
  y: string;
  lines: readonly { name: string; points: readonly (readonly [x: number, y: number])[] }[];
}

/** How often something was tried, and how often what was promised held. */
export interface Count {
  what: string;
  where: 'chrome' | 'firefox' | 'node';
  tried: number;
  survived: number;
}

export interface Outcome {
  measures: Measure[];
  budgets: Budget[];
  /** What a reader must know to read the numbers. */
  notes: string[];
  plots?: Plot[];
  /** What the docs tell of attacks tried: see `--write`. */
  counts?: Count[];
}

/** What a benchmark is given. */
export interface Setting {
  /** How often each thing is measured. */
  repeats: number;
  /** Says how far it is; shown on a terminal. */
  tell(step: string): void;
}

export interface Benchmark {
  name: string;
  about: string;
  /** About how long it takes with the usual repeats, on two cores. Minutes. */
  minutes: number;
  repeats: number;
  /** Runs only when asked for by name. */
  heavy?: true;
  run(setting: Setting): Promise<Outcome>;
}

export function isKept({ goal, measured, atLeast }: Budget): boolean {
  return atLeast ? measured >= goal : measured <= goal;
}
