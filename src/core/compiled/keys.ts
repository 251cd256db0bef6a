import { fromBase64url } from './base64url.ts';
import { sha256Hex } from './sha256.ts';

/** A publisher's Ed25519 key. */
export interface PublicKey {
  /** The 32 raw bytes. */
  bytes: Uint8Array<ArrayBuffer>;
  /** SHA-256 of the raw bytes, hexadecimal: what people compare. */
  fingerprint: string;
}

/**
 * The only way a key gets in.
 * @param base64url the 32 raw bytes
 * @returns undefined for what is no key, and for the keys under which anybody can sign (see `isWeak`)
 */
export async function readPublicKey(base64url: string): Promise<PublicKey | undefined> {
  if (base64url.length !== KEY_LETTERS) return undefined;
  const bytes = fromBase64url(base64url);
  if (bytes === undefined || isWeak(bytes)) return undefined;
  return { bytes, fingerprint: await fingerprintOf(bytes) };
}
/** 32 bytes in base64url. */
const KEY_LETTERS = 43;

export function fingerprintOf(bytes: Uint8Array): Promise<string> {
  return sha256Hex(bytes);
}

/** What a signature names its key by: the first 16 digits of the fingerprint. */
export function keyId(fingerprint: string): string {
  return fingerprint.slice(0, 16);
}

/**
 * Points of small order: browsers take an all-zero signature under them for good, whatever was signed. Also
 * every encoding of a coordinate beyond the field's prime, which RFC 8032 does not allow: that is where the
 * other spellings of those points hide.
 */
function isWeak(bytes: Uint8Array): boolean {
  let y = 0n;
  for (let i = bytes.length - 1; i >= 0; i--) y = (y << 8n) | BigInt(bytes[i] ?? 0);
  y &= (1n << 255n) - 1n; // the top bit is the sign of the other coordinate
  return y >= P || SMALL_ORDER.has(y);
}

const P = (1n << 255n) - 19n;
/** The coordinate of the points of order 8; the other four have its negative. */
const ORDER_8 = 0x05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826n;
const SMALL_ORDER: ReadonlySet<bigint> = new Set([0n, 1n, P - 1n, ORDER_8, P - ORDER_8]);
