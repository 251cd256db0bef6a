import { execFile, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { command, temporary } from './scanning.ts';

/** A corpus past one process: docs/scale.md says how, and here it is done. */

const SCAN = fileURLToPath(new URL('../../../src/publisher/scan/scan.ts', import.meta.url));
const run = promisify(execFile);

/** GNU's: another program of the name knows no blocks. Without it, what every system has does the same. */
const HAS_PARALLEL =
  spawnSync('parallel', ['--version'], { encoding: 'utf8' }).stdout?.includes('GNU parallel') ?? false;

const post = (i: number): string => {
  if (i % 97 === 0) return 'not a line of JSON';
  const text = i % 5 === 0 ? `boats ${i} #We_Are_Qassem` : i % 7 === 0 ? `@khamenei_ir said ${i}` : `quiet day ${i}`;
  return JSON.stringify({ text, author: `sample_${i}`, url: `https://x.com/sample_${i}/status/${i}` });
};
const CORPUS = `${Array.from({ length: 1_000 }, (_, i) => post(i + 1)).join('\n')}\n`;

/** Without what a part numbers anew. */
const unnumbered = (out: string): unknown[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => ({ ...(JSON.parse(line) as object), line: 0 }));

describe('a corpus in parts, each to a process of its own', () => {
  it('gives what one process gives, in the same order, and passes over the same bad lines', {
    timeout: 60_000,
  }, async () => {
    const whole = await command(['--json', '-'], CORPUS).done;
    const file = temporary('corpus.jsonl', CORPUS);
    const dir = dirname(file);
    const script = [
      'cd "$0" || exit 3',
      'split --lines=260 --numeric-suffixes corpus.jsonl part-',
      // xargs ends with 123 where one of them did with 1: a bad line was passed over.
      `printf '%s\\n' part-* | xargs -P 2 -I{} sh -c '"$0" "$1" --json - <{} >{}.out 2>{}.err' "$1" "$2"`,
      'echo $?',
    ].join('\n');
    const { stdout } = await run('sh', ['-c', script, dir, process.execPath, SCAN]);
    const read = (ending: string): string =>
      readdirSync(dir)
        .filter((name) => name.endsWith(ending))
        .sort()
        .map((name) => readFileSync(join(dir, name), 'utf8'))
        .join('');
    expect(stdout.trim()).toBe('123');
    expect(whole.code).toBe(1);
    expect(unnumbered(read('.out'))).toEqual(unnumbered(whole.out));
    expect(unnumbered(whole.out).length).toBeGreaterThan(300);
    expect(read('.err').match(/not JSON/g)?.length).toBe(whole.err.match(/not JSON/g)?.length);
  });

  it.runIf(HAS_PARALLEL)('and so does GNU parallel, in blocks', { timeout: 60_000 }, async () => {
    const whole = await command(['--json', '-'], CORPUS).done;
    const file = temporary('corpus.jsonl', CORPUS);
    // Its exit code is how many of its jobs did not end with 0.
    const script = `parallel -k -j 2 --pipe --block 30k '"'"$1"'" "'"$2"'" --json -' <"$0"; echo $? >&2`;
    const { stdout, stderr } = await run('sh', ['-c', script, file, process.execPath, SCAN], {
      maxBuffer: 64 * 1024 * 1024,
    });
    expect(unnumbered(stdout)).toEqual(unnumbered(whole.out));
    expect(stderr.match(/not JSON/g)?.length).toBe(whole.err.match(/not JSON/g)?.length);
    expect(Number(stderr.trim().split('\n').at(-1))).toBeGreaterThan(1);
  });
});
