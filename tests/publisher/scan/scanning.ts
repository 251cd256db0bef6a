import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { Progress } from '../../../src/publisher/output.ts';
import { readOptions } from '../../../src/publisher/scan/options.ts';
import { readLists } from '../../../src/publisher/scan/read-lists.ts';
import { runScan } from '../../../src/publisher/scan/run-scan.ts';
import { testFolder } from '../../harness/test-folder.ts';

const ENTRY = fileURLToPath(new URL('../../../src/publisher/scan/scan.ts', import.meta.url));

export interface Scanned {
  code: number;
  out: string;
  err: string;
}

/** The path of a fixture. */
export function fixture(name: string): string {
  return fileURLToPath(new URL(`../../fixtures/scan/${name}`, import.meta.url));
}

/** A file with this content, in a directory of its own. */
export function temporary(name: string, content: string | Uint8Array): string {
  const file = join(testFolder(), name);
  writeFileSync(file, content);
  return file;
}

/** Runs a scan in this process. */
export async function scan(args: readonly string[], stdin: Iterable<Buffer> = []): Promise<Scanned> {
  const options = readOptions(args);
  if (options === 'help') throw new Error('asked for help');
  const told = { out: '', err: '' };
  const sinkTo = (name: keyof typeof told) => ({
    write: async (text: string) => {
      told[name] += text;
    },
  });
  const code = await runScan(options, readLists(options.lists, options.allLists), {
    stdin: (async function* () {
      yield* stdin;
    })(),
    out: sinkTo('out'),
    err: sinkTo('err'),
    progress: new Progress(undefined, () => 0),
    today: '2026-11-22',
  });
  return { code, ...told };
}

/** Runs the command itself. */
export function command(args: readonly string[], stdin: string | Iterable<string> = '', node: readonly string[] = []) {
  const child = spawn(process.execPath, [...node, ENTRY, ...args]);
  const result = { code: -1, signal: null as NodeJS.Signals | null, out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    result.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    result.err += text;
  });
  // It may end before it has read everything.
  void pipeline(Readable.from(typeof stdin === 'string' ? [stdin] : stdin), child.stdin).catch(() => {});
  const done = new Promise<typeof result>((resolve) => {
    child.on('close', (code, signal) => resolve(Object.assign(result, { code: code ?? -1, signal })));
  });
  return { child, done };
}

/** What a JSON run found, in short: `line kind value identifier`. */
export function short(out: string): string[] {
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .map(({ line, kind, value, identifier }) => `${line} ${kind} ${value} ${identifier}`);
}
