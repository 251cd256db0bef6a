import { readFileSync } from 'node:fs';
import { canonicalText } from '../../../core/canonical.ts';
import { CommandError, readArgs, required, UsageError } from '../../command-line.ts';
import { IMPORTERS } from '../../import/all.ts';
import { ImportError, type ImportReport } from '../../import/importer.ts';
import { readJsonFile } from '../../import/rows/head.ts';
import { FIELDS } from '../../import/rows/table-row.ts';
import { faultLine, inspectList } from '../list-file.ts';
import { printable } from '../printable.ts';
import { replaceFile } from '../write-file.ts';
import type { Command, World } from './command.ts';

const USAGE = `usage: npm run list -- import --from NAME [--head HEAD] [--map FIELD=COLUMN,…] [--out FILE] FILE…

Makes a list in source form of other people's data. Rows that cannot carry a source and the place in it are left
out, and reported with the reason and their number.

  --from     ${IMPORTERS.map(({ name, describe }) => `${name.padEnd(17)} ${describe}`).join('\n             ')}
  --head     a list (.json) without rows: list, sources, entities, and templates for the rows (docs/publishing.md)
  --map      which column a field is read from, or the name of a JSON file with { "FIELD": "COLUMN" }
             fields: ${wrapped(FIELDS)}
  --out      where the list goes; standard output where none is given
  --report   where the counts go as JSON; they are told on standard error in any case

Exit code: 0 a list was made, 1 none could be made, 2 wrong usage or a file that cannot be read.
`;

/** Rows of one reason that are told one by one. */
const MOST_TOLD = 10;

export const importList: Command = {
  name: 'import',
  summary: 'makes a list of a table, a MISP or STIX file, or a known data set',
  usage: USAGE,
  async run(args, world) {
    const { values, positionals } = readArgs(args, {
      from: { type: 'string' },
      head: { type: 'string' },
      map: { type: 'string' },
      out: { type: 'string' },
      report: { type: 'string' },
    });
    const name = required(values.from, 'from');
    const importer = IMPORTERS.find((one) => one.name === name);
    if (importer === undefined) {
      throw new UsageError(`--from: "${name}" is not known; there are: ${IMPORTERS.map((one) => one.name).join(', ')}`);
    }
    if (positionals.length === 0) throw new UsageError('no file is given');
    const map = readMap(values.map);
    try {
      const { list, report } = await importer.run({
        files: positionals,
        head: values.head === undefined ? undefined : readJsonFile(values.head),
        map,
        today: new Date(world.now()).toISOString().slice(0, 10),
        signal: world.signal,
        progress: (text) => world.progress.show(text),
      });
      world.progress.clear();
      await hand(list, report, values, world);
      return 0;
    } catch (error) {
      throw error instanceof ImportError ? new CommandError(error.message) : error;
    }
  },
};

/** What an importer made goes through the same door as what people write. */
async function hand(
  made: unknown,
  report: ImportReport,
  to: { out?: string | undefined; report?: string | undefined },
  { out, err }: World,
): Promise<void> {
  await err.write(told(report));
  if (to.report !== undefined) replaceFile(to.report, `${JSON.stringify(report, null, 2)}\n`);
  if (report.kept === 0) throw new CommandError('no row could be kept: no list is made');
  const checked = inspectList(Buffer.from(JSON.stringify(made)));
  if (!checked.ok) {
    const first = checked.faults.slice(0, 10).map(({ path, reason }) => faultLine('list', pathed(path, reason)));
    throw new CommandError(`what was made is no valid list (${checked.faults.length} faults):\n${first.join('\n')}`);
  }
  const text = canonicalText(checked.list);
  if (to.out === undefined) await out.write(text);
  else replaceFile(to.out, text);
}

function pathed(path: string | undefined, reason: string): { path?: string; reason: string } {
  return path === undefined ? { reason } : { path, reason };
}

function told({ read, kept, dropped }: ImportReport): string {
  const lines = dropped.map(({ reason, count, rows }) => {
    const some = rows.slice(0, MOST_TOLD).join(', ');
    return `  ${String(count).padStart(6)}  ${printable(reason)} (${rows.length > MOST_TOLD ? `${some}, …` : some})\n`;
  });
  return `${read} read, ${kept} kept, ${read - kept} left out\n${lines.join('')}`;
}

/** @param raw `field=column,…`, or the name of a file */
function readMap(raw: string | undefined): Map<string, string> {
  if (raw === undefined) return new Map();
  if (!raw.includes('=')) return readMapFile(raw);
  const pairs = raw.split(',').map((pair) => {
    const at = pair.indexOf('=');
    if (at <= 0 || at === pair.length - 1) throw new UsageError(`--map: "${pair}" is not FIELD=COLUMN`);
    return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()] as const;
  });
  return new Map(pairs);
}

function readMapFile(file: string): Map<string, string> {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8').replace(/^\ufeff/, ''));
  } catch (error) {
    throw new UsageError(`--map: ${file}: ${(error as Error).message}`);
  }
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  if (entries.length === 0 || entries.some(([, column]) => typeof column !== 'string')) {
    throw new UsageError(`--map: ${file}: not an object of texts, { "value": "Handle" }`);
  }
  return new Map(entries as [string, string][]);
}

function wrapped(words: readonly string[]): string {
  const lines: string[] = [];
  for (let at = 0; at < words.length; at += 9) lines.push(words.slice(at, at + 9).join(', '));
  return lines.join(',\n                     ');
}
