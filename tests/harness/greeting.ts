import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'puppeteer-core';
import { WELCOME_AT_INSTALL } from '../../src/welcome-path.ts';

/** A browser that has the extension already greets nobody. */
const WITHIN = 4_000;

/**
 * Waits for the page that greets after an installation and closes it, so that it stands in front of no test.
 * @returns whether it came
 */
export async function closeGreeting(browser: Browser): Promise<boolean> {
  const end = Date.now() + WITHIN;
  while (Date.now() < end) {
    for (const page of await browser.pages()) {
      if (!(await isGreeting(page))) continue;
      await page.close();
      return true;
    }
    await pause(40);
  }
  return false;
}

/** Asks the page itself: Firefox reports no address of the extension's own pages. */
async function isGreeting(page: Page): Promise<boolean> {
  const asked = page.evaluate(() => document.readyState === 'complete' && location.href).catch(() => '');
  const href = await Promise.race([asked, pause(500, '')]);
  return typeof href === 'string' && href.endsWith(`/${WELCOME_AT_INSTALL}`);
}
