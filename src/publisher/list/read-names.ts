import { createReadStream } from 'node:fs';
import { fromJson } from '../../core/compiled/bytes.ts';
import type { NameLike } from '../../core/compiled/compile-large.ts';
import { CommandError } from '../command-line.ts';
import { CsvReader } from '../csv.ts';
import { LineSplitter } from '../split-lines.ts';

/**
 * A table of names, read as it comes: CSV whose first line names the columns `like` and `value`, or a JSON object a
 * line (`.jsonl`). `like` is the id of an identifier of the list, for which everything is said that holds for the
 * name too.
 * @throws CommandError with the line of the first thing that cannot be read
 */
export async function* readNames(file: string): AsyncGenerator<NameLike> {
  const isJson = file.endsWith('.jsonl');
  const reader = isJson ? undefined : new CsvReader(',');
  let columns: { like: number; value: number } | undefined;
  for await (const { line, text } of linesOf(file)) {
    if (text.trim() === '') continue;
    const at = `${file}:${line}`;
    if (reader === undefined) {
      yield { ...nameIn(text, at), at };
      continue;
    }
    const record = reader.push(line, text);
    if (record === undefined) continue;
    if ('fault' in record) throw new CommandError(`${at}: ${record.fault}`);
    if (columns === undefined) {
      columns = columnsOf(record.fields, at);
      continue;
    }
    const [like = '', value = ''] = [record.fields[columns.like], record.fields[columns.value]];
    yield { like: like.trim(), value: value.trim().normalize('NFC'), at };
  }
  const left = reader?.end();
  if (left && 'fault' in left) throw new CommandError(`${file}:${left.line}: ${left.fault}`);
}

function columnsOf(fields: readonly string[], at: string): { like: number; value: number } {
  const [like, value] = [fields.indexOf('like'), fields.indexOf('value')];
  if (like < 0 || value < 0) throw new CommandError(`${at}: the first line must name the columns like and value`);
  return { like, value };
}

function nameIn(text: string, at: string): { like: string; value: string } {
  const row = fromJson(text);
  const { like, value } = (typeof row === 'object' && row !== null ? row : {}) as Record<string, unknown>;
  if (typeof like !== 'string' || typeof value !== 'string') {
    throw new CommandError(`${at}: no object with the texts "like" and "value"`);
  }
  return { like, value: value.normalize('NFC') };
}

async function* linesOf(file: string): AsyncGenerator<{ line: number; text: string }> {
  const splitter = new LineSplitter();
  try {
    for await (const chunk of createReadStream(file)) yield* good(splitter.push(chunk as Buffer), file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    throw new CommandError(`${file}: ${(error as Error).message}`);
  }
  yield* good(splitter.end(), file);
}

function* good(lines: ReturnType<LineSplitter['push']>, file: string): Generator<{ line: number; text: string }> {
  for (const line of lines) {
    if ('fault' in line) throw new CommandError(`${file}:${line.line}: ${line.fault}`);
    yield line;
  }
}
