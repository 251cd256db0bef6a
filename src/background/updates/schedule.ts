/** When to ask a host again: pure, all times in milliseconds. `random` gives [0, 1), as Math.random does. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const WEEK = 7 * 24 * HOUR;
const DAY_HOURS = 24;
const EVERY_HOURS = { least: 6, most: 14 * 24 } as const;

/** After installing, somewhere in the first hour, so that a host cannot tell when that was. */
export function firstCheck(now: number, random: () => number): number {
  return now + 5 * MINUTE + random() * 55 * MINUTE;
}

/**
 * Every day, or as often as the publisher says, 20 % sooner or later: each list drifts on its own, so that
 * hosts cannot tell from the hour that two lists are one reader's.
 */
export function nextCheck(now: number, random: () => number, everyHours = DAY_HOURS): number {
  const hours = Math.min(Math.max(everyHours, EVERY_HOURS.least), EVERY_HOURS.most);
  return now + hours * HOUR * (0.8 + 0.4 * random());
}

/**
 * After failures: up to an hour, two, four … a week, anywhere in between, and never before the host wants it.
 * @param failures in a row, this one included: at least 1
 * @param retryAfter what the host asked for
 */
export function backOff(now: number, random: () => number, failures: number, retryAfter = 0): number {
  const most = Math.min(HOUR * 2 ** Math.min(failures - 1, 12), WEEK);
  // Not at once, even when the dice say so: a browser that starts and ends would ask at each start.
  const wait = Math.max(MINUTE, most * random());
  return now + Math.max(wait, Math.min(retryAfter, WEEK));
}

/** Several are due after a long rest: they are asked one by one, some minutes apart. */
export function afterAnother(now: number, random: () => number): number {
  return now + MINUTE + random() * 4 * MINUTE;
}
