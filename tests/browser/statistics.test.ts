import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { waitForChip } from '../harness/chips.ts';
import { inEachBrowser, ONE_NAME, pressNamed, type Stage, stage, until } from './sample.ts';
import { violations } from './violations.ts';

inEachBrowser('local statistics', (kind) => {
  let on: Stage;
  beforeAll(async () => {
    on = await stage(kind, { sites: [ONE_NAME] });
  });
  afterAll(() => on.close());

  const words = (options: Page): Promise<string> =>
    options.evaluate(() => document.querySelector<HTMLElement>('.statistics')?.innerText ?? '');
  const matches = async (options: Page): Promise<number> =>
    Number(/(\d+) match(?:es)? since/.exec(await words(options))?.[1] ?? 0);

  it('are kept where the reader wishes it, once for each load, and erased at once', async () => {
    const unasked = await on.session.open('https://x.com/home?ticks=0');
    await waitForChip(unasked);
    const options = await on.session.openExtensionPage('options.html');
    await pressNamed(options, 'Count matches by day and entity');
    expect(
      await until(
        () => words(options),
        (all) => all.includes('Nothing has been counted yet.'),
      ),
    ).toContain('Nothing has been counted yet.');
    await unasked.close();

    const page = await on.session.open('https://x.com/home?ticks=0');
    await page.bringToFront();
    await waitForChip(page);
    expect(
      await until(
        () => matches(options),
        (count) => count > 0,
      ),
    ).toBe(1);
    await page.reload();
    await waitForChip(page);
    expect(
      await until(
        () => matches(options),
        (count) => count > 1,
      ),
    ).toBe(2);

    await options.evaluate(() => {
      for (const one of document.querySelectorAll<HTMLDetailsElement>('.statistics details')) one.open = true;
    });
    expect(await words(options)).toContain('second anniversary of Soleimani’s death');
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
