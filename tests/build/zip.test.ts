import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Entry, unzip } from './unzip.ts';

/**
 * Packages whose bytes say nothing of who made them, where and when: built twice, at two places and from files
 * of other times. The second time from nothing but the source archive, as a reviewer of the Firefox store does.
 */

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const made = mkdtempSync(join(tmpdir(), 'statemark-zip-'));
const first = join(made, 'first');
const second = join(made, 'reviewer', 'unpacked');
const archive = (root: string, which: string): Buffer =>
  readFileSync(join(root, '.output', `statemark-${version}-${which}.zip`));
const hash = (root: string, which: string): string => createHash('sha256').update(archive(root, which)).digest('hex');

/** What a working copy may hold beside what is committed, and no archive may. */
const LEFTOVERS = {
  '.env': 'CHROME_REFRESH_TOKEN=1',
  'data/keys/outlets': '-----BEGIN PRIVATE KEY-----',
  'data/keys/outlets.pub': 'x',
  'out/page.png': 'x',
  'notes.md': 'x',
  'docs/draft.md': 'x',
};

let sources: Entry[];

beforeAll(async () => {
  const passed = new Set(['.git', '.output', '.wxt', 'node_modules', 'out'].map((name) => resolve(name)));
  cpSync(resolve('.'), first, { recursive: true, filter: (path) => !passed.has(path) });
  for (const [file, text] of Object.entries(LEFTOVERS)) place(first, file, text);
  place(first, 'tests/some.test.ts', 'x');
  await zip(first, 'firefox');
  sources = unzip(archive(first, 'sources'));
  for (const { name, bytes } of sources) place(second, name, bytes);
  await Promise.all([zip(first, 'chrome'), zip(second, 'firefox').then(() => zip(second, 'chrome'))]);
}, 120_000);
afterAll(() => rmSync(made, { recursive: true, force: true }));

function place(root: string, file: string, content: string | Buffer): void {
  const path = join(root, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  if (root === second) utimesSync(path, 1_000_000_000, 1_000_000_000);
}

async function zip(root: string, browser: string): Promise<void> {
  if (browser === 'firefox') symlinkSync(resolve('node_modules'), join(root, 'node_modules'), 'junction');
  const wxt = resolve('node_modules/wxt/bin/wxt.mjs');
  // As from a shell: under the test runner's own NODE_ENV it would be a build for developers.
  const { NODE_ENV: _, ...env } = process.env;
  await promisify(execFile)(process.execPath, [wxt, 'zip', '-b', browser], { cwd: root, env, maxBuffer: 1e8 });
}

describe('the archives', () => {
  it.each(['chrome', 'firefox', 'sources'])('of %s are the same bytes from another place and time', (which) => {
    expect(hash(second, which)).toBe(hash(first, which));
  });

  it.each(['chrome', 'firefox', 'sources'])('of %s hold no time, in the order of the names', (which) => {
    const entries = unzip(archive(first, which));
    expect(entries.length).toBeGreaterThan(40);
    expect(entries.filter(({ time }) => time !== 0)).toEqual([]);
    const names = entries.map(({ name }) => name);
    expect(names).toEqual(names.toSorted());
  });

  it.each(['chrome', 'firefox'])('of %s hold what the build wrote, and nothing else', (which) => {
    const entries = unzip(archive(first, which));
    expect(entries.map(({ name }) => name)).toContain('manifest.json');
    const wrote = join(first, '.output', `${which}-mv3`);
    for (const { name, bytes } of entries) {
      expect.soft(readFileSync(join(wrote, name)).equals(bytes), name).toBe(true);
    }
    expect(entries.filter(({ name }) => /\.map$|\.tsx?$|(?:^|\/)\./.test(name))).toEqual([]);
  });
});

describe('the source archive', () => {
  it('holds nothing but what the build reads, and how to build', () => {
    const names = sources.map(({ name }) => name);
    expect(names).toContain('docs/store/firefox-build.md');
    expect(names).toContain('package-lock.json');
    const rooms = /^(?:entrypoints|src|data)\//;
    expect(names.filter((name) => !rooms.test(name)).toSorted()).toEqual([
      'LICENSE',
      'README.md',
      'docs/store/firefox-build.md',
      'package-lock.json',
      'package.json',
      'tests/harness/ready.mjs',
      'tsconfig.json',
      'wxt.config.ts',
    ]);
    expect(names.filter((name) => Object.hasOwn(LEFTOVERS, name) || name.split('/').includes('.git'))).toEqual([]);
  });

  it('holds no private key but the one for lists in the package, which is public', () => {
    const withKey = sources.filter(
      ({ name, bytes }) =>
        !name.startsWith('src/') && /BEGIN [A-Z ]*PRIVATE KEY|"private":\s*"[\w-]{43}"/.test(bytes.toString('latin1')),
    );
    expect(withKey.map(({ name }) => name)).toEqual(['data/keys/development.json']);
  });

  it('is built as its notes say', () => {
    const notes = readFileSync('docs/store/firefox-build.md', 'utf8');
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { version: string }>;
    };
    expect(notes).toContain(`Node.js ${lock.packages['node_modules/node']?.version}`);
    const scripts = (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }).scripts;
    expect(notes).toContain('npm ci\nnpm run zip\n');
    expect(scripts.zip).toContain('wxt zip -b firefox');
  });
});
