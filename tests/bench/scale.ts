import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Benchmark, Budget, Measure, Outcome, Plot, Setting } from './benchmark.ts';
import type { Grown } from './scale-shape.ts';
import { median } from './statistics.ts';

const SIZES = [100, 1_000, 10_000, 50_000, 100_000, 1_000_000];
const ONE = fileURLToPath(new URL('./scale-one.ts', import.meta.url));

export const scale: Benchmark = {
  name: 'scale',
  about: 'How filter, exact look-up, memory, compiling and deltas grow from 100 to 1 000 000 identifiers',
  minutes: 2,
  repeats: 1,
  run: (setting) => grow(SIZES, setting),
};

export const scale10m: Benchmark = {
  name: 'scale10m',
  about: 'The same with 10 000 000 identifiers; needs 8 GB of memory',
  minutes: 8,
  repeats: 1,
  heavy: true,
  run: (setting) => grow([10_000_000], setting),
};

/** Each size in a process of its own, so that none pays for what another left in memory. */
async function grow(sizes: readonly number[], { repeats, tell }: Setting): Promise<Outcome> {
  const all = new Map<number, Grown[]>();
  for (const size of sizes) {
    for (let round = 1; round <= repeats; round++) {
      tell(`${size} identifiers, round ${round} of ${repeats}`);
      all.set(size, [...(all.get(size) ?? []), await inOwnProcess(size)]);
    }
  }
  const names = [...new Set([...all.values()].flat().flatMap((one) => Object.keys(one)))];
  const measures = sizes.flatMap((size) => names.flatMap((name) => measureOf(name, size, all.get(size) ?? [])));
  const of = (name: string, size: number): number => median(samplesOf(name, all.get(size) ?? []));
  return {
    measures,
    budgets: budgetsOf(sizes, of),
    notes: [
      'Names are those of a table; rows, of which a list in source form holds at most 50 000, are measured up to there. Parts come from memory: `install` measures the database.',
      'Times are processor time, of the collector and of hashing in other threads too. Look-ups in the filter: 5 % of the names are in it.',
    ],
    plots: sizes.length < 2 ? [] : PLOTS.map((plot) => drawn(plot, sizes, names, of)),
  };
}

function budgetsOf(sizes: readonly number[], of: (name: string, size: number) => number): Budget[] {
  const largest = sizes.at(-1) ?? 0;
  const budgets = [
    { what: 'filter look-up', unit: 'µs', goal: 0.5, measured: of('filter look-up, µs', largest) },
    { what: 'filter in the background', unit: 'MiB', goal: 32, measured: of('filter, bytes', largest) / 2 ** 20 },
    { what: '50 names in their parts', unit: 'ms', goal: 15, measured: of('50 names in their parts, ms', largest) },
  ];
  const whole = sizes.findLast((size) => size <= 1_000_000);
  if (whole === undefined) return budgets;
  const share = (100 * of('delta of 1 % and index, bytes', whole)) / of('first install, bytes', whole);
  return [
    ...budgets,
    { what: `1 % of ${whole} changed, share of a first install`, unit: '%', goal: 3, measured: share },
  ];
}

async function inOwnProcess(size: number): Promise<Grown> {
  const child = spawn(process.execPath, ['--expose-gc', '--max-old-space-size=12000', ONE, String(size)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`measuring ${size} identifiers ended with ${code}`);
  return JSON.parse(out) as Grown;
}

function samplesOf(name: string, runs: readonly Grown[]): number[] {
  return runs.flatMap((run) => run[name] ?? []);
}

function measureOf(name: string, size: number, runs: readonly Grown[]): Measure[] {
  const samples = samplesOf(name, runs);
  const [what, unit] = name.split(', ');
  return samples.length === 0 ? [] : [{ what: `${size}: ${what}`, unit: unit ?? '', samples }];
}

/** What belongs on one pair of axes, by the unit. */
const PLOTS = [
  { unit: 'bytes', title: 'Memory and files' },
  { unit: 'ms', title: 'Work that grows with the list' },
  { unit: 'µs', title: 'One look-up' },
];

function drawn(
  { unit, title }: (typeof PLOTS)[number],
  sizes: readonly number[],
  names: readonly string[],
  of: (name: string, size: number) => number,
): Plot {
  const lines = names
    .filter((name) => name.endsWith(`, ${unit}`))
    .map((name) => {
      const points = sizes.flatMap((size) => {
        try {
          return [[size, of(name, size)] as const];
        } catch {
          return []; // Not measured at this size.
        }
      });
      return { name: name.replace(/, [^,]*$/, ''), points };
    });
  const file = { bytes: 'bytes', ms: 'work', µs: 'look-up' }[unit] ?? unit;
  return { name: `scale-${file}`, title, x: 'identifiers', y: unit, lines };
}
