import { hex } from './bytes.ts';

/** 64 lower-case hexadecimal digits. */
export async function sha256Hex(bytes: Uint8Array): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)));
}

export function isSha256(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}
