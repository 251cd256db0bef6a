import type { PostInText } from '../../core/match-post.ts';
import { CsvReader } from '../csv.ts';
import type { Line } from '../split-lines.ts';

/** A post with the line that it begins on, or why it cannot be read. */
export type Row = { line: number; post: Post } | { line: number; fault: string };

export interface Post extends PostInText {
  /** As written in the file. */
  platform?: string;
}

export type PostFormat = 'jsonl' | 'csv' | 'txt';

/** Turns lines into posts. Empty lines are none. */
export interface PostParser {
  row(line: Line): Row | undefined;
  end(): Row | undefined;
}

export function postParser(format: PostFormat): PostParser {
  switch (format) {
    case 'jsonl':
      return { row: (line) => plain(line, ofJson), end: () => undefined };
    case 'txt':
      return { row: (line) => plain(line, (at, text) => ({ line: at, post: { text } })), end: () => undefined };
    case 'csv':
      return new CsvPosts();
  }
}

function plain(line: Line, read: (at: number, text: string) => Row): Row | undefined {
  if ('fault' in line) return line;
  return line.text.trim() === '' ? undefined : read(line.line, line.text);
}

const MEMBERS = ['text', 'author', 'url', 'platform'] as const;

function ofJson(line: number, raw: string): Row {
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch (error) {
    return { line, fault: `not JSON: ${(error as SyntaxError).message}` };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { line, fault: 'not a JSON object' };
  const post: Post = { text: '' };
  for (const name of MEMBERS) {
    const member = Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
    if (typeof member === 'string') post[name] = member;
    else if (name === 'text') return { line, fault: 'no "text", or not a string' };
    else if (member !== undefined && member !== null) return { line, fault: `"${name}" is not a string` };
  }
  return { line, post };
}

/** A header names the columns; `text` is required, and columns of other names are passed over. */
class CsvPosts implements PostParser {
  private reader: CsvReader | undefined;
  private header: string[] | undefined;
  private isUnreadable = false;

  row(line: Line): Row | undefined {
    if (this.isUnreadable) return undefined;
    if ('fault' in line) return line;
    if (this.header === undefined && line.text.trim() === '') return undefined;
    this.reader ??= new CsvReader(separatorOf(line.text));
    return this.ofRecord(this.reader.push(line.line, line.text));
  }

  end(): Row | undefined {
    return this.ofRecord(this.reader?.end());
  }

  private ofRecord(record: ReturnType<CsvReader['end']>): Row | undefined {
    if (record === undefined) return undefined;
    if (this.header === undefined) return this.ofHeader(record);
    if ('fault' in record) return record;
    const { line, fields } = record;
    if (fields.length === 1 && fields[0]?.trim() === '') return undefined;
    if (fields.length !== this.header.length) {
      return { line, fault: `${fields.length} fields where the header has ${this.header.length}` };
    }
    const post: Post = { text: '' };
    for (const name of MEMBERS) {
      const value = fields[this.header.indexOf(name)];
      if (value !== undefined) post[name] = value;
    }
    return { line, post };
  }

  /** Without a header nothing in the file has a meaning: one fault, and the rest is passed over. */
  private ofHeader(record: NonNullable<ReturnType<CsvReader['end']>>): Row | undefined {
    this.header = 'fields' in record ? record.fields.map((field) => field.trim().toLowerCase()) : [];
    if (this.header.includes('text')) return undefined;
    this.isUnreadable = true;
    return { line: record.line, fault: 'the header names no column "text"; the file is passed over' };
  }
}

function separatorOf(header: string): string {
  return [',', ';', '\t'].find((sign) => header.includes(sign)) ?? ',';
}
