import { browser } from '../browser.ts';
import { UNDERLINE_CSS } from '../underline-css.ts';
import { queue } from './in-turn.ts';

/**
 * The style of underlined names is inserted by the browser for us: it needs no element in the page, no
 * exception from the page's own policy, and comes only to pages that show a mark.
 */
const KEY = 'underlined';

interface Frame {
  tabId: number;
  frameId: number;
  document: string;
}

export function underlineIn(frame: Frame): Promise<void> {
  return inTurn(async () => {
    const frames = await underlined();
    if (frames.some((known) => isSame(known, frame))) return;
    await browser.storage.session.set({ [KEY]: [...frames.filter((known) => !isSamePlace(known, frame)), frame] });
    // The tab may be gone, or have gone elsewhere, by now.
    await browser.scripting
      .insertCSS({ target: target(frame), css: UNDERLINE_CSS, origin: 'USER' })
      .catch(() => undefined);
  });
}

/** For clean pages: what was inserted is taken out again everywhere. */
export function removeUnderlines(): Promise<void> {
  return inTurn(async () => {
    const frames = await underlined();
    await browser.storage.session.remove(KEY);
    await Promise.allSettled(
      frames.map((frame) => browser.scripting.removeCSS({ target: target(frame), css: UNDERLINE_CSS, origin: 'USER' })),
    );
  });
}

/** Pages ask at the same time. */
const inTurn = queue();

async function underlined(): Promise<Frame[]> {
  return ((await browser.storage.session.get(KEY))[KEY] as Frame[] | undefined) ?? [];
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
