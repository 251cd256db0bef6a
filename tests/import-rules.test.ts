import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** The linter knows which way imports go, in every room and in each of its subfolders. */

/** What each room may import beside itself; `src` stands for the files that lie in `src/` itself. */
const ALLOWED: Record<string, readonly string[]> = {
  core: [],
  platforms: ['core'],
  page: ['core', 'platforms', 'src'],
  background: ['core', 'platforms', 'src'],
  ui: ['core', 'src'],
  publisher: ['core', 'platforms'],
};
const ROOMS = Object.keys(ALLOWED);

/** Folders with files of ours, `updates` of `background` included, relative to `src/`. */
const folders = readdirSync('src', { recursive: true, encoding: 'utf8', withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => relative('src', entry.parentPath).split(sep).join('/'))
  .filter((folder, at, all) => folder !== '' && all.indexOf(folder) === at);

const cases = folders.flatMap((folder) => {
  const room = folder.split('/')[0] ?? '';
  const targets = [...ROOMS, 'src'].filter((target) => target !== room);
  return targets.map((target) => ({ folder, target, allowed: ALLOWED[room]?.includes(target) ?? false }));
});

const project = mkdtempSync(join(tmpdir(), 'statemark-imports-'));
const reported = new Set<string>();

beforeAll(() => {
  copyFileSync('biome.json', join(project, 'biome.json'));
  for (const { folder, target } of cases) {
    const up = '../'.repeat(folder.split('/').length);
    const from = target === 'src' ? `${up}some.ts` : `${up}${target}/some.ts`;
    mkdirSync(join(project, 'src', folder), { recursive: true });
    writeFileSync(join(project, probe(folder, target)), `import { some } from '${from}';\n\nexport const y = some;\n`);
  }
  const biome = resolve('node_modules/@biomejs/biome/bin/biome');
  const args = ['lint', '--only=style/noRestrictedImports', '--reporter=json', '--max-diagnostics=none'];
  const { stdout } = spawnSync(process.execPath, [biome, ...args], { cwd: project, encoding: 'utf8' });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { location: { path: string } }[] };
  for (const { location } of diagnostics) reported.add(location.path);
}, 60_000);
afterAll(() => rmSync(project, { recursive: true, force: true }));

function probe(folder: string, target: string): string {
  return `src/${folder}/imports-${target}.ts`;
}

test('every folder of src/ belongs to a room', () => {
  expect(folders.filter((folder) => !['locales', 'public', ...ROOMS].includes(folder.split('/')[0] ?? ''))).toEqual([]);
  expect(folders).toContain('background/updates');
});

test.each(cases)('$folder → $target: $allowed', ({ folder, target, allowed }) => {
  expect(reported.has(probe(folder, target))).toBe(!allowed);
});
