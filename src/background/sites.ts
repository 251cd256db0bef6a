import { browser } from '../browser.ts';
import { hostPattern } from '../host-pattern.ts';
import { PLATFORMS } from '../platforms/all.ts';
import type { Settings } from '../settings.ts';

/** As WXT builds entrypoints/open-web.ts. */
const SCRIPT = 'open-web.js';
const PREFIX = 'site ';

/**
 * Sites that the reader switched on: any server of Mastodon, its clients and Bluesky's forks, and news pages
 * with embedded posts. Registered with the browser, which then runs the script without waking the worker.
 */
export async function turnOnSite(host: string): Promise<void> {
  if (!(await browser.permissions.contains({ origins: [hostPattern(host)] }))) {
    throw new Error(`no permission for ${host}`);
  }
  await register([host]);
  const tabs = await browser.tabs.query({ url: hostPattern(host) });
  await Promise.allSettled(
    tabs.map((tab) => browser.scripting.executeScript({ target: { tabId: tab.id as number }, files: [SCRIPT] })),
  );
}

export async function turnOffSite(host: string): Promise<void> {
  const known = await registered();
  const last = known.has(host) && known.size === 1;
  const ids = [...(known.has(host) ? [PREFIX + host] : []), ...(last ? FRAMES.map(({ id }) => id) : [])];
  if (ids.length > 0) await browser.scripting.unregisterContentScripts({ ids });
  // A permission that the manifest itself asks for cannot be given back; nothing runs there all the same.
  await browser.permissions.remove({ origins: [hostPattern(host)] }).catch(() => false);
}

/** After an update the browser may have forgotten them, and the reader may have taken a permission back. */
export async function restoreSites({ sitesOn }: Settings): Promise<void> {
  const known = await registered();
  const allowed = await Promise.all(
    sitesOn.map((host) => browser.permissions.contains({ origins: [hostPattern(host)] })),
  );
  await register(sitesOn.filter((host, i) => allowed[i] === true && !known.has(host)));
}

async function register(hosts: readonly string[]): Promise<void> {
  const known = await registered();
  const scripts = hosts
    .filter((host) => !known.has(host))
    .map((host) => ({
      id: PREFIX + host,
      matches: [hostPattern(host)],
      js: [SCRIPT],
      runAt: 'document_idle' as const,
      persistAcrossSessions: true,
    }));
  if (scripts.length === 0) return;
  await browser.scripting.registerContentScripts(known.size === 0 ? [...scripts, ...FRAMES] : scripts);
}

/**
 * Posts that sites show in frames of the network's own. They are read on sites that the reader switched on:
 * each frame asks (`mayReadFrame`).
 */
const FRAMES = PLATFORMS.flatMap(({ id, embeds }) =>
  embeds === undefined
    ? []
    : [
        {
          id: `frames ${id}`,
          matches: [...embeds],
          js: [`content-scripts/${id}.js`],
          allFrames: true,
          runAt: 'document_idle' as const,
          persistAcrossSessions: true,
        },
      ],
);

async function registered(): Promise<Set<string>> {
  const scripts = await browser.scripting.getRegisteredContentScripts();
  return new Set(scripts.filter(({ id }) => id.startsWith(PREFIX)).map(({ id }) => id.slice(PREFIX.length)));
}
