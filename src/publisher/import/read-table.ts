import { createReadStream } from 'node:fs';
import { CsvReader, type CsvRecord } from '../csv.ts';
import { LineSplitter } from '../split-lines.ts';
import { ImportError } from './importer.ts';
import { readJsonFile } from './rows/head.ts';

/** One row of a table by the names of its columns, or why it cannot be read. */
export type TableRecord = { row: number; columns: ReadonlyMap<string, string> } | { row: number; fault: string };

/** Reads `.csv` and `.tsv` (a header with the columns' names) and `.json` (an array of objects). */
export function readTable(file: string): AsyncIterable<TableRecord> | Iterable<TableRecord> {
  if (/\.json$/i.test(file)) return readJsonTable(file);
  if (/\.(csv|tsv|txt)$/i.test(file)) return readCsvTable(file);
  throw new ImportError(`${file}: a table's name ends in .csv, .tsv or .json`);
}

async function* readCsvTable(file: string): AsyncGenerator<TableRecord> {
  let reader: CsvReader | undefined;
  let header: string[] | undefined;
  let row = 0;
  for await (const line of linesOf(file)) {
    if (row === 0 && 'fault' in line) throw new ImportError(`${file}: line ${line.line}: ${line.fault}`);
    if ('fault' in line) {
      yield { row: ++row, fault: line.fault };
      continue;
    }
    reader ??= new CsvReader(separatorOf(line.text));
    const record = reader.push(line.line, line.text);
    if (record === undefined) continue;
    row++;
    if (header === undefined) header = headerOf(file, record);
    else if ('fault' in record || record.fields.some((cell) => cell !== '')) yield rowOf(row, record, header);
  }
  if (header === undefined) throw new ImportError(`${file}: the table is empty`);
  const rest = reader?.end();
  if (rest) yield rowOf(row + 1, rest, header);
}

async function* linesOf(file: string) {
  const splitter = new LineSplitter();
  let isFirst = true;
  for await (const chunk of createReadStream(file)) {
    const bytes = chunk as Buffer;
    if (isFirst && (bytes.indexOf('\xff\xfe', 0, 'latin1') === 0 || bytes.indexOf('\xfe\xff', 0, 'latin1') === 0)) {
      throw new ImportError(`${file} is UTF-16: save it as UTF-8`);
    }
    isFirst = false;
    yield* splitter.push(bytes);
  }
  yield* splitter.end();
}

/** Whichever stands in the header most often: spreadsheets of many countries write semicolons. */
function separatorOf(header: string): string {
  const count = (mark: string): number => header.split(mark).length;
  return [',', ';', '\t'].sort((a, b) => count(b) - count(a))[0] ?? ',';
}

function headerOf(file: string, record: CsvRecord): string[] {
  if ('fault' in record) throw new ImportError(`${file}: line ${record.line}: ${record.fault}`);
  const names = record.fields.map((name) => name.trim());
  const twice = names.find((name, i) => name !== '' && names.indexOf(name) !== i);
  if (twice !== undefined) throw new ImportError(`${file}: two columns are called "${twice}"`);
  return names;
}

function rowOf(row: number, record: CsvRecord, header: readonly string[]): TableRecord {
  if ('fault' in record) return { row, fault: record.fault };
  const { fields } = record;
  if (fields.length > header.length) return { row, fault: 'more cells than the header has columns' };
  return { row, columns: new Map(header.map((name, i) => [name, fields[i] ?? ''])) };
}

/** Rows count from 1: nothing stands above them. */
function* readJsonTable(file: string): Generator<TableRecord> {
  const table = readJsonFile(file);
  if (!Array.isArray(table)) throw new ImportError(`${file}: a table in JSON is an array of objects`);
  for (const [i, value] of table.entries()) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      yield { row: i + 1, fault: 'no object' };
    } else {
      yield { row: i + 1, columns: flat(value) };
    }
  }
}

/** `{ meta: { refs: [a, b] } }` has the column `meta.refs` with `a; b`. */
export function flat(value: object): Map<string, string> {
  const columns = new Map<string, string>();
  const add = (path: string, cell: unknown, depth: number): void => {
    if (cell === null || cell === undefined || depth > 4) return;
    if (Array.isArray(cell)) {
      if (cell.every((item) => typeof item !== 'object')) columns.set(path, cell.join('; '));
    } else if (typeof cell === 'object') {
      for (const [name, inner] of Object.entries(cell)) add(path === '' ? name : `${path}.${name}`, inner, depth + 1);
    } else {
      columns.set(path, String(cell));
    }
  };
  add('', value, 0);
  return columns;
}
