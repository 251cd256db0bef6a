import { ImportError, type Importer, type ImportOptions } from './importer.ts';
import { readHead, readJsonFile } from './rows/head.ts';
import { type RowSource, rowsToList } from './rows/rows-to-list.ts';

/** Types whose entries are names. Parts of names, patterns and address ranges would match what nobody listed. */
const NAMES = new Set(['hostname', 'string']);

/** Of `matching_attributes`: with these among them, the names of a list of type string are those of sites. */
const OF_SITES = new Set(['hostname', 'domain']);

/** MISP warninglists hold bare names: all the rest comes from the head file, the place is the row. */
export const warninglist: Importer = {
  name: 'misp-warninglist',
  describe: 'a MISP warninglist (list.json) of type hostname or string; the head file says who says so',
  run: (options) => rowsToList(rows(options), readHead(options.head), options, new Map()),
};

async function* rows({ files }: ImportOptions): RowSource {
  for (const file of files) {
    const { areSites, list } = readList(file);
    for (const [i, entry] of list.entries()) {
      const row = i + 1;
      if (typeof entry !== 'string' || entry.trim() === '') yield { row, fault: 'no text' };
      else yield { row, columns: columnsOf(areSites, entry.trim(), row) };
    }
  }
}

function readList(file: string): { areSites: boolean; list: unknown[] } {
  const raw = readJsonFile(file) as { type?: unknown; list?: unknown; matching_attributes?: unknown } | null;
  if (raw === null || typeof raw !== 'object' || !Array.isArray(raw.list)) {
    throw new ImportError(`${file}: no warninglist: it has no "list"`);
  }
  const type = raw.type ?? 'string';
  if (typeof type !== 'string' || !NAMES.has(type)) {
    throw new ImportError(`${file}: the type "${String(type)}" does not hold whole names: only hostname and string do`);
  }
  const matched: unknown[] = Array.isArray(raw.matching_attributes) ? raw.matching_attributes : [];
  const areSites = type === 'hostname' || matched.some((one) => OF_SITES.has(String(one)));
  return { areSites, list: raw.list as unknown[] };
}

/** A leading dot, which some lists write for "and all below", is what a domain means here anyway. */
function columnsOf(isSite: boolean, entry: string, row: number): Map<string, string> {
  const columns = new Map([
    ['value', isSite ? entry.replace(/^\./, '') : entry],
    ['row', String(row)],
  ]);
  if (isSite) columns.set('platform', 'web').set('kind', 'domain');
  return columns;
}
