import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { fold } from '../../src/core/fold.ts';
import { chipBoxes, waitForChip } from '../harness/chips.ts';
import type { Reporter } from '../harness/report.ts';
import type { Expectation } from '../sites/site.ts';
import { sites } from '../sites/sites.ts';
import { inEachBrowser, openSample, type Stage, settled, stage, underlined, until } from './sample.ts';

const site = sites.get('x');
if (!site) throw new Error('the sample of X is gone');

/** Where a planted name stands on the start page without the reader doing anything but scrolling. */
function inTimeline(row: Expectation): boolean {
  return row.path === undefined && row.needs === undefined;
}

/** How many units hold each planted name: what the extension must report, no more and no less. */
function wanted(): Map<string, number> {
  const places = new Map<string, Set<string>>();
  for (const { kind, value, where } of site?.planted.filter(inTimeline) ?? []) {
    const name = label(kind, value);
    places.set(name, (places.get(name) ?? new Set()).add(where));
  }
  return new Map([...places].map(([name, where]) => [name, where.size]));
}

function label(kind: string, value: string): string {
  return (kind === 'hashtag' ? '#' : '@') + fold(value);
}

async function reported(reporter: Reporter): Promise<Map<string, number>> {
  const { matches } = await reporter.read();
  return new Map(
    matches.map(({ evidence: { identifier }, count }) => [label(identifier.kind, identifier.value), count]),
  );
}

async function scrollThrough(page: Page): Promise<void> {
  for (let still = 0, last = -1; still < 3; ) {
    const top = await page.evaluate(() => {
      window.scrollBy(0, 500);
      return window.scrollY;
    });
    still = top === last ? still + 1 : 0;
    last = top;
    await new Promise((done) => setTimeout(done, 80));
  }
}

inEachBrowser('a timeline', (kind) => {
  let on: Stage;
  let opened: Awaited<ReturnType<typeof openSample>>;
  beforeAll(async () => {
    on = await stage(kind);
  });
  afterAll(() => on.close());
  afterEach(async () => {
    // The sample updates only nodes that it made, as React does: a node that we moved would make it throw.
    expect(opened.errors).toEqual([]);
    await opened.reporter.close();
    await opened.page.close();
  });

  it.each(['?ticks=0', '?ticks=50', '?ticks=50&recycle=1'])(
    'marks all that is planted in it, as often as it stands there, and nothing else: %s',
    async (query) => {
      opened = await openSample(on, `https://x.com/home${query}`);
      await waitForChip(opened.page);
      await scrollThrough(opened.page);
      const got = await until(
        () => reported(opened.reporter),
        (now) => sum(now) >= sum(wanted()),
      );
      expect(Object.fromEntries(got)).toEqual(Object.fromEntries(wanted()));
    },
  );

  it('underlines names alone, never the words around them', async () => {
    opened = await openSample(on, 'https://x.com/home?ticks=0');
    await waitForChip(opened.page);
    const texts = await underlined(opened.page);
    expect(texts.length).toBeGreaterThan(3);
    const names = new Set(site?.planted.map(({ kind: k, value }) => label(k, value)));
    expect(texts.map((text) => fold(text.trim())).filter((text) => !names.has(text))).toEqual([]);
  });

  it('leaves the attributes and text of the site as they were', async () => {
    opened = await openSample(on, 'https://x.com/home?ticks=0');
    await waitForChip(opened.page);
    const touched = await opened.page.evaluate(() => {
      const own = [...document.querySelectorAll('*')].filter((e) => e.localName.startsWith('statemark'));
      const attributes = own.flatMap((e) => [...e.attributes].map((a) => a.name));
      return {
        attributes,
        text: own.map((e) => e.textContent).join(''),
        roots: own.filter((e) => e.shadowRoot).length,
      };
    });
    expect(touched).toEqual({ attributes: [], text: '', roots: 0 });
  });

  it('makes no line higher: posts grow by whole lines alone, where a word moved to the next', async () => {
    opened = await openSample(on, 'https://x.com/home?ticks=0');
    const { page, reporter } = opened;
    await page.bringToFront();
    await waitForChip(page);
    await settled(page);
    const heights = (): Promise<number[]> =>
      page.$$eval('article', (posts) => posts.map((post) => post.getBoundingClientRect().height));
    const marked = await heights();
    expect((await chipBoxes(page, 'article')).length).toBeGreaterThan(3);
    await reporter.send('setSettings', { enabled: false });
    await page.waitForFunction(() => document.querySelector('statemark-chip') === null);
    const bare = await heights();
    await reporter.send('setSettings', { enabled: true });
    const line = await page.$eval('[data-testid="tweetText"]', (text) => parseFloat(getComputedStyle(text).lineHeight));
    expect(marked.length).toBe(bare.length);
    expect(marked.map((height, i) => (height - (bare[i] ?? 0)) % line).filter((rest) => Math.abs(rest) > 0.5)).toEqual(
      [],
    );
  });

  it('puts a chip back that the site took away, and takes it away with its name', async () => {
    opened = await openSample(on, 'https://x.com/home?ticks=0');
    const { page } = opened;
    await waitForChip(page);
    const before = (await chipBoxes(page, 'article')).length;
    await page.evaluate(() => document.querySelector('article statemark-chip')?.remove());
    expect(
      await until(
        async () => (await chipBoxes(page, 'article')).length,
        (n) => n === before,
      ),
    ).toBe(before);
    await page.evaluate(() => {
      const link = document.querySelector('article a[href^="/hashtag/We_Are_Qassem"]');
      link?.setAttribute('href', '/hashtag/weather');
      for (const node of [...(link?.childNodes ?? [])]) node.textContent = '#weather';
    });
    expect(
      await until(
        () => underlined(page),
        (all) => !all.includes('#weather'),
      ),
    ).not.toContain('#weather');
    expect(
      await until(
        async () => (await chipBoxes(page, 'article')).length,
        (n) => n === before - 1,
      ),
    ).toBe(before - 1);
  });

  it('marks a header, its bio and the hover card, and counts a page of its own', async () => {
    opened = await openSample(on, 'https://x.com/PressTV?ticks=0');
    const { page, reporter } = opened;
    const got = await until(
      () => reported(reporter),
      (now) => now.has('@presstv') && now.has('#we_are_qassem'),
    );
    expect([...got.keys()]).toEqual(expect.arrayContaining(['@presstv', '#we_are_qassem']));
    expect(await underlined(page)).not.toContain('#superhero');
  });

  it('follows the site from page to page without loading', async () => {
    opened = await openSample(on, 'https://x.com/PressTV?ticks=0');
    const { page, reporter } = opened;
    await waitForChip(page);
    await page.evaluate(() => document.querySelector<HTMLElement>('a[href="/home"], a[href^="/home"]')?.click());
    const got = await until(
      () => reported(reporter),
      (now) => now.has('@khamenei_ir'),
    );
    expect([...got.keys()]).toContain('@khamenei_ir');
  });
});

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((all, n) => all + n, 0);
}
