/**
 * Makes src/core/confusables.ts from Unicode's own table of letters that look alike:
 * `node tests/confusables.ts confusables.txt`, with the file from
 * https://www.unicode.org/Public/security/latest/confusables.txt. Run when Unicode has a new version.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fold } from '../src/core/fold.ts';

const WIDTH = 116;
const file = process.argv[2];
if (file === undefined) throw new Error('usage: node tests/confusables.ts confusables.txt');
const text = readFileSync(file, 'utf8');
const version = /^# Version: (\S+)/m.exec(text)?.[1];
if (version === undefined) throw new Error(`${file}: names no version`);

const byTarget = new Map<string, Set<string>>();
const lower = new Map<string, string>();
const upper = new Map<string, string>();
for (const [source, target] of rows()) {
  if (!/^[\p{L}\p{N}\p{M}_.·-]$/u.test(source) || !/^[A-Za-z0-9_.-]+$/.test(target)) continue;
  const folded = fold(source);
  // What folding makes a Latin letter or a digit needs no row; what it makes several letters is none.
  if (!/[^ -~]/.test(folded) || [...folded].length !== 1) continue;
  (folded === source ? lower : upper).set(folded, target.toLowerCase());
}
// Names are kept in lower case but may be shown in capitals: where the small letter has no twin, its capital's.
for (const [letter, target] of [...upper, ...lower]) {
  if (upper.has(letter) && lower.has(letter) && lower.get(letter) !== target) continue;
  byTarget.set(target, (byTarget.get(target) ?? new Set()).add(letter));
}

writeFileSync(resolve(import.meta.dirname, '../src/core/confusables.ts'), written());

function* rows(): Generator<[string, string]> {
  for (const line of text.split('\n')) {
    const [source, target] = (line.split('#')[0] ?? '').split(';').map((part) => part.trim());
    if (source && target) yield [letters(source), letters(target)];
  }
}

function letters(codes: string): string {
  return codes
    .split(' ')
    .map((code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .join('');
}

function written(): string {
  return `/**
 * Letters that look like Latin ones, after Unicode's table for UTS #39 (confusables.txt, version ${version}), reduced
 * to single letters, digits and marks that folding leaves as they are and that look like Latin letters or
 * digits; where a small letter has no twin, its capital's. Each line: the Latin letters, then code points.
 * Made by tests/confusables.ts. Data: © Unicode, Inc., under the Unicode License v3 (Unicode-3.0).
 */
export const CONFUSABLES_VERSION = '${version}';

const TABLE = \`
${[...byTarget]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .flatMap(([target, all]) => lines(target, all))
  .join('\n')}
\`;

/** Letter to the Latin letters it looks like, in lower case. */
export const CONFUSABLES: ReadonlyMap<string, string> = new Map(
  TABLE.trim()
    .split('\\n')
    .flatMap((line) => {
      const [latin = '', ...codes] = line.split(' ');
      return codes.map((code) => [String.fromCodePoint(Number.parseInt(code, 16)), latin] as const);
    }),
);
`;
}

function lines(target: string, all: ReadonlySet<string>): string[] {
  const codes = [...all].map((letter) => letter.codePointAt(0) ?? 0).sort((a, b) => a - b);
  const out: string[] = [];
  let line = target;
  for (const code of codes.map((one) => one.toString(16))) {
    if (line.length + 1 + code.length > WIDTH) {
      out.push(line);
      line = target;
    }
    line += ` ${code}`;
  }
  return [...out, line];
}
