import { browser } from '../../browser.ts';
import { isAbove, type ListVersion } from '../../core/compiled/list-version.ts';
import type { Lost, UpdateProblem, UpdateRecord } from '../../list-messages.ts';
import { queue } from '../in-turn.ts';
import type { ActiveList } from './list-store.ts';

/**
 * What must not be lost with the database: where a list comes from, whose key it is under, and the floor
 * below which no version is taken. One row a list in `storage.local`, which outlives a full disk.
 */
export interface ListRecord {
  id: string;
  /** Absent for a list from a file. */
  address?: string;
  /** The publisher's key that the reader confirmed, base64url; `held` may have led to another since. */
  key: string;
  /** The newest version that was ever accepted, installed or not, with the SHA-256 of its manifest's payload. */
  floor?: ListVersion & { hash: string };
  /** The version that was installed last: all that decides on the next, should the database be lost. */
  held?: ActiveList;
  /** Milliseconds since 1970. */
  checked?: number;
  nextDue?: number;
  /** In a row. */
  failures: number;
  /** Of the last attempt. */
  problem?: { code: UpdateProblem; detail?: string; at: number };
  /** Beside `problem`: a refused attempt does not bring back what is lost, and its reason is not hidden by it. */
  lost?: Lost;
  waiting?: { jws: string; version: number; identifiers: number; why: 'shrunk' | 'grown' };
  history: UpdateRecord[];
}

/** Of rows in this form. A form that today's code could not read gets a prefix of its own, so that neither spoils the other. */
const PREFIX = 'list:';
const inTurn = queue();

export async function allRecords(): Promise<ListRecord[]> {
  const stored = await browser.storage.local.get(null);
  return Object.entries(stored)
    .filter(([key, value]) => key.startsWith(PREFIX) && isRecord(value, key.slice(PREFIX.length)))
    .map(([, value]) => value as ListRecord);
}

export async function recordOf(id: string): Promise<ListRecord | undefined> {
  const value = (await browser.storage.local.get(PREFIX + id))[PREFIX + id];
  return isRecord(value, id) ? value : undefined;
}

/** Members given as undefined go. The floor only rises; everything else is as it is told. */
export type RecordPatch = { [K in keyof Omit<ListRecord, 'id'>]?: ListRecord[K] | undefined };

/** Changes a list's record, or does nothing where it has been removed in the meantime. */
export function changeRecord(id: string, make: (now: ListRecord) => RecordPatch): Promise<void> {
  return inTurn(async () => {
    const now = await recordOf(id);
    if (now === undefined) return;
    const next = { ...now, ...make(now) } as ListRecord;
    if (now.floor && (next.floor === undefined || isAbove(now.floor, next.floor))) next.floor = now.floor;
    await browser.storage.local.set({ [PREFIX + id]: JSON.parse(JSON.stringify(next)) });
  });
}

export function addRecord(record: ListRecord): Promise<void> {
  return inTurn(() => browser.storage.local.set({ [PREFIX + record.id]: record }));
}

export function removeRecord(id: string): Promise<void> {
  return inTurn(() => browser.storage.local.remove(PREFIX + id));
}

function isRecord(value: unknown, id: string): value is ListRecord {
  if (typeof value !== 'object' || value === null) return false;
  const row = value as Partial<Record<keyof ListRecord, unknown>>;
  return row.id === id && typeof row.key === 'string' && typeof row.failures === 'number' && Array.isArray(row.history);
}
