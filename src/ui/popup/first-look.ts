import { browser } from '../../browser.ts';
import { send, type TabReport } from '../../messages.ts';
import { readSettings, type Settings } from '../../settings.ts';

/** What a popup can show at its first paint; what did not come in time is asked for again, and shown when it comes. */
export interface FirstLook {
  tab?: number | undefined;
  report?: TabReport | undefined;
  settings?: Settings | undefined;
}

/** A background that is awake answers sooner; one that sleeps must not leave the reader before nothing. Milliseconds. */
const PATIENCE_MS = 120;

/**
 * Asks before anything is drawn: drawn first, the popup would wait for two frames before it asked at all, and be
 * drawn twice.
 * @param search the popup's own query: `?tab=3` is about that tab
 */
export async function firstLook(search: string): Promise<FirstLook> {
  const look: FirstLook = {};
  const all = Promise.allSettled([
    askReport(search, look),
    readSettings().then((settings) => {
      look.settings = settings;
    }),
  ]);
  await Promise.race([all, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
  return { ...look };
}

async function askReport(search: string, look: FirstLook): Promise<void> {
  const tab = namedTab(search) ?? (await activeTab());
  look.tab = tab;
  look.report = await send('tabReport', { tab });
}

/** In the window that the popup stands in; -1 where there is none. */
export async function activeTab(): Promise<number> {
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  return active?.id ?? -1;
}

export function namedTab(search: string): number | undefined {
  const named = Number(new URLSearchParams(search).get('tab') ?? Number.NaN);
  return Number.isInteger(named) ? named : undefined;
}
