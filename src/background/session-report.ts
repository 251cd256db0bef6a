import { browser } from '../browser.ts';
import type { SessionReport } from '../evidence-messages.ts';
import type { Settings } from '../settings.ts';
import { withStanding } from './hidden.ts';
import { hostOf } from './host-of.ts';
import type { Lists } from './lists.ts';
import { reportOf } from './tabs.ts';

/**
 * What all open tabs have reported, together. Tabs of private windows are left out: what is read there must not
 * turn up in a file that is made elsewhere.
 */
export async function sessionReport(lists: Lists, settings: Settings): Promise<SessionReport> {
  const tabs = (await browser.tabs.query({})).filter(({ id, incognito }) => id !== undefined && !incognito);
  const reports = await Promise.all(
    tabs.map(async ({ id, url }) => ({ host: hostOf(url), report: await reportOf(id as number) })),
  );
  const found = new Map<string, SessionReport['matches'][number]>();
  for (const { host, report } of reports) {
    const matches = await withStanding(report?.matches ?? [], lists, settings);
    for (const { list, identifier, count, places, ...match } of matches) {
      const known = found.get(`${list}/${identifier}`);
      found.set(`${list}/${identifier}`, {
        ...match,
        count: count + (known?.count ?? 0),
        places: [...new Set([...(known?.places ?? []), ...places])],
        hosts: [...new Set([...(known?.hosts ?? []), ...(host === undefined ? [] : [host])])],
      });
    }
  }
  return { tabs: reports.filter(({ report }) => report !== undefined).length, matches: [...found.values()] };
}
