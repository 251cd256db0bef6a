import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitForChip } from '../harness/chips.ts';
import { BROWSERS, openSample, type Stage, stage, underlined, until } from './sample.ts';

/** Only Chromium ends a worker on demand; there it does so after half a minute of rest. */
describe.runIf(BROWSERS.includes('chrome'))('when the worker has been ended', () => {
  let on: Stage;
  beforeAll(async () => {
    on = await stage('chrome');
  });
  afterAll(() => on.close());

  it('the count stays, the popup still tells, and new posts are still marked', async () => {
    const { page, reporter } = await openSample(on, 'https://x.com/home?ticks=0');
    await waitForChip(page);
    const before = await reporter.read();
    const asking = await on.session.openExtensionPage('options.html');
    const badge = (): Promise<string> =>
      asking.evaluate((tabId) => {
        const { chrome } = globalThis as unknown as {
          chrome: { action: { getBadgeText(of: object): Promise<string> } };
        };
        return chrome.action.getBadgeText({ tabId });
      }, reporter.tab);
    const shown = await until(badge, (text) => text !== '');
    expect(shown).toBe(String(before.matches.length));

    await on.session.killWorker?.();
    expect(await badge()).toBe(shown);
    await page.bringToFront();
    await page.evaluate(() => {
      const tag = document.querySelector('a[href^="/hashtag/"]:not([href*="Qassem"])');
      tag?.setAttribute('href', '/hashtag/Martyr_Soleimani?src=hashtag_click');
      if (tag) tag.textContent = '#Martyr_Soleimani';
    });
    const texts = await until(
      () => underlined(page),
      (all) => all.includes('#Martyr_Soleimani'),
    );
    expect(texts).toContain('#Martyr_Soleimani');
    await on.session.killWorker?.();
    const after = await reporter.read();
    expect(after.matches.map(({ evidence }) => evidence.identifier.id)).toEqual(
      expect.arrayContaining(before.matches.map(({ evidence }) => evidence.identifier.id)),
    );
  });
});
