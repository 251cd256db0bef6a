import type { Benchmark, Outcome, Setting } from './benchmark.ts';
import { countsOf, runTests } from './tests.ts';

/** What is tried, and the tests of `npm test` that try it. */
const TRIED: readonly (readonly [what: string, file: string, one: RegExp])[] = [
  ['hostile pages', 'tests/browser/hostile-pages.test.ts', /stays usable/],
  ['hostile hosts', 'tests/browser/lists/hostile-hosts.test.ts', /changes nothing/],
  ['orders of arrival', 'tests/browser/determinism.test.ts', /order/],
  ['private windows', 'tests/browser/private.test.ts', /./],
];

export const hostile: Benchmark = {
  name: 'hostile',
  about: 'Pages and hosts made to do harm, orders of arrival and private windows, in both browsers',
  minutes: 8,
  repeats: 1,
  heavy: true,
  run: meet,
};

async function meet({ repeats, tell }: Setting): Promise<Outcome> {
  const outcome: Outcome = { measures: [], budgets: [], notes: [], counts: [] };
  for (const [what, file, one] of TRIED) {
    const all: Awaited<ReturnType<typeof runTests>> = [];
    for (let round = 1; round <= repeats; round++) {
      tell(`${what}, round ${round} of ${repeats}`);
      all.push(...(await runTests('browser', [file])));
    }
    const bad = all.filter(({ status }) => status !== 'passed');
    outcome.notes.push(...bad.map(({ fullName, failureMessages: [why] }) => `${fullName}: ${why?.split('\n')[0]}`));
    outcome.budgets.push({ what: `${what} that got through`, unit: '', goal: 0, measured: bad.length });
    outcome.counts?.push(
      ...countsOf(
        what,
        all.filter(({ fullName }) => one.test(fullName)),
      ),
    );
  }
  outcome.measures = (outcome.counts ?? []).map(({ what, where, tried }) => ({
    what: `${what}, ${where}`,
    unit: '',
    samples: [tried],
  }));
  return outcome;
}
