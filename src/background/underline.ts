import { browser } from '../browser.ts';
import { utf8 } from '../core/compiled/bytes.ts';
import { sha256Hex } from '../core/compiled/sha256.ts';
import { PAGE_UNDERLINE_CSS } from '../underline-css.ts';
import { queue } from './in-turn.ts';

/**
 * The style of underlined names is inserted by the browser for us: it needs no element in the page, no
 * exception from the page's own policy, and comes only to pages that show a mark.
 */
const KEY = 'underlined';

interface Frame {
  tabId: number;
  frameId: number;
  /** Another one for each document: the browser's own name of it, or else its address. */
  document: string;
}

export function underlineIn(asked: Frame): Promise<void> {
  return inTurn(async () => {
    const frame = { ...asked, document: await nameless(asked.document) };
    if (latest && isSame(latest, frame)) return;
    latest = frame;
    const frames = await underlined();
    if (frames.some((known) => isSame(known, frame))) return;
    const others = frames.filter((known) => !isSamePlace(known, frame));
    await browser.storage.session.set({ [KEY]: [...(await stillOpen(others)), frame] });
    // The tab may be gone, or have gone elsewhere, by now.
    await browser.scripting
      .insertCSS({ target: target(frame), css: PAGE_UNDERLINE_CSS, origin: 'USER' })
      .catch(() => undefined);
  });
}

/** For clean pages: what was inserted is taken out again everywhere. */
export function removeUnderlines(): Promise<void> {
  return inTurn(async () => {
    latest = undefined;
    const frames = await underlined();
    await browser.storage.session.remove(KEY);
    await Promise.allSettled(
      frames.map((frame) =>
        browser.scripting.removeCSS({ target: target(frame), css: PAGE_UNDERLINE_CSS, origin: 'USER' }),
      ),
    );
  });
}

/** Asked for when the worker starts and when a window closes: closing a tab wakes nobody. */
export function forgetClosedFrames(): Promise<void> {
  return inTurn(async () => {
    latest = undefined;
    const frames = await underlined();
    const open = await stillOpen(frames);
    if (open.length === frames.length) return;
    if (open.length === 0) await browser.storage.session.remove(KEY);
    else await browser.storage.session.set({ [KEY]: open });
  });
}

/** Pages ask at the same time. */
const inTurn = queue();
/** A page that is read asks again and again: what is stored need not be read for each time. */
let latest: Frame | undefined;

async function underlined(): Promise<Frame[]> {
  return ((await browser.storage.session.get(KEY))[KEY] as Frame[] | undefined) ?? [];
}

async function stillOpen(frames: readonly Frame[]): Promise<Frame[]> {
  const open = new Set((await browser.tabs.query({})).map(({ id }) => id));
  return frames.filter(({ tabId }) => open.has(tabId));
}

/** Enough to tell two documents apart, and too little to tell what was read: addresses are never stored. */
async function nameless(document: string): Promise<string> {
  return (await sha256Hex(utf8(document))).slice(0, 8);
}

function target({ tabId, frameId }: Frame): { tabId: number; frameIds: number[] } {
  return { tabId, frameIds: [frameId] };
}

function isSamePlace(one: Frame, other: Frame): boolean {
  return one.tabId === other.tabId && one.frameId === other.frameId;
}

function isSame(one: Frame, other: Frame): boolean {
  return isSamePlace(one, other) && one.document === other.document;
}
