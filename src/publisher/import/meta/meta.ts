import { Counter, ImportError, type Imported, type Importer, type ImportOptions } from '../importer.ts';
import { assignAssets } from './assign.ts';
import { readFolder } from './files.ts';
import { listOf } from './list.ts';

/** Meta’s threat indicators. Every row of its tables and texts is counted. */
export const meta: Importer = {
  name: 'meta',
  describe: 'Meta’s threat indicators: the folder of its .csv and .md files',
  run: importFolder,
};

async function importFolder({ files, today, signal }: ImportOptions): Promise<Imported> {
  const [folder, more] = files;
  if (folder === undefined || more !== undefined) throw new ImportError('Meta’s threat indicators are one folder');
  const read = await readFolder(folder);
  signal.throwIfAborted();
  const counter = new Counter();
  return { list: listOf(read, assignAssets(read, counter), today), report: counter.report() };
}
