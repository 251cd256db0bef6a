import { readArgs, UsageError } from '../harness/command.ts';
import type { Benchmark } from './benchmark.ts';

export interface BenchOptions {
  only?: string[];
  /** Where the raw numbers go. */
  json?: string;
  /** Where plots go. */
  out?: string;
  /** Instead of each benchmark's own. */
  repeats?: number;
  /** Whether counts of what was tried go into the docs. */
  write?: true;
}

export function usage(all: readonly Benchmark[]): string {
  const rows = all.map(({ name, about, minutes, heavy }) => {
    const when = heavy ? ', only when asked for' : '';
    return `  ${name.padEnd(10)} ${about} (about ${minutes} min${when})`;
  });
  return `usage: npm run bench -- [--only NAME[,NAME]] [--json FILE] [--out DIR] [--repeats N] [--write]

Measures Statemark against its budgets. Everything is compared with something else in the same run.

${rows.join('\n')}

  --json     writes every sample to a file
  --out      writes plots (SVG) into a folder
  --write    puts what was tried, and what held, into docs/hardening.md
  --repeats  how often each thing is measured, instead of each benchmark's own number

Exit code: 0 all budgets kept, 1 one missed or a benchmark failed, 2 wrong usage.
`;
}

/** @throws UsageError */
export function readOptions(args: readonly string[], known: readonly string[]): BenchOptions | 'help' {
  const values = readArgs(args, {
    only: { type: 'string' },
    json: { type: 'string' },
    out: { type: 'string' },
    repeats: { type: 'string' },
    write: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help) return 'help';
  const only = values.only?.split(',').filter((name) => name !== '');
  const stranger = only?.find((name) => !known.includes(name));
  if (stranger !== undefined) throw new UsageError(`there is no benchmark "${stranger}"`);
  if (only?.length === 0) throw new UsageError('--only: no name is given');
  const repeats = values.repeats === undefined ? undefined : Number(values.repeats);
  if (repeats !== undefined && !(Number.isInteger(repeats) && repeats >= 1 && repeats <= 1_000)) {
    throw new UsageError('--repeats: a whole number from 1 to 1000');
  }
  return {
    ...(only && { only }),
    ...(values.json !== undefined && { json: values.json }),
    ...(values.out !== undefined && { out: values.out }),
    ...(repeats !== undefined && { repeats }),
    ...(values.write && { write: true }),
  };
}
