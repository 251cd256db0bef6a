import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { COMMANDS } from '../src/publisher/list/commands/all.ts';
import { USAGE as RELEASE } from '../src/publisher/release/run-release.ts';
import { readOptions as scanOptions } from '../src/publisher/scan/options.ts';
import { readOptions as benchOptions } from './bench/options.ts';
import { parseOptions, usage } from './harness/options.ts';
import { sheetOptions } from './harness/sheet/options.ts';
import { sites } from './sites/sites.ts';

/** Every command that a document tells people to type is one that there is, with options that there are. */

const DOCS = [
  'README.md',
  'CONTRIBUTING.md',
  'data/README.md',
  'docs/release.md',
  'docs/store/firefox-build.md',
].concat(
  readdirSync('docs')
    .filter((file) => file.endsWith('.md') && file !== 'release.md')
    .map((file) => `docs/${file}`),
);
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
const names = new Set(sites.keys());
const benchmarks = readdirSync('tests/bench')
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => [...readFileSync(`tests/bench/${file}`, 'utf8').matchAll(/^ +name: '([a-z-]+)',$/gm)])
  .map(([, name = '']) => name);

/** The lines of `sh` blocks, and what stands in backticks and begins like a command. */
function commandsIn(doc: string): string[] {
  const text = readFileSync(doc, 'utf8');
  const blocks = [...text.matchAll(/^```sh[^\n]*\n([\s\S]*?)^```/gm)].flatMap(([, block = '']) => block.split('\n'));
  const inline = [...text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
  const typed = inline.filter((code) => /^(?:[A-Z_]+=\w+ )?(?:npm|npx|node) \S/.test(code));
  return [...blocks, ...typed]
    .flatMap((line) => line.split('&&'))
    .map((line) => line.trim())
    .filter(Boolean);
}

const typed = DOCS.flatMap((doc) => commandsIn(doc).map((command) => ({ doc, command })));

/** What follows `npm run NAME --`, for commands that read options: throws, or returns what is wrong. */
const READERS: Record<string, (args: string[]) => unknown> = {
  start: (args) =>
    parseOptions(
      args.map((arg) => (arg === 'NAME' ? 'x' : arg)),
      names,
    ),
  scan: (args) => scanOptions(args),
  pictures: (args) => sheetOptions(args),
  bench: (args) => benchOptions(args, benchmarks),
  release: (args) => expectOptions(args, RELEASE),
  list: ([name = '', ...rest]) => {
    if (name === '--help') return;
    const command = COMMANDS.find((one) => one.name === name);
    if (!command) throw new Error(`no command ${name}`);
    if (!rest.includes('--help')) expectOptions(rest, command.usage);
  },
};

function expectOptions(args: readonly string[], told: string): void {
  for (const option of args.filter((arg) => arg.startsWith('--'))) expect(told).toMatch(option);
}

function checkNpm(command: string): void {
  const [, name = '', rest = ''] = /^npm (?:run )?(?:--silent )?([\w:-]+)(?: -- (.*))?$/.exec(command) ?? [];
  if (name === 'ci') return;
  expect(scripts, command).toHaveProperty([name]);
  if (rest !== '') {
    const read = READERS[name];
    if (!read) throw new Error(`${command}: takes no options`);
    read(rest.split(' '));
  }
}

function checkNpx(command: string): void {
  const [, program = '', verb = '', rest = ''] = /^npx (\S+) (\S+) ?(.*)$/.exec(command) ?? [];
  expect(existsSync(join('node_modules/.bin', program)), command).toBe(true);
  expect(['vitest run', 'wxt submit', 'wxt build', 'biome check']).toContain(`${program} ${verb}`);
  for (const file of rest.split(' ').filter((word) => word.startsWith('tests/')))
    expect.soft(existsSync(file), file).toBe(true);
}

/** A tool of the system, alone or around a command of ours. */
function checkShell(line: string): void {
  expect(line).toMatch(/^(?:git push --follow-tags$|(?:sha256sum|cat|split|printf|parallel) )|^node -e /);
  for (const [, name = ''] of line.matchAll(/npm run (?:--silent )?([\w:-]+)/g)) expect(scripts).toHaveProperty([name]);
}

test.each(typed)('$doc: $command', ({ command: line }) => {
  const command = line.replace(/ +# .*$/, '').replace(/^[A-Z_]+=\w+ /, '');
  if (command.startsWith('npm ')) checkNpm(command);
  else if (command.startsWith('npx ')) checkNpx(command);
  else if (/^node [^-]/.test(command)) expect(existsSync(command.split(' ')[1] ?? '')).toBe(true);
  else checkShell(command);
});

it('finds the commands that everybody needs', () => {
  const all = typed.filter(({ doc }) => doc === 'README.md').map(({ command }) => command);
  expect(all).toEqual(expect.arrayContaining(['npm ci', 'npm start', 'npm test']));
  expect(typed.length).toBeGreaterThan(30);
});

describe('the README’s', () => {
  const readme = readFileSync('README.md', 'utf8');
  let dir: string;
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'statemark-readme-'));
    const line = { text: 'See #IranNuclear', author: 'someone', url: 'https://x.com/someone/status/1', platform: 'x' };
    writeFileSync(join(dir, 'posts.jsonl'), `${JSON.stringify(line)}\n`);
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  /** As npm would start it. */
  function run(script: string, args: readonly string[]) {
    const [node, ...parts] = (scripts[script] ?? '').split(' ');
    expect(node).toBe('node');
    return spawnSync(process.execPath, [...parts, ...args], { encoding: 'utf8' });
  }

  it('scan reads posts, and the ones that it is tried on', () => {
    const [, tried = ''] = /^npm run --silent scan -- (\S+)$/m.exec(readme) ?? [];
    expect(run('scan', [join(dir, 'posts.jsonl')])).toMatchObject({ status: 0, stdout: '' });
    expect(run('scan', [tried])).toMatchObject({ status: 0, stdout: expect.stringContaining('#We_Are_Qassem') });
  }, 30_000);

  it('list names its commands and finds the lists of data/ valid', () => {
    expect(run('list', ['--help'])).toMatchObject({ status: 0 });
    expect(run('list', ['validate'])).toMatchObject({ status: 0 });
  }, 30_000);

  it('start tells its options, which are those of the table', () => {
    const { status, stdout } = run('start', ['--help']);
    expect(status).toBe(0);
    const [section = ''] = /^## Try it$[\s\S]*?^## /m.exec(readme) ?? [];
    const table = [...section.matchAll(/^\| `(--[^`]+)` \|/gm)].flatMap(([, cell = '']) => cell.match(/--\w+/g) ?? []);
    expect(table.length).toBeGreaterThan(3);
    for (const option of table) expect(stdout).toContain(option);
    expect(stdout.trim()).toBe(usage(names).trim());
  }, 30_000);
});
