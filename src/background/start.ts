import { browser } from '../browser.ts';
import { PLATFORMS, platformOf } from '../platforms/all.ts';
import type { Platform } from '../platforms/platform.ts';
import { readSettings } from '../settings.ts';
import { answer } from './answer.ts';
import { showOff } from './badge.ts';
import { registerCommands } from './commands.ts';
import { registerContextMenu } from './context-menu.ts';
import { checkIn } from './evidence-handlers.ts';
import { createHandlers } from './handlers.ts';
import { Library } from './library.ts';
import { registerOmnibox } from './omnibox.ts';
import { restoreSites } from './sites.ts';
import { forgetClosedTabs } from './tabs.ts';
import { forgetClosedFrames } from './underline.ts';
import { ALARM } from './updates/alarm.ts';
import { registerWelcome } from './welcome.ts';

/** Registers every listener at once, as a worker must, and loads the lists behind them. */
export function start(): void {
  const library = new Library({
    fetch: (input, init) => fetch(input, init),
    now: () => Date.now(),
    random: () => Math.random(),
  });
  const world = { lists: () => library.lists(), today: () => library.today(), library };
  const handlers = createHandlers(world);
  browser.runtime.onMessage.addListener(((message: unknown, sender: Parameters<typeof answer>[2]) =>
    answer(handlers, message, sender)) as never);
  browser.runtime.onInstalled.addListener(() => {
    void readOpenPages();
    void readSettings().then(restoreSites);
  });
  // Browsers ask for sites that came with an update, and for those that the reader had taken back, one by one.
  browser.permissions.onAdded.addListener(({ origins = [] }) => void readOpenPages(networksOf(origins)));
  registerWelcome();
  registerContextMenu();
  registerCommands((patch) => handlers.setSettings(patch, {}));
  registerOmnibox((text) => checkIn(world, text));
  const warn = (error: unknown): void => console.warn('Statemark: the lists cannot be loaded', error);
  // The alarm wakes the worker, which then looks for what is due; one that is awake hears of it here.
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) library.updater.updateDue().catch(warn);
  });
  library.open().catch(warn);
  forgetClosed();
  // Of a private window nothing is to be left, not even in memory. Firefox on Android has no windows.
  browser.windows?.onRemoved.addListener(forgetClosed);
  void readSettings().then(showOff);
}

function forgetClosed(): void {
  void forgetClosedTabs();
  void forgetClosedFrames();
}

/** Pages that were open before the extension was installed or updated, or was allowed to read them. */
async function readOpenPages(networks: readonly Platform[] = PLATFORMS): Promise<void> {
  await Promise.allSettled(networks.map(readOpenPagesOf));
}

function networksOf(origins: readonly string[]): Platform[] {
  const ids = new Set(origins.map((origin) => platformOf(URL.parse(origin.replace('*.', ''))?.hostname ?? '')?.id));
  return PLATFORMS.filter(({ id }) => ids.has(id));
}

async function readOpenPagesOf({ id, matches }: Platform): Promise<void> {
  const tabs = await browser.tabs.query({ url: [...matches] });
  const files = [`content-scripts/${id}.js`];
  await Promise.allSettled(
    tabs.map((tab) => browser.scripting.executeScript({ target: { tabId: tab.id as number }, files })),
  );
}
