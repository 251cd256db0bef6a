import { browser, type Runtime } from '../browser.ts';
import type { Key } from '../core/key.ts';
import { dossierPath } from '../dossier-path.ts';
import type { FromPage, LookupReply, MuteMessages } from '../messages.ts';
import { readSettings, type Settings } from '../settings.ts';
import type { HandlersOf, World } from './handling.ts';
import { needsLists } from './hidden.ts';
import { hostOf } from './host-of.ts';
import { lookupIn } from './lists.ts';
import type { LookAlikes } from './look-alikes.ts';
import { showing } from './mute-handlers.ts';
import { countMatches } from './statistics.ts';
import { rememberReport } from './tabs.ts';
import { underlineIn } from './underline.ts';

/** What the scripts in pages ask, muting apart. */
export function pageHandlers(world: World, lookAlikes: LookAlikes): HandlersOf<Omit<FromPage, keyof MuteMessages>> {
  const listed = async (keys: readonly Key[]): Promise<LookupReply> => (await world.lists()).lookupAll(keys);
  const lookup = async (keys: readonly Key[]): Promise<{ reply: LookupReply; settings: Settings }> => {
    const early = world.library.early();
    const said = early.then((kept) => (kept ? lookupIn(kept, keys) : listed(keys)));
    const [settings, reply] = await Promise.all([readSettings(), said]);
    if (!settings.lookAlikes) return { reply, settings };
    const whole = (await early) ? await listed(keys) : reply;
    return { reply: await lookAlikes.withLookAlikes(whole, keys, await world.lists(), settings), settings };
  };
  return {
    async lookup({ keys }, sender) {
      const { reply, settings } = await lookup(keys);
      if (reply.verdicts.length > 0) await underlineFor(sender, settings);
      return reply;
    },
    async matched({ load, ...report }, sender) {
      const tab = sender.tab?.id;
      if (tab === undefined) return undefined;
      const settings = await readSettings();
      const lists = report.matches.length > 0 && needsLists(settings) ? await world.lists() : undefined;
      await rememberReport(tab, report, settings, sender.frameId, lists);
      await countMatches({ report, load, sender, settings, lists: world.lists });
      return undefined;
    },
    async evidence(asked) {
      const lists = await world.lists();
      await lists.prepare([asked]);
      return lists.evidence(asked) ?? null;
    },
    async resemblance(asked) {
      return (await lookAlikes.evidence(asked, await world.lists(), await readSettings())) ?? null;
    },
    async mayReadFrame(_nothing, { tab }) {
      const host = hostOf(tab?.url);
      return host !== undefined && (await readSettings()).sitesOn.includes(host);
    },
    async loadPart(part, { tab, frameId }) {
      if (tab?.id === undefined || frameId === undefined) throw new TypeError('loadPart: not from a page');
      await browser.scripting.executeScript({ target: { tabId: tab.id, frameIds: [frameId] }, files: [`${part}.js`] });
      return undefined;
    },
    async openDossier(asked, sender) {
      const tab = await showing(sender, asked, 'openDossier');
      const path = dossierPath({ page: 'identifier', list: asked.list, id: asked.identifier });
      const url = browser.runtime.getURL(path);
      // Chrome shows the extension's own pages in ordinary windows alone, where no tab has one of a private window
      // for its opener.
      await browser.tabs.create({ url, openerTabId: tab }).catch(() => browser.tabs.create({ url }));
      return undefined;
    },
  };
}

async function underlineFor(sender: Runtime.MessageSender, { markStyle }: Settings): Promise<void> {
  const { tab, frameId } = sender;
  if (tab?.id === undefined || frameId === undefined || markStyle === 'clean') return;
  const { documentId } = sender as { documentId?: string };
  await underlineIn({ tabId: tab.id, frameId, document: documentId ?? sender.url ?? '' });
}
