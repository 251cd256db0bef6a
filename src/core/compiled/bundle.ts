import { concat, fromUtf8, sameBytes, u32, utf8 } from './bytes.ts';
import { CAP } from './caps.ts';
import { Cursor } from './cursor.ts';
import { sha256Hex } from './sha256.ts';

/** A whole list in one file: what "add from file" reads. It proves nothing: the manifest in it does. */
export interface Bundle {
  /** The manifest, as a compact JWS. */
  jws: string;
  /** Its objects by their SHA-256. */
  objects: Map<string, Uint8Array<ArrayBuffer>>;
}

/**
 * Layout, little-endian: `SMB1`; the manifest's length (u32) and text; the number of objects (u32), each its
 * length (u32) and bytes, in the order of their SHA-256.
 */
const MAGIC = utf8('SMB1');
/** What stands before a manifest and each object. */
const LENGTH = 4;

/** The most that a file may be: what is larger need not be read. */
export const MAX_BUNDLE_BYTES = CAP.listBytes + CAP.manifestBytes + (CAP.objects + 4) * LENGTH;

/** @param objects by their SHA-256; deltas need not be among them */
export function encodeBundle(jws: string, objects: ReadonlyMap<string, Uint8Array>): Uint8Array<ArrayBuffer> {
  const manifest = utf8(jws);
  const sorted = [...objects].sort(([a], [b]) => (a < b ? -1 : 1));
  return concat([
    MAGIC,
    u32(manifest.length),
    manifest,
    u32(sorted.length),
    ...sorted.flatMap(([, bytes]) => [u32(bytes.length), bytes]),
  ]);
}

/** Never throws. @returns undefined for what is no such file, or one beyond the caps */
export async function decodeBundle(bytes: Uint8Array): Promise<Bundle | undefined> {
  if (bytes.length > MAX_BUNDLE_BYTES) return undefined;
  const cursor = new Cursor(bytes);
  if (!sameBytes(cursor.take(MAGIC.length), MAGIC)) return undefined;
  const manifest = cursor.take(cursor.u32());
  const count = cursor.u32();
  // The index is an object too.
  if (manifest.length > CAP.manifestBytes || count > CAP.objects + 1) return undefined;
  const found: Uint8Array<ArrayBuffer>[] = [];
  for (let i = 0; i < count && !cursor.broken; i++) {
    const object = cursor.take(cursor.u32());
    if (object.length > CAP.objectBytes) return undefined;
    found.push(new Uint8Array(object));
  }
  const jws = fromUtf8(manifest);
  if (!cursor.isDone || jws === undefined) return undefined;
  const objects = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const object of found) objects.set(await sha256Hex(object), object);
  return { jws, objects };
}
