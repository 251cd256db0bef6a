import type { Failure } from './failure.ts';
import { changeRecord } from './records.ts';

/** Soon, but not in the middle of whatever found it out. */
const SOON = 60_000;

/** Tells the reader that a list cannot be read back, and has it fetched again. Once, however often it is found. */
export function lost({ now }: { now(): number }, id: string, { detail }: Failure): Promise<void> {
  const at = now();
  return changeRecord(id, ({ problem, address }) => {
    if (problem?.code === 'storage-failed') return {};
    return {
      problem: { code: 'storage-failed', at, ...(detail !== undefined && { detail }) },
      ...(address !== undefined && { nextDue: at + SOON }),
    };
  });
}
