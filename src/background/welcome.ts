import { browser } from '../browser.ts';
import { WELCOME_AT_INSTALL } from '../welcome-path.ts';

/** Greets once, when the extension is new: an update has nothing to ask. */
export function registerWelcome(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL(WELCOME_AT_INSTALL) });
  });
}
