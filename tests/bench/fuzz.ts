import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PIECES, READERS, timeOf } from '../fuzz/time.ts';
import type { Benchmark, Measure, Outcome, Setting } from './benchmark.ts';
import { runTests } from './tests.ts';

/** In all; by as many cases as `npm test` tries, again and again with other seeds. */
const CASES = 10_000_000;
const FILES = ['lists', 'texts', 'messages'].map((name) => `tests/fuzz/${name}.test.ts`);
/** Times the cases of `npm test` in one round. */
const AT_ONCE = 2;
/** On a machine that has other things to do, so many minutes may be enough. */
const MINUTES = Number(process.env.FUZZ_MINUTES ?? Number.POSITIVE_INFINITY);

export const fuzz: Benchmark = {
  name: 'fuzz',
  about: 'Ten million made-up lists, manifests, messages, addresses and texts; what a text twice as long costs',
  minutes: 40,
  repeats: 1,
  heavy: true,
  run: attack,
};

async function attack({ repeats, tell }: Setting): Promise<Outcome> {
  const targets = new Map<string, number>();
  const tried = (): number => [...targets.values()].reduce((sum, cases) => sum + cases, 0);
  const failed: string[] = [];
  const end = performance.now() + MINUTES * 60_000;
  do {
    failed.push(...(await round(targets, (cases) => tell(`${tried() + cases} of ${CASES * repeats} cases`))));
  } while (tried() < CASES * repeats && failed.length === 0 && performance.now() < end);
  const doubled = doubling(tell);
  return {
    measures: [{ what: 'cases', unit: '', samples: [tried()] }, ...doubled],
    budgets: [
      { what: 'targets with a case that got through', unit: '', goal: 0, measured: failed.length },
      ...doubled.map(({ what, samples }) => ({ what, unit: '×', goal: TWICE, measured: Math.max(...samples) })),
    ],
    notes: failed,
    counts: [...targets].map(([what, cases]) => ({ what, where: 'node', tried: cases, survived: cases })),
  };
}

/** @returns the names of targets that fell, with the case that they fell for */
async function round(targets: Map<string, number>, tell: (cases: number) => void): Promise<string[]> {
  const dir = mkdtempSync(join(tmpdir(), 'statemark-fuzz-'));
  const file = join(dir, 'targets.jsonl');
  const read = (): { title: string; cases: number }[] =>
    existsSync(file)
      ? readFileSync(file, 'utf8')
          .split('\n')
          .filter((line) => line !== '')
          .map((line) => JSON.parse(line))
      : [];
  const shown = setInterval(() => tell(read().reduce((sum, { cases }) => sum + cases, 0)), 5_000);
  try {
    const env = { FUZZ_RUNS: String(AT_ONCE), FUZZ_REPORT: file };
    const results = await runTests('unit', FILES, env);
    for (const { title, cases } of read()) targets.set(title, (targets.get(title) ?? 0) + cases);
    return results
      .filter(({ status }) => status !== 'passed')
      .map(({ fullName, failureMessages }) => `${fullName}: ${failureMessages[0]}`);
  } finally {
    clearInterval(shown);
    rmSync(dir, { recursive: true, force: true });
  }
}

/** A square takes four times as long for a text twice as long. Between the two there is room for noise. */
const TWICE = 3;
const FAIR = 2.4;
const LENGTH = 65_536;
const DOUBLINGS = 3;

/** For each reader, how many times as long a text twice as long takes, for each piece that texts are made of. */
function doubling(tell: (step: string) => void): Measure[] {
  return READERS.map(([name, read]) => {
    tell(`doubling: ${name}`);
    const samples = PIECES.flatMap((piece) => {
      let least = growth(read, piece);
      // What something else on the machine has slowed down is measured again.
      for (let again = 0; again < 3 && least !== undefined && least > FAIR; again++) {
        least = Math.min(least, growth(read, piece) ?? least);
      }
      return least ?? [];
    });
    return { what: `time of ${name}, text twice as long`, unit: '×', samples };
  });
}

/** For one doubling, over several. Undefined where it takes no time to speak of: that says nothing. */
function growth(read: (text: string) => unknown, piece: string): number | undefined {
  const text = piece.repeat(Math.ceil(LENGTH / piece.length));
  const long = text.repeat(2 ** DOUBLINGS);
  const took = timeOf(() => read(text));
  return took > 0.3 ? (timeOf(() => read(long)) / took) ** (1 / DOUBLINGS) : undefined;
}
