/**
 * The decoded segments of a path, without empty ones. Undefined when a segment cannot be decoded or hides
 * a separator: such an address is nobody's.
 */
export function segmentsOf(path: string): string[] | undefined {
  const segments: string[] = [];
  for (const raw of path.split('/')) {
    if (raw === '') continue;
    if (!raw.includes('%')) {
      segments.push(raw);
      continue;
    }
    let segment: string;
    try {
      segment = decodeURIComponent(raw);
    } catch {
      return undefined; // Broken percent-encoding.
    }
    if (segment.includes('/')) return undefined;
    segments.push(segment);
  }
  return segments;
}
