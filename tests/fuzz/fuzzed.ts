import { appendFileSync } from 'node:fs';
import fc from 'fast-check';
import { it } from 'vitest';
import { runs } from './runs.ts';

type Property = fc.IRawProperty<unknown>;

/**
 * A test that tries many made-up cases.
 * @param title says what is tried, alone too: the table of what was tried shows it
 * @param cases of which `npm test` tries so many
 */
// biome-ignore lint/suspicious/noExplicitAny: a property of whatever it is about
export function fuzzed(title: string, cases: number, property: () => fc.IRawProperty<any> | Promise<unknown>): void {
  it(title, async () => {
    const { numRuns } = runs(cases);
    await fc.assert((await property()) as Property, { numRuns });
    tell({ title, cases: numRuns });
  });
}

/** To whoever runs the tests and counts: one line of JSON for each target that held. */
function tell(done: { title: string; cases: number }): void {
  if (process.env.FUZZ_REPORT) appendFileSync(process.env.FUZZ_REPORT, `${JSON.stringify(done)}\n`);
}
