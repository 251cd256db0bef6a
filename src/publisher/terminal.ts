import { Progress, type Sink, sinkTo } from './output.ts';

/**
 * Where a command writes to. What it prints may be read by something that stops at any time (`| head`), and Ctrl-C
 * ends it, with what a shell gives such a program.
 * @param onInterrupt called before that
 */
export function terminal(onInterrupt: () => void = () => undefined): { out: Sink; err: Sink; progress: Progress } {
  const { stdout, stderr } = process;
  const progress = new Progress(stderr.isTTY ? stderr : undefined, () => performance.now());
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit(0);
    });
  }
  process.on('SIGINT', () => {
    progress.clear();
    onInterrupt();
    process.exit(130);
  });
  return { out: sinkTo(stdout), err: sinkTo(stderr), progress };
}
