import { fromUtf8 } from './bytes.ts';
import { CAP } from './caps.ts';
import { placeOfUnits } from './records.ts';

/** In the length of a key's record: the row that it leads to is not its own. */
const SHARED_BIT = 0x8000;
/** Of a record, beside the key itself: two bytes of length, four of a place. */
export const AROUND = 6;

/** Where the record that begins at `at` ends: beyond the last byte where it is cut off. */
export function endOfKey(bytes: Uint8Array, at: number): number {
  return at + AROUND + (((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)) & ~SHARED_BIT);
}

/**
 * Walks over the keys of a page, each as UTF-16 in the same array: a million strings would be left for a collector
 * that comes late. Hardly anything else is done with a key that is not looked for.
 */
export class KeyWalk {
  units = new Uint16Array(CAP.keyBytes);
  length = 0;
  /** Of the row that the key leads to. */
  place = 0;
  isShared = false;
  /** Where its record begins and ends. */
  from = 0;
  to = 0;
  private isBroken = false;
  private before = new Uint16Array(CAP.keyBytes);
  private lengthBefore = -1;
  private bytes = new Uint8Array(0);

  /** Before the first key of a page. */
  open(bytes: Uint8Array): this {
    this.bytes = bytes as Uint8Array<ArrayBuffer>;
    this.from = this.to = 0;
    this.length = this.lengthBefore = -1;
    this.isBroken = false;
    return this;
  }

  /** Whether the page ended where its last key did. */
  get isDone(): boolean {
    return !this.isBroken && this.to === this.bytes.length;
  }

  /** @returns false behind the last key, and at what is no key */
  next(): boolean {
    this.from = this.to;
    if (this.isBroken || this.from >= this.bytes.length) return false;
    [this.units, this.before] = [this.before, this.units];
    this.lengthBefore = this.length;
    this.isBroken = !this.read();
    return !this.isBroken;
  }

  private read(): boolean {
    const { bytes, from, units } = this;
    const head = (bytes[from] ?? 0) | ((bytes[from + 1] ?? 0) << 8);
    const length = head & ~SHARED_BIT;
    const row = from + 2 + length;
    if (row + 4 > bytes.length || length > CAP.keyBytes) return false;
    this.to = row + 4;
    this.isShared = (head & SHARED_BIT) !== 0;
    this.place =
      ((bytes[row] as number) |
        ((bytes[row + 1] as number) << 8) |
        ((bytes[row + 2] as number) << 16) |
        ((bytes[row + 3] as number) << 24)) >>>
      0;
    this.length = length;
    for (let i = 0; i < length; i++) {
      const byte = bytes[from + 2 + i] as number;
      if (byte > 0x7f) return this.readText(bytes.subarray(from + 2, row));
      units[i] = byte;
    }
    return true;
  }

  private readText(bytes: Uint8Array): boolean {
    const text = fromUtf8(bytes);
    this.length = text?.length ?? 0;
    for (let i = 0; i < this.length; i++) this.units[i] = text?.charCodeAt(i) ?? 0;
    return text !== undefined;
  }

  get text(): string {
    return String.fromCharCode.apply(null, this.units.subarray(0, this.length) as unknown as number[]);
  }

  /** Where in its store the key belongs. */
  get ownPlace(): number {
    return placeOfUnits(this.units, this.length);
  }

  /** Whether it stands behind the one before it, where there is one: no key twice. */
  get isInOrder(): boolean {
    const { units, length, before, lengthBefore } = this;
    const most = Math.min(length, lengthBefore);
    for (let i = 0; i < most; i++) {
      const difference = (units[i] as number) - (before[i] as number);
      if (difference !== 0) return difference > 0;
    }
    return length > lengthBefore;
  }

  /** As `compare` of the key and this text. */
  compare(text: string): number {
    const { units, length } = this;
    const most = Math.min(length, text.length);
    for (let i = 0; i < most; i++) {
      const difference = (units[i] as number) - text.charCodeAt(i);
      if (difference !== 0) return difference;
    }
    return length - text.length;
  }

  startsWith(text: string): boolean {
    if (this.length < text.length) return false;
    for (let i = 0; i < text.length; i++) if (this.units[i] !== text.charCodeAt(i)) return false;
    return true;
  }
}
