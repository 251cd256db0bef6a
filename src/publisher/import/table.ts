import { basename } from 'node:path';
import { ImportError, type Imported, type Importer, type ImportOptions } from './importer.ts';
import { readTable } from './read-table.ts';
import { readHead } from './rows/head.ts';
import { type RowSource, rowsToList } from './rows/rows-to-list.ts';

/** Any table: what its columns mean is said with `--map`, or by columns that are called as the fields are. */
export const table: Importer = {
  name: 'table',
  describe: 'a spreadsheet saved as .csv or .tsv, or an array of objects in .json; see --map',
  run: (options: ImportOptions): Promise<Imported> => {
    const head = readHead(options.head);
    return rowsToList(rows(options), head, options, new Map());
  },
};

async function* rows({ files, map }: ImportOptions): RowSource {
  for (const file of files) {
    let isFirst = true;
    for await (const record of readTable(file)) {
      if (isFirst && 'columns' in record) {
        isFirst = false;
        const missing = [...map.values()].find((column) => !record.columns.has(column));
        if (missing !== undefined && !/\.json$/i.test(file)) {
          const known = [...record.columns.keys()].join(', ');
          throw new ImportError(`${file}: there is no column "${missing}"; there are: ${known}`);
        }
      }
      yield files.length > 1 ? { ...record, row: `${basename(file)}:${record.row}` } : record;
    }
  }
}
