import { CommandError, UsageError } from '../command-line.ts';
import { terminal } from '../terminal.ts';
import { readOptions, type ScanOptions, USAGE } from './options.ts';
import { readLists } from './read-lists.ts';
import { runScan } from './run-scan.ts';

/** `npm run scan`: see `USAGE`. Wires the command to the world. */

const { stdin, stdout, stderr, argv } = process;
const { out, err, progress } = terminal();

process.exitCode = await main();

async function main(): Promise<number> {
  let options: ScanOptions | 'help';
  try {
    options = readOptions(argv.slice(2));
    if (options === 'help') {
      stdout.write(USAGE);
      return 0;
    }
    const today = new Date().toISOString().slice(0, 10);
    const world = { stdin, out, err, progress, today };
    return await runScan(options, readLists(options.lists, options.allLists), world);
  } catch (error) {
    if (!(error instanceof UsageError) && !(error instanceof CommandError)) throw error;
    progress.clear();
    stderr.write(`${error.message}\n${error instanceof UsageError ? `\n${USAGE}` : ''}`);
    return 2;
  }
}
