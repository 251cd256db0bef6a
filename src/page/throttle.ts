/**
 * Does something at once, and what is asked for within `every` milliseconds after it once more, together.
 * @param signal ends it; nothing is done after that
 */
export function throttled(act: () => void, every: number, signal: AbortSignal): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let again = false;
  const run = (): void => {
    again = false;
    timer = setTimeout(() => {
      timer = undefined;
      if (again && !signal.aborted) run();
    }, every);
    act();
  };
  return () => {
    if (timer !== undefined) again = true;
    else if (!signal.aborted) run();
  };
}
