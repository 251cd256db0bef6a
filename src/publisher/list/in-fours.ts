/** A fingerprint as people compare it, in groups of four digits. */
export function inFours(fingerprint: string): string {
  return (fingerprint.match(/.{1,4}/g) ?? []).join(' ');
}
