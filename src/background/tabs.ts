import { browser } from '../browser.ts';
import type { IdentifierRef, PageReport } from '../messages.ts';
import { isMutedBy, type Settings } from '../settings.ts';
import { number } from '../text.ts';

/**
 * What each tab has reported, in `storage.session`: in memory only, and still there when the worker has
 * been ended and started again.
 */
const PREFIX = 'tab:';

export async function rememberReport(tab: number, report: PageReport, settings: Settings): Promise<void> {
  const key = PREFIX + tab;
  if (report.matches.length === 0) await browser.storage.session.remove(key);
  else await browser.storage.session.set({ [key]: report });
  await showCount(tab, report, settings);
}

export async function reportOf(tab: number): Promise<PageReport | undefined> {
  const key = PREFIX + tab;
  return (await browser.storage.session.get(key))[key] as PageReport | undefined;
}

/** Whether a tab has shown this identifier: what a page's script may speak of. */
export async function hasMatch(tab: number, { list, identifier }: IdentifierRef): Promise<boolean> {
  const report = await reportOf(tab);
  return report?.matches.some((match) => match.list === list && match.identifier === identifier) ?? false;
}

/** Tabs that are gone leave nothing behind. Asked for when the worker starts, so that closing tabs wakes nobody. */
export async function forgetClosedTabs(): Promise<void> {
  const [stored, open] = await Promise.all([browser.storage.session.get(null), browser.tabs.query({})]);
  const alive = new Set(open.map((tab) => PREFIX + tab.id));
  const gone = Object.keys(stored).filter((key) => key.startsWith(PREFIX) && !alive.has(key));
  if (gone.length > 0) await browser.storage.session.remove(gone);
}

/** Calm colours: the number informs, it does not warn. */
const BADGE = { backgroundColor: '#3a4fb8', textColor: '#ffffff' };

/** The toolbar button counts the listed names of the page. */
async function showCount(tabId: number, { matches }: PageReport, settings: Settings): Promise<void> {
  const shown = matches.filter(({ list, identifier }) => !isMutedBy(settings, list, identifier)).length;
  // The tab may have been closed since it reported.
  await Promise.allSettled([
    browser.action.setBadgeText({ tabId, text: shown === 0 ? '' : number(shown) }),
    browser.action.setBadgeBackgroundColor({ tabId, color: BADGE.backgroundColor }),
    browser.action.setBadgeTextColor?.({ tabId, color: BADGE.textColor }),
  ]);
}
