import type { Page } from 'puppeteer-core';
import { type Framed, installNextFrame } from './next-frame.ts';

/** Pixels a frame: about three posts, as a wheel turned fast. */
const STEP = 1_200;
/** How long a page that never rests waits between its changes. Milliseconds. */
export const TICK = 16;
/** How often it changes while the next posts come, however long that takes: each run has as many. */
const TICKS = 12;
/** What a script does later, for what was scrolled; the next posts come meanwhile, too. Milliseconds. */
const REST = 300;

interface Scrolled extends Framed {
  held: (() => void)[];
}

/** Before a page loads: what it does again and again is kept for while it is scrolled, so that it rests between. */
export async function prepareForPieces(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(() => {
    const held: (() => void)[] = [];
    Object.assign(globalThis, { held, setInterval: (act: () => void) => held.push(act) });
  });
  await page.evaluateOnNewDocument(installNextFrame);
}

/**
 * Scrolls a timeline on to the end of the posts that it has so far, once the one wanted is among them, and waits
 * until all is done. The same in every run, to the frame: where posts are waited for, no frame is asked for.
 * @param last place of a post; each time a page gets posts, the last one of these
 * @returns frames it took
 * @throws where no new post comes any more, or no frame
 */
export function scrollPiece(page: Page, last: number): Promise<number> {
  return page.evaluate(scrollDown, last, { step: STEP, tick: TICK, ticks: TICKS, rest: REST });
}

type How = Record<'step' | 'tick' | 'ticks' | 'rest', number>;

/** Runs in the page. The mark is where the piece begins in a trace. */
async function scrollDown(wanted: number, { step, tick, ticks, rest }: How): Promise<number> {
  const { nextFrame, held } = globalThis as unknown as Scrolled;
  const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
  const change = (): void => {
    for (const act of held) act();
  };
  const reached = (): number =>
    Math.max(-1, ...Array.from(document.querySelectorAll<HTMLElement>('[data-at]'), (e) => Number(e.dataset.at)));
  console.timeStamp(`until ${wanted}`);
  let frames = 0;
  for (let waited = 0; waited < 600; ) {
    const before = scrollY;
    scrollBy(0, step);
    if (scrollY !== before) {
      waited = 0;
      setTimeout(change);
      await nextFrame(frames++);
      continue;
    }
    if (reached() >= wanted) {
      await pause(rest);
      return frames;
    }
    do {
      await pause(tick);
      if (waited < ticks) change();
      waited++;
    } while (waited < ticks);
  }
  throw new Error(`no post comes after the one at ${reached()}`);
}
