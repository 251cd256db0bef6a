import { browser, type Runtime } from '../browser.ts';
import { readersDay } from '../days.ts';
import type { PageReport } from '../messages.ts';
import type { Settings } from '../settings.ts';
import { readStatistics, STATISTICS } from '../statistics.ts';
import { counted } from './counted.ts';
import { withStanding } from './hidden.ts';
import { queue } from './in-turn.ts';
import type { Lists } from './lists.ts';

/** In `storage.session`: what was counted already. In memory only, and gone with the browser. */
const COUNTED = 'counted';
/** Pages that are remembered; the oldest go first. */
const MOST_PAGES = 200;

interface CountedPage {
  /** Tab and frame. */
  at: string;
  /** When the page was loaded, as the page tells it: each load has its own. */
  load: number;
  /** `list/identifier` */
  keys: string[];
}

const inTurn = queue();

interface Counting {
  report: PageReport;
  /** Absent in pages that were open before the extension was updated: they are not counted. */
  load: number | undefined;
  sender: Runtime.MessageSender;
  settings: Settings;
  lists(): Promise<Lists>;
  /** By the reader's own clock, `YYYY-MM-DD`. */
  day?: string;
}

/**
 * Counts what a page reports for the first time since it was loaded. Nothing in private windows, nothing that
 * is muted or hidden, and nothing that only resembles a listed name: that would be somebody else's.
 */
export async function countMatches({ report, load, sender, settings, lists, day }: Counting): Promise<void> {
  if (!settings.statistics || load === undefined || report.matches.length === 0) return;
  const { tab, frameId = 0 } = sender;
  // Where the browser does not say, the window may be a private one.
  if (tab?.id === undefined || tab.incognito !== false) return;
  const at = `${tab.id}/${frameId}`;
  const found = await withStanding(report.matches, await lists(), settings);
  const shown = found.filter((one) => !one.muted && !one.filtered);
  await inTurn(async () => {
    const pages = await countedPages();
    const page = pages.find((one) => one.at === at && one.load === load) ?? { at, load, keys: [] };
    const known = new Set(page.keys);
    const fresh = shown.filter(({ list, identifier }) => !known.has(`${list}/${identifier}`));
    if (fresh.length === 0) return;
    const keys = [...page.keys, ...fresh.map(({ list, identifier }) => `${list}/${identifier}`)];
    const others = pages.filter((one) => one.at !== at);
    const now = counted(
      await readStatistics(),
      day ?? readersDay(),
      fresh.map(({ evidence }) => `${evidence.list.id}/${evidence.entity.id}`),
    );
    await browser.storage.local.set({ [STATISTICS]: now });
    await browser.storage.session.set({ [COUNTED]: [...others, { ...page, keys }].slice(-MOST_PAGES) });
  });
}

export function eraseStatistics(): Promise<undefined> {
  return inTurn(async () => {
    await browser.storage.local.remove(STATISTICS);
    await browser.storage.session.remove(COUNTED);
    return undefined;
  });
}

async function countedPages(): Promise<CountedPage[]> {
  return ((await browser.storage.session.get(COUNTED))[COUNTED] as CountedPage[] | undefined) ?? [];
}
