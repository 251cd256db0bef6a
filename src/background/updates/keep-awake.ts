import { browser } from '../../browser.ts';

/** A worker is ended after half a minute without an event or an answer; asking the browser something is one. */
const EVERY = 25_000;

/** Only while bounded work goes on: an update. */
export async function keepAwake<T>(work: () => Promise<T>): Promise<T> {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo().catch(() => undefined), EVERY);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
