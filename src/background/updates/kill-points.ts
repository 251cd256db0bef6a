import { browser } from '../../browser.ts';
import { KILL_AT, KILL_REACHED, type KillPoint } from './kill-names.ts';

/**
 * Called at each of them. Inside a transaction, `busy` makes a request of it, with which a test can hold it
 * open; without a test nothing happens.
 */
export type At = (point: KillPoint, busy?: () => Promise<unknown>) => Promise<void>;

/**
 * In the product: nothing. A build made with `STATEMARK_KILL_POINTS=1` stops for ever at the point that
 * `storage.session` names, so that the tests can end the worker or the browser there.
 */
export async function killPoints(): Promise<At> {
  if (!import.meta.env.KILL_POINTS) return async () => undefined;
  const stored = (await browser.storage.session.get(KILL_AT))[KILL_AT] as { point: string; nth?: number } | undefined;
  let left = stored?.nth ?? 1;
  return (point, busy) => {
    if (point !== stored?.point || --left > 0) return Promise.resolve();
    void browser.storage.session.set({ [KILL_REACHED]: point });
    return stopped(busy);
  };
}

async function stopped(busy?: () => Promise<unknown>): Promise<never> {
  while (busy) await busy();
  return new Promise(() => undefined);
}
