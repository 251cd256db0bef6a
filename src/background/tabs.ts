import { browser } from '../browser.ts';
import type { IdentifierRef, PageReport } from '../messages.ts';
import type { Settings } from '../settings.ts';
import { showCount } from './badge.ts';
import { queue } from './in-turn.ts';
import type { Lists } from './lists.ts';

/**
 * What each tab has reported, in `storage.session`: in memory only, and still there when the worker has
 * been ended and started again.
 */
const PREFIX = 'tab:';

/** By frame: 0 is the page itself, others are posts that it shows in frames. */
type Stored = Record<number, PageReport>;

/** The frames of a tab report at the same time. */
const inTurn = queue();

/** @param lists needed where entities are muted or there are filters */
export function rememberReport(
  tab: number,
  report: PageReport,
  settings: Settings,
  frame = 0,
  lists?: Lists,
): Promise<void> {
  return inTurn(async () => {
    const key = PREFIX + tab;
    const { [frame]: _old, ...others } = await stored(tab);
    const frames: Stored = report.matches.length === 0 ? others : { ...others, [frame]: report };
    if (Object.keys(frames).length === 0) await browser.storage.session.remove(key);
    else await browser.storage.session.set({ [key]: frames });
    await showCount(tab, merged(Object.values(frames)), settings, lists);
  });
}

/** After a change of what is muted or filtered: the pages' own reports are as before. */
export async function recount(settings: Settings, lists: Lists): Promise<void> {
  const all = Object.entries(await browser.storage.session.get(null)).filter(([key]) => key.startsWith(PREFIX));
  await Promise.all(
    all.map(([key, frames]) =>
      showCount(Number(key.slice(PREFIX.length)), merged(Object.values(frames as Stored)), settings, lists),
    ),
  );
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

/** The frames of a tab that have reported matches, the page itself (0) before those in it; that alone where none has. */
export async function markedFrames(tab: number): Promise<number[]> {
  const frames = Object.keys(await stored(tab)).map(Number);
  return frames.length === 0 ? [0] : frames.sort((a, b) => a - b);
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
