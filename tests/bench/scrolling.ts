import type { CDPSession, Page } from 'puppeteer-core';

/** What the main thread of a page did. Milliseconds of its own processor time: what other programs do does not count. */
export interface MainThread {
  total: number;
  script: number;
  layout: number;
  style: number;
  frames: number;
}

/** Scrolls as far in each frame, so that every run does the same work. Pixels. */
const STEP = 600;

/**
 * Scrolls a timeline down until a post is there, or one behind it: posts that are far above are taken out again.
 * @param posts how many, from the top
 * @returns frames it took
 * @throws where no new post comes any more
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
  const json = await page.evaluate(
    async (by, wanted, within) => {
      const frame = () => new Promise((next) => requestAnimationFrame(next));
      const reached = () =>
        Math.max(-1, ...Array.from(document.querySelectorAll<HTMLElement>('[data-at]'), (e) => Number(e.dataset.at)));
      const end = performance.now() + within;
      for (let frames = 0, at = -1; ; frames++) {
        scrollBy(0, by);
        await frame();
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

/** What the main thread does meanwhile. */
export async function measured(page: Page, work: () => Promise<number>): Promise<MainThread> {
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await metrics(session);
  const frames = await work();
  const after = await metrics(session);
  await session.detach();
  const spent = (name: string): number => 1_000 * ((after.get(name) ?? 0) - (before.get(name) ?? 0));
  return {
    total: spent('TaskDuration'),
    script: spent('ScriptDuration'),
    layout: spent('LayoutDuration'),
    style: spent('RecalcStyleDuration'),
    frames,
  };
}

async function metrics(session: CDPSession): Promise<Map<string, number>> {
  const { metrics } = await session.send('Performance.getMetrics');
  return new Map(metrics.map(({ name, value }) => [name, value]));
}

/** Until a page has loaded, been read, and rests. */
export async function rested(page: Page, ms = 1_500): Promise<void> {
  await page.waitForSelector('article');
  await new Promise((done) => setTimeout(done, ms));
}
