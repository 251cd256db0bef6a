import { type ParseArgsConfig, parseArgs } from 'node:util';

/** The command was written wrongly: the message is shown with the usage. */
export class UsageError extends Error {}

/**
 * The options of a command line.
 * @throws UsageError for unknown options, missing values and stray words; it says which
 */
export function readArgs<const T extends NonNullable<ParseArgsConfig['options']>>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/**
 * Runs a command. What goes wrong is said in words, without a trace.
 * @returns the exit code: 0 done, 1 it failed, 2 it was written wrongly
 */
export async function runCommand(usage: string, work: () => Promise<void>): Promise<0 | 1 | 2> {
  try {
    await work();
    return 0;
  } catch (error) {
    const isWronglyCalled = error instanceof UsageError;
    console.error(`\n${error instanceof Error ? error.message : String(error)}`);
    if (isWronglyCalled) console.error(`\n${usage}`);
    return isWronglyCalled ? 2 : 1;
  }
}

/** Puts before what goes wrong where it did; the first place that says so is kept, as the innermost. */
export async function doing<T>(where: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UsageError || error instanceof FailedAt) throw error;
    throw new FailedAt(where, error);
  }
}

class FailedAt extends Error {
  constructor(where: string, cause: unknown) {
    super(`${where}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
