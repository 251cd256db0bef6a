import { browser } from '../browser.ts';
import { PLATFORMS } from '../platforms/all.ts';
import type { Platform } from '../platforms/platform.ts';
import { readSettings } from '../settings.ts';
import { answer, createHandlers } from './handlers.ts';
import { type Lists, loadLists } from './lists.ts';
import { restoreSites } from './sites.ts';
import { forgetClosedTabs } from './tabs.ts';

/** Registers every listener at once, as a worker must, and loads the lists behind them. */
export function start(): void {
  const today = (): string => new Date().toISOString().slice(0, 10);
  let loaded: Promise<Lists> | undefined;
  const lists = (): Promise<Lists> => {
    loaded ??= loadLists(today());
    // A failure is not for ever: the next question tries again.
    loaded.catch(() => (loaded = undefined));
    return loaded;
  };
  const handlers = createHandlers({ lists, today });
  browser.runtime.onMessage.addListener(((message: unknown, sender: Parameters<typeof answer>[2]) =>
    answer(handlers, message, sender)) as never);
  browser.runtime.onInstalled.addListener(() => {
    void readOpenPages();
    void readSettings().then(restoreSites);
  });
  lists()
    .then((ready) => ready.publishFilter())
    .catch((error: unknown) => console.warn('Statemark: the lists cannot be loaded', error));
  void forgetClosedTabs();
}

/** Pages that were open before the extension was installed or updated. */
async function readOpenPages(): Promise<void> {
  await Promise.allSettled(PLATFORMS.map(readOpenPagesOf));
}

async function readOpenPagesOf({ id, matches }: Platform): Promise<void> {
  const tabs = await browser.tabs.query({ url: [...matches] });
  const files = [`content-scripts/${id}.js`];
  await Promise.allSettled(
    tabs.map((tab) => browser.scripting.executeScript({ target: { tabId: tab.id as number }, files })),
  );
}
