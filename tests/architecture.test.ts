import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { describe, expect, it, test } from 'vitest';

/** Documents that name what is there, and a diagram of imports drawn from the imports. */

const filesIn = (dir: string, name: RegExp): string[] =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((file) => name.test(file))
    .map((file) => join(dir, file).split(sep).join('/'));

const SOURCES = [...filesIn('src', /\.tsx?$/), ...filesIn('entrypoints', /\.tsx?$/), 'wxt.config.ts'];
const DOCS = [
  ...filesIn('docs', /\.md$/),
  'README.md',
  'CONTRIBUTING.md',
  'data/README.md',
  ...filesIn('.github', /^[A-Z_]+\.md$/),
];
const architecture = readFileSync('docs/architecture.md', 'utf8');

function room(path: string): string {
  const [top, second, ...deeper] = path.split('/');
  if (top === 'entrypoints') return top;
  if (top !== 'src' || second === undefined) return 'build';
  return deeper.length > 0 ? second : 'shared';
}

/** `from '…'`, `import '…'` and `import('…')` of our own files. */
function importsOf(file: string): string[] {
  const found = readFileSync(file, 'utf8').matchAll(/(?:\bfrom|\bimport\s*\(?)\s*'(\.[^']*)'/g);
  return [...found].map(([, path = '']) =>
    normalize(join(dirname(file), path))
      .split(sep)
      .join('/'),
  );
}

function drawn(text: string): Map<string, string[]> {
  const block = /^```imports\n([\s\S]*?)^```/m.exec(text)?.[1] ?? '';
  const rows = block
    .trimEnd()
    .split('\n')
    .map((line) => line.split('→').map((part) => part.trim()));
  return new Map(rows.map(([from = '', to = '']) => [from, to === '' ? [] : to.split(', ')]));
}

describe('the diagram of imports', () => {
  it('is that of the files', () => {
    const real = new Map<string, Set<string>>();
    for (const file of SOURCES) {
      const to = real.get(room(file)) ?? new Set();
      real.set(room(file), to);
      for (const target of importsOf(file)) if (room(target) !== room(file)) to.add(room(target));
    }
    const asDrawn = Object.fromEntries([...drawn(architecture)]);
    expect(asDrawn).toEqual(Object.fromEntries([...real].map(([from, to]) => [from, [...to].sort()])));
    expect(real.size).toBeGreaterThan(7);
  });

  it('has no circle: what is below never imports what is above', () => {
    const rows = [...drawn(architecture)];
    const place = new Map(rows.map(([from], at) => [from, at]));
    for (const [from, to] of rows) {
      const wrong = to.filter((name) => (place.get(name) ?? Number.POSITIVE_INFINITY) <= (place.get(from) ?? 0));
      expect.soft(wrong, from).toEqual([]);
    }
  });
});

describe.each(DOCS)('%s', (doc) => {
  const text = readFileSync(doc, 'utf8');

  it('links to what is there', () => {
    const links = [...text.matchAll(/\]\((?!https:|#)([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, path = '']) => path);
    expect(links.filter((path) => !existsSync(join(dirname(doc), path)))).toEqual([]);
  });

  it('names files that are there', () => {
    const named = [...text.matchAll(/`((?:src|tests|docs|data|entrypoints|\.github)\/[\w./-]+)`/g)].map(
      ([, path = '']) => path,
    );
    const examples = /NAME|VERSION/;
    expect(named.filter((path) => !examples.test(path) && !existsSync(path))).toEqual([]);
  });
});

test('every document is in the index, and every decision in its own', () => {
  const index = readFileSync('docs/README.md', 'utf8');
  const inIndex = filesIn('docs', /\.md$/).filter((doc) => !/decisions\/\d|docs\/README/.test(doc));
  expect(inIndex.filter((doc) => !index.includes(`(${doc.replace('docs/', '')})`))).toEqual([]);
  const decisions = readFileSync('docs/decisions/README.md', 'utf8');
  const records = readdirSync('docs/decisions').filter((file) => /^\d/.test(file));
  expect(records.length).toBeGreaterThan(10);
  expect(records.map((file) => Number(file.slice(0, 4)))).toEqual(records.map((_, at) => at + 1));
  for (const file of records) {
    const text = readFileSync(join('docs/decisions', file), 'utf8');
    const title = /^# (.+)$/m.exec(text)?.[1];
    expect(decisions).toContain(`[${title}](${file})`);
    for (const part of ['Context', 'Choice', 'Consequence']) expect.soft(text, file).toContain(`\n**${part}.** `);
  }
});
