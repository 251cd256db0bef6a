import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { runRelease } from '../../../src/publisher/release/run-release.ts';

const CHANGELOG = '# Changelog\n\n## Unreleased\n\n- Marks #hashtags.\n- And more.\n';
const LOCK = {
  name: 'statemark',
  version: '0.1.0',
  lockfileVersion: 3,
  packages: { '': { name: 'statemark', version: '0.1.0' }, 'node_modules/idb': { version: '0.1.0' } },
};

let root: string;
let said: { out: string; err: string };

const git = (...args: string[]): string => execFileSync('git', args, { cwd: root, encoding: 'utf8' });
const text = (file: string): string => readFileSync(join(root, file), 'utf8');
const json = (file: string): typeof LOCK => JSON.parse(text(file)) as typeof LOCK;
const put = (file: string, content: unknown): void =>
  writeFileSync(join(root, file), typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`);

function run(...args: string[]): number {
  said = { out: '', err: '' };
  return runRelease(args, {
    root,
    today: '2026-02-01',
    out: (part) => {
      said.out += part;
    },
    err: (part) => {
      said.err += part;
    },
  });
}

/** All that a refused release must leave as it was. */
const state = (): string[] => [
  git('log', '--format=%H'),
  git('tag', '--list'),
  git('status', '--porcelain'),
  ...['package.json', 'package-lock.json', 'CHANGELOG.md'].map(text),
];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'statemark-release-'));
  for (const name of ['AUTHOR', 'COMMITTER']) {
    vi.stubEnv(`GIT_${name}_NAME`, 'A Keeper');
    vi.stubEnv(`GIT_${name}_EMAIL`, 'keeper@example.org');
  }
  vi.stubEnv('GIT_CONFIG_GLOBAL', '/dev/null');
  vi.stubEnv('GIT_CONFIG_NOSYSTEM', '1');
  git('init', '--quiet', '--initial-branch=main');
  put('package.json', { name: 'statemark', version: '0.1.0', private: true });
  put('package-lock.json', LOCK);
  put('CHANGELOG.md', CHANGELOG);
  git('add', '.');
  git('commit', '--quiet', '--message', 'Begin');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true, force: true });
});

describe('a release', () => {
  it('sets the version, dates the changelog, commits and tags', () => {
    expect(run('0.2.0')).toBe(0);
    expect(json('package.json').version).toBe('0.2.0');
    expect(json('package-lock.json')).toEqual({
      ...LOCK,
      version: '0.2.0',
      packages: { ...LOCK.packages, '': { name: 'statemark', version: '0.2.0' } },
    });
    expect(text('CHANGELOG.md')).toContain('## Unreleased\n\n## 0.2.0 (2026-02-01)\n\n- Marks #hashtags.\n');
    expect(git('status', '--porcelain')).toBe('');
    expect(git('log', '--format=%s')).toBe('Release 0.2.0\nBegin\n');
    expect(git('describe')).toBe('v0.2.0\n');
    expect(git('tag', '--list', '--format=%(contents)', 'v0.2.0')).toContain('- Marks #hashtags.\n- And more.');
    expect(said.out).toContain('git push --follow-tags');
  });

  it('may be of the version that stands there, once', () => {
    expect(run('0.1.0')).toBe(0);
    expect(git('tag', '--list')).toBe('v0.1.0\n');
    expect(run('0.1.0')).toBe(1);
    expect(said.err).toContain('v0.1.0 exists');
  });

  it('follows another once there is something new', () => {
    run('0.2.0');
    expect(run('0.2.1')).toBe(1);
    expect(said.err).toContain('no entries');
    put('CHANGELOG.md', text('CHANGELOG.md').replace('## Unreleased\n', '## Unreleased\n\n- A fix.\n'));
    git('commit', '--quiet', '--all', '--message', 'Mend');
    expect(run('0.2.1')).toBe(0);
    expect(git('tag', '--list')).toBe('v0.2.0\nv0.2.1\n');
  });

  it('that is tried only changes nothing', () => {
    const before = state();
    expect(run('0.2.0', '--dry-run')).toBe(0);
    expect(said.out).toContain('tag v0.2.0');
    expect(said.out).toContain('- Marks #hashtags.');
    expect(state()).toEqual(before);
  });
});

describe('refused, with nothing changed:', () => {
  test.each<[string, string[], () => void, number, string]>([
    ['no version', [], () => undefined, 2, 'no version is given'],
    ['two versions', ['0.2.0', '0.3.0'], () => undefined, 2, 'one version at a time'],
    ['an unknown option', ['0.2.0', '--force'], () => undefined, 2, '--force'],
    ['a word for a version', ['minor'], () => undefined, 1, '"minor" is no version'],
    ['a version with a v', ['v0.2.0'], () => undefined, 1, 'is no version'],
    ['an older version', ['0.0.9'], () => undefined, 1, '0.0.9 is below 0.1.0'],
    ['a changed file', ['0.2.0'], () => put('package.json', { version: '0.1.0' }), 1, 'M package.json'],
    ['a new file', ['0.2.0'], () => put('notes.txt', 'x'), 1, '?? notes.txt'],
    ['a tag that exists', ['0.2.0'], () => void git('tag', 'v0.2.0'), 1, 'v0.2.0 exists'],
    ['tags that were not fetched', ['0.2.0'], () => void git('tag', 'v0.0.9'), 1, 'fetch the tags'],
    ['an option that is tried only', ['0.2.0', '--dry-run'], () => put('notes.txt', 'x'), 1, '?? notes.txt'],
  ])('%s', (_, args, prepare, code, why) => {
    prepare();
    const before = state();
    expect(run(...args)).toBe(code);
    expect(said.err).toContain(why);
    expect(state()).toEqual(before);
  });

  it('a commit that a hook refuses', () => {
    const hook = join(root, '.git', 'hooks', 'pre-commit');
    writeFileSync(hook, '#!/bin/sh\necho "not today" >&2\nexit 1\n');
    chmodSync(hook, 0o755);
    const before = state();
    expect(run('0.2.0')).toBe(1);
    expect(said.err).toContain('not today');
    expect(state()).toEqual(before);
  });

  it('a folder that is no repository', () => {
    rmSync(join(root, '.git'), { recursive: true });
    expect(run('0.2.0')).toBe(1);
    expect(said.err).toContain('git status');
  });
});
