import * as v from 'valibot';
import { browser, type Runtime } from '../browser.ts';
import { type FromExtension, type FromPage, PAGE_PARTS } from '../messages.ts';
import { host, key, rowId, SETTINGS, SITES_ON } from '../settings-schema.ts';
import { CONTROL_SCHEMAS } from './control-handlers.ts';
import { EVIDENCE_SCHEMAS } from './evidence-handlers.ts';
import type { HandlersOf } from './handling.ts';
import { LIST_SCHEMAS } from './list-handlers.ts';

/** Of a row, or the key of an account that resembles another. */
const ref = v.strictObject({ list: rowId, identifier: key });
const tally = v.pipe(v.number(), v.integer(), v.minValue(0));
const place = v.picklist(['author', 'mention', 'hashtag', 'link', 'profile', 'user-row']);

/** Anything that a page's script may ask; the rest is for the extension's own pages alone. */
const FOR_PAGES = {
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
  loadPart: v.picklist(PAGE_PARTS),
  mayReadFrame: v.null(),
} as const satisfies Record<keyof FromPage, unknown>;

const SCHEMAS = {
  ...FOR_PAGES,
  ...LIST_SCHEMAS,
  ...EVIDENCE_SCHEMAS,
  ...CONTROL_SCHEMAS,
  eraseStatistics: v.null(),
  guard: v.strictObject({ name: v.pipe(v.string(), v.maxLength(2_000)) }),
  tabReport: v.strictObject({ tab: v.pipe(v.number(), v.integer()) }),
  turnSite: v.strictObject({ host, on: v.boolean() }),
  setSettings: v.partial(v.strictObject({ ...SETTINGS, sitesOn: SITES_ON })),
} as const;

/**
 * Answers one message, or undefined when it is not for us: unknown type, unknown sender, wrong shape.
 * Not async, so that an unanswered message stays unanswered.
 */
export function answer(
  handlers: HandlersOf<FromPage & FromExtension>,
  message: unknown,
  sender: Runtime.MessageSender,
): Promise<unknown> | undefined {
  const { type, data } = (message ?? {}) as { type?: unknown; data?: unknown };
  if (typeof type !== 'string' || !Object.hasOwn(handlers, type)) return undefined;
  if (sender.id !== browser.runtime.id || !(isOurs(sender) || Object.hasOwn(FOR_PAGES, type))) return undefined;
  const name = type as keyof typeof handlers;
  const parsed = v.safeParse(SCHEMAS[name], data);
  if (!parsed.success) return Promise.reject(new TypeError(`${type}: ${parsed.issues[0].message}`));
  return (handlers[name] as (data: unknown, sender: Runtime.MessageSender) => Promise<unknown>)(parsed.output, sender);
}

function isOurs(sender: Runtime.MessageSender): boolean {
  return sender.url?.startsWith(browser.runtime.getURL('')) ?? false;
}
