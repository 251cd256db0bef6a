import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { missing, type Outside } from './missing.ts';

const machine = (found: readonly string[], browser?: string): Outside => ({
  browser,
  browserPath: async (kind) => {
    if (found.includes(kind)) return `/usr/bin/${kind}`;
    throw new Error(`No ${kind} was found`);
  },
  runs: (program) => found.includes(program),
});

describe('a machine', () => {
  it.each<[string, Outside, RegExp[]]>([
    ['that has everything', machine(['chrome', 'firefox', 'openssl', 'git']), []],
    ['without Firefox', machine(['chrome', 'openssl', 'git']), [/firefox/]],
    ['without Firefox, where it is not asked for', machine(['chrome', 'openssl', 'git'], 'chrome'), []],
    ['without the browser that is asked for', machine(['chrome', 'openssl', 'git'], 'firefox'), [/firefox/]],
    ['without git', machine(['chrome', 'firefox', 'openssl']), [/apt-get install git/]],
    ['with nothing', machine([]), [/chrome/, /firefox/, /apt-get install openssl/, /git/]],
  ])('%s is told all of it', async (_, outside, wanted) => {
    const faults = await missing(outside);
    expect(faults).toEqual(wanted.map((part) => expect.stringMatching(part)));
  });
});

/** What is said before a command, by that Node, in a copy of the tree with or without its packages. */
function ready({ version = '24.5.0', installed = true }) {
  const root = mkdtempSync(join(tmpdir(), 'statemark-ready-'));
  try {
    const file = join(root, 'tests/harness/ready.mjs');
    mkdirSync(dirname(file), { recursive: true });
    copyFileSync('tests/harness/ready.mjs', file);
    mkdirSync(join(root, 'node_modules'));
    if (installed) writeFileSync(join(root, 'node_modules/.package-lock.json'), '{}');
    const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`;
    const preload = `data:text/javascript,${encodeURIComponent(pretend)}`;
    return spawnSync(process.execPath, ['--import', preload, file], { encoding: 'utf8' });
  } finally {
    rmSync(root, { recursive: true });
  }
}

describe('a Node that is', () => {
  test.each(['18.20.0', '20.20.2', '22.22.0', '24.4.1'])('%s is too old, and told so', (version) => {
    const { status, stderr } = ready({ version });
    expect(stderr).toContain(`This is Node ${version}`);
    expect(stderr).toContain('npm ci --ignore-scripts=false');
    expect(status).toBe(1);
  });

  test.each(['24.5.0', '25.0.0', '100.1.0'])('%s will do', (version) => {
    expect(ready({ version })).toMatchObject({ status: 0, stderr: '' });
  });
});

test.each(['20.20.2', '24.5.0'])('a tree without its packages is told so first, by Node %s', (version) => {
  const { status, stderr } = ready({ version, installed: false });
  expect(stderr).toBe('Not ready: The packages are not installed. Run "npm ci" first; it needs the network once.\n');
  expect(status).toBe(1);
});

test('every command looks first', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const looks = /^node (?:--import \.\/)?tests\/harness\/ready\.mjs/;
  // A part of `npm test`, or of `npm ci` itself.
  const parts = new Set(['test:unit', 'test:build', 'test:browser', 'fix', 'prepare']);
  const blind = Object.entries(scripts).filter(
    ([name, script]) => !parts.has(name) && !looks.test(script) && !looks.test(scripts[`pre${name}`] ?? ''),
  );
  expect(blind).toEqual([]);
  expect(scripts.pretest).toContain('ready-for-tests.ts');
});
