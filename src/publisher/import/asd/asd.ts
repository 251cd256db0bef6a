import { Counter, ImportError, type Imported, type Importer, type ImportOptions } from '../importer.ts';
import { assign } from './assign.ts';
import { listOf } from './list.ts';
import { readMatrix } from './rows.ts';

/** The State Media Matrix of the Alliance for Securing Democracy, repaired. Every link of a row is counted. */
export const asd: Importer = {
  name: 'asd',
  describe: 'the State Media Matrix of the Alliance for Securing Democracy (State_Media_Matrix.csv)',
  run: importMatrix,
};

async function importMatrix({ files, today, signal }: ImportOptions): Promise<Imported> {
  const [file, more] = files;
  if (file === undefined || more !== undefined) throw new ImportError('the State Media Matrix is one file');
  const rows = await readMatrix(file);
  signal.throwIfAborted();
  const counter = new Counter();
  return { list: listOf(assign(rows, counter), today), report: counter.report() };
}
