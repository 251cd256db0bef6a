import { accountIn, accountKey } from '../core/key.ts';
import { LEAST_LETTERS } from '../core/look-alike-lengths.ts';
import { lengthOf, unitsOf } from '../core/look-alike-units.ts';
import { bareName } from '../core/reading.ts';
import type { GuardProblem } from '../look-alike-messages.ts';
import { readQuestions } from '../platforms/read-question.ts';

/** More are no newsroom's own. */
const MOST_GUARDED = 100;

/**
 * Reads what a reader wants guarded: a handle, on every network, or an account's address, on its own.
 * @param guarded what is guarded by now
 * @returns the name as settings store it: `any@MyNewsroom`, `x@MyNewsroom`
 */
export function readGuard(text: string, guarded: readonly string[]): { added: string } | { problem: GuardProblem } {
  const { questions } = readQuestions(text);
  const [question, ...more] = questions;
  const account = question?.readings.find((reading) => reading.kind === 'account' && reading.handle !== undefined);
  if (more.length > 0 || account?.kind !== 'account' || account.handle === undefined) return { problem: 'unreadable' };
  const { platform = 'any', handle } = account;
  if (lengthOf(unitsOf(bareName(handle))) < LEAST_LETTERS) return { problem: 'short' };
  const added = `${platform}@${handle}`;
  if (guarded.some((one) => sameName(one, added))) return { problem: 'known' };
  return guarded.length >= MOST_GUARDED ? { problem: 'many' } : { added };
}

function sameName(one: string, other: string): boolean {
  return keyOf(one) === keyOf(other);
}

function keyOf(stored: string): string {
  const { platform, name } = accountIn(stored);
  return accountKey(platform as 'x', name);
}
