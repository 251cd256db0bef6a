import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { chipBoxes, clickChip, waitForChip } from '../harness/chips.ts';
import { inEachBrowser, openSample, pressNamed, type Stage, settled, stage, underlined, until } from './sample.ts';

const EMPTY = '<!doctype html><title>X</title><body><div id="react-root">A page of quite another kind.</div>';
const QUIET = `<!doctype html><title>X</title><body><article data-testid="tweet"><div data-testid="User-Name">
  <a href="/somebody"><span>Somebody</span></a><a href="/somebody" tabindex="-1"><span>@somebody</span></a></div>
  <div data-testid="tweetText">Nothing to see, #nothing at all</div></article>`;

inEachBrowser('the popup', (kind) => {
  let on: Stage;
  let opened: Awaited<ReturnType<typeof openSample>>;
  let popup: Page;

  beforeAll(async () => {
    const page = (body: string) => () => ({ headers: { 'content-type': 'text/html; charset=utf-8' }, body });
    on = await stage(kind, {
      sites: [
        ['m.x.com', page(EMPTY)],
        ['www.twitter.com', page(QUIET)],
      ],
    });
  });
  afterAll(() => on.close());
  afterEach(async () => {
    for (const page of [popup, opened.page]) await page.close();
    await opened.reporter.close();
  });

  async function open(url = 'https://x.com/home?ticks=0'): Promise<void> {
    opened = await openSample(on, url);
    popup = await on.session.openExtensionPage(`popup.html?tab=${opened.reporter.tab}`);
    await popup.setViewport({ width: 380, height: 600 });
    // A page behind another tab is hidden, and a hidden page is not read.
    await opened.page.bringToFront();
  }
  const text = (page = popup): Promise<string> => page.evaluate(() => document.body.innerText);
  const shows = (wanted: string | RegExp): Promise<string> => until(text, (all) => new RegExp(wanted).test(all));
  const still = (page = popup): Promise<void> => settled(page);
  async function press(name: string, page = popup): Promise<void> {
    await pressNamed(page, name);
    await opened.page.bringToFront();
  }
  /** Opens an entity. The first to be found stands open already: for a moment it was the only one. */
  async function unfold(entity: string): Promise<void> {
    await still();
    const isOpen = await popup.evaluate((name) => {
      const all = [...document.querySelectorAll('details')];
      return all.some((one) => one.open && one.querySelector('summary')?.textContent.includes(name));
    }, entity);
    if (!isOpen) await press(entity);
  }
  const marks = (): Promise<number> => chipBoxes(opened.page).then((boxes) => boxes.length);

  it('groups what is on the page by entity, each opening to its claims', async () => {
    await open();
    await waitForChip(opened.page);
    // The page is still being read: the first entity may stand there alone for a moment.
    expect(await shows(/\d+ entities, \d+ marks on this page[\s\S]*Press TV/)).toContain('Press TV');
    await unfold('Campaign around the second anniversary');
    const open1 = await shows('The Reference');
    // Who says so, when, where in the document, basis, confidence, status, the publisher's stake.
    for (const wanted of [
      'The Reference',
      '2022',
      'paragraph 1',
      'Basis',
      'Confidence',
      'unconfirmed',
      'About the publisher',
    ]) {
      expect(open1).toContain(wanted);
    }
  });

  it('switches the site off and on, at once and without loading', async () => {
    await open();
    await waitForChip(opened.page);
    await shows('Press TV');
    await press('Statemark on x.com');
    expect(await until(marks, (n) => n === 0)).toBe(0);
    expect(await underlined(opened.page)).toEqual([]);
    expect(await shows('off on this site')).toContain('Statemark is off on this site');
    await press('Statemark on x.com');
    expect(await until(marks, (n) => n > 0)).toBeGreaterThan(0);
  });

  it('switches everything off and on', async () => {
    await open();
    await waitForChip(opened.page);
    await shows('Press TV');
    await press('Statemark on every site');
    expect(await until(marks, (n) => n === 0)).toBe(0);
    expect(await shows('Statemark is off')).toContain('Statemark is off.');
    await press('Turn on');
    expect(await until(marks, (n) => n > 0)).toBeGreaterThan(0);
  });

  it('mutes an identifier, takes it back, and leads to the mark in the page', async () => {
    await open();
    await waitForChip(opened.page);
    await shows('Ebrahim Raisi|Press TV');
    const before = await underlined(opened.page);
    expect(before).toContain('@PressTV');
    await unfold('Press TV');
    await press('Mute: @PressTV');
    expect(
      await until(
        () => underlined(opened.page),
        (all) => !all.includes('@PressTV'),
      ),
    ).not.toContain('@PressTV');
    expect(await shows('Muted on this page')).toMatch(/Muted on this page/);
    await press('Undo');
    expect(
      await until(
        () => underlined(opened.page),
        (all) => all.includes('@PressTV'),
      ),
    ).toContain('@PressTV');
    await until(text, (all) => !all.includes('Muted on this page'));
    await opened.page.evaluate(() => window.scrollTo(0, 100));
    await unfold('Press TV');
    await press('Show on page: @PressTV');
    const focused = await until(
      () => opened.page.evaluate(() => document.activeElement?.localName ?? ''),
      (name) => name === 'statemark-chip',
    );
    expect(focused).toBe('statemark-chip');
  });

  it('tells a page that could not be read from one where nothing is listed', async () => {
    await open('https://www.twitter.com/');
    expect(await shows('Nothing listed')).toMatch(/Nothing listed on this page\.\s+1 post read/);
    await popup.close();
    await opened.page.close();
    await opened.reporter.close();
    await open('https://m.x.com/');
    const all = await until(text, (now) => now.includes('could not be read'), 15_000);
    expect(all).toContain('This page could not be read: no posts found.');
  });

  it('opens the evidence from a chip, and closes it with Escape', async () => {
    await open();
    await waitForChip(opened.page);
    const cards = (): Promise<number> => opened.page.evaluate(() => document.querySelectorAll('statemark-card').length);
    await clickChip(opened.page, '[data-testid="tweetText"]');
    expect(await until(cards, (n) => n === 1)).toBe(1);
    await opened.page.keyboard.press('Escape');
    expect(await until(cards, (n) => n === 0)).toBe(0);
    // The site took none of it for a click on its post.
    expect(new URL(opened.page.url()).pathname).toBe('/home');
  });

  it('draws nothing on a clean page, and still tells what is on it', async () => {
    await open();
    await waitForChip(opened.page);
    const options = await on.session.openExtensionPage('options.html');
    await until(
      () => text(options),
      (all) => all.includes('Clean page'),
    );
    await press('Clean page', options);
    expect(await until(marks, (n) => n === 0)).toBe(0);
    const left = (): Promise<string> =>
      opened.page.evaluate(() => {
        const own = [...document.querySelectorAll('*')].filter((e) => e.localName.startsWith('statemark')).length;
        return `${own} ${CSS.highlights.has('statemark')} ${getComputedStyle(document.body, '::highlight(statemark)').textDecorationLine}`;
      });
    expect(await until(left, (now) => now.startsWith('0 false none'))).toBe('0 false none');
    expect(await shows('Clean page')).toMatch(/entities, \d+ matches on this page/);
    await press('Underline and label', options);
    expect(await until(marks, (n) => n > 0)).toBeGreaterThan(0);
    await options.close();
  });
});
