const NAME = 'statemark-update';

/**
 * One update at a time, over all lists and all lives of the worker: the browser gives the lock back when
 * its holder ends, however that happens.
 * @throws the signal's reason when it is aborted before its turn
 */
export function alone<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(NAME, { signal }, work) as Promise<T>;
}
