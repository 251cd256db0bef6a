import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { chipBoxes, waitForChip } from '../harness/chips.ts';
import { inEachBrowser, openSample, pressNamed, type Stage, settled, stage, underlined, until } from './sample.ts';

type Api = { tabs: { sendMessage(tab: number, message: unknown, options: object): Promise<{ found: boolean }> } };

inEachBrowser('what the reader controls', (kind) => {
  let on: Stage;
  let opened: Awaited<ReturnType<typeof openSample>>;
  let popup: Page;

  beforeAll(async () => {
    on = await stage(kind);
  });
  afterAll(() => on.close());
  beforeEach(async () => {
    opened = await openSample(on, 'https://x.com/home?ticks=0');
    popup = await on.session.openExtensionPage(`popup.html?tab=${opened.reporter.tab}`);
    await opened.page.bringToFront();
    await waitForChip(opened.page);
    await settled(opened.page);
  });
  afterEach(async () => {
    await opened.reporter.send('restoreSettings', {
      mutedEntities: [],
      filters: { countries: [], kinds: [], grades: [] },
      markStyle: 'chip',
    });
    for (const page of [popup, opened.page]) await page.close();
    await opened.reporter.close();
  });

  /** As the key does. */
  const step = (by: 1 | -1): Promise<boolean> =>
    popup.evaluate(
      async (tab, way) => {
        const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
        const message = { type: 'step', data: { by: way } };
        return (await (browser ?? chrome).tabs.sendMessage(tab, message, { frameId: 0 })).found;
      },
      opened.reporter.tab,
      by,
    );
  /** Which chip of the page has the focus, and whether it can be seen; -1 for none. */
  const focused = (): Promise<string> =>
    opened.page.evaluate(() => {
      const at = [...document.querySelectorAll('statemark-chip')].indexOf(document.activeElement as Element);
      const { top = -1, bottom = -1 } = document.activeElement?.getBoundingClientRect() ?? {};
      return `${at} ${top >= 0 && bottom <= innerHeight ? 'seen' : 'unseen'}`;
    });
  const text = (): Promise<string> => popup.evaluate(() => document.body.innerText);

  it('goes from mark to mark, each in sight and under the focus, and round the page', async () => {
    expect(await step(1)).toBe(true);
    expect(await focused()).toBe('0 seen');
    expect(await step(1)).toBe(true);
    expect(await focused()).toBe('1 seen');
    expect([await step(-1), await step(-1)]).toEqual([true, true]);
    const last = await opened.page.$$eval('statemark-chip', (chips) => chips.length - 1);
    expect(last).toBeGreaterThan(1);
    expect(await focused()).toBe(`${last} seen`);
    expect(await step(1)).toBe(true);
    expect(await focused()).toBe('0 seen');
  });

  it('goes to what is underlined alone by scrolling, and has nowhere to go where all is hidden', async () => {
    await opened.reporter.send('setSettings', { markStyle: 'underline' });
    await until(
      () => chipBoxes(opened.page),
      (boxes) => boxes.length === 0,
    );
    await opened.page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    const before = await opened.page.evaluate(() => scrollY);
    expect(await until(() => step(1), Boolean)).toBe(true);
    expect(await opened.page.evaluate(() => scrollY)).not.toBe(before);
    expect(await focused()).toMatch(/^-1/);
    await opened.reporter.send('setSettings', {
      filters: { countries: [], kinds: [], grades: ['confirmed', 'alleged', 'disputed'] },
    });
    expect(
      await until(
        () => step(1),
        (found) => !found,
      ),
    ).toBe(false);
  });

  it('hides what is filtered in the page and the popup, which says how much', async () => {
    expect(await underlined(opened.page)).toContain('@PressTV');
    await opened.reporter.send('setSettings', { filters: { countries: [], kinds: ['outlet'], grades: [] } });
    const left = await until(
      () => underlined(opened.page),
      (all) => !all.includes('@PressTV') && all.length > 0,
    );
    expect(left).not.toContain('@PressTV');
    expect(left.length).toBeGreaterThan(0);
    const told = await until(text, (all) => /hidden by your filters/.test(all));
    expect(told).toMatch(/\d+ names? hidden by your filters/);
    expect(told).not.toContain('Press TV');
  });

  it('mutes an entity with all its names, and takes it back', async () => {
    await until(text, (all) => all.includes('Press TV'));
    await pressNamed(popup, 'Press TV');
    await pressNamed(popup, 'Mute all of this entity: Press TV');
    await opened.page.bringToFront();
    const muted = await until(
      () => underlined(opened.page),
      (all) => !all.includes('@PressTV'),
    );
    expect(muted).not.toContain('@PressTV');
    await pressNamed(popup, 'Undo');
    await opened.page.bringToFront();
    const back = await until(
      () => underlined(opened.page),
      (all) => all.includes('@PressTV'),
    );
    expect(back).toContain('@PressTV');
  });
});
