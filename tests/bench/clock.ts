/** Each run goes on for so long: one of a millisecond would tell more of the machine than of the work. */
const LEAST_MS = 60;

/**
 * Runs the things to be compared in turn, so that what disturbs the machine disturbs all of them, once without
 * counting and then `repeats` times.
 * @returns milliseconds that each took once, by name; of the processor's time, where Node can tell it
 */
export function inTurn<Name extends string>(
  work: Readonly<Record<Name, () => unknown>>,
  repeats: number,
  tell: (round: number) => void = () => undefined,
): Record<Name, number[]> {
  const names = Object.keys(work) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>;
  for (let round = 0; round <= repeats; round++) {
    tell(round);
    for (const name of names) {
      const once = timeOf(work[name]);
      if (round > 0) times[name].push(once);
    }
  }
  return times;
}

function timeOf(work: () => unknown): number {
  const [begun, busy] = [performance.now(), threadTime()];
  let runs = 0;
  for (; runs === 0 || performance.now() - begun < LEAST_MS; runs++) sink.last = work();
  return (threadTime() - busy) / runs;
}

/** Milliseconds of this thread, waiting for a processor left out; in Node 22, by the clock on the wall. */
function threadTime(): number {
  if (typeof process.threadCpuUsage !== 'function') return performance.now();
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

/** A result that nobody looks at need not be computed, and a good compiler knows. */
const sink: { last: unknown } = { last: undefined };
