import { CommandError, UsageError } from '../command-line.ts';
import { COMMANDS, USAGE } from './commands/all.ts';
import type { World } from './commands/command.ts';

/** What a shell gives a program that Ctrl-C ended. */
const INTERRUPTED = 130;

/** @returns the exit code; see `USAGE` */
export async function runList(args: readonly string[], world: World): Promise<number> {
  const [name, ...rest] = args;
  if (name === '--help' || name === '-h' || name === 'help') {
    await world.out.write(USAGE);
    return 0;
  }
  const command = COMMANDS.find((one) => one.name === name);
  if (command === undefined) {
    await world.err.write(`${name === undefined ? 'no command is given' : `"${name}" is no command`}\n\n${USAGE}`);
    return 2;
  }
  if (rest.some((arg) => arg === '--help' || arg === '-h')) {
    await world.out.write(command.usage);
    return 0;
  }
  try {
    return await command.run(rest, world);
  } catch (error) {
    world.progress.clear();
    if (world.signal.aborted) return INTERRUPTED;
    const message = said(error);
    if (message === undefined) throw error;
    await world.err.write(`${message}\n${error instanceof UsageError ? `\n${command.usage}` : ''}`);
    return error instanceof UsageError ? 2 : 1;
  }
}

/** What the user can do something about is said in a line; anything else is our mistake, with its trace. */
function said(error: unknown): string | undefined {
  if (error instanceof UsageError || error instanceof CommandError) return error.message;
  return (error as NodeJS.ErrnoException).syscall === undefined ? undefined : (error as Error).message;
}
