import type { Failure } from './failure.ts';
import { changeRecord } from './records.ts';

/** Soon, but not in the middle of whatever found it out. */
const SOON = 60_000;

/**
 * Tells the reader that a list cannot be read back, and has it fetched again: once, however often it is found.
 * Where attempts have failed already, the next one comes as late as they say.
 */
export function lost({ now }: { now(): number }, id: string, { detail }: Failure): Promise<void> {
  const at = now();
  return changeRecord(id, (record) => {
    if (record.lost) return {};
    return {
      lost: { at, ...(detail !== undefined && { detail }) },
      ...(record.address !== undefined && record.failures === 0 && { nextDue: at + SOON }),
    };
  });
}

/** The list was read back after all: the database was only out of reach for a time. */
export function found(id: string): Promise<void> {
  return changeRecord(id, () => ({ lost: undefined }));
}
