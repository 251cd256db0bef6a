import { decodeFilter, encodeFilter, type Filter, mayHold } from '../filter.ts';
import { FilterBuilder, hashUnits } from '../filter-build.ts';
import { concat, u32, utf8 } from './bytes.ts';
import { Cursor } from './cursor.ts';
import { KeyWalk } from './key-walk.ts';
import { placeOf } from './records.ts';

/**
 * A filter of very many keys, in pieces: each of those whose places follow one another, so that it is made in
 * short steps, of a page of keys after the other, and never holds more than a piece's keys.
 */
export interface ShardedFilter {
  /** The first place of each piece, ascending; a piece reaches to the next. */
  starts: Uint32Array;
  pieces: readonly Filter[];
}

/** Keys of a piece: about 8 ms to build. */
const PIECE = 8_192;
/** Layout, little-endian: `SMF1`; the number of pieces; for each its start, its length, its bytes. */
const MAGIC = utf8('SMF1');

export function mayHoldSharded({ starts, pieces }: ShardedFilter, key: string): boolean {
  const place = placeOf(key);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  const piece = pieces[high];
  return piece !== undefined && mayHold(piece, key);
}

/** Takes keys in the order of their places, a page at a time. */
export class ShardedFilterBuilder {
  private readonly done: Uint8Array[] = [];
  private start = 0;
  private count = 0;
  /** The pages of a piece, one behind the other: those that came are not kept. */
  private pages = new Uint8Array(PIECE * 32);
  private used = 0;
  private keys = 0;
  private readonly builder = new FilterBuilder();
  private readonly walk = new KeyWalk();

  /**
   * @param page of keys that are nowhere else
   * @param keys how many
   * @param end the first place behind those of these keys
   */
  add(page: Uint8Array, keys: number, end: number): void {
    if (this.used + page.length > this.pages.length) {
      const larger = new Uint8Array((this.used + page.length) * 2);
      larger.set(this.pages.subarray(0, this.used));
      this.pages = larger;
    }
    this.pages.set(page, this.used);
    this.used += page.length;
    this.keys += keys;
    if (this.keys >= PIECE) this.finish(end);
  }

  private finish(end: number): void {
    const pages = this.pages.subarray(0, this.used);
    const { walk } = this;
    const filter = this.builder.build(this.keys, (seed, into) => {
      walk.open(pages);
      for (let at = 0; walk.next(); at++) hashUnits(walk.units, walk.length, seed, into, at);
    });
    const bytes = encodeFilter(filter);
    this.done.push(u32(this.start), u32(bytes.length), bytes);
    this.count++;
    this.start = end;
    this.used = this.keys = 0;
  }

  encode(): Uint8Array<ArrayBuffer> {
    if (this.keys > 0 || this.count === 0) this.finish(2 ** 32);
    return concat([MAGIC, u32(this.count), ...this.done]);
  }
}

/** A view of the bytes. @returns undefined for what is no such filter */
export function decodeShardedFilter(bytes: Uint8Array): ShardedFilter | undefined {
  const cursor = new Cursor(bytes);
  if (cursor.take(MAGIC.length).join() !== MAGIC.join()) return undefined;
  const count = cursor.u32();
  if (count * 8 > bytes.length) return undefined;
  const starts = new Uint32Array(count);
  const pieces: Filter[] = [];
  for (let i = 0; i < count; i++) {
    starts[i] = cursor.u32();
    const piece = decodeFilter(cursor.take(cursor.u32()));
    if (piece === undefined || (i > 0 && (starts[i] ?? 0) <= (starts[i - 1] ?? 0))) return undefined;
    pieces.push(piece);
  }
  return cursor.isDone && count > 0 ? { starts, pieces } : undefined;
}
