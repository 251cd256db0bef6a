const DAY = 24 * 3_600_000;
/** Readers check once a day or so: whoever was away for a month still updates by a delta. */
const RECENT = 30;
/** Of what is older, one about three months and one about a year old. A manifest names 32 deltas at most. */
const COARSE = [90 * DAY, 365 * DAY] as const;

/**
 * Which older versions deltas are made from. Coarse steps are few on purpose: asking for a delta tells the host
 * how old a reader's copy is.
 * @param older newest first
 * @param now milliseconds since 1970
 */
export function keptVersions<T extends { created: string }>(older: readonly T[], now: number): T[] {
  const kept = older.slice(0, RECENT);
  const rest = older.slice(RECENT);
  for (const age of COARSE) {
    const distance = (one: T): number => Math.abs(now - Date.parse(one.created) - age);
    const [nearest] = rest.filter((one) => !kept.includes(one)).sort((a, b) => distance(a) - distance(b));
    if (nearest) kept.push(nearest);
  }
  return kept;
}
