import { browser } from '../browser.ts';
import { hostPattern } from '../host-pattern.ts';
import type { ReportedLookAlike } from '../look-alike-messages.ts';
import { type PageReport, type ReportedMatch, sendToTab, type TabReport } from '../messages.ts';
import { platformOf } from '../platforms/all.ts';
import { isMutedBy, type Settings } from '../settings.ts';
import { withStanding } from './hidden.ts';
import { hostOf } from './host-of.ts';
import type { Lists } from './lists.ts';
import { LookAlikes } from './look-alikes.ts';
import { framesOf, merged, reportOf } from './tabs.ts';

const NOTHING = { posts: 0, withAccount: 0, withText: 0, matches: [] };

/** Everything that the popup shows of a tab. */
export async function tabReport(
  tab: number,
  listsOf: Lists | Promise<Lists>,
  settingsOf: Settings | Promise<Settings>,
  lookAlikes = new LookAlikes(),
): Promise<TabReport> {
  // All at once: somebody waits before an empty popup.
  const asked = currentReport(tab);
  const [lists, settings, host] = await Promise.all([listsOf, settingsOf, hostOfTab(tab)]);
  const site = host === undefined ? undefined : siteOf(host, settings);
  const base = {
    tab,
    ...NOTHING,
    ...(host !== undefined && { host }),
    ...(site !== undefined && { site }),
    lists: lists.active.map(({ list }) => list),
  };
  if (!settings.enabled) return { ...base, status: 'off' };
  if (site === undefined) return { ...base, status: 'unsupported' };
  if (settings.sitesOff.includes(site)) return { ...base, status: 'site-off' };
  if (!(await browser.permissions.contains({ origins: [hostPattern(host as string)] })))
    return { ...base, status: 'no-permission' };
  const page = await asked;
  if (!page) return { ...base, status: 'reading' };
  const { status, posts, withAccount, withText } = page;
  const alike = await lookAlikesIn(page, lists, settings, lookAlikes);
  const found = { matches: await withEvidence(page, lists, settings), ...(alike.length > 0 && { lookAlikes: alike }) };
  return { ...base, status, posts, withAccount, withText, ...found };
}

async function lookAlikesIn(
  page: PageReport,
  lists: Lists,
  settings: Settings,
  by: LookAlikes,
): Promise<ReportedLookAlike[]> {
  const found = page.matches.map(async ({ list, identifier, count, places }): Promise<ReportedLookAlike[]> => {
    const resemblance = await by.evidence({ list, identifier }, lists, settings);
    return resemblance ? [{ resemblance, count, places, muted: isMutedBy(settings, list, identifier) }] : [];
  });
  return (await Promise.all(found)).flat();
}

async function withEvidence(page: PageReport, lists: Lists, settings: Settings): Promise<ReportedMatch[]> {
  const found = await withStanding(page.matches, lists, settings);
  return found.map(({ list: _, identifier: __, ...match }) => match);
}

/** The page knows best; without an answer, what it said last. Of its frames, what they said last. */
async function currentReport(tab: number): Promise<PageReport | undefined> {
  const page = await askPage(tab);
  return page ? merged([page, ...(await framesOf(tab))]) : reportOf(tab);
}

async function askPage(tab: number): Promise<PageReport | undefined> {
  try {
    return await sendToTab(tab, 'report', null);
  } catch {
    // No page of ours, or no tab at all: for a number below zero Chrome throws at once.
    return undefined;
  }
}

/** What a host's switch is stored under; undefined where Statemark does not read. */
export function siteOf(host: string, { sitesOn }: Settings): string | undefined {
  return platformOf(host)?.id ?? (sitesOn.includes(host) ? host : undefined);
}

export async function hostOfTab(tab: number): Promise<string | undefined> {
  try {
    return hostOf((await browser.tabs.get(tab)).url);
  } catch {
    // No such tab: who asks so wants to hear of the lists alone. Chrome throws at once for a number below zero.
    return undefined;
  }
}
