/**
 * Runs the things to be compared in turn, so that what disturbs the machine disturbs all of them, once without
 * counting and then `repeats` times.
 * @returns milliseconds of each run, by name
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
      const begun = performance.now();
      sink.last = work[name]();
      if (round > 0) times[name].push(performance.now() - begun);
    }
  }
  return times;
}

/** A result that nobody looks at need not be computed, and a good compiler knows. */
const sink: { last: unknown } = { last: undefined };
