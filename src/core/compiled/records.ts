import { exceptionName } from '../canonical.ts';
import { piece } from './arena.ts';
import { fromJson, fromUtf8, sameBytes, utf8 } from './bytes.ts';
import { CAP } from './caps.ts';
import { Cursor } from './cursor.ts';

/**
 * The parts of a list are kept in stores: one a kind of row, one for what the list says of itself, one for the
 * keys. A store is a set of records, each with a name of its own; a part holds those whose names' hashes begin
 * with the same bits, sorted by name. A changed row so changes one part, and no others are renumbered.
 */
export const STORES = ['head', 'sources', 'entities', 'claims', 'events', 'exceptions', 'identifiers', 'keys'] as const;
export type StoreName = (typeof STORES)[number];

export interface StoredRecord {
  /** A row's id, a key; unlike every other in the store. */
  name: string;
  /** `placeOf(name)` */
  place: number;
  bytes: Uint8Array;
}

/** Where in a store a name belongs: 32 bits, the same on every machine and in every version. */
export function placeOf(name: string): number {
  let h = 0x9e3779b9;
  for (let i = 0; i < name.length; i++) {
    h = Math.imul(h ^ name.charCodeAt(i), 0x9e3779b1);
    h ^= h >>> 15;
  }
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A row as one line of JSON. */
export function rowRecord(name: string, row: object): StoredRecord {
  return { name, place: placeOf(name), bytes: piece(`${JSON.stringify(row)}\n`, 0, 0) };
}

/**
 * A key, and the place of the row that it belongs to: two bytes of length, UTF-8, four bytes. The length's highest
 * bit says that the key is not the row's own: it stands for an identifier of its own, about which all holds that
 * the row says, but for its name.
 * @throws RangeError for a key that is too long to be looked up
 */
export function keyRecord(key: string, row: number, isShared = false): StoredRecord {
  const bytes = piece(key, 2, 4);
  const length = bytes.length - 6;
  if (length > CAP.keyBytes) throw new RangeError(`a key of ${length} bytes: ${key.slice(0, 40)}…`);
  bytes[0] = length;
  bytes[1] = (length >> 8) | (isShared ? 0x80 : 0);
  for (let i = 0; i < 4; i++) bytes[2 + length + i] = row >>> (8 * i);
  return { name: key, place: placeOf(key), bytes };
}

/** @returns undefined for bytes that are no part of this store */
export function readRecords(store: StoreName, bytes: Uint8Array): StoredRecord[] | undefined {
  return store === 'keys' ? readKeyRecords(bytes) : readRowRecords(store, bytes);
}

/** What a key leads to: the place of a row, and `SHARED` more where the row is not its own. */
export type KeyTarget = number;
export const SHARED = 2 ** 32;
/** In the length of a record. */
const SHARED_BIT = 0x8000;

/** The keys of a page, each once, with what they lead to. */
export function readKeys(bytes: Uint8Array): Map<string, KeyTarget> | undefined {
  const keys = new Map<string, KeyTarget>();
  const cursor = new Cursor(bytes);
  while (cursor.hasMore) {
    const head = cursor.u16();
    const text = cursor.take(head & ~SHARED_BIT);
    const key = text.length > CAP.keyBytes ? undefined : fromUtf8(text);
    if (key === undefined || keys.has(key)) return undefined;
    keys.set(key, cursor.u32() + (head & SHARED_BIT ? SHARED : 0));
  }
  return cursor.isDone ? keys : undefined;
}

/** One key of a page, without reading the others. @returns undefined where it is not there */
export function findKey(bytes: Uint8Array, key: string): KeyTarget | undefined {
  const wanted = utf8(key);
  const cursor = new Cursor(bytes);
  while (cursor.hasMore) {
    const head = cursor.u16();
    const text = cursor.take(head & ~SHARED_BIT);
    const row = cursor.u32();
    if (!cursor.broken && sameBytes(text, wanted)) return row + (head & SHARED_BIT ? SHARED : 0);
  }
  return undefined;
}

function readKeyRecords(bytes: Uint8Array): StoredRecord[] | undefined {
  const keys = readKeys(bytes);
  return keys && [...keys].map(([key, to]) => keyRecord(key, to % SHARED, to >= SHARED));
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
function nameOfLine(store: StoreName, line: string): string | undefined {
  if (store === 'head') return HEAD;
  if (store !== 'exceptions') return /^\{"id":"([a-z0-9-]{1,64})"/.exec(line)?.[1];
  const row = fromJson(line);
  if (typeof row !== 'object' || row === null) return undefined;
  const { platform, kind, value } = row as Record<string, unknown>;
  if (typeof platform !== 'string' || typeof kind !== 'string' || typeof value !== 'string') return undefined;
  return exceptionName({ platform, kind, value });
}
export const HEAD = 'head';
