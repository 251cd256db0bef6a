import { hex } from './bytes.ts';

/**
 * Reads little-endian numbers and runs of bytes from what a host sent. Past the end it answers zeros and
 * stays `broken`: a reader looks once, when done, instead of at every step.
 */
export class Cursor {
  broken = false;
  private at = 0;
  private digits: string | undefined;
  private readonly bytes: Uint8Array;
  private readonly view: DataView;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** All was read, and nothing is left over. */
  get isDone(): boolean {
    return !this.broken && this.at === this.bytes.length;
  }

  /** Whether there is more: a loop's condition. */
  get hasMore(): boolean {
    return !this.broken && this.at < this.bytes.length;
  }

  u8(): number {
    return this.step(1) ? this.view.getUint8(this.at - 1) : 0;
  }

  u16(): number {
    return this.step(2) ? this.view.getUint16(this.at - 2, true) : 0;
  }

  u32(): number {
    return this.step(4) ? this.view.getUint32(this.at - 4, true) : 0;
  }

  /** A view, not a copy. */
  take(length: number): Uint8Array {
    return this.step(length) ? this.bytes.subarray(this.at - length, this.at) : new Uint8Array(0);
  }

  /** Cut out of the digits of all bytes: an index of ten million names has twenty thousand hashes. */
  sha256(): string {
    if (!this.step(32)) return '';
    this.digits ??= hex(this.bytes);
    return this.digits.slice(2 * (this.at - 32), 2 * this.at);
  }

  private step(length: number): boolean {
    if (this.broken || this.at + length > this.bytes.length) this.broken = true;
    else this.at += length;
    return !this.broken;
  }
}
