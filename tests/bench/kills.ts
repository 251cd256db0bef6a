import { buildExtension } from '../harness/build.ts';
import type { Benchmark, Outcome, Setting } from './benchmark.ts';
import { countsOf, runTests, type Tested } from './tests.ts';

const MOMENTS = 60;
const FILES = ['kills', 'kills-table', 'kill-moments'].map((name) => `tests/browser/lists/${name}.test.ts`);

export const kills: Benchmark = {
  name: 'kills',
  about: 'Updates that are cut off at every named moment, many times, and at random ones, in both browsers',
  minutes: 30,
  repeats: 10,
  heavy: true,
  run: matrix,
};

/** The tests of one round are those that run with all others; here they run again and again. */
async function matrix({ repeats, tell }: Setting): Promise<Outcome> {
  // The tests take the build as it is.
  for (const kind of ['chrome', 'firefox'] as const) {
    tell(`building for ${kind}`);
    await buildExtension(kind);
  }
  const all: Tested[] = [];
  const failed: string[] = [];
  for (let round = 1; round <= repeats; round++) {
    tell(`round ${round} of ${repeats}, ${all.length} updates cut off, ${failed.length} faults`);
    const results = await runTests('browser', FILES, { KILL_MOMENTS: String(Math.ceil(MOMENTS / repeats)) });
    all.push(...results);
    const bad = results.filter(({ status }) => status !== 'passed');
    failed.push(...bad.map(({ fullName, failureMessages }) => `${fullName}: ${failureMessages[0]?.split('\n')[0]}`));
  }
  return {
    measures: [{ what: 'updates cut off', unit: '', samples: [all.length] }],
    budgets: [{ what: 'updates after which no list was whole', unit: '', goal: 0, measured: failed.length }],
    notes: failed,
    counts: countsOf('updates cut off', all),
  };
}
