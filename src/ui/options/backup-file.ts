import * as v from 'valibot';
import type { Restorable } from '../../control-messages.ts';
import { DEFAULTS, type Settings } from '../../settings.ts';
import { LIST_CHOICES, SETTINGS, SITES_ON } from '../../settings-schema.ts';

/** Settings, mutes and switches in a file. What a reader has read is in none of them. */

const FORMAT = 'statemark-settings';
const SPEC = 1;
/** Ten thousand mutes need about one. */
export const MOST_BYTES = 4_000_000;

export type BackupProblem = 'too-large' | 'no-json' | 'other-file' | 'newer' | 'bad-form' | 'unreadable';

export interface Backup extends Restorable {
  /** Each asks for the browser's permission again. */
  sitesOn?: string[];
}

export type ReadBackup =
  | { ok: true; backup: Backup }
  /** @param detail where in the file, and what: for whoever wrote it by hand */
  | { ok: false; problem: BackupProblem; detail?: string };

const HEAD = v.looseObject({ format: v.literal(FORMAT), spec: v.pipe(v.number(), v.integer()) });
const FILE = v.strictObject({
  format: v.literal(FORMAT),
  spec: v.literal(SPEC),
  made: v.pipe(v.string(), v.maxLength(40)),
  version: v.pipe(v.string(), v.maxLength(40)),
  settings: v.partial(v.strictObject({ ...SETTINGS, sitesOn: SITES_ON, lists: LIST_CHOICES })),
});

/** Ends with a line break. @param made ISO 8601, UTC */
export function writeBackup({ version: _, ...settings }: Settings, made: string, version: string): string {
  return `${JSON.stringify({ format: FORMAT, spec: SPEC, made, version, settings }, null, 2)}\n`;
}

export function backupName(made: string): string {
  return `${FORMAT}-${made.slice(0, 10)}.json`;
}

/** All or nothing: of a file with one wrong row nothing is taken. What a file does not name stays as it is. */
export function readBackup(text: string): ReadBackup {
  if (text.length > MOST_BYTES) return { ok: false, problem: 'too-large' };
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    return { ok: false, problem: 'no-json', detail: (error as Error).message };
  }
  const head = v.safeParse(HEAD, parsed);
  if (!head.success) return { ok: false, problem: 'other-file' };
  if (head.output.spec > SPEC) return { ok: false, problem: 'newer' };
  const file = v.safeParse(FILE, parsed);
  if (file.success) return { ok: true, backup: file.output.settings as Backup };
  const [issue] = file.issues;
  return { ok: false, problem: 'bad-form', detail: `${v.getDotPath(issue) ?? 'the file'}: ${issue.message}` };
}

/** Everything that a file can bring back, as it is by default. Sites that the reader allowed are no default. */
export function defaultBackup(): Restorable {
  const { version: _, sitesOn: __, ...settings } = DEFAULTS;
  return settings;
}

export type BackupKey = keyof Backup;

export type Change =
  | { key: BackupKey; kind: 'value'; before: Settings[BackupKey]; after: Settings[BackupKey] }
  | { key: BackupKey; kind: 'rows'; added: number; removed: number }
  | { key: BackupKey; kind: 'other' };

/** What would be different afterwards, in the order in which the options show it. */
export function changesOf(now: Settings, wanted: Backup): Change[] {
  return (Object.keys(DEFAULTS) as (keyof Settings)[]).flatMap((key): Change[] => {
    if (key === 'version' || wanted[key] === undefined) return [];
    const [before, after] = [now[key], wanted[key]];
    if (JSON.stringify(before) === JSON.stringify(after)) return [];
    if (key === 'lists') return [{ key, kind: 'other' }];
    if (typeof after !== 'object') return [{ key, kind: 'value', before, after }];
    const rows = difference(rowsOf(before), rowsOf(after));
    // Sites are only ever added: to take one away is to give a permission back.
    if (key === 'sitesOn') rows.removed = 0;
    return rows.added + rows.removed > 0 ? [{ key, kind: 'rows', ...rows }] : [];
  });
}

/** A row by all that it is, but when it was made: a mute of another day is the same mute. */
function rowsOf(value: unknown): Set<string> {
  if (!Array.isArray(value)) {
    return new Set(
      Object.entries(value as object).flatMap(([name, rows]) => [...rowsOf(rows)].map((row) => name + row)),
    );
  }
  return new Set(
    value.map((row) => JSON.stringify(typeof row === 'object' && row !== null ? { ...row, since: '' } : row)),
  );
}

function difference(before: ReadonlySet<string>, after: ReadonlySet<string>): { added: number; removed: number } {
  return { added: after.difference(before).size, removed: before.difference(after).size };
}
