import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { heapOf } from '../bench/extension-load.ts';
import { rested, scrollThrough } from '../bench/scrolling.ts';
import { timelineSite } from '../bench/timeline-site.ts';
import { BROWSERS, type Stage, stage } from './sample.ts';

const POSTS = 240;
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
    expect(await keptOf(() => passes(PASSES), PASSES * POSTS, BYTES_A_POST)).toBeLessThan(BYTES_A_POST);
    await page.close();
  });

  it('in the background of names that it was asked for', { timeout: 60_000 }, async () => {
    const page = await on.session.openExtensionPage('options.html');
    const asked = async (round: number): Promise<number> => {
      for (let i = 0; i < QUESTIONS; i++) await ask(page, names(round * QUESTIONS + i));
      return heapOf(on.session);
    };
    await asked(0);
    let round = 0;
    expect(await keptOf(() => asked(++round), QUESTIONS * 200, BYTES_A_NAME)).toBeLessThan(BYTES_A_NAME);
  });
});

/**
 * What is kept for good is kept of every round. Engines keep code that they compiled once, and do it when they have
 * the time: then a round shows more, and the next does not.
 * @param round does something with `count` things, and gives the heap behind it in bytes
 * @returns bytes kept of each thing in the first round in which they were fewer than `most`, or in the last one
 */
async function keptOf(round: () => Promise<number>, count: number, most: number): Promise<number> {
  let before = await round();
  let kept = Number.NaN;
  for (let i = 0; i < ROUNDS; i++) {
    const after = await round();
    kept = (after - before) / count;
    if (kept < most) break;
    before = after;
  }
  return kept;
}
const ROUNDS = 4;

function names(question: number): string[] {
  return Array.from({ length: 200 }, (_, i) => `x@nobody_${question}_${i}`);
}

async function ask(page: Page, keys: string[]): Promise<void> {
  await page.evaluate(async (wanted) => {
    const { chrome } = globalThis as unknown as { chrome: { runtime: { sendMessage(m: object): Promise<unknown> } } };
    await chrome.runtime.sendMessage({ type: 'lookup', data: { keys: wanted } });
  }, keys);
}
