/**
 * Gives the memory of bytes back at once; they are empty afterwards. For whoever made or read them alone. Firefox's
 * collector sees the small object and not what hangs on it: an install left up to 290 MiB lying. Not in Chromium: its
 * collector comes by the bytes that hang on objects, and comes too late for the rest once these are gone.
 */
export function giveBack({ buffer, byteLength }: Uint8Array): void {
  if (import.meta.env.CHROME) return;
  const isWhole = byteLength > 0 && byteLength === buffer.byteLength;
  if (isWhole && buffer instanceof ArrayBuffer) buffer.transfer(0);
}
