/**
 * A queue for work that reads a stored record, changes it and writes it back: each waits for the one before,
 * so that none writes over another's change. Whoever asked hears of a failure; the next one's turn comes all
 * the same.
 */
export function queue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
}
