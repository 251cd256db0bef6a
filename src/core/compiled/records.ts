import { exceptionName } from '../canonical.ts';
import { piece } from './arena.ts';
import { fromJson, fromLatin1, fromUtf8, utf8 } from './bytes.ts';
import { CAP } from './caps.ts';

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
  const text = fromLatin1(bytes);
  for (let at = 0; at < bytes.length; at = endOf(bytes, at)) {
    const key = keyIn(bytes, text, at);
    if (key === undefined || keys.has(key)) return undefined;
    keys.set(key, targetIn(bytes, at));
  }
  return keys;
}

/** One key of a page, without reading the others. @returns undefined where it is not there */
export function findKey(bytes: Uint8Array, key: string): KeyTarget | undefined {
  const wanted = utf8(key);
  for (let at = 0, end = 0; at < bytes.length; at = end) {
    end = endOf(bytes, at);
    if (end > bytes.length) return undefined;
    if (end - at - AROUND === wanted.length && holdsAt(bytes, at + 2, wanted)) return targetIn(bytes, at);
  }
  return undefined;
}

/** What two pages of keys do not share, each in its order; what they share may be among it where they are not sorted. */
export function differingKeys(
  one: Uint8Array,
  other: Uint8Array,
): { before: StoredRecord[]; after: StoredRecord[] } | undefined {
  const [before, after] = [new Steps(one), new Steps(other)];
  while (before.hasMore && after.hasMore) {
    if (before.isLike(after)) {
      before.pass();
      after.pass();
      continue;
    }
    const [a, b] = [before.key, after.key];
    if (a === undefined || b === undefined) return undefined;
    if (a <= b) before.take(a);
    if (b <= a) after.take(b);
  }
  return before.takeAll() && after.takeAll() ? { before: before.taken, after: after.taken } : undefined;
}

/** One after the other of a page's keys. */
class Steps {
  readonly taken: StoredRecord[] = [];
  private at = 0;
  private readonly bytes: Uint8Array;
  private readonly text: string;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.text = fromLatin1(bytes);
  }

  get hasMore(): boolean {
    return this.at < this.bytes.length;
  }

  /** Undefined for what is none. */
  get key(): string | undefined {
    return keyIn(this.bytes, this.text, this.at);
  }

  isLike(other: Steps): boolean {
    const end = endOf(this.bytes, this.at);
    const length = end - this.at;
    if (end > this.bytes.length || endOf(other.bytes, other.at) - other.at !== length) return false;
    for (let i = 0; i < length; i++) if (this.bytes[this.at + i] !== other.bytes[other.at + i]) return false;
    return true;
  }

  pass(): void {
    this.at = endOf(this.bytes, this.at);
  }

  take(key: string): void {
    this.taken.push(recordIn(this.bytes, this.at, key));
    this.pass();
  }

  /** @returns whether all that was left were keys */
  takeAll(): boolean {
    while (this.hasMore) {
      const { key } = this;
      if (key === undefined) return false;
      this.take(key);
    }
    return true;
  }
}

/** Of a record, beside the key itself. */
const AROUND = 6;

/** Where the record that begins at `at` ends: beyond the last byte where it is cut off. */
function endOf(bytes: Uint8Array, at: number): number {
  return at + AROUND + (headIn(bytes, at) & ~SHARED_BIT);
}

function headIn(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}

/**
 * @param text the same bytes, one unit each: most keys are ASCII, and to cut them out of it takes a tenth of decoding
 * @returns undefined for what is no key
 */
function keyIn(bytes: Uint8Array, text: string, at: number): string | undefined {
  const end = endOf(bytes, at) - 4;
  if (end + 4 > bytes.length || end - at - 2 > CAP.keyBytes) return undefined;
  for (let i = at + 2; i < end; i++) if ((bytes[i] as number) > 0x7f) return fromUtf8(bytes.subarray(at + 2, end));
  return text.slice(at + 2, end);
}

function targetIn(bytes: Uint8Array, at: number): KeyTarget {
  const row = endOf(bytes, at) - 4;
  let place = 0;
  for (let i = 3; i >= 0; i--) place = place * 256 + (bytes[row + i] ?? 0);
  return place + (headIn(bytes, at) & SHARED_BIT ? SHARED : 0);
}

function holdsAt(bytes: Uint8Array, at: number, wanted: Uint8Array): boolean {
  for (let i = 0; i < wanted.length; i++) if (bytes[at + i] !== wanted[i]) return false;
  return true;
}

function readKeyRecords(bytes: Uint8Array): StoredRecord[] | undefined {
  const text = fromLatin1(bytes);
  const records: StoredRecord[] = [];
  for (let at = 0; at < bytes.length; at = endOf(bytes, at)) {
    const key = keyIn(bytes, text, at);
    if (key === undefined) return undefined;
    records.push(recordIn(bytes, at, key));
  }
  return records;
}

/** A view of the page. */
function recordIn(bytes: Uint8Array, at: number, key: string): StoredRecord {
  return { name: key, place: placeOf(key), bytes: bytes.subarray(at, endOf(bytes, at)) };
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
