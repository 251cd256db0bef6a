/** A part of an address, decoded. A percent sign that encodes nothing stands for itself. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
