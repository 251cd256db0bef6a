import { Progress, sinkTo } from '../scan-output.ts';
import { runList } from './run-list.ts';

/** `npm run list`: wires the commands to the world. */

const { stdout, stderr, argv } = process;
const progress = new Progress(stderr.isTTY ? stderr : undefined, () => performance.now());
const interrupt = new AbortController();

// Whoever reads the output may stop at any time: `| head`.
for (const stream of [stdout, stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
}
// Every file is written whole before this can run, and the manifest last: nothing is left half done.
process.on('SIGINT', () => {
  progress.clear();
  interrupt.abort();
  process.exit(130);
});

process.exitCode = await runList(argv.slice(2), {
  out: sinkTo(stdout),
  err: sinkTo(stderr),
  progress,
  now: () => Date.now(),
  signal: interrupt.signal,
});
