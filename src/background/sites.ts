import { browser } from '../browser.ts';
import type { Settings } from '../settings.ts';

/** As WXT builds entrypoints/open-web.ts. */
const SCRIPT = 'open-web.js';
const PREFIX = 'site ';

/**
 * Sites that the reader switched on: any server of Mastodon, its clients and Bluesky's forks, and news pages
 * with embedded posts. Registered with the browser, which then runs the script without waking the worker.
 */
export async function turnOnSite(host: string): Promise<void> {
  if (!(await browser.permissions.contains({ origins: [pattern(host)] }))) {
    throw new Error(`no permission for ${host}`);
  }
  await register([host]);
  const tabs = await browser.tabs.query({ url: pattern(host) });
  await Promise.allSettled(
    tabs.map((tab) => browser.scripting.executeScript({ target: { tabId: tab.id as number }, files: [SCRIPT] })),
  );
}

export async function turnOffSite(host: string): Promise<void> {
  const known = await registered();
  if (known.has(host)) await browser.scripting.unregisterContentScripts({ ids: [PREFIX + host] });
  // A permission that the manifest itself asks for cannot be given back; nothing runs there all the same.
  await browser.permissions.remove({ origins: [pattern(host)] }).catch(() => false);
}

/** After an update the browser may have forgotten them, and the reader may have taken a permission back. */
export async function restoreSites({ sitesOn }: Settings): Promise<void> {
  const known = await registered();
  const allowed = await Promise.all(sitesOn.map((host) => browser.permissions.contains({ origins: [pattern(host)] })));
  await register(sitesOn.filter((host, i) => allowed[i] === true && !known.has(host)));
}

async function register(hosts: readonly string[]): Promise<void> {
  const known = await registered();
  const scripts = hosts
    .filter((host) => !known.has(host))
    .map((host) => ({
      id: PREFIX + host,
      matches: [pattern(host)],
      js: [SCRIPT],
      runAt: 'document_idle' as const,
      persistAcrossSessions: true,
    }));
  if (scripts.length > 0) await browser.scripting.registerContentScripts(scripts);
}

async function registered(): Promise<Set<string>> {
  const scripts = await browser.scripting.getRegisteredContentScripts();
  return new Set(scripts.filter(({ id }) => id.startsWith(PREFIX)).map(({ id }) => id.slice(PREFIX.length)));
}

function pattern(host: string): string {
  return `https://${host}/*`;
}
