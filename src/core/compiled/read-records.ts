import { exceptionName } from '../canonical.ts';
import { piece } from './arena.ts';
import { fromJson, fromUtf8 } from './bytes.ts';
import { readKeyRecords } from './key-page.ts';
import { HEAD, placeOf, type StoredRecord, type StoreName } from './records.ts';

/** @returns undefined for bytes that are no part of this store */
export function readRecords(store: StoreName, bytes: Uint8Array): StoredRecord[] | undefined {
  return store === 'keys' ? readKeyRecords(bytes) : readRowRecords(store, bytes);
}

function readRowRecords(store: StoreName, bytes: Uint8Array): StoredRecord[] | undefined {
  const lines = readLines(bytes);
  if (lines === undefined) return undefined;
  const records: StoredRecord[] = [];
  for (const line of lines) {
    const name = nameOfLine(store, line);
    if (name === undefined) return undefined;
    records.push({ name, place: placeOf(name), bytes: piece(`${line}\n`, 0, 0) });
  }
  return records;
}

/** @returns undefined for what is not UTF-8, or does not end with a line feed */
export function readLines(bytes: Uint8Array): string[] | undefined {
  const lines = fromUtf8(bytes)?.split('\n');
  return lines?.pop() === '' ? lines : undefined;
}

/** An id stands first in every row that has one: no need to read the rest. */
export function nameOfLine(store: StoreName, line: string): string | undefined {
  if (store === 'head') return HEAD;
  if (store !== 'exceptions') return /^\{"id":"([a-z0-9-]{1,64})"/.exec(line)?.[1];
  const row = fromJson(line);
  if (typeof row !== 'object' || row === null) return undefined;
  const { platform, kind, value } = row as Record<string, unknown>;
  if (typeof platform !== 'string' || typeof kind !== 'string' || typeof value !== 'string') return undefined;
  return exceptionName({ platform, kind, value });
}
