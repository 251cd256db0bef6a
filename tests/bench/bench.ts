import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../harness/command.ts';
import { ALL } from './all.ts';
import { type Benchmark, isKept, type Outcome } from './benchmark.ts';
import { writeRun } from './hardening.ts';
import { machine } from './machine.ts';
import { type BenchOptions, readOptions, usage } from './options.ts';
import { svg } from './plot.ts';
import { tables } from './table.ts';

type Result = { name: string; seconds: number } & (Outcome | { failed: string });

async function bench({ only, json, out, repeats, write }: BenchOptions): Promise<boolean> {
  const chosen = ALL.filter(({ name, heavy }) => (only ? only.includes(name) : !heavy));
  const on = machine();
  const minutes = chosen.reduce((sum, one) => sum + one.minutes * ((repeats ?? one.repeats) / one.repeats), 0);
  console.log(
    Object.entries(on)
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n'),
  );
  console.log(`\n${chosen.length} benchmarks, about ${Math.max(1, Math.round(minutes))} min on two idle cores`);
  const results: Result[] = [];
  for (const one of chosen) {
    console.log(`\n${one.name}: ${one.about} (about ${one.minutes} min)`);
    const result = await runOne(one, repeats ?? one.repeats);
    results.push(result);
    console.log('failed' in result ? `  FAILED: ${result.failed}` : `\n${tables(result)}`);
    if (out !== undefined && !('failed' in result)) draw(result, out);
    if (write && 'counts' in result && result.counts) writeRun(one.name, result, result.seconds, on);
    // After each, so that a long run that is ended keeps what it has.
    if (json !== undefined) writeFileSync(json, `${JSON.stringify({ machine: on, results }, null, 1)}\n`);
  }
  return tellMisses(results);
}

async function runOne(one: Benchmark, repeats: number): Promise<Result> {
  const begun = performance.now();
  const isShown = process.stderr.isTTY;
  const tell = (step: string): void => {
    const seconds = Math.round((performance.now() - begun) / 1_000);
    process.stderr.write(isShown ? `\r\x1b[K  ${seconds} s: ${step}` : `  ${seconds} s: ${step}\n`);
  };
  const done = (): { name: string; seconds: number } => {
    if (isShown) process.stderr.write('\r\x1b[K');
    return { name: one.name, seconds: Math.round((performance.now() - begun) / 1_000) };
  };
  try {
    const outcome = await one.run({ repeats, tell });
    return { ...done(), ...outcome };
  } catch (error) {
    return { ...done(), failed: (error as Error).stack ?? String(error) };
  }
}

function draw({ plots = [] }: Outcome, dir: string): void {
  mkdirSync(dir, { recursive: true });
  for (const plot of plots) writeFileSync(join(dir, `${plot.name}.svg`), svg(plot));
}

function tellMisses(results: readonly Result[]): boolean {
  const misses = results.flatMap((result) => {
    if ('failed' in result) return [`${result.name} failed`];
    return result.budgets.filter((budget) => !isKept(budget)).map(({ what }) => `${result.name}: ${what}`);
  });
  console.log(
    misses.length === 0 ? '\nAll budgets are kept.' : `\nMissed:\n${misses.map((one) => `  ${one}`).join('\n')}`,
  );
  return misses.length === 0;
}

try {
  const options = readOptions(
    process.argv.slice(2),
    ALL.map(({ name }) => name),
  );
  if (options === 'help') console.log(usage(ALL));
  else process.exitCode = (await bench(options)) ? 0 : 1;
} catch (error) {
  const wronglyCalled = error instanceof UsageError;
  console.error(wronglyCalled ? `${error.message}\n\n${usage(ALL)}` : error);
  process.exitCode = wronglyCalled ? 2 : 1;
}
