import type { UpdateRecord } from '../../list-messages.ts';
import { withRecord } from './history.ts';
import type { ListRecord, RecordPatch } from './records.ts';
import { backOff, nextCheck } from './schedule.ts';
import type { Updated } from './update-list.ts';

/** What the reader is told of an attempt, and when the next one is due. A cancelled one leaves no trace. */
export function recordOutcome(now: number, random: () => number, record: ListRecord, updated: Updated): RecordPatch {
  if (updated.ok) {
    return {
      checked: now,
      failures: 0,
      problem: undefined,
      lost: undefined,
      nextDue: due(record, nextCheck(now, random, updated.every)),
      history: withRecord(record.history, { ...updated.record, at: now }),
      ...(updated.record.outcome === 'unchanged' && { waiting: undefined }),
    };
  }
  const { problem, detail, version, retryAfter } = updated;
  if (problem === 'cancelled') return { nextDue: due(record, nextCheck(now, random)) };
  const failures = record.failures + 1;
  const line: UpdateRecord = {
    at: now,
    outcome: 'refused',
    problem,
    ...(version !== undefined && { version }),
    ...(detail !== undefined && { detail }),
  };
  return {
    checked: now,
    failures,
    problem: { code: problem, at: now, ...(detail !== undefined && { detail }) },
    nextDue: due(record, backOff(now, random, failures, retryAfter)),
    history: withRecord(record.history, line),
  };
}

/** A list without an address is never asked for. */
function due({ address }: ListRecord, at: number): number | undefined {
  return address === undefined ? undefined : at;
}
