import type { Page } from 'puppeteer-core';
import { type Framed, installNextFrame } from './next-frame.ts';

/** Scrolls as far in each frame, so that every run does the same work. Pixels. */
const STEP = 600;

/**
 * Scrolls a timeline down until a post is there, or one behind it: posts that are far above are taken out again.
 * @param posts how many, from the top
 * @returns frames it took
 * @throws where no new post comes any more, or no frame
 */
export async function scrollThrough(page: Page, posts: number, step = STEP): Promise<number> {
  let frames = 0;
  for (let before = -1; ; ) {
    const went = await scrollOn(page, posts - 1, step);
    frames += went.frames;
    if (went.at >= posts - 1) return frames;
    if (went.at === before) throw new Error(`no post comes after the one at ${before}`);
    before = went.at;
  }
}

/** For a while: what is asked of a page must be answered within minutes. */
async function scrollOn(page: Page, last: number, step: number): Promise<{ frames: number; at: number }> {
  await page.evaluate(installNextFrame);
  const json = await page.evaluate(
    async (by, wanted, within) => {
      const { nextFrame } = globalThis as unknown as Framed;
      const reached = () =>
        Math.max(-1, ...Array.from(document.querySelectorAll<HTMLElement>('[data-at]'), (e) => Number(e.dataset.at)));
      const end = performance.now() + within;
      for (let frames = 0, at = -1; ; frames++) {
        scrollBy(0, by);
        await nextFrame(frames);
        if (frames % 20 === 0) at = reached();
        if (at >= wanted || performance.now() > end) return JSON.stringify({ frames, at });
      }
    },
    step,
    last,
    WHILE,
  );
  return JSON.parse(json) as { frames: number; at: number };
}
const WHILE = 60_000;

/** Until a page has loaded, been read, and rests. */
export async function rested(page: Page, ms = 1_500): Promise<void> {
  await page.waitForSelector('article');
  await new Promise((done) => setTimeout(done, ms));
}
