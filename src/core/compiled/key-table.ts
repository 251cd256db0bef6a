import { fromUtf8, sameBytes } from './bytes.ts';
import { FIT } from './caps.ts';
import { DEEPEST, joined, type Leaf } from './layout.ts';
import { keyRecord, type StoredRecord } from './records.ts';

const CHUNK = 4 * 1024 * 1024;

/** Very many keys, as the bytes that they are stored in: a string each would take ten times the room. */
export class KeyTable {
  count = 0;
  private readonly chunks: Uint8Array[] = [];
  private used = CHUNK;
  /** Of each key its place, its chunk, and where in it it begins. */
  private places = new Uint32Array(1024);
  private starts = new Uint32Array(1024);
  /** Numbers of keys by their places; made once all are there. */
  private sorted: Uint32Array = new Uint32Array(0);

  /** @throws RangeError for a key that is too long to be looked up */
  add(key: string, row: number, isShared: boolean): void {
    const { bytes, place } = keyRecord(key, row, isShared);
    if (this.used + bytes.length > CHUNK) {
      this.chunks.push(new Uint8Array(CHUNK));
      this.used = 0;
    }
    if (this.count === this.places.length) this.grow();
    this.places[this.count] = place;
    this.starts[this.count] = (this.chunks.length - 1) * CHUNK + this.used;
    this.chunks.at(-1)?.set(bytes, this.used);
    this.used += bytes.length;
    this.count++;
  }

  private grow(): void {
    const [places, starts] = [this.places, this.starts];
    this.places = new Uint32Array(places.length * 2);
    this.starts = new Uint32Array(starts.length * 2);
    this.places.set(places);
    this.starts.set(starts);
  }

  /**
   * Brings them into order. A key that was added twice in the same sense stands once.
   * @returns how many keys there are
   * @throws RangeError for a key of two rows
   */
  sort(): number {
    // Sorted by place and then by number: the number in the lower half of 64 bits.
    const halves = new Uint32Array(this.count * 2);
    for (let i = 0; i < this.count; i++) {
      halves[2 * i] = i;
      halves[2 * i + 1] = this.places[i] ?? 0;
    }
    new BigUint64Array(halves.buffer).sort();
    const sorted = new Uint32Array(this.count);
    let kept = 0;
    for (let i = 0; i < this.count; i++) {
      const one = halves[2 * i] ?? 0;
      if (!this.isAgain(one, sorted, kept)) sorted[kept++] = one;
    }
    this.sorted = sorted.subarray(0, kept);
    return kept;
  }

  private isAgain(one: number, sorted: Uint32Array, kept: number): boolean {
    const bytes = this.bytesOf(one);
    for (let k = kept - 1; k >= 0; k--) {
      const other = sorted[k] ?? 0;
      if (this.places[other] !== this.places[one]) return false;
      const same = this.bytesOf(other);
      if (!sameBytes(keyIn(bytes), keyIn(same))) continue;
      if (sameBytes(bytes, same)) return true;
      throw new RangeError(`"${fromUtf8(keyIn(bytes))}" is the name of two identifiers`);
    }
    return false;
  }

  /** As `layOut` cuts the keys of a list that is held whole. */
  *leaves(): Generator<Leaf> {
    if (this.sorted.length > 0) yield* this.halve(0, this.sorted.length, 0, 0);
  }

  private *halve(from: number, to: number, depth: number, start: number): Generator<Leaf> {
    if (depth === DEEPEST || to - from <= 1 || this.fits(from, to)) {
      yield { depth, bytes: joined(this.records(from, to)) };
      return;
    }
    const middle = start + 2 ** (DEEPEST - depth - 1);
    const at = this.firstFrom(middle, from, to);
    yield* this.halve(from, at, depth + 1, start);
    yield* this.halve(at, to, depth + 1, middle);
  }

  private fits(from: number, to: number): boolean {
    let size = 0;
    for (let i = from; i < to; i++) {
      size += this.bytesOf(this.sorted[i] ?? 0).length;
      if (size > FIT.partBytes) return false;
    }
    return true;
  }

  private firstFrom(place: number, from: number, to: number): number {
    let [low, high] = [from, to];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.places[this.sorted[middle] ?? 0] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private records(from: number, to: number): StoredRecord[] {
    return Array.from(this.sorted.subarray(from, to), (i) => {
      const bytes = this.bytesOf(i);
      return { name: fromUtf8(keyIn(bytes)) ?? '', place: this.places[i] ?? 0, bytes };
    });
  }

  /** A key's record: its length stands in the first two bytes, but for the highest bit. */
  private bytesOf(i: number): Uint8Array {
    const start = this.starts[i] ?? 0;
    const chunk = this.chunks[Math.floor(start / CHUNK)] ?? new Uint8Array(0);
    const at = start % CHUNK;
    const length = (chunk[at] ?? 0) | (((chunk[at + 1] ?? 0) & 0x7f) << 8);
    return chunk.subarray(at, at + length + 6);
  }
}

function keyIn(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(2, bytes.length - 4);
}
