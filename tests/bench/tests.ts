import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Count } from './benchmark.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const VITEST = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');

/** One test as Vitest tells of it. */
export interface Tested {
  status: string;
  fullName: string;
  failureMessages: string[];
}

/** Runs test files of a project, and tells what became of each test in them. @throws where none has run */
export async function runTests(
  project: 'unit' | 'browser',
  files: readonly string[],
  env: Record<string, string> = {},
): Promise<Tested[]> {
  const dir = mkdtempSync(join(tmpdir(), 'statemark-tests-'));
  try {
    const file = join(dir, 'report.json');
    const args = [VITEST, 'run', '--project', project, '--reporter=json', `--outputFile=${file}`, ...files];
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'ignore', env: { ...process.env, ...env } });
    await once(child, 'exit');
    const { testResults } = JSON.parse(readFileSync(file, 'utf8')) as { testResults: { assertionResults: Tested[] }[] };
    const results = testResults.flatMap(({ assertionResults }) => assertionResults);
    if (results.length === 0) throw new Error('no test has run');
    return results;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** How many tests of something ran in each browser, and how many of them held. Their names say which it was. */
export function countsOf(what: string, results: readonly Tested[]): Count[] {
  return (['chrome', 'firefox'] as const).map((where) => {
    const own = results.filter(({ fullName }) => fullName.includes(` in ${where} `));
    return { what, where, tried: own.length, survived: own.filter(({ status }) => status === 'passed').length };
  });
}
