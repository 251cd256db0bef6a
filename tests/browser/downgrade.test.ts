import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../harness/browser.ts';
import { builtExtension } from '../harness/build.ts';
import { chipBoxes, waitForChip } from '../harness/chips.ts';
import { inEachBrowser, openSample, type Stage, settled, stage } from './sample.ts';

/** A Statemark that is started over what a later one has stored: it reads, marks, and destroys nothing. */

const LATER = { version: 2, enabled: true, personNames: 'hidden', markStyle: 'frame', colours: ['red'] };

inEachBrowser('over the data of a later version', (kind) => {
  let on: Stage;
  let opened: Awaited<ReturnType<typeof openSample>>;
  let page: Page;

  beforeAll(async () => {
    const first = await stage(kind);
    await storeLater(await first.session.openExtensionPage('options.html'));
    await first.session.crash();
    const { server } = first;
    const session = await launchBrowser(kind, {
      extensionDir: builtExtension(kind),
      port: server.port,
      headless: true,
      profile: first.session.profile,
    });
    on = { session, server, close: () => session.close().then(() => server.close()) };
    opened = await openSample(on, 'https://x.com/home?ticks=0');
    page = await session.openExtensionPage('options.html');
  });
  afterAll(() => on.close());

  it('marks from the lists of the package', async () => {
    await opened.page.bringToFront();
    await waitForChip(opened.page);
    await settled(opened.page);
    expect((await chipBoxes(opened.page)).length).toBeGreaterThan(1);
    expect(opened.errors).toEqual([]);
  });

  it('shows its options, and leaves what is stored as it was', async () => {
    await page.waitForSelector('h1');
    expect(await stored(page)).toEqual({ settings: LATER, database: { version: 3, stores: ['shelves'], rows: 1 } });
  });

  it('keeps the later settings whole beside its own, once the reader changes one', async () => {
    await opened.reporter.send('setSettings', { markStyle: 'underline' });
    const after = await stored(page);
    expect(after['settings-2']).toEqual(LATER);
    expect(after.settings).toMatchObject({ version: 1, enabled: true, markStyle: 'underline' });
    expect(after.database).toEqual({ version: 3, stores: ['shelves'], rows: 1 });
  });
});

type Area = { set(values: object): Promise<void>; get(key: null): Promise<Record<string, unknown>> };
type Extension = { chrome: { storage: { local: Area } } };

/** As a version to come would leave the reader's profile. */
async function storeLater(page: Page): Promise<void> {
  await page.evaluate(async (settings) => {
    const { chrome } = globalThis as unknown as Extension;
    await chrome.storage.local.set({ settings });
    await new Promise<void>((done, failed) => {
      const request = indexedDB.open('statemark', 3);
      request.onupgradeneeded = () => {
        for (const name of [...request.result.objectStoreNames]) request.result.deleteObjectStore(name);
        request.result.createObjectStore('shelves', { keyPath: 'id' });
      };
      request.onerror = () => failed(request.error);
      request.onblocked = () => failed(new Error('another page has the database open'));
      request.onsuccess = () => {
        const writing = request.result.transaction('shelves', 'readwrite', { durability: 'strict' });
        writing.objectStore('shelves').put({ id: 'news', kept: true });
        writing.oncomplete = () => {
          request.result.close();
          done();
        };
      };
    });
  }, LATER);
}

/** Settings by their keys, and what the database is. */
async function stored(page: Page): Promise<Record<string, unknown>> {
  const json = await page.evaluate(async () => {
    const { chrome } = globalThis as unknown as Extension;
    const all = Object.entries(await chrome.storage.local.get(null)).filter(([key]) => key.startsWith('settings'));
    const database = await new Promise<object>((done, failed) => {
      const request = indexedDB.open('statemark');
      request.onerror = () => failed(request.error);
      request.onsuccess = () => {
        const { result } = request;
        const counting = result
          .transaction([...result.objectStoreNames])
          .objectStore('shelves')
          .count();
        counting.onsuccess = () => {
          done({ version: result.version, stores: [...result.objectStoreNames], rows: counting.result });
          result.close();
        };
        counting.onerror = () => failed(counting.error);
      };
    });
    return JSON.stringify({ ...Object.fromEntries(all), database });
  });
  return JSON.parse(json) as Record<string, unknown>;
}
