import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { waitForChip } from '../harness/chips.ts';
import { inEachBrowser, pressNamed, type Stage, stage, until } from './sample.ts';
import { violations } from './violations.ts';

inEachBrowser('local statistics', (kind) => {
  let on: Stage;
  beforeAll(async () => {
    on = await stage(kind);
  });
  afterAll(() => on.close());

  const words = (options: Page): Promise<string> =>
    options.evaluate(() => document.querySelector<HTMLElement>('.statistics')?.innerText ?? '');
  const matches = async (options: Page): Promise<number> =>
    Number(/(\d+) match(?:es)? since/.exec(await words(options))?.[1] ?? 0);
  /** The same number for a while: pages report in their own time. */
  async function settledCount(options: Page): Promise<number> {
    let before = -1;
    return until(
      async () => {
        await new Promise((done) => setTimeout(done, 500));
        const [was, now] = [before, await matches(options)];
        before = now;
        return was === now ? now : -1;
      },
      (count) => count >= 0,
    );
  }

  it('are kept where the reader wishes it, once for each load, and erased at once', async () => {
    const unasked = await on.session.open('https://x.com/home?ticks=0');
    await waitForChip(unasked);
    const options = await on.session.openExtensionPage('options.html');
    await until(
      () => words(options),
      (all) => all.includes('Count matches'),
    );
    expect(await settledCount(options)).toBe(0);
    await pressNamed(options, 'Count matches by day and entity');
    await until(
      () => words(options),
      (all) => all.includes('Nothing has been counted yet.'),
    );
    await unasked.close();

    const page = await on.session.open('https://x.com/home?ticks=0');
    await page.bringToFront();
    await waitForChip(page);
    const first = await settledCount(options);
    expect(first).toBeGreaterThan(0);
    await page.reload();
    await waitForChip(page);
    expect(
      await until(
        () => matches(options),
        (count) => count >= 2 * first,
      ),
    ).toBe(2 * first);

    await options.evaluate(() => {
      for (const one of document.querySelectorAll<HTMLDetailsElement>('.statistics details')) one.open = true;
    });
    expect(await words(options)).toContain('Press TV');
    expect(await violations(options)).toEqual([]);

    await pressNamed(options, 'Erase what was counted');
    const erase = (): Promise<void> =>
      options.evaluate(() => {
        const all = [...document.querySelectorAll<HTMLElement>('.statistics fieldset button')];
        all.find((one) => one.innerText === 'Erase')?.click();
      });
    await erase();
    expect(
      await until(
        () => words(options),
        (all) => all.includes('Nothing has been counted yet.'),
      ),
    ).toContain('Nothing has been counted yet.');
    for (const one of [options, page]) await one.close();
  });
});
