import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Outcome } from './bench/benchmark.ts';
import { PAGE_FILE, pageOf, type Run, readRuns, runOf } from './bench/hardening.ts';
import { READERS } from './fuzz/time.ts';

/** The page that tells what was tried is the benchmarks' own, and leaves nothing out that there is to try. */

const runs = readRuns();
const page = readFileSync(PAGE_FILE, 'utf8');
const counted = (name: string): Run['counts'] => runs[name]?.counts ?? [];

/** The titles of everything that is tried with made-up input. */
function targets(): string[] {
  const files = readdirSync('tests/fuzz').filter((file) => file.endsWith('.test.ts'));
  const code = files.map((file) => readFileSync(`tests/fuzz/${file}`, 'utf8')).join('\n');
  const calls = code.match(/\bfuzzed\(/g) ?? [];
  const titles = [...code.matchAll(/\bfuzzed\(\s*'([^'\n]+)'/g)].map(([, title = '']) => title);
  expect(titles).toHaveLength(calls.length);
  return titles;
}

describe('the page on hardening', () => {
  it('is as the benchmarks wrote it', () => {
    expect(page).toBe(pageOf(runs));
  });

  it('tells of every target of made-up input, and of no other', () => {
    expect(targets().length).toBeGreaterThan(20);
    expect(
      counted('fuzz')
        .map(({ what }) => what)
        .sort(),
    ).toEqual(targets().sort());
    for (const { what } of counted('fuzz')) expect(page).toContain(what);
  });

  it('tells how each reader of texts takes a text twice as long', () => {
    const told = runs.fuzz?.ratios.map(([what]) => what);
    expect(told).toEqual(READERS.map(([name]) => `time of ${name}, text twice as long`));
  });

  it.each([
    ['hostile', 'hostile pages', 60],
    ['hostile', 'hostile hosts', 60],
    ['hostile', 'orders of arrival', 1],
    ['hostile', 'private windows', 1],
    ['traffic', 'page visits', 100],
  ])('tells of %s: %s in both browsers, at least %i', (name, what, least) => {
    const rows = counted(name).filter((row) => row.what === what && row.tried >= least);
    expect(rows.map(({ where }) => where).sort()).toEqual(['chrome', 'firefox']);
  });

  it('tells of twelve hours of use', () => {
    expect(counted('endurance').filter(({ what, tried }) => what === 'hours' && tried >= 12)).not.toEqual([]);
  });

  it('tells of nothing that has got through', () => {
    const all = Object.values(runs).flatMap(({ counts }) => counts);
    expect(all.filter(({ tried, survived }) => tried === 0 || survived !== tried)).toEqual([]);
  });
});

describe('a run', () => {
  const outcome: Outcome = {
    measures: [
      { what: 'time, text twice as long', unit: '×', samples: [1.9, 2.004, 2.6] },
      { what: 'something else', unit: 'ms', samples: [7] },
    ],
    budgets: [],
    notes: [],
    counts: [{ what: 'page visits', where: 'firefox', tried: 1_200_000, survived: 1_199_999 }],
  };
  const on = { date: '2026-11-22T10:00:00Z', chromium: '156', firefox: '153', node: 'v24' };

  it('is kept as counts and what grew', () => {
    expect(runOf(outcome, 61, on)).toEqual({
      ...{ date: '2026-11-22', minutes: 2, chromium: '156', firefox: '153', node: 'v24' },
      counts: outcome.counts,
      ratios: [['time, text twice as long', 2, 2.6]],
    });
  });

  it('is a table on the page, under the command that made it', () => {
    const made = pageOf({ traffic: runOf(outcome, 61, on) });
    expect(made).toContain('`npm run bench -- --only traffic --write`, 2026-11-22, 2 min; Chromium 156, Firefox 153.');
    expect(made).toContain('| page visits | firefox | 1\u202f200\u202f000 | 1\u202f199\u202f999 |');
    expect(made).toContain('| time, text twice as long | 2 | 2.6 |');
  });
});
