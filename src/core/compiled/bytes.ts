/** The Unicode replacement character never stands in for broken bytes here: they are refused. */
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const ENCODER = new TextEncoder();

export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return ENCODER.encode(text);
}

/** @returns undefined for bytes that are not UTF-8 */
export function fromUtf8(bytes: Uint8Array): string | undefined {
  // Names, by the hundred thousand. Chromium's decoder leaves a weak handle behind for each text, which its collector
  // then goes through one by one.
  if (bytes.length <= SHORT && isAscii(bytes))
    return String.fromCharCode.apply(undefined, bytes as Iterable<number> as number[]);
  try {
    return UTF8.decode(bytes);
  } catch {
    return undefined;
  }
}

function isAscii(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) if ((bytes[i] as number) >= 0x80) return false;
  return true;
}

/** @returns undefined for text that is not JSON, or nested so deep that it cannot be read */
export function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function hex(bytes: Uint8Array): string {
  if (bytes.length > SHORT) return longHex(bytes);
  let text = '';
  for (let i = 0; i < bytes.length; i++) text += HEX[bytes[i] as number];
  return text;
}
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const SHORT = 64;
const ASCII = new TextDecoder('latin1');

function longHex(bytes: Uint8Array): string {
  const digits = new Uint8Array(bytes.length * 2);
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    digits[2 * i] = digitOf(byte >> 4);
    digits[2 * i + 1] = digitOf(byte & 0xf);
  }
  return ASCII.decode(digits);
}

function digitOf(half: number): number {
  return half < 10 ? half + 0x30 : half + 0x57;
}

export function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Little-endian. */
export function u16(value: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array([value, value >> 8]);
}

/** Little-endian. */
export function u32(value: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array([value, value >> 8, value >> 16, value >> 24]);
}

/** @param text an even number of hexadecimal digits */
export function fromHex(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: text.length / 2 }, (_, i) => Number.parseInt(text.slice(2 * i, 2 * i + 2), 16));
}
