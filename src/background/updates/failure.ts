import type { Refusal, UpdateProblem } from '../../list-messages.ts';

/** Why something could not be done, as a value: a reason for programs, a detail for people. */
export interface Failure extends Refusal {
  /** Milliseconds that the host asks to be left alone. */
  retryAfter?: number;
}

/** Long enough for a status, a hash or an error's name, short enough for a line of history. */
const MAX_DETAIL = 300;

export function failure(problem: UpdateProblem, detail?: string): Failure {
  return { ok: false, problem, ...(detail !== undefined && { detail: detail.slice(0, MAX_DETAIL) }) };
}

/**
 * The database failed. Browsers name a full disk in many ways (`QuotaExceededError`, `DataError`,
 * `AbortError`, `UnknownError`), so no name is looked at: every one is told as it is.
 */
export function storageFailure(error: unknown): Failure {
  return failure('storage-failed', error instanceof Error ? `${error.name}: ${error.message}` : String(error));
}

export function cancelled(): Failure {
  return failure('cancelled');
}
