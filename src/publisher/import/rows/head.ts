import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { ImportError } from '../importer.ts';

/**
 * The head file of an import: what a table does not say. `list`, `sources`, `entities`, `events` and
 * `exceptions` go into the list as they are; `identifier`, `entity` and `claim` are templates that each row
 * begins with. Texts in templates may name the row's fields and columns: `{value}`, `{entity}`, `{row}`.
 */
export interface Head {
  list: unknown;
  sources: Row[];
  entities: Row[];
  events: unknown[];
  exceptions: unknown[];
  identifier: Row;
  entity: Row;
  claim: Row;
}

export type Row = Record<string, unknown>;

const row = v.record(v.string(), v.unknown());
const rows = v.optional(v.array(row), []);
const schema = v.strictObject({
  format: v.optional(v.string()),
  spec: v.optional(v.number()),
  list: row,
  sources: v.pipe(v.array(row), v.minLength(1, 'a list without a source says nothing')),
  entities: rows,
  identifiers: v.optional(v.pipe(v.array(v.unknown()), v.maxLength(0, 'rows come from the imported file'))),
  claims: v.optional(v.pipe(v.array(v.unknown()), v.maxLength(0, 'rows come from the imported file'))),
  events: v.optional(v.array(v.unknown()), []),
  exceptions: v.optional(v.array(v.unknown()), []),
  identifier: v.optional(row, {}),
  entity: v.optional(row, {}),
  claim: v.optional(row, {}),
});

/** @throws ImportError that names the member which is wrong */
export function readHead(raw: unknown): Head {
  if (raw === undefined) throw new ImportError('a head file is needed (--head): it says whose list this is');
  const parsed = v.safeParse(schema, raw);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new ImportError(`head file: ${v.getDotPath(issue) ?? '(the whole file)'}: ${issue.message}`);
}

/** @throws ImportError that names the file */
export function readJsonFile(file: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)));
  } catch (error) {
    throw new ImportError(`${file}: ${(error as Error).message}`);
  }
}
