import { type ParseArgsConfig, parseArgs } from 'node:util';

/** The command line cannot be understood. */
export class UsageError extends Error {}

/** The work cannot be done; nothing was changed. The message says what is wrong and where. */
export class CommandError extends Error {}

/** `parseArgs`, with what it throws said in one way. */
export function readArgs<const T extends NonNullable<ParseArgsConfig['options']>>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, strict: true, options });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** @throws UsageError unless exactly one is given */
export function only(positionals: readonly string[], what: string): string {
  const [one, more] = positionals;
  if (one === undefined) throw new UsageError(`no ${what} is given`);
  if (more !== undefined) throw new UsageError(`one ${what} at a time: "${more}" is too much`);
  return one;
}

/** @throws UsageError when it is missing */
export function required(value: string | undefined, option: string): string {
  if (value === undefined || value === '') throw new UsageError(`--${option} is needed`);
  return value;
}

/** @throws UsageError unless a whole number within these bounds */
export function wholeNumber(raw: string, option: string, least: number, most: number): number {
  const value = /^\d{1,9}$/.test(raw) ? Number(raw) : Number.NaN;
  if (!(value >= least && value <= most)) {
    throw new UsageError(`--${option}: "${raw}" is no whole number from ${least} to ${most}`);
  }
  return value;
}
