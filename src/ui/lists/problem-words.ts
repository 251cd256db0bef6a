import type { ListState, UpdateProblem } from '../../list-messages.ts';
import { isolated, type TextKey, t } from '../../text.ts';

/** What happened and what to do, for each way in which a list can be refused or not be had. */
const WORDS: Record<UpdateProblem, TextKey> = {
  'no-permission': 'problemNoPermission',
  unreachable: 'problemUnreachable',
  'not-found': 'problemNotFound',
  'too-many-requests': 'problemTooMany',
  redirected: 'problemRedirected',
  'too-large': 'problemTooLarge',
  'timed-out': 'problemTimedOut',
  'bad-address': 'problemAddress',
  'bad-form': 'problemForm',
  'bad-signature': 'problemSignature',
  'bad-key': 'problemKey',
  'wrong-list': 'problemWrongList',
  'wrong-hash': 'problemHash',
  'bad-list': 'problemBadList',
  expired: 'problemExpired',
  'rolled-back': 'problemRolledBack',
  equivocation: 'problemEquivocation',
  'unknown-key': 'problemUnknownKey',
  shrunk: 'problemShrunk',
  grown: 'problemGrown',
  'storage-failed': 'problemStorage',
  cancelled: 'problemCancelled',
};

/** @param detail what the check itself says, for those who look after the list; never translated */
export function problemWords(problem: UpdateProblem, detail?: string): string {
  return withDetail(t(WORDS[problem]), detail);
}

/** What marks while the stored copy of a list cannot be read, and how it comes back. */
export function lostWords({ bundled, address }: Pick<ListState, 'bundled' | 'address'>, detail?: string): string {
  const rest = address === undefined ? 'lostFromFile' : 'lostFetched';
  return withDetail(t('lostStored', t(bundled ? 'lostBundled' : rest)), detail);
}

function withDetail(words: string, detail: string | undefined): string {
  return detail === undefined ? words : t('problemDetail', words, isolated(detail));
}
