/** One record of a CSV file: its fields, and the line that it begins on. */
export type CsvRecord = { line: number; fields: string[] } | { line: number; fault: string };

/** A record over more lines than these is an unclosed quotation mark. */
const MOST_LINES = 1_000;
/** Characters. */
const LONGEST_RECORD = 1024 * 1024;

/** Reads CSV (RFC 4180) line by line: quoted fields may hold separators, doubled quotation marks and line breaks. */
export class CsvReader {
  private held: string[] = [];
  private size = 0;
  private isOpen = false;
  private first = 0;
  private readonly separator: string;

  /** @param separator one character: comma, semicolon or tab */
  constructor(separator: string) {
    this.separator = separator;
  }

  /** The record that this line completes, if it does. */
  push(line: number, text: string): CsvRecord | undefined {
    if (this.held.length === 0) this.first = line;
    this.held.push(text);
    this.size += text.length;
    if (quotes(text) % 2 === 1) this.isOpen = !this.isOpen;
    if (!this.isOpen) return this.take();
    return this.held.length > MOST_LINES || this.size > LONGEST_RECORD ? this.giveUp() : undefined;
  }

  /** What is left at the end of the file: a quotation mark that nothing closed. */
  end(): CsvRecord | undefined {
    return this.held.length === 0 ? undefined : this.giveUp();
  }

  private take(): CsvRecord {
    const line = this.first;
    const fields = fieldsOf(this.held.join('\n'), this.separator);
    this.reset();
    return fields === undefined ? { line, fault: 'text beside a quotation mark' } : { line, fields };
  }

  private giveUp(): CsvRecord {
    const fault = `a quotation mark that nothing closes; ${this.held.length} lines are passed over`;
    const line = this.first;
    this.reset();
    return { line, fault };
  }

  private reset(): void {
    this.held = [];
    this.size = 0;
    this.isOpen = false;
  }
}

function quotes(text: string): number {
  let count = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) count++;
  return count;
}

/** @returns undefined when something stands before or after a quoted field */
function fieldsOf(record: string, separator: string): string[] | undefined {
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    let end: number;
    if (record[at] === '"') {
      const close = closingQuote(record, at + 1);
      fields.push(record.slice(at + 1, close).replaceAll('""', '"'));
      end = close + 1;
      if (end < record.length && record[end] !== separator) return undefined;
    } else {
      const next = record.indexOf(separator, at);
      end = next < 0 ? record.length : next;
      fields.push(record.slice(at, end));
    }
    if (end >= record.length) return fields;
    at = end + 1;
  }
}

/** The quotation mark that ends a field: one that is not doubled. */
function closingQuote(record: string, from: number): number {
  let at = record.indexOf('"', from);
  while (at >= 0 && record[at + 1] === '"') at = record.indexOf('"', at + 2);
  return at < 0 ? record.length : at;
}
