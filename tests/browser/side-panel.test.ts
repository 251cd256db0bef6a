import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { waitForChip } from '../harness/chips.ts';
import { inEachBrowser, openSample, pressNamed, type Stage, settled, stage, until } from './sample.ts';
import { violations } from './violations.ts';

const QUIET = `<!doctype html><title>X</title><body><article data-testid="tweet"><div data-testid="User-Name">
  <a href="/somebody"><span>Somebody</span></a><a href="/somebody" tabindex="-1"><span>@somebody</span></a></div>
  <div data-testid="tweetText">Nothing to see, #nothing at all</div></article>`;

interface Api {
  sidebarAction?: { isOpen(details: object): Promise<boolean> };
  runtime: { getContexts(filter: object): Promise<unknown[]> };
}

inEachBrowser('the list beside the page', (kind) => {
  let on: Stage;
  beforeAll(async () => {
    const headers = { 'content-type': 'text/html; charset=utf-8' };
    on = await stage(kind, { sites: [['www.twitter.com', () => ({ headers, body: QUIET })]] });
  });
  afterAll(() => on.close());

  const text = (page: Page): Promise<string> => page.evaluate(() => document.body.innerText);
  const count = async (page: Page): Promise<number> =>
    Number(/(\d+) marks on this page/.exec(await text(page))?.[1] ?? 0);

  it('follows the tab in front of its window, and what is read there', async () => {
    // A page of its own in the same window: it sees what the panel sees, and can be asked.
    const panel = await on.session.openExtensionPage('sidepanel.html');
    const { page, reporter } = await openSample(on, 'https://x.com/home?ticks=0');
    await reporter.close();
    await page.bringToFront();
    await waitForChip(page);
    expect(
      await until(
        () => text(panel),
        (all) => all.includes('Press TV'),
      ),
    ).toContain('x.com');
    await settled(panel);
    for (const dir of ['ltr', 'rtl']) {
      await panel.evaluate((wanted) => {
        document.documentElement.dir = wanted;
      }, dir);
      expect(await violations(panel)).toEqual([]);
    }
    const before = await count(panel);
    expect(before).toBeGreaterThan(0);
    for (let i = 0; i < 8; i++) {
      await page.evaluate(() => window.scrollBy(0, 700));
      await new Promise((done) => setTimeout(done, 120));
    }
    expect(
      await until(
        () => count(panel),
        (now) => now > before,
      ),
    ).toBeGreaterThan(before);

    const quiet = await on.session.open('https://www.twitter.com/');
    await quiet.bringToFront();
    const empty = await until(
      () => text(panel),
      (all) => all.includes('Nothing listed'),
    );
    expect(empty).toContain('1 post read');
    expect(empty).not.toContain('Press TV');
    await quiet.close();
    await page.bringToFront();
    expect(
      await until(
        () => text(panel),
        (all) => all.includes('Press TV'),
      ),
    ).toContain('marks on this page');
    for (const one of [panel, page]) await one.close();
  });

  it('is closed until the popup opens it, in the click', async () => {
    const { page, reporter } = await openSample(on, 'https://x.com/home?ticks=0');
    const popup = await on.session.openExtensionPage(`popup.html?tab=${reporter.tab}`);
    const isOpen = (): Promise<boolean> =>
      popup.evaluate(async () => {
        const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
        const api = browser ?? chrome;
        if (api.sidebarAction) return api.sidebarAction.isOpen({});
        return (await api.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] })).length > 0;
      });
    expect(await isOpen()).toBe(false);
    await pressNamed(popup, 'Open beside the page');
    expect(await until(isOpen, (open) => open)).toBe(true);
    for (const one of [popup, page]) await one.close();
    await reporter.close();
  });
});
