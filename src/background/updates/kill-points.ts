import { browser } from '../../browser.ts';

/**
 * The moments of an update at which it may be cut off: the worker ends, the browser is killed, the machine
 * loses power. At each of them the old list or the new one is whole.
 */
export const KILL_POINTS = [
  'start',
  'swept',
  'manifest-fetched',
  'manifest-verified',
  'floor-raised',
  'staged',
  'object-fetched',
  'object-storing',
  'object-stored',
  'all-stored',
  'verified',
  'flipping',
  'flipped',
  'swept-again',
  'recorded',
  'published',
] as const;

export type KillPoint = (typeof KILL_POINTS)[number];

/**
 * Called at each of them. Inside a transaction, `busy` makes a request of it, with which a test can hold it
 * open; without a test nothing happens.
 */
export type At = (point: KillPoint, busy?: () => Promise<unknown>) => Promise<void>;

/** In `storage.session` of a test build: where to stop (at the how-manieth time), and where it has stopped. */
export const KILL_AT = 'killAt';
export const KILL_REACHED = 'killReached';

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
