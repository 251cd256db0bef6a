import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Count, Outcome } from './benchmark.ts';
import { median, quantile } from './statistics.ts';

const JSON_FILE = fileURLToPath(new URL('../../docs/hardening.json', import.meta.url));
export const PAGE_FILE: string = fileURLToPath(new URL('../../docs/hardening.md', import.meta.url));

/** The last run of a benchmark that tries attacks. */
export interface Run {
  /** `YYYY-MM-DD` */
  date: string;
  minutes: number;
  chromium: string;
  firefox: string;
  node: string;
  counts: Count[];
  /** Of everything that was measured in times as much: what, median, most. */
  ratios: [what: string, median: number, most: number][];
}

/** By the name of the benchmark. */
export type Runs = Record<string, Run>;

/** In this order on the page. */
const TITLES: Record<string, string> = {
  fuzz: 'Made-up input',
  hostile: 'Hostile pages and hosts, orders of arrival, private windows',
  kills: 'Updates cut off',
  traffic: 'Traffic with and without the extension',
  endurance: 'Endurance',
};

export function readRuns(): Runs {
  return JSON.parse(readFileSync(JSON_FILE, 'utf8')) as Runs;
}

/** Takes a run into the page in the docs, in place of the last run of the same benchmark. */
export function writeRun(name: string, outcome: Outcome, seconds: number, on: Record<string, string>): void {
  const runs = { ...readRuns(), [name]: runOf(outcome, seconds, on) };
  writeFileSync(JSON_FILE, `${JSON.stringify(runs, null, 1)}\n`);
  writeFileSync(PAGE_FILE, pageOf(runs));
}

export function runOf({ counts = [], measures }: Outcome, seconds: number, on: Record<string, string>): Run {
  const { date = '', chromium = '', firefox = '', node = '' } = on;
  const two = (value: number): number => Math.round(value * 100) / 100;
  const ratios = measures
    .filter(({ unit, samples }) => unit === '×' && samples.length > 0)
    .map(({ what, samples }): Run['ratios'][number] => [what, two(median(samples)), two(quantile(samples, 1))]);
  return { date: date.slice(0, 10), minutes: Math.ceil(seconds / 60), chromium, firefox, node, counts, ratios };
}

const HEAD = `<!-- Written by the benchmarks, each with --write. What is changed by hand here is lost with the next run. -->

# Hardening: what was tried, and what held

Each table is the last run of a benchmark, written by it. \`npm test\` runs the short form of all of them. Who attacks, and what is promised, is in the [threat model](threat-model.md).
`;

/** The page as it must be after these runs. */
export function pageOf(runs: Runs): string {
  const parts = Object.entries(TITLES).flatMap(([name, title]) => (runs[name] ? [part(name, title, runs[name])] : []));
  return [HEAD, ...parts].join('\n');
}

function part(name: string, title: string, run: Run): string {
  const { date, minutes, chromium, firefox, node, counts, ratios } = run;
  const where = counts.some((count) => count.where !== 'node') ? `Chromium ${chromium}, Firefox ${firefox}` : node;
  const all = [...counts, ...(counts.length > 3 && name === 'fuzz' ? [totalOf(counts)] : [])];
  return [
    `## ${title}\n`,
    `\`npm run bench -- --only ${name} --write\`, ${date}, ${minutes} min; ${where}.\n`,
    table(
      ['what', 'where', 'tried', 'held'],
      all.map(({ what, where, tried, survived }) => [what, where, grouped(tried), grouped(survived)]),
    ),
    ...(ratios.length > 0
      ? [
          table(
            ['how many times as much', 'median', 'most'],
            ratios.map((row) => row.map(String)),
          ),
        ]
      : []),
  ].join('\n');
}

function totalOf(counts: readonly Count[]): Count {
  const sum = (of: 'tried' | 'survived'): number => counts.reduce((all, count) => all + count[of], 0);
  return { what: 'all together', where: 'node', tried: sum('tried'), survived: sum('survived') };
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return `${[line(head), `|${head.map((_, i) => (i === 0 ? '---' : '---:')).join('|')}|`, ...rows.map(line)].join('\n')}\n`;
}

/** Groups of three, parted by a space that does not break. */
function grouped(count: number): string {
  return count.toLocaleString('en').replaceAll(',', '\u202f');
}
