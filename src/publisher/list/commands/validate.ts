import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { canonicalText } from '../../../core/canonical.ts';
import { CommandError, only, readArgs } from '../../command-line.ts';
import { watchlistFiles } from '../../watchlist-files.ts';
import { faultLine, type ListFile, type PlacedFault, readListFile } from '../list-file.ts';
import { loadWithTable } from '../load-any.ts';
import { namesIn } from '../published-names.ts';
import { counted } from '../sizes.ts';
import { replaceFile } from '../write-file.ts';
import type { Command, ExitCode, World } from './command.ts';

const USAGE = `usage: npm run list -- validate [--fix] [--json] [FILE…]
       npm run list -- validate --names TABLE FILE

Says everything that is wrong with lists in source form: file, line, path and reason.

  FILE     a list (.json); every bundled list where none is given
  --fix    writes valid lists in canonical order (members in the format's order, rows sorted by id)
  --json   one fault a line, as JSON
  --names  the table of names that FILE is built with: every name must be like a row, and one that readers can find

Exit code: 0 all valid and in canonical order, 1 faults were found, 2 wrong usage or a file that cannot be read.
`;

/** Faults of one file that are told one by one. */
const MOST_TOLD = 50;

export const validate: Command = {
  name: 'validate',
  summary: 'says what is wrong with a list, with file and line',
  usage: USAGE,
  async run(args, world) {
    const { values, positionals } = readArgs(args, {
      fix: { type: 'boolean' },
      json: { type: 'boolean' },
      names: { type: 'string' },
    });
    if (values.names !== undefined) only(positionals, 'list with a table of names');
    const options = { fix: values.fix ?? false, json: values.json ?? false };
    let worst: ExitCode = 0;
    for (const file of positionals.length > 0 ? positionals : bundledLists()) {
      world.signal.throwIfAborted();
      const code = await check(file, options, world);
      if (code > worst) worst = code;
    }
    if (values.names === undefined || worst > 0) return worst;
    const { held, list } = await loadWithTable(positionals[0] ?? '', values.names);
    const names = await count(namesIn({ held, list }));
    await world.out.write(`${values.names}: valid (${counted(names, 'name')} beside those of the rows)\n`);
    return 0;
  },
};

async function count(rows: AsyncIterable<unknown>): Promise<number> {
  let found = 0;
  for await (const _ of rows) found++;
  return found;
}

async function check(file: string, options: { fix: boolean; json: boolean }, world: World): Promise<ExitCode> {
  let read: ListFile;
  try {
    read = readListFile(file);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    await world.err.write(`${error.message}\n`);
    return 2;
  }
  const faults = read.ok ? unordered(file, read, options.fix) : read.faults;
  if (options.json) {
    await world.out.write(faults.map((fault) => `${JSON.stringify({ file, ...fault })}\n`).join(''));
  } else {
    await world.out.write(told(file, read, faults));
  }
  return faults.length === 0 ? 0 : 1;
}

/** What is left to say of a valid list. */
function unordered(file: string, read: ListFile & { ok: true }, fix: boolean): PlacedFault[] {
  if (read.isCanonical) return [];
  if (fix) {
    replaceFile(file, canonicalText(read.list));
    return [];
  }
  return [{ reason: `not in canonical order: run npm run list -- validate --fix ${file}` }];
}

function told(file: string, read: ListFile, faults: readonly PlacedFault[]): string {
  if (read.ok && faults.length === 0) {
    const { identifiers, claims, sources } = read.list;
    const state = read.isCanonical ? 'valid' : 'valid, now in canonical order';
    return `${file}: ${state} (${identifiers.length} identifiers, ${claims.length} claims, ${sources.length} sources)\n`;
  }
  const lines = faults.slice(0, MOST_TOLD).map((fault) => `${faultLine(file, fault)}\n`);
  if (faults.length > MOST_TOLD) lines.push(`${file}: ${faults.length - MOST_TOLD} more like these\n`);
  return lines.join('');
}

const DATA = fileURLToPath(new URL('../../../../data/', import.meta.url));

function bundledLists(): string[] {
  return watchlistFiles(DATA).map((file) => relative('', file));
}
