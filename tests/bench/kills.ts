import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Benchmark, Outcome, Setting } from './benchmark.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const VITEST = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
const MOMENTS = 60;

interface Report {
  testResults: { assertionResults: { status: string; fullName: string; failureMessages: string[] }[] }[];
}

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
  let cut = 0;
  const failed: string[] = [];
  for (let round = 1; round <= repeats; round++) {
    tell(`round ${round} of ${repeats}, ${cut} updates cut off, ${failed.length} faults`);
    const report = await tests(['kills', 'kill-moments'], { KILL_MOMENTS: String(Math.ceil(MOMENTS / repeats)) });
    const results = report.testResults.flatMap(({ assertionResults }) => assertionResults);
    if (results.length === 0) throw new Error('no test has run');
    cut += results.length;
    const bad = results.filter(({ status }) => status !== 'passed');
    failed.push(...bad.map(({ fullName, failureMessages }) => `${fullName}: ${failureMessages[0]?.split('\n')[0]}`));
  }
  return {
    measures: [{ what: 'updates cut off', unit: '', samples: [cut] }],
    budgets: [{ what: 'updates after which no list was whole', unit: '', goal: 0, measured: failed.length }],
    notes: failed,
  };
}

async function tests(names: readonly string[], env: Record<string, string>): Promise<Report> {
  const dir = mkdtempSync(join(tmpdir(), 'statemark-kills-'));
  try {
    const file = join(dir, 'report.json');
    const files = names.map((name) => `tests/browser/lists/${name}.test.ts`);
    const args = [VITEST, 'run', '--project', 'browser', '--reporter=json', `--outputFile=${file}`, ...files];
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'ignore', env: { ...process.env, ...env } });
    await once(child, 'exit');
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
