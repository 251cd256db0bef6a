import { createHash } from 'node:crypto';

/** A row of a filter as the database holds it: its hash, how long the filter is, where the row begins, its bytes. */
export function filterRow(filter: Uint8Array, at: number, size: number): Uint8Array<ArrayBuffer> {
  const head = new DataView(new ArrayBuffer(8));
  head.setUint32(0, filter.length, true);
  head.setUint32(4, at, true);
  const said = Buffer.concat([Buffer.from(head.buffer), filter.subarray(at, at + size)]);
  return Uint8Array.from(Buffer.concat([createHash('sha256').update(said).digest(), said]));
}
