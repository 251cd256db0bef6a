import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { canonicalText } from '../../core/canonical.ts';
import type { Watchlist } from '../../core/list-schema.ts';
import { type Fault, parseList } from '../../core/parse-list.ts';
import { CommandError } from '../command-line.ts';
import { type Position, placesIn, scanJson } from './json-positions.ts';
import { partOfLoops } from './part-of-loops.ts';
import { printable } from './printable.ts';

/** A fault with its place in the file, as far as it has one. */
export interface PlacedFault extends Partial<Position> {
  path?: string;
  reason: string;
}

export type ListFile = { text: string } & (
  | { ok: true; list: Watchlist; isCanonical: boolean }
  | { ok: false; faults: PlacedFault[] }
);

/** Larger files are no lists that anybody edits. */
const LARGEST = 256 * 1024 * 1024;

/**
 * Reads a list in source form and says everything that is wrong with it.
 * @throws CommandError when the file cannot be read
 */
export function readListFile(file: string): ListFile {
  return inspectList(readBytes(file));
}

/** @throws CommandError with the first faults, when the file is no valid list */
export function loadList(file: string): Watchlist {
  const read = readListFile(file);
  if (read.ok) return read.list;
  const { length } = read.faults;
  const first = read.faults.slice(0, 5).map((fault) => faultLine(file, fault));
  const more = length > 5 ? `\n${length - 5} more: npm run list -- validate ${file}` : '';
  throw new CommandError(`${file} is no valid list:\n${first.join('\n')}${more}`);
}

/** `file:line: path: reason`, with the column where the file is no JSON. */
export function faultLine(file: string, { line, column, path, reason }: PlacedFault): string {
  const place = [file, ...(line === undefined ? [] : [line]), ...(path === undefined && column ? [column] : [])];
  return `${place.join(':')}: ${path === undefined ? '' : `${printable(path)}: `}${printable(reason)}`;
}

export function inspectList(bytes: Buffer): ListFile {
  const encoding = encodingFault(bytes);
  if (encoding) return { text: '', ok: false, faults: [encoding] };
  const text = bytes.toString('utf8');
  const json = text.startsWith('\ufeff') ? text.slice(1) : text;
  const scanned = scanJson(json, new Set());
  if (scanned.fault) {
    const { offset, reason } = scanned.fault;
    return { text, ok: false, faults: [{ ...placesIn(json)(offset), reason: `no JSON: ${reason}` }] };
  }
  if (scanned.twice.length > 0) {
    const placeOf = placesIn(json);
    const faults = scanned.twice.map(({ path, offset }) => ({
      ...placeOf(offset),
      path,
      reason: 'stands twice in its object',
    }));
    return { text, ok: false, faults };
  }
  const parsed = parseList(JSON.parse(json));
  const faults = parsed.ok ? partOfLoops(parsed.list.entities) : parsed.faults;
  if (!parsed.ok || faults.length > 0) return { text, ok: false, faults: placed(json, faults) };
  return { text, ok: true, list: parsed.list, isCanonical: text === canonicalText(parsed.list) };
}

/** Each fault with the place of its path, or of the nearest one above that is there; in the file's order. */
function placed(json: string, faults: readonly Fault[]): PlacedFault[] {
  const { offsets } = scanJson(json, new Set(faults.flatMap(({ path }) => [...upwards(path)])));
  const at = faults.map((fault) => {
    const offset = [...upwards(fault.path)].map((path) => offsets.get(path)).find((one) => one !== undefined) ?? 0;
    return { offset, fault };
  });
  at.sort((a, b) => a.offset - b.offset);
  const placeOf = placesIn(json);
  return at.map(({ offset, fault }) => ({ ...placeOf(offset), ...fault }));
}

/** `a.b[0].c`, `a.b[0]`, `a.b`, `a`, and the whole. */
function* upwards(path: string): Generator<string> {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.'), at.lastIndexOf('[')))) yield at;
  yield '';
}

function readBytes(file: string): Buffer {
  try {
    const { size } = statSync(file);
    if (size > LARGEST) throw new CommandError(`${file}: larger than ${LARGEST / 1024 / 1024} MiB`);
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    throw new CommandError(`${file}: ${(error as Error).message}`);
  }
}

function encodingFault(bytes: Buffer): PlacedFault | undefined {
  const mark = bytes.readUInt16BE.bind(bytes);
  if (bytes.length >= 2 && (mark(0) === 0xfffe || mark(0) === 0xfeff)) {
    return { reason: 'the file is UTF-16: save it as UTF-8' };
  }
  if (isUtf8(bytes)) return undefined;
  return { line: firstBadLine(bytes), reason: 'not UTF-8: save the file as UTF-8' };
}

function firstBadLine(bytes: Buffer): number {
  let line = 1;
  for (let from = 0; ; line++) {
    const lf = bytes.indexOf(0x0a, from);
    if (lf < 0 || !isUtf8(bytes.subarray(from, lf))) return line;
    from = lf + 1;
  }
}
