import { browser } from '../browser.ts';
import { LOOK_ALIKES } from '../core/look-alike-id.ts';
import type { PageReport } from '../messages.ts';
import { isMutedBy, type Settings } from '../settings.ts';
import { number, t } from '../text.ts';
import { withStanding } from './hidden.ts';
import type { Lists } from './lists.ts';

/** Calm colours: the number informs, it does not warn. */
const BADGE = { backgroundColor: '#3a4fb8', textColor: '#ffffff' };

/**
 * The toolbar button counts the listed names of the page that are shown; what only resembles one is none of them.
 * @param lists needed where entities are muted or there are filters
 */
export async function showCount(
  tabId: number,
  { matches }: PageReport,
  settings: Settings,
  lists?: Lists,
): Promise<void> {
  const listed = matches.filter(({ list }) => list !== LOOK_ALIKES);
  const shown = lists
    ? (await withStanding(listed, lists, settings)).filter(({ muted, filtered }) => !muted && !filtered).length
    : listed.filter(({ list, identifier }) => !isMutedBy(settings, list, identifier)).length;
  // Nothing of its own: while all is off, the button says so on every tab.
  const none = settings.enabled ? '' : null;
  // The tab may have been closed since it reported.
  await Promise.allSettled([
    browser.action.setBadgeText({ tabId, text: shown === 0 ? none : number(shown) }),
    browser.action.setBadgeBackgroundColor({ tabId, color: BADGE.backgroundColor }),
    browser.action.setBadgeTextColor?.({ tabId, color: BADGE.textColor }),
  ]);
}

/** Short enough for a badge in every language; the words are in the button's title. */
const OFF = '–';

/** While Statemark is off the button says so: a switch by the keyboard would otherwise be seen by nobody. */
export async function showOff({ enabled }: Pick<Settings, 'enabled'>): Promise<void> {
  await Promise.allSettled([
    browser.action.setBadgeText({ text: enabled ? '' : OFF }),
    browser.action.setTitle({ title: t(enabled ? 'extensionName' : 'statusOff') }),
    browser.action.setBadgeBackgroundColor({ color: BADGE.backgroundColor }),
    browser.action.setBadgeTextColor?.({ color: BADGE.textColor }),
  ]);
}
