import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { World } from '../../../src/publisher/list/commands/command.ts';
import { runList } from '../../../src/publisher/list/run-list.ts';
import { Progress } from '../../../src/publisher/output.ts';
import { testFolder } from '../../harness/test-folder.ts';

const ENTRY = fileURLToPath(new URL('../../../src/publisher/list/list.ts', import.meta.url));
export const NOW = Date.parse('2026-11-22T12:00:00.000Z');

export interface Ran {
  code: number;
  out: string;
  err: string;
}

/** Runs a command in this process. */
export async function run(args: readonly string[], changes: Partial<World> = {}): Promise<Ran> {
  const told = { out: '', err: '' };
  const sinkTo = (name: keyof typeof told) => ({
    write: async (text: string) => {
      told[name] += text;
    },
  });
  const code = await runList(args, {
    out: sinkTo('out'),
    err: sinkTo('err'),
    progress: new Progress(undefined, () => 0),
    now: () => NOW,
    signal: new AbortController().signal,
    ...changes,
  });
  return { code, ...told };
}

/** Runs the command itself. */
export function start(args: readonly string[], cwd?: string) {
  const child = spawn(process.execPath, [ENTRY, ...args], cwd === undefined ? {} : { cwd });
  const result = { code: -1, signal: null as NodeJS.Signals | null, out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    result.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    result.err += text;
  });
  const done = new Promise<typeof result>((resolve) => {
    child.on('close', (code, signal) => resolve(Object.assign(result, { code: code ?? -1, signal })));
  });
  return { child, done };
}

/** A file with this content, in a directory of its own. Objects are written as JSON. */
export function temporary(name: string, content: string | Uint8Array | object): string {
  const file = join(testFolder(), name);
  const isPlain = typeof content === 'string' || content instanceof Uint8Array;
  writeFileSync(file, isPlain ? content : JSON.stringify(content));
  return file;
}
