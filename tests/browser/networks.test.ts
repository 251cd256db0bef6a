import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fold } from '../../src/core/fold.ts';
import { builtExtension } from '../harness/build.ts';
import { chipTag } from '../harness/chips.ts';
import type { Reporter } from '../harness/report.ts';
import { type ExtensionCopy, withList } from '../harness/with-list.ts';
import { sampleList } from '../sites/list.ts';
import type { Expectation, SampleSite } from '../sites/site.ts';
import { sites } from '../sites/sites.ts';
import { inEachBrowser, openSample, type Stage, stage, until } from './sample.ts';

type Counts = Record<string, number>;
type Opened = Awaited<ReturnType<typeof openSample>>;

inEachBrowser('the sample sites', (kind) => {
  let on: Stage;
  let extension: ExtensionCopy;
  beforeAll(async () => {
    extension = await withList(builtExtension(kind), sampleList());
    on = await stage(kind, { extensionDir: extension.dir });
  });
  afterAll(async () => {
    await on.close();
    extension.remove();
  });

  const others = [...sites].filter(([name]) => name !== 'x' && isWanted(name));
  describe.each(others)('%s', (_, site) => {
    const address = (path: string) => `https://${site.hosts[0]}${path}`;

    it('reports what stands in its timeline, as often as it stands there', async () => {
      const opened = await openSample(on, address(site.startPath));
      const start = site.planted.filter(({ path }) => path === undefined);
      const plain = counts(start.filter(({ needs }) => needs === undefined));
      // What is scrolled away before anybody reads would be gone.
      await until(
        () => read(opened.reporter),
        (now) => Object.keys(now).length > 0,
      );
      await scrollThrough(opened.page);
      expect(await settled(opened.reporter, plain)).toEqual(plain);
      expect(await unseenChips(opened.page)).toEqual([]);
      // What comes back into view was there before.
      await opened.page.evaluate(() => window.scrollTo(0, 0));
      await pause(400);
      expect(await settled(opened.reporter, plain)).toEqual(plain);
      if (await pressAll(opened.page)) {
        const all = counts(start.filter(({ needs }) => needs !== 'hover'));
        expect(await settled(opened.reporter, all)).toEqual(all);
      }
      await wellRead(opened, site);
    });

    it.each([...new Set([...site.planted, ...site.decoys].flatMap(({ path }) => path ?? []))])(
      'reads %s',
      async (path) => {
        const opened = await openSample(on, address(path));
        const wanted = counts(site.planted.filter((row) => row.path === path));
        expect(await settled(opened.reporter, wanted)).toEqual(wanted);
        if (site.loads) return wellRead(opened, site);
        // And from there, without loading, to the start page.
        await opened.page.evaluate((to) => {
          history.pushState(null, '', to);
          dispatchEvent(new PopStateEvent('popstate'));
        }, site.startPath);
        const start = counts(site.planted.filter((row) => row.path === undefined));
        const got = await until(
          () => read(opened.reporter),
          (now) => Object.keys(now).some((name) => name in start),
        );
        expect(Object.keys(got).filter((name) => !(name in start))).toEqual([]);
        expect(Object.keys(got)).not.toEqual([]);
        await wellRead(opened, site);
      },
    );
  });
});

/** `SITE=instagram,youtube` runs those alone. */
function isWanted(name: string): boolean {
  return process.env.SITE?.split(',').includes(name) ?? true;
}

/** How many units hold each planted name: what must be reported, no more and no less. */
function counts(planted: readonly Expectation[]): Counts {
  const places = new Map<string, Set<string>>();
  for (const { kind, value, where } of planted) {
    const name = label(kind, value);
    places.set(name, (places.get(name) ?? new Set()).add(where));
  }
  return Object.fromEntries([...places].map(([name, where]) => [name, where.size]));
}

function label(kind: string, value: string): string {
  const sign = kind === 'hashtag' ? '#' : kind === 'domain' ? '/' : '@';
  return sign + fold(value);
}

async function read(reporter: Reporter): Promise<Counts> {
  const { matches } = await reporter.read();
  return Object.fromEntries(
    matches.map(({ evidence: { identifier }, count }) => [label(identifier.kind, identifier.value), count]),
  );
}

/** What is reported once it is as wished, or else after a while. */
function settled(reporter: Reporter, wanted: Counts): Promise<Counts> {
  const asText = (all: Counts) => JSON.stringify(Object.entries(all).sort());
  return until(
    () => read(reporter),
    (now) => asText(now) === asText(wanted),
    3_000,
  );
}

async function wellRead({ page, reporter, errors }: Opened, site: SampleSite): Promise<void> {
  expect((await reporter.read()).status).toBe('read');
  expect(errors, site.hosts[0]).toEqual([]);
  await reporter.close();
  await page.close();
}

async function scrollThrough(page: Page): Promise<void> {
  for (let still = 0, last = -1; still < 4; ) {
    const top = await page.evaluate(() => {
      window.scrollBy(0, 900);
      return window.scrollY;
    });
    still = top === last ? still + 1 : 0;
    last = top;
    await pause(60);
  }
}

/** The names behind which a chip stands where nobody sees it, such as in what is there for screen readers alone. */
async function unseenChips(page: Page): Promise<string[]> {
  return page.$$eval(chipTag, (chips) =>
    chips
      .filter((chip) => {
        for (let at = chip.parentElement; at && at !== document.body; at = at.parentElement) {
          const { display, overflow } = getComputedStyle(at);
          const isTiny = overflow !== 'visible' && display !== 'inline' && at.clientWidth < 4;
          if (display === 'none' || isTiny) return true;
        }
        return false;
      })
      .map((chip) => chip.parentElement?.textContent ?? ''),
  );
}

/** Presses every "more" and "See translation" that is there; whether there was one. */
function pressAll(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const buttons = [...document.querySelectorAll<HTMLElement>('.does-more, .does-translate')];
    for (const button of buttons) button.click();
    return buttons.length > 0;
  });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
