import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ImportError } from '../importer.ts';
import { readTable } from '../read-table.ts';
import { type Network, networkOf, networkOfComment, updatedBy } from './network.ts';

/** One row of Meta’s files. */
export interface IndicatorRow {
  /** Name without folders. */
  file: string;
  /** As a spreadsheet counts; in a text, the line. */
  row: number;
  network: Network | undefined;
  /** `0.9.4 Acquiring X / Twitter accounts`, or the type of the indicator. */
  procedure: string;
  indicator: string;
  notes: string;
}

/** What Meta says of a network in words. */
export interface Summary {
  file: string;
  network: Network;
  text: string;
}

export interface MetaFiles {
  rows: IndicatorRow[];
  summaries: Summary[];
  faults: { file: string; row: number; fault: string }[];
}

/**
 * Reads every table and text of a folder and the folders in it, in the order of their names.
 * @throws ImportError where there are none
 */
export async function readFolder(folder: string): Promise<MetaFiles> {
  const files: MetaFiles = { rows: [], summaries: [], faults: [] };
  for (const path of pathsIn(folder)) {
    if (/\.csv$/i.test(path)) await readIndicators(path, files);
    else readText(path, files);
  }
  if (files.rows.length === 0) throw new ImportError(`${folder}: there are no indicators in it`);
  return files;
}

function pathsIn(folder: string): string[] {
  let names: string[];
  try {
    names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch (error) {
    throw new ImportError(`${folder}: no folder that can be read (${(error as Error).message})`);
  }
  return names
    .filter((name) => /\.csv$|(?:^|[/\\])meta-[^/\\]+\.md$/i.test(name))
    .sort()
    .map((name) => join(folder, name));
}

async function readIndicators(path: string, files: MetaFiles): Promise<void> {
  const file = basename(path).normalize('NFC');
  const rows: IndicatorRow[] = [];
  for await (const record of readTable(path)) {
    if ('fault' in record) {
      files.faults.push({ file, row: record.row, fault: record.fault });
      continue;
    }
    const cell = (name: string) => (record.columns.get(name) ?? '').normalize('NFC').trim();
    const isOld = record.columns.has('indicator_type');
    const procedure = isOld ? cell('indicator_type') : cell('Procedure');
    const indicator = isOld ? cell('indicator_value') : cell('Indicator');
    const notes = isOld ? cell('comment') : cell('Comments') || cell('Notes') || cell('Note');
    if (procedure === '' && indicator === '') continue; // Blank lines part the tactics.
    const network = isOld ? networkOfComment(file, notes, cell('ds')) : undefined;
    rows.push({ file, row: record.row, network, procedure, indicator, notes });
  }
  const notes = rows.map((row) => row.notes);
  const network = updatedBy(networkOf(file), file, notes);
  files.rows.push(...rows.map((row) => ({ ...row, network: row.network ?? network })));
}

/** `| Social Media Account | \`https://x[.]com/name\` |` */
const TEXT_ROW = /^\|\s*(?<type>[^|`]+?)\s*\|\s*`(?<value>[^`]+)`\s*\|\s*$/;

function readText(path: string, files: MetaFiles): void {
  const file = basename(path).normalize('NFC');
  const network = networkOf(file);
  const text = readFileSync(path, 'utf8').normalize('NFC');
  if (network !== undefined) files.summaries.push({ file, network, text });
  text.split(/\r?\n/).forEach((line, i) => {
    const { type, value } = TEXT_ROW.exec(line)?.groups ?? {};
    if (type === undefined || value === undefined) return;
    files.rows.push({ file, row: i + 1, network, procedure: type, indicator: value.trim(), notes: '' });
  });
}
