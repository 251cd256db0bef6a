import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitForChip } from '../harness/chips.ts';
import { inEachBrowser, openSample, type Stage, stage, until } from './sample.ts';
import { violations } from './violations.ts';

inEachBrowser('axe finds nothing wrong', (kind) => {
  describe.each([
    ['light', false],
    ['dark', true],
  ])('in the %s theme', (_name, prefersDark) => {
    let on: Stage;
    beforeAll(async () => {
      on = await stage(kind, { prefersDark });
    });
    afterAll(() => on.close());

    it('with the popup, every entity open, in either direction', async () => {
      const { page, reporter } = await openSample(on, 'https://x.com/home?ticks=0');
      await waitForChip(page);
      const popup = await on.session.openExtensionPage(`popup.html?tab=${reporter.tab}`);
      await until(
        () => popup.evaluate(() => document.querySelectorAll('details').length),
        (count) => count > 3,
      );
      for (const dir of ['ltr', 'rtl']) {
        await popup.evaluate((wanted) => {
          document.documentElement.dir = wanted;
          for (const details of document.querySelectorAll('details')) details.open = true;
        }, dir);
        expect(await violations(popup)).toEqual([]);
      }
      for (const one of [popup, page]) await one.close();
      await reporter.close();
    });

    it('with the options', async () => {
      const options = await on.session.openExtensionPage('options.html');
      await until(
        () => options.evaluate(() => document.body.innerText),
        (all) => all.includes('entries'),
      );
      for (const dir of ['ltr', 'rtl']) {
        await options.evaluate((wanted) => {
          document.documentElement.dir = wanted;
          for (const details of document.querySelectorAll('details')) details.open = true;
        }, dir);
        expect(await violations(options)).toEqual([]);
      }
      await options.close();
    });
  });
});
