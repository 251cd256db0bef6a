import { Counter, ImportError, type Imported, type ImportOptions } from '../importer.ts';
import type { Head } from './head.ts';
import { listFromRows } from './list-from-rows.ts';
import { FIELDS, type Field, isField, mapped, type TableRow } from './table-row.ts';

export type RowSource = AsyncGenerator<
  { row: string | number; columns: ReadonlyMap<string, string> } | { row: string | number; fault: string }
>;

/** Columns called as a field is are that field's, unless the mapping says otherwise. */
const OWN_NAMES: ReadonlyMap<Field, string> = new Map(FIELDS.map((field) => [field, field]));

/**
 * The last steps of every generic importer.
 * @param usual which column a field is read from where the mapping does not say
 * @throws ImportError
 */
export async function rowsToList(
  source: RowSource,
  head: Head,
  { map, signal, progress }: ImportOptions,
  usual: ReadonlyMap<Field, string>,
): Promise<Imported> {
  const fields = new Map([...OWN_NAMES, ...usual, ...asFields(map)]);
  const unread = new Counter();
  const rows: TableRow[] = [];
  for await (const one of source) {
    signal.throwIfAborted();
    if ('fault' in one) unread.drop(one.row, one.fault);
    else rows.push({ ...one, fields: mapped(one.columns, fields) });
    progress(() => `${rows.length} rows read`);
  }
  const { list, report } = listFromRows(rows, head);
  const { read, dropped } = unread.report();
  return { list, report: { ...report, read: report.read + read, dropped: [...report.dropped, ...dropped] } };
}

function asFields(map: ReadonlyMap<string, string>): Map<Field, string> {
  const fields = new Map<Field, string>();
  for (const [name, column] of map) {
    if (!isField(name)) throw new ImportError(`--map: "${name}" is no field; there are: ${FIELDS.join(', ')}`);
    fields.set(name, column);
  }
  return fields;
}
