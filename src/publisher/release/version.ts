import { CommandError } from '../command-line.ts';

/** The largest number that a browser takes between the dots of a version. */
const LARGEST = 65_535;

/**
 * `X.Y.Z` as three numbers. Browsers know neither `-beta.1` nor a leading zero.
 * @throws CommandError
 */
export function readVersion(text: string): [number, number, number] {
  const found = /^(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})$/.exec(text);
  const [, major, minor, patch] = (found ?? []).map(Number);
  if (major === undefined || minor === undefined || patch === undefined || Math.max(major, minor, patch) > LARGEST) {
    throw new CommandError(`"${text}" is no version: three numbers up to ${LARGEST} with dots between, as in 1.4.0`);
  }
  return [major, minor, patch];
}

/** @returns above 0 where the first is the newer one */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [readVersion(one), readVersion(other)];
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
