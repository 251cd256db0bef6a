import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../../src/publisher/list/commands/all.ts';
import { testFolder } from '../../harness/test-folder.ts';
import { figuresOf } from './figures.ts';
import { start } from './run.ts';

const GUIDE = readFileSync(new URL('../../../docs/publishing.md', import.meta.url), 'utf8');

interface Block {
  language: string;
  title: string | undefined;
  text: string;
}

const blocks: Block[] = [...GUIDE.matchAll(/^```(\w+)(?: title=(\S+))?\n([\s\S]*?)^```$/gm)].map(
  ([, language = '', title, text = '']) => ({ language, title, text }),
);
const commands = blocks.filter(({ language }) => language === 'sh').flatMap(({ text }) => text.trim().split('\n'));

test('every command of the guide does what it says', { timeout: 120_000 }, async () => {
  const dir = testFolder();
  for (const { title, text, language } of blocks) {
    if (title === undefined || language === 'sh') continue;
    mkdirSync(dirname(join(dir, title)), { recursive: true });
    writeFileSync(join(dir, title), text);
  }
  const told = new Map<string, string>();
  for (const line of commands) {
    if (line.startsWith('node -e ')) {
      execFileSync(process.execPath, ['-e', line.slice('node -e "'.length, -1)], { cwd: dir });
      continue;
    }
    const args = /^npm run list -- (.+)$/.exec(line)?.[1]?.split(' ');
    if (args === undefined) throw new Error(`not a command that can be tried: ${line}`);
    if (args[0] === 'serve') await looksServed(args, dir);
    else {
      const { code, out, err } = await start(args, dir).done;
      expect([line, code, code === 0 ? '' : err]).toEqual([line, 0, '']);
      told.set(line, out + err);
    }
  }
  const all = [...told.values()].join('\n');
  expect(all).toContain('4 read, 3 kept, 1 left out');
  expect(all).toContain('no place in the source (5)');
  expect(all).toContain('delta        from version 1');
  expect(all).toContain('status: none → suspended');
  expect(all).toContain('version 3, epoch 0');
  expect(all).toContain('version 4, epoch 1');
  expect(all).toContain('names.csv: valid (2 names');
  expect(all).toContain('+ @exampledaily_sport on telegram (as telegram-exampledaily)');
  expect(all).toMatch(/watchlist\.jws#[\w-]{43}\n/);
});

async function looksServed(args: readonly string[], cwd: string): Promise<void> {
  // Any free port: the one in the guide may be somebody's.
  const { child, done } = start(
    args.map((arg) => (arg === '8787' ? '0' : arg)),
    cwd,
  );
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (text: string) => resolve(text.trim()));
    void done.then(({ err }) => reject(new Error(err)));
  });
  expect((await fetch(address)).headers.get('access-control-allow-origin')).toBe('*');
  child.kill('SIGINT');
  expect((await done).code).toBe(130);
}

test('the guide shows every command', () => {
  const shown = new Set(commands.map((line) => /^npm run list -- (\w+)/.exec(line)?.[1]));
  expect(COMMANDS.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([]);
});

describe('the figures of the guide', () => {
  const tables = GUIDE.split('\n')
    .filter((line) => /^\| \d[\d,]* \|/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => Number(cell.replace(/[^\d.]/g, ''))),
    );
  const [sizes, traffic] = [tables.filter((row) => row.length === 6), tables.filter((row) => row.length === 5)];
  const close = (said: number | undefined, is: number): void => {
    expect(Math.abs((said ?? 0) / is - 1)).toBeLessThan(0.1);
  };

  test.each(sizes.map((row) => [row[0] ?? 0, row] as const))('%d names', { timeout: 120_000 }, async (names, row) => {
    const { whole, objects, index, delta } = await figuresOf(names);
    const [, saidWhole, saidObjects, saidIndex, saidDelta, saidShare] = row;
    close(saidWhole, whole);
    expect(saidObjects).toBe(objects);
    close(saidIndex, index);
    close(saidDelta, delta);
    close(saidShare, (100 * (index + delta)) / whole);
  });

  test('a day of a million readers follows from them', () => {
    expect(traffic.map(([names]) => names)).toEqual(sizes.map(([names]) => names));
    /** Bytes, with all the deltas that a manifest can offer. */
    const manifest = 5_500;
    traffic.forEach(([, requests, perSecond, gigabytes, anew], i) => {
      const [, whole = 0, , index = 0, delta = 0] = sizes[i] ?? [];
      expect(requests).toBe(3);
      close(perSecond, 3_000_000 / 86_400);
      close(gigabytes, (manifest + index + delta) / 1000);
      close(anew, (manifest + whole) / 1000);
    });
  });
});
