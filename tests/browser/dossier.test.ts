import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type DossierRoute, dossierHash } from '../../src/dossier-path.ts';
import fa from '../../src/locales/fa.json';
import { launchBrowser } from '../harness/browser.ts';
import { builtExtension } from '../harness/build.ts';
import { clickChip, waitForChip } from '../harness/chips.ts';
import { inEachBrowser, openSample, pressNamed, type Stage, stage, until } from './sample.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const LIST = 'seed-documents';
const PAGES: [name: string, route: DossierRoute, says: string][] = [
  ['the start', { page: 'start' }, 'Takedowns and campaigns over time'],
  ['an entity', { page: 'entity', list: LIST, id: 'e-presstv' }, 'Who says so'],
  ['a source', { page: 'source', list: LIST, id: 's-mek' }, 'What others say against it'],
  ['an event', { page: 'event', list: LIST, id: 'v-google-2018-08' }, 'Best evidence'],
  ['a name', { page: 'identifier', list: LIST, id: 'a-presstv' }, 'How this name was found'],
  ['a list', { page: 'list', list: LIST }, 'Names by country and social network'],
  ['the search', { page: 'search', query: 'press' }, 'results'],
];

const WAYS = [
  ['light', 'ltr', 1000],
  ['dark', 'rtl', 360],
] as const;

/** Whatever the page's own policy refuses is kept, from before the first script on. */
const watchPolicy = (): void => {
  const refused: string[] = [];
  Object.assign(globalThis, { refused });
  document.addEventListener('securitypolicyviolation', (event) =>
    refused.push(`${event.effectiveDirective} ${event.sourceFile}:${event.lineNumber}`),
  );
};

inEachBrowser('the dossier', (kind) => {
  let on: Stage;
  let dossier: Page | undefined;

  beforeAll(async () => {
    on = await stage(kind);
  });
  afterAll(() => on.close());
  afterEach(async () => {
    await dossier?.close();
    dossier = undefined;
  });

  const text = (page: Page): Promise<string> => page.evaluate(() => document.body.innerText);
  async function open(route: DossierRoute, says: string): Promise<Page> {
    const page = await on.session.openExtensionPage(`dossier.html${dossierHash(route)}`);
    dossier = page;
    await page.evaluate(watchPolicy);
    expect(
      await until(
        () => text(page),
        (all) => all.includes(says),
      ),
    ).toContain(says);
    return page;
  }
  async function go(page: Page, route: DossierRoute, says: string): Promise<void> {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, dossierHash(route));
    expect(
      await until(
        () => text(page),
        (all) => all.includes(says),
      ),
    ).toContain(says);
  }
  const refused = (page: Page): Promise<string> =>
    page.evaluate(() => JSON.stringify((globalThis as unknown as { refused: string[] }).refused));

  it('has nothing wrong in the eyes of axe, breaks no policy and fits a phone, in either theme and direction', async () => {
    const page = await open({ page: 'start' }, 'Takedowns');
    await page.evaluate(AXE);
    for (const [i, [name, route, says]] of PAGES.entries()) {
      await go(page, route, says);
      // The first two both ways; of the others, which are made of the same pieces, each one way in turn.
      for (const [theme, dir, width] of i < 2 ? WAYS : WAYS.slice(i % 2, (i % 2) + 1)) {
        await page.setViewport({ width, height: 800 });
        await page.evaluate(
          (scheme, direction) => {
            document.documentElement.style.colorScheme = scheme;
            document.documentElement.dir = direction;
          },
          theme,
          dir,
        );
        expect.soft(await violations(page), `${name}, ${theme}, ${dir}`).toEqual([]);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect.soft(wide, `${name} at ${width} pixels`).toBeLessThanOrEqual(0);
      }
    }
    expect(await refused(page)).toBe('[]');
  });

  it('finds a tag in Persian letters as it is typed, and is gone through by keyboard alone', async () => {
    const page = await open({ page: 'start' }, 'Takedowns');
    await page.bringToFront();
    await page.keyboard.press('/');
    // With Persian kaf and yeh where the list has Arabic ones.
    await page.keyboard.type('#قاسم_سلیمانی');
    await until(
      () => text(page),
      (all) => /قاسم_سليماني/.test(all),
    );
    await page.keyboard.press('ArrowDown');
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('href') ?? '');
    expect(await until(focused, (href) => href !== '')).toBe(`#/identifier/${LIST}/h-qasim-sulaimani`);
    await page.keyboard.press('Enter');
    const state = () => page.evaluate(() => `${document.activeElement?.localName} ${document.title}`);
    expect(await until(state, (now) => now.startsWith('h1'))).toMatch(/^h1 .*قاسم_سليماني.* · Statemark$/);
  });

  it('draws the timeline with a link for each event, and has the same as a table', async () => {
    const page = await open({ page: 'start' }, 'Takedowns');
    const [drawn, listed] = JSON.parse(
      await page.evaluate(() => {
        const hrefs = (selector: string): string[] =>
          [...document.querySelectorAll(selector)].map((a) => a.getAttribute('href') ?? '');
        return JSON.stringify([hrefs('svg a'), hrefs('th[scope="row"] a')]);
      }),
    ) as string[][];
    expect(drawn?.length).toBeGreaterThan(8);
    expect(drawn?.toSorted()).toEqual(listed?.toSorted());
    const boxes = await page.$$eval('.event-mark', (all) => all.map((one) => one.getBoundingClientRect().width));
    expect(boxes.every((width) => width > 8 && width < 40)).toBe(true);
    const bars = await page.$$eval('.bar', (all) => all.map((one) => Math.round(one.getBoundingClientRect().width)));
    expect(Math.max(...bars)).toBeGreaterThan(100);
    // By keyboard too: one stop for all of them, arrows between.
    expect(await page.$$eval('svg a', (all) => all.filter((one) => one.tabIndex === 0).length)).toBe(1);
    await page.evaluate(() => document.querySelector<SVGAElement>('svg a[tabindex="0"]')?.focus());
    await page.bringToFront();
    const at = () => page.evaluate(() => document.activeElement?.querySelector('text')?.textContent ?? '');
    expect(await at()).toBe('1');
    await page.keyboard.press('ArrowRight');
    expect(await at()).toBe('2');
    expect(await page.$$eval('svg a[tabindex="0"] text', (all) => all.map((one) => one.textContent))).toEqual(['2']);
    await page.keyboard.press('End');
    expect(await at()).toBe(String(drawn?.length));
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('svg'))).toBeNull();
    await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    await page.keyboard.up('Shift');
    expect(await at()).toBe(String(drawn?.length));
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    expect(
      await until(
        () => text(page),
        (all) => all.includes('Best evidence'),
      ),
    ).toContain('The document');
  });

  it('sets both figures of an event side by side, each with its source to follow', async () => {
    const page = await open({ page: 'event', list: LIST, id: 'v-google-2018-08' }, '39 YouTube channels');
    const sources = await page.$$eval('.tellings', (all) =>
      all.map((side) => [...side.querySelectorAll('a')].some((a) => a.hash.startsWith('#/source/'))),
    );
    expect(sources).toEqual([true, true]);
  });

  it('opens from the popup, and from the card in a page', async () => {
    const { page, reporter } = await openSample(on, 'https://x.com/home?ticks=0');
    await waitForChip(page);
    const popup = await on.session.openExtensionPage(`popup.html?tab=${reporter.tab}`);
    await until(
      () => text(popup),
      (all) => all.includes('Press TV'),
    );
    await pressNamed(popup, 'Dossier');
    expect(
      await until(
        () => views(popup),
        (all) => all.includes('#/'),
      ),
    ).toContain('#/');
    await page.bringToFront();
    await clickChip(page, '[data-testid="tweetText"]');
    // What the card holds can be reached neither by the page nor by this test, but by the keyboard.
    await new Promise((done) => setTimeout(done, 600));
    const opened = async (): Promise<boolean> => (await views(popup)).some((hash) => hash.startsWith('#/identifier/'));
    for (let i = 0; i < 30 && !(await opened()); i++) {
      await page.keyboard.press('Tab');
      if (i > 1) await page.keyboard.press(' ');
      await until(opened, Boolean, 250);
    }
    expect(await until(opened, Boolean)).toBe(true);
    for (const one of [popup, page]) await one.close();
    await reporter.close();
  });

  // Firefox has the language only with its language pack.
  it.runIf(kind === 'chrome')(
    'runs from right to left in a Persian browser, and time in the plot with it',
    async () => {
      const extensionDir = builtExtension(kind);
      const session = await launchBrowser(kind, { extensionDir, port: on.server.port, headless: true, lang: 'fa' });
      try {
        const page = await session.openExtensionPage('dossier.html');
        expect(
          await until(
            () => text(page),
            (all) => all.includes('گوگل'),
          ),
        ).toContain(fa.dossier);
        const seen = JSON.parse(
          await page.evaluate(() => {
            const { lang, dir } = document.documentElement;
            const xs = [...document.querySelectorAll('svg a')].map((a) => [
              Number(a.getAttribute('href')?.match(/-(20\d\d)/)?.[1]),
              a.getBoundingClientRect().x,
            ]);
            return JSON.stringify({ lang, dir, title: document.title, xs: xs.sort() });
          }),
        ) as { lang: string; dir: string; title: string; xs: [year: number, x: number][] };
        expect(seen).toMatchObject({ lang: 'fa', dir: 'rtl', title: `${fa.dossier} · Statemark` });
        expect(seen.xs.at(0)?.[1]).toBeGreaterThan(seen.xs.at(-1)?.[1] ?? Number.POSITIVE_INFINITY);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      } finally {
        await session.close();
      }
    },
  );

  it('prints what is to be read, and the addresses of documents', async () => {
    const page = await open({ page: 'source', list: LIST, id: 's-mek' }, 'What it claims');
    if (kind === 'firefox') {
      // It cannot be told to look like paper (WebDriver BiDi): that it prints at all is what can be seen.
      expect((await page.pdf()).length).toBeGreaterThan(20_000);
      return;
    }
    await page.emulateMediaType('print');
    const printed = JSON.parse(
      await page.evaluate(() => {
        const shown = (selector: string): boolean =>
          [...document.querySelectorAll(selector)].some((one) => one.checkVisibility());
        const link = document.querySelector('.links a');
        return JSON.stringify({
          search: shown('search'),
          cite: shown('.cite'),
          claims: shown('.claim'),
          after: link && getComputedStyle(link, '::after').content,
        });
      }),
    );
    expect(printed).toMatchObject({ search: false, cite: false, claims: true });
    expect(printed.after).toContain('http');
  });
});

/** Where in the dossier its open tabs are, as the extension itself sees them: some are out of a test's reach. */
async function views(asking: Page): Promise<string[]> {
  const found = await asking.evaluate(() => {
    interface Api {
      extension: { getViews(of: object): Window[] };
    }
    const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
    const all = (browser ?? chrome).extension.getViews({ type: 'tab' }).map(({ location }) => location);
    return JSON.stringify(all.flatMap(({ pathname, hash }) => (pathname === '/dossier.html' ? [hash] : [])));
  });
  return JSON.parse(found) as string[];
}

/** What axe finds wrong, as `rule: element` lines. */
async function violations(page: Page): Promise<string[]> {
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations: all } = await axe.run();
    return JSON.stringify(all.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`)));
  });
  return JSON.parse(found) as string[];
}
