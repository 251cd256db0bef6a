import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { heapOf } from '../bench/extension-load.ts';
import { rested, scrollThrough } from '../bench/scrolling.ts';
import { timelineSite } from '../bench/timeline-site.ts';
import { BROWSERS, type Stage, stage } from './sample.ts';

const POSTS = 240;
/** Until code is compiled, and what is kept of the last posts is kept. */
const WARM = 4;
const PASSES = 4;
/** A post's element alone has many times as much. */
const BYTES_A_POST = 150;
const QUESTIONS = 20;
const BYTES_A_NAME = 10;

/**
 * Only Chromium tells a heap. Without marks: units with a mark that went away are let go of in hundreds at a time.
 * `npm run bench -- --only memory50k` watches fifty thousand posts, some with marks.
 */
describe.runIf(BROWSERS.includes('chrome'))('nothing is left', () => {
  let on: Stage;

  beforeAll(async () => {
    on = await stage('chrome', { sites: [['x.com', timelineSite(POSTS, 0)]] });
  });
  afterAll(() => on.close());

  it('in the tab of posts that come and go', { timeout: 120_000 }, async () => {
    const page = await on.session.open('https://x.com/home?ticks=0');
    await page.bringToFront();
    await rested(page);
    const passes = async (count: number): Promise<number> => {
      for (let i = 0; i < count; i++) {
        await page.evaluate(() => scrollTo(0, 0));
        await scrollThrough(page, POSTS, 1_200);
      }
      await page.evaluate(() => scrollTo(0, 0));
      await pause(600);
      return heapOf(page);
    };
    const first = await passes(WARM);
    const second = await passes(PASSES);
    expect((second - first) / (PASSES * POSTS)).toBeLessThan(BYTES_A_POST);
    await page.close();
  });

  it('in the background of names that it was asked for', { timeout: 60_000 }, async () => {
    const page = await on.session.openExtensionPage('options.html');
    const asked = async (round: number): Promise<number> => {
      for (let i = 0; i < QUESTIONS; i++) await ask(page, names(round * QUESTIONS + i));
      return heapOf(on.session);
    };
    await asked(0);
    const first = await asked(1);
    const second = await asked(2);
    expect((second - first) / (QUESTIONS * 200)).toBeLessThan(BYTES_A_NAME);
  });
});

function names(question: number): string[] {
  return Array.from({ length: 200 }, (_, i) => `x@nobody_${question}_${i}`);
}

async function ask(page: Page, keys: string[]): Promise<void> {
  await page.evaluate(async (wanted) => {
    const { chrome } = globalThis as unknown as { chrome: { runtime: { sendMessage(m: object): Promise<unknown> } } };
    await chrome.runtime.sendMessage({ type: 'lookup', data: { keys: wanted } });
  }, keys);
}
