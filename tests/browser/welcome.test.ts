import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { waitForChip } from '../harness/chips.ts';
import { inEachBrowser, openSample, pressNamed, type Stage, settled, stage, underlined, until } from './sample.ts';
import { violations } from './violations.ts';

inEachBrowser('the welcome page', (kind) => {
  let on: Stage;
  let welcome: Page;
  const text = (): Promise<string> => welcome.evaluate(() => document.body.innerText);

  beforeAll(async () => {
    on = await stage(kind);
    welcome = await on.session.openExtensionPage('welcome.html');
    await until(text, (all) => all.includes('entries') && all.includes('Telegram'));
  });
  afterAll(() => on.close());

  it('has come by itself when the extension was installed', () => {
    expect(on.session.greeted).toBe(true);
  });

  it('says what a mark is, which lists there are, and that nothing is collected', async () => {
    const all = await text();
    for (const said of ['What it does not say', 'Example TV', 'nothing collected', 'Choose your lists', 'Instagram']) {
      expect(all).toContain(said);
    }
    // Every host that the manifest asks for was granted with the installation.
    expect(all).not.toContain('Allow on all supported sites');
  });

  it('switches a site off, for pages that are open', async () => {
    const { page, reporter } = await openSample(on, 'https://x.com/home?ticks=0');
    await waitForChip(page);
    await pressNamed(welcome, 'Statemark on X');
    await page.bringToFront();
    const left = await until(
      () => underlined(page),
      (all) => all.length === 0,
    );
    expect(left).toEqual([]);
    await reporter.send('setSettings', { sitesOff: [] });
    await page.close();
    await reporter.close();
  });

  it('has nothing wrong by axe, in both themes and directions, and fits where letters are twice as large', async () => {
    for (const theme of ['light', 'dark']) {
      for (const dir of ['ltr', 'rtl']) {
        await welcome.evaluate(
          (scheme, way) => {
            document.documentElement.style.colorScheme = scheme;
            document.documentElement.dir = way;
          },
          theme,
          dir,
        );
        expect(await violations(welcome), `${theme} ${dir}`).toEqual([]);
      }
    }
    // At 200 % a window of 1280 has 640 pixels left; a phone has 360.
    for (const width of [640, 360]) {
      await welcome.setViewport({ width, height: 800 });
      const over = await until(
        () => welcome.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        (pixels) => pixels <= 0,
        2_000,
      );
      expect(over).toBeLessThanOrEqual(0);
    }
  });

  it('is walked through by the keyboard alone', async () => {
    // One in which nothing has been pressed with a mouse.
    const fresh = await on.session.openExtensionPage('welcome.html');
    await fresh.bringToFront();
    await settled(fresh);
    const names: string[] = [];
    const count = await fresh.evaluate(() => document.querySelectorAll('button, a[href]').length);
    for (let i = 0; i < count; i++) {
      await fresh.keyboard.press('Tab');
      names.push(
        await fresh.evaluate(() => {
          const at = document.activeElement;
          const seen = at !== null && getComputedStyle(at).outlineStyle !== 'none';
          return `${at?.getAttribute('aria-label') ?? at?.textContent ?? ''}${seen ? '' : ' (no ring)'}`;
        }),
      );
    }
    expect(new Set(names).size).toBe(count);
    expect(names.filter((name) => name.endsWith('(no ring)'))).toEqual([]);
    expect(names.at(-1)).toBe('All options');
    await fresh.close();
  });
});
