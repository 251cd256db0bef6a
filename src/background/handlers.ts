import * as v from 'valibot';
import type { Runtime } from '../browser.ts';
import { browser } from '../browser.ts';
import type { Key } from '../core/key.ts';
import { dossierPath } from '../dossier-path.ts';
import type { FromExtension, FromPage, LookupReply } from '../messages.ts';
import { readSettings, type Settings, type SettingsPatch, writeSettings } from '../settings.ts';
import { host, key, rowId, SETTINGS, SITES_ON } from '../settings-schema.ts';
import { showOff } from './badge.ts';
import { CONTROL_SCHEMAS, controlHandlers } from './control-handlers.ts';
import { EVIDENCE_SCHEMAS, evidenceHandlers } from './evidence-handlers.ts';
import { readGuard } from './guard-name.ts';
import { needsLists } from './hidden.ts';
import { queue } from './in-turn.ts';
import type { Library } from './library.ts';
import { LIST_SCHEMAS, listHandlers } from './list-handlers.ts';
import { type Lists, lookupIn } from './lists.ts';
import { LookAlikes } from './look-alikes.ts';
import { muteHandlers, showing } from './mute-handlers.ts';
import { turnOffSite, turnOnSite } from './sites.ts';
import { countMatches, eraseStatistics } from './statistics.ts';
import { tabReport } from './tab-report.ts';
import { recount, rememberReport } from './tabs.ts';
import { removeUnderlines, underlineIn } from './underline.ts';

/** As WXT builds entrypoints/card.ts. */
const CARD_SCRIPT = 'card.js';

/** What the handlers work on: made once in each life of the worker. */
export interface World {
  lists(): Promise<Lists>;
  /** `YYYY-MM-DD` */
  today(): string;
  library: Library;
}

/** Of a row, or the key of an account that resembles another. */
const ref = v.strictObject({ list: rowId, identifier: key });
const tally = v.pipe(v.number(), v.integer(), v.minValue(0));
const place = v.picklist(['author', 'mention', 'hashtag', 'link', 'profile', 'user-row']);

const SCHEMAS = {
  ...LIST_SCHEMAS,
  ...EVIDENCE_SCHEMAS,
  ...CONTROL_SCHEMAS,
  lookup: v.strictObject({ keys: v.pipe(v.array(key), v.maxLength(200)) }),
  matched: v.strictObject({
    status: v.picklist(['reading', 'read', 'unreadable']),
    posts: tally,
    withAccount: tally,
    withText: tally,
    matches: v.pipe(
      v.array(v.strictObject({ ...ref.entries, count: tally, places: v.array(place) })),
      v.maxLength(5_000),
    ),
    load: v.optional(v.number()),
  }),
  evidence: ref,
  resemblance: ref,
  mute: ref,
  muteEntity: ref,
  undoMute: v.null(),
  openDossier: ref,
  loadCard: v.null(),
  mayReadFrame: v.null(),
  eraseStatistics: v.null(),
  guard: v.strictObject({ name: v.pipe(v.string(), v.maxLength(2_000)) }),
  tabReport: v.strictObject({ tab: v.pipe(v.number(), v.integer()) }),
  turnSite: v.strictObject({ host, on: v.boolean() }),
  setSettings: v.partial(v.strictObject({ ...SETTINGS, sitesOn: SITES_ON })),
} as const;

type Asked = FromPage & FromExtension;
/** A handler for each message of a group. */
export type HandlersOf<Group extends object> = {
  [T in keyof Group]: (
    data: Group[T] extends { data: infer Data } ? Data : never,
    sender: Runtime.MessageSender,
  ) => Promise<Group[T] extends { reply: infer Reply } ? Reply : never>;
};
type Handlers = HandlersOf<Asked>;

/** Anything that a page's script may ask; the rest is for the extension's own pages alone. */
const FOR_PAGES: ReadonlySet<string> = new Set<keyof FromPage>([
  'lookup',
  'matched',
  'evidence',
  'resemblance',
  'mute',
  'muteEntity',
  'undoMute',
  'openDossier',
  'loadCard',
  'mayReadFrame',
]);

/**
 * Answers one message, or undefined when it is not for us: unknown type, unknown sender, wrong shape.
 * Not async, so that an unanswered message stays unanswered.
 */
export function answer(
  handlers: Handlers,
  message: unknown,
  sender: Runtime.MessageSender,
): Promise<unknown> | undefined {
  const { type, data } = (message ?? {}) as { type?: unknown; data?: unknown };
  if (typeof type !== 'string' || !Object.hasOwn(handlers, type)) return undefined;
  if (sender.id !== browser.runtime.id || !(isOurs(sender) || FOR_PAGES.has(type))) return undefined;
  const name = type as keyof Asked;
  const parsed = v.safeParse(SCHEMAS[name], data);
  if (!parsed.success) return Promise.reject(new TypeError(`${type}: ${parsed.issues[0].message}`));
  return (handlers[name] as (data: unknown, sender: Runtime.MessageSender) => Promise<unknown>)(parsed.output, sender);
}

function isOurs(sender: Runtime.MessageSender): boolean {
  return sender.url?.startsWith(browser.runtime.getURL('')) ?? false;
}

export function createHandlers(world: World): Handlers {
  const inTurn = queue();
  const lookAlikes = new LookAlikes();
  const change = (make: (now: Settings) => SettingsPatch | Promise<SettingsPatch>): Promise<undefined> =>
    inTurn(async () => {
      const patch = await make(await readSettings());
      const now = await writeSettings(patch);
      if (patch.markStyle === 'clean') await removeUnderlines();
      if (patch.enabled !== undefined) await showOff(now);
      if (patch.muted || patch.mutedEntities || patch.filters) await recount(now, await world.lists());
      return undefined;
    });
  const lookupAll = async (keys: readonly Key[], settings: Settings): Promise<LookupReply> => {
    const lists = await world.lists();
    return lookAlikes.withLookAlikes(await lists.lookupAll(keys), keys, lists, settings);
  };
  return {
    ...listHandlers(world.library, change),
    ...evidenceHandlers(world),
    ...controlHandlers(world, change),
    ...muteHandlers(world, change),
    async lookup({ keys }, sender) {
      const [settings, early] = await Promise.all([readSettings(), world.library.early()]);
      const reply = early && !settings.lookAlikes ? lookupIn(early, keys) : await lookupAll(keys, settings);
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
      const host = URL.parse(tab?.url ?? '')?.hostname;
      return host !== undefined && (await readSettings()).sitesOn.includes(host);
    },
    async loadCard(_nothing, { tab, frameId }) {
      if (tab?.id === undefined || frameId === undefined) throw new TypeError('loadCard: not from a page');
      await browser.scripting.executeScript({ target: { tabId: tab.id, frameIds: [frameId] }, files: [CARD_SCRIPT] });
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
    async tabReport({ tab }) {
      return tabReport(tab, world.lists(), readSettings(), lookAlikes);
    },
    eraseStatistics,
    async guard({ name }) {
      // On the same queue as all changes, so that two at once do not undo one another.
      return inTurn(async () => {
        const { guarded } = await readSettings();
        const read = readGuard(name, guarded);
        if ('added' in read) await writeSettings({ guarded: [...guarded, read.added] });
        return read;
      });
    },
    async turnSite({ host, on }) {
      // On: the script first, so that a site never counts as read before it is. Off: the switch first.
      if (on) await turnOnSite(host);
      await change(({ sitesOn, sitesOff }) => {
        const others = sitesOn.filter((other) => other !== host);
        // By its key it may have been switched off while it was on here.
        return { sitesOn: on ? [...others, host] : others, sitesOff: sitesOff.filter((other) => other !== host) };
      });
      if (!on) await turnOffSite(host);
      return undefined;
    },
    setSettings(patch) {
      return change(() => patch as SettingsPatch);
    },
  };
}

async function underlineFor(sender: Runtime.MessageSender, { markStyle }: Settings): Promise<void> {
  const { tab, frameId } = sender;
  if (tab?.id === undefined || frameId === undefined || markStyle === 'clean') return;
  const { documentId } = sender as { documentId?: string };
  await underlineIn({ tabId: tab.id, frameId, document: documentId ?? sender.url ?? '' });
}
