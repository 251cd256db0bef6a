import { piece } from './arena.ts';
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
  let h = FIRST;
  for (let i = 0; i < name.length; i++) h = taken(h, name.charCodeAt(i));
  return mixed(h);
}

/** `placeOf` of a name that is no string. @param units UTF-16 */
export function placeOfUnits(units: Uint16Array, length: number): number {
  let h = FIRST;
  for (let i = 0; i < length; i++) h = taken(h, units[i] as number);
  return mixed(h);
}

const FIRST = 0x9e3779b9 | 0;

function taken(h: number, unit: number): number {
  const next = Math.imul(h ^ unit, 0x9e3779b1);
  return next ^ (next >>> 15);
}

function mixed(h: number): number {
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

/** The one record of the store of the same name. */
export const HEAD = 'head';
