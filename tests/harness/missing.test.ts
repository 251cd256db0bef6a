import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
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

describe('a Node that is', () => {
  const ready = (version: string) => {
    const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`;
    const preload = `data:text/javascript,${encodeURIComponent(pretend)}`;
    return spawnSync(process.execPath, ['--import', preload, 'tests/harness/ready.mjs'], { encoding: 'utf8' });
  };

  test.each(['18.20.0', '20.20.2', '22.22.0', '24.4.1'])('%s is too old, and told so', (version) => {
    const { status, stderr } = ready(version);
    expect(stderr).toContain(`This is Node ${version}`);
    expect(stderr).toContain('npm ci --ignore-scripts=false');
    expect(status).toBe(1);
  });

  test.each(['24.5.0', '25.0.0', '100.1.0'])('%s will do', (version) => {
    expect(ready(version)).toMatchObject({ status: 0, stderr: '' });
  });
});

test('the two commands that a newcomer types look first', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  expect(scripts.pretest).toBe('node tests/harness/ready.mjs --tests');
  expect(scripts.prestart).toBe('node tests/harness/ready.mjs');
});
