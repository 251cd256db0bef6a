import type { UpdateRecord } from '../../list-messages.ts';

const MOST = 20;

/** Newest first. What is the same again takes the place of the one before, so that changes stay to be read. */
export function withRecord(history: readonly UpdateRecord[], record: UpdateRecord): UpdateRecord[] {
  const [last, ...before] = history;
  const kept = last && isSame(last, record) ? before : history;
  return [record, ...kept].slice(0, MOST);
}

function isSame(one: UpdateRecord, other: UpdateRecord): boolean {
  return (
    one.outcome !== 'installed' &&
    one.outcome === other.outcome &&
    one.version === other.version &&
    one.problem === other.problem
  );
}
