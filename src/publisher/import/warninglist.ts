import { readHead, readJsonFile } from './head.ts';
import { ImportError, type Importer, type ImportOptions } from './importer.ts';
import { type RowSource, rowsToList } from './rows-to-list.ts';

/** Types whose entries are names. Parts of names, patterns and address ranges would match what nobody listed. */
const NAMES = new Set(['hostname', 'string']);

/** MISP warninglists hold bare names: all the rest comes from the head file, the place is the row. */
export const warninglist: Importer = {
  name: 'misp-warninglist',
  describe: 'a MISP warninglist (list.json) of type hostname or string; the head file says who says so',
  run: (options) => rowsToList(rows(options), readHead(options.head), options, new Map()),
};

async function* rows({ files }: ImportOptions): RowSource {
  for (const file of files) {
    const { type, list } = readList(file);
    for (const [i, entry] of list.entries()) {
      const row = i + 1;
      if (typeof entry !== 'string' || entry.trim() === '') yield { row, fault: 'no text' };
      else yield { row, columns: columnsOf(type, entry.trim(), row) };
    }
  }
}

function readList(file: string): { type: string; list: unknown[] } {
  const raw = readJsonFile(file) as { type?: unknown; list?: unknown } | null;
  if (raw === null || typeof raw !== 'object' || !Array.isArray(raw.list)) {
    throw new ImportError(`${file}: no warninglist: it has no "list"`);
  }
  const type = raw.type ?? 'string';
  if (typeof type !== 'string' || !NAMES.has(type)) {
    throw new ImportError(`${file}: the type "${String(type)}" does not hold whole names: only hostname and string do`);
  }
  return { type, list: raw.list as unknown[] };
}

/** A leading dot, which some lists write for "and all below", is what a domain means here anyway. */
function columnsOf(type: string, entry: string, row: number): Map<string, string> {
  const columns = new Map([
    ['value', type === 'hostname' ? entry.replace(/^\./, '') : entry],
    ['row', String(row)],
  ]);
  if (type === 'hostname') columns.set('platform', 'web').set('kind', 'domain');
  return columns;
}
