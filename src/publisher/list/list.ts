import { terminal } from '../terminal.ts';
import { runList } from './run-list.ts';

/** `npm run list`: wires the commands to the world. */

const interrupt = new AbortController();
// Every file is written whole before this can run, and the manifest last: nothing is left half done.
const { out, err, progress } = terminal(() => interrupt.abort());

process.exitCode = await runList(process.argv.slice(2), {
  out,
  err,
  progress,
  now: () => Date.now(),
  signal: interrupt.signal,
});
