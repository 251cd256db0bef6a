import { inflateRawSync } from 'node:zlib';

/** A file in a ZIP archive. */
export interface Entry {
  name: string;
  /** The file's time as MS-DOS writes it, date above time; 0 for none. */
  time: number;
  bytes: Buffer;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const DEFLATED = 8;

/**
 * The files of an archive, in its own order. For archives that we made: neither comments, nor 64-bit sizes,
 * nor encryption.
 * @throws RangeError where it is no such archive
 */
export function unzip(archive: Buffer): Entry[] {
  const end = archive.length - 22;
  if (end < 0 || archive.readUInt32LE(end) !== END) throw new RangeError('no ZIP archive');
  const entries: Entry[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    if (archive.readUInt32LE(at) !== CENTRAL) throw new RangeError(`no entry at byte ${at}`);
    const length = archive.readUInt16LE(at + 28);
    const extra = archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
    const name = archive.toString('utf8', at + 46, at + 46 + length);
    const time = archive.readUInt32LE(at + 12);
    entries.push({ name, time, bytes: content(archive, at) });
    at += 46 + length + extra;
  }
  return entries;
}

function content(archive: Buffer, central: number): Buffer {
  const local = archive.readUInt32LE(central + 42);
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const packed = archive.subarray(start, start + archive.readUInt32LE(central + 20));
  return archive.readUInt16LE(central + 10) === DEFLATED ? inflateRawSync(packed) : packed;
}
