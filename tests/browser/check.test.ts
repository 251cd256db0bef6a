import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { waitForChip } from '../harness/chips.ts';
import { inEachBrowser, openSample, pressNamed, type Stage, stage, until } from './sample.ts';

inEachBrowser('"is this listed?"', (kind) => {
  const downloads = mkdtempSync(join(tmpdir(), 'statemark-saved-'));
  let on: Stage;
  const open: Page[] = [];

  beforeAll(async () => {
    on = await stage(kind, { downloads });
  });
  afterAll(async () => {
    await on.close();
    rmSync(downloads, { recursive: true, force: true });
  });
  afterEach(async () => {
    for (const page of open.splice(0)) await page.close();
  });

  async function show(path: string): Promise<Page> {
    const page = await on.session.openExtensionPage(path);
    open.push(page);
    return page;
  }
  /** What a reader reads, without the marks that keep names in their own direction. */
  const text = (page: Page): Promise<string> =>
    page.evaluate(() => document.body.innerText.replace(/[\u2066-\u2069]/g, ''));
  const answers = (page: Page, wanted: RegExp): Promise<string> =>
    until(
      () => text(page),
      (all) => wanted.test(all),
    );

  async function ask(page: Page, question: string): Promise<void> {
    await page.focus('textarea');
    await page.evaluate(() => document.querySelector('textarea')?.select());
    await page.keyboard.type(question);
    await page.keyboard.press('Enter');
  }

  it('is answered in the popup: a Persian tag, addresses, and what is on no list', async () => {
    const before = on.server.requests.length;
    const popup = await show('popup.html?tab=-1');
    await pressNamed(popup, 'Is this listed?');
    await ask(popup, '#نحن_قاسم');
    const tag = await answers(popup, /Listed\./);
    expect(tag).toContain('Read as: hashtag #نحن_قاسم on any social network');
    expect(tag).toContain('The Reference');
    await ask(popup, 'https://t.me/s/presstv/12');
    const channel = await answers(popup, /@presstv on Telegram/);
    expect(channel).toContain('Read as: something published by the account @presstv on Telegram');
    await ask(popup, 'x.com/KayhanLondon');
    expect(await answers(popup, /never marked/)).toMatch(/Kayhan London is an exile outlet/);
    await ask(popup, '@somebody_quite_private');
    const none = await answers(popup, /Not on any/);
    expect(none).toContain('Not on any of your lists; that says nothing more.');
    // No host was asked for anything: all names lead to the server of the samples.
    expect(on.server.requests.slice(before)).toEqual([]);
  });

  it('is answered in the dossier by a link, and for several at once', async () => {
    const dossier = await show(`dossier.html#/check?q=${encodeURIComponent('#نحن_قاسم\nhttps://kayhan.ir/fa/news/1')}`);
    const all = await answers(dossier, /2 of them listed/);
    expect(all).toContain('2 looked up, 2 of them listed');
    expect(all).toContain('kayhan.ir (linked site)');
  });

  it('what a menu or the address bar asks is answered without a word of it in the address', async () => {
    const page = await show('dossier.html#/');
    const path = await page.evaluate(async () => {
      const api = (globalThis as unknown as { chrome: { storage: { session: { set(v: object): Promise<void> } } } })
        .chrome;
      await api.storage.session.set({ asked: [['one', 't.me/presstv']] });
      location.hash = '#/check?asked=one';
      return location.href;
    });
    expect(path).not.toContain('presstv');
    expect(await answers(page, /@presstv on Telegram/)).toContain('t.me/presstv');
  });

  it('has its item in the context menu', async () => {
    const page = await show('dossier.html#/');
    // No page can press it in a test; changing an item that is not there fails.
    const found = await page.evaluate(async () => {
      interface WithMenus {
        contextMenus: { update(id: string, change: object): Promise<void> };
      }
      const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', WithMenus | undefined>;
      return (browser ?? chrome)?.contextMenus.update('check', { enabled: true }).then(
        () => 'there',
        (error: Error) => error.message,
      );
    });
    expect(found).toBe('there');
  });

  it('what was found is saved as a file, of this page and of all tabs', async () => {
    const { page, reporter } = await openSample(on, 'https://x.com/home?ticks=0');
    open.push(page);
    await waitForChip(page);
    const popup = await show(`popup.html?tab=${reporter.tab}`);
    await answers(popup, /Press TV/);
    await pressNamed(popup, 'Export…');
    await pressNamed(popup, 'Save as CSV');
    await pressNamed(popup, 'All open tabs');
    await pressNamed(popup, 'Name the sites too');
    await pressNamed(popup, 'Save as JSON');
    const read = (ending: string): string => {
      const name = readdirSync(downloads).find((one) => one.endsWith(ending));
      return name === undefined ? '' : readFileSync(join(downloads, name), 'utf8');
    };
    // Firefox keeps the place with an empty file until all has been written.
    await until(
      async () => [read('.csv'), read('.json')],
      (both) => both.every((text) => text !== ''),
    );
    expect(read('.csv')).toMatch(/^\ufeffmade,list_id,[\s\S]*PressTV/);
    expect(read('.csv')).not.toContain('x.com,');
    expect(JSON.parse(read('.json'))).toMatchObject({ scope: 'open-tabs' });
    expect(read('.json')).toContain('"x.com"');
    await reporter.close();
  });
});
