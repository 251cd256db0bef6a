import { browser } from '../browser.ts';
import { LOOK_ALIKES } from '../core/look-alike-ref.ts';
import type { IdentifierRef, PageReport } from '../messages.ts';
import { isMutedBy, type Settings } from '../settings.ts';
import { number } from '../text.ts';
import { queue } from './in-turn.ts';

/**
 * What each tab has reported, in `storage.session`: in memory only, and still there when the worker has
 * been ended and started again.
 */
const PREFIX = 'tab:';

/** By frame: 0 is the page itself, others are posts that it shows in frames. */
type Stored = Record<number, PageReport>;

/** The frames of a tab report at the same time. */
const inTurn = queue();

export function rememberReport(tab: number, report: PageReport, settings: Settings, frame = 0): Promise<void> {
  return inTurn(async () => {
    const key = PREFIX + tab;
    const { [frame]: _old, ...others } = await stored(tab);
    const frames: Stored = report.matches.length === 0 ? others : { ...others, [frame]: report };
    if (Object.keys(frames).length === 0) await browser.storage.session.remove(key);
    else await browser.storage.session.set({ [key]: frames });
    await showCount(tab, merged(Object.values(frames)), settings);
  });
}

/** What a tab has reported, its frames together. */
export async function reportOf(tab: number): Promise<PageReport | undefined> {
  const frames = Object.values(await stored(tab));
  return frames.length === 0 ? undefined : merged(frames);
}

/** What the frames in a tab have reported, without the page itself. */
export async function framesOf(tab: number): Promise<PageReport[]> {
  const { 0: _page, ...frames } = await stored(tab);
  return Object.values(frames);
}

export function merged(reports: readonly PageReport[]): PageReport {
  const [first] = reports;
  const matches = new Map<string, PageReport['matches'][number]>();
  for (const match of reports.flatMap((report) => report.matches)) {
    const key = `${match.list}/${match.identifier}`;
    const known = matches.get(key);
    const places = [...new Set([...(known?.places ?? []), ...match.places])];
    matches.set(key, { ...match, count: match.count + (known?.count ?? 0), places });
  }
  const sum = (of: (report: PageReport) => number): number => reports.reduce((all, report) => all + of(report), 0);
  return {
    status: first?.status ?? 'reading',
    posts: sum((report) => report.posts),
    withAccount: sum((report) => report.withAccount),
    withText: sum((report) => report.withText),
    matches: [...matches.values()],
  };
}

async function stored(tab: number): Promise<Stored> {
  const key = PREFIX + tab;
  return ((await browser.storage.session.get(key))[key] as Stored | undefined) ?? {};
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

/** The toolbar button counts the listed names of the page, and what only resembles one is none of them. */
async function showCount(tabId: number, { matches }: PageReport, settings: Settings): Promise<void> {
  const listed = matches.filter(({ list }) => list !== LOOK_ALIKES);
  const shown = listed.filter(({ list, identifier }) => !isMutedBy(settings, list, identifier)).length;
  // The tab may have been closed since it reported.
  await Promise.allSettled([
    browser.action.setBadgeText({ tabId, text: shown === 0 ? '' : number(shown) }),
    browser.action.setBadgeBackgroundColor({ tabId, color: BADGE.backgroundColor }),
    browser.action.setBadgeTextColor?.({ tabId, color: BADGE.textColor }),
  ]);
}
