import type { Progress, Sink } from '../../output.ts';

/** 0 done; 1 something is wrong with a list, a folder or a key; 2 wrong usage, or a file that cannot be read. */
export type ExitCode = 0 | 1 | 2;

/** The world around a command. */
export interface World {
  out: Sink;
  err: Sink;
  progress: Progress;
  /** Milliseconds since 1970. */
  now(): number;
  /** Aborts on Ctrl-C. */
  signal: AbortSignal;
}

/** One of the words after `npm run list --`. */
export interface Command {
  name: string;
  /** One line, for the help of all. */
  summary: string;
  usage: string;
  /**
   * @throws UsageError
   * @throws CommandError
   */
  run(args: readonly string[], world: World): Promise<ExitCode>;
}
