/** Days as they are stored and compared: `YYYY-MM-DD`. */

/**
 * The day by the reader's own clock and calendar.
 * @param at milliseconds since 1970; now by default
 */
export function readersDay(at: number = Date.now()): string {
  // Swedish writes dates so.
  return new Date(at).toLocaleDateString('sv');
}

/** The day so many days earlier. */
export function daysBefore(day: string, by: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() - by);
  return at.toISOString().slice(0, 10);
}
