import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { pressInCard } from '../harness/card.ts';
import { chipBoxes, clickChip, waitForChip } from '../harness/chips.ts';
import { inEachBrowser, openSample, type Stage, settled, stage, underlined, until } from './sample.ts';

const PRESS_TV = '[data-testid="User-Name"]:has(a[href="/PressTV"])';

inEachBrowser('the card', (kind) => {
  let on: Stage;
  let opened: Awaited<ReturnType<typeof openSample>>;
  beforeAll(async () => {
    on = await stage(kind);
  });
  afterAll(() => on.close());
  beforeEach(async () => {
    opened = await openSample(on, 'https://x.com/home?ticks=0');
    await opened.page.bringToFront();
    await waitForChip(opened.page);
    await settled(opened.page);
  });
  afterEach(async () => {
    await opened.reporter.send('restoreSettings', { muted: [], mutedEntities: [] });
    await opened.page.close();
    await opened.reporter.close();
  });

  const cards = (): Promise<number> => opened.page.evaluate(() => document.querySelectorAll('statemark-card').length);
  const marked = (name: string, is: boolean): Promise<string[]> =>
    until(
      () => underlined(opened.page),
      (all) => all.includes(name) === is,
    );
  async function openCard(): Promise<void> {
    const [box] = await chipBoxes(opened.page, PRESS_TV);
    expect(box).toBeDefined();
    await clickChip(opened.page, PRESS_TV);
    expect(await until(cards, (n) => n === 1)).toBe(1);
    await settled(opened.page);
  }
  /** What the options list, once they name it: the names are asked for one by one. */
  async function review(named: string): Promise<string> {
    const options: Page = await on.session.openExtensionPage('options.html');
    const all = await until(
      () => options.evaluate(() => document.body.innerText.replace(/[\u2068\u2069]/g, '').replace(/\s+/g, ' ')),
      (text) => text.includes(named),
    );
    await options.close();
    await opened.page.bringToFront();
    return all;
  }

  it.each([
    ['Mute', 'Muted @PressTV on X'],
    ['Mute all of this entity', 'Muted entities Press TV'],
  ])(
    'by “%s” takes the mark away, stands in the options, and is undone, by the keyboard alone',
    async (words, listed) => {
      expect(await underlined(opened.page)).toContain('@PressTV');
      await openCard();
      await pressInCard(opened.page, kind, words);
      expect(await marked('@PressTV', false)).not.toContain('@PressTV');
      // The page is read anew, and the card still offers the way back.
      expect(await cards()).toBe(1);
      expect(await review(listed)).toContain(listed);
      await pressInCard(opened.page, kind, 'Undo');
      expect(await marked('@PressTV', true)).toContain('@PressTV');
      expect(await until(cards, (n) => n === 0)).toBe(0);
    },
  );
});
