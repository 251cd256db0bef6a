import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../harness/browser.ts';
import { builtExtension } from '../harness/build.ts';
import { waitForChip } from '../harness/chips.ts';
import { type SiteServer, startServer } from '../harness/server.ts';
import type { Session } from '../harness/session.ts';
import { allHosts } from '../sites/sites.ts';
import { inEachBrowser, ONE_NAME, until } from './sample.ts';

/** In the address of every page that is visited in a private window, and nowhere else. */
const TOKEN = 'quagga4711';
/** What is stored on purpose, to see that what is stored would be found. */
const STORED = 'okapi4711';
const PAGES = ['https://x.com/home?ticks=0&', 'https://www.youtube.com/watch?', 'https://www.reddit.com/?'].map(
  (url) => `${url}only=${TOKEN}`,
);

interface Api {
  extension: { isAllowedIncognitoAccess(): Promise<boolean> };
  runtime: { sendMessage(message: object): Promise<unknown> };
  storage: Record<'local' | 'session', { get(key: null): Promise<object>; set(all: object): Promise<void> }>;
  tabs: { query(filter: object): Promise<{ id: number; windowId: number; url?: string; incognito: boolean }[]> };
  windows: { create(how: object): Promise<{ id: number } | undefined>; remove(id: number): Promise<void> };
}
type Scope = { browser?: Api; chrome: Api };

/**
 * A reader who allowed Statemark in private windows, counts matches, and reads there: as much is stored as before.
 * Chromium's windows are "spanning", as the manifest leaves them: one background for both kinds. Firefox knows no other.
 */
inEachBrowser('a private window', (kind) => {
  let server: SiteServer;
  let session: Session;
  let own: Page;

  beforeAll(async () => {
    server = await startServer(new Map([...allHosts(), ONE_NAME]));
    const extensionDir = builtExtension(kind);
    session = await launchBrowser(kind, { extensionDir, port: server.port, headless: true, inPrivate: true });
    own = await session.openExtensionPage('options.html');
    await own.evaluate(async (stored) => {
      const { browser, chrome } = globalThis as unknown as Scope;
      const { runtime, storage } = browser ?? chrome;
      await runtime.sendMessage({ type: 'setSettings', data: { statistics: true } });
      await storage.local.set({ [stored]: stored });
    }, STORED);
  });
  afterAll(async () => {
    await session.close();
    rmSync(session.profile, { recursive: true, force: true });
    await server.close();
  });

  /** Everything that the extension keeps, as text that can be compared. */
  const kept = (area: 'local' | 'session' | 'databases'): Promise<string> =>
    own.evaluate(async (where) => {
      const { browser, chrome } = globalThis as unknown as Scope;
      if (where !== 'databases') {
        // What the installed lists say is kept in memory too, whatever is read: only pages tell of a reader.
        const { index: _, ...told } = (await (browser ?? chrome).storage[where].get(null)) as { index?: unknown };
        return JSON.stringify(told, null, 1);
      }
      const done = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const all: unknown[] = [];
      for (const { name = '', version } of await indexedDB.databases()) {
        const database = await done(indexedDB.open(name));
        for (const store of database.objectStoreNames) {
          all.push([name, version, store, await done(database.transaction(store).objectStore(store).getAllKeys())]);
        }
        database.close();
      }
      return JSON.stringify(all);
    }, area);
  const openPrivate = (url: string): Promise<void> =>
    own.evaluate(async (to) => {
      const { browser, chrome } = globalThis as unknown as Scope;
      await (browser ?? chrome).windows.create({ url: to, incognito: true });
    }, url);
  const privateTabs = async (): Promise<{ id: number; windowId: number; url: string }[]> =>
    JSON.parse(
      await own.evaluate(async () => {
        const { browser, chrome } = globalThis as unknown as Scope;
        return JSON.stringify((await (browser ?? chrome).tabs.query({})).filter((tab) => tab.incognito));
      }),
    );
  const closePrivate = (): Promise<void> =>
    own.evaluate(async () => {
      const { browser, chrome } = globalThis as unknown as Scope;
      const { tabs, windows } = browser ?? chrome;
      const all = (await tabs.query({})).filter((tab) => tab.incognito);
      for (const id of new Set(all.map(({ windowId }) => windowId))) await windows.remove(id);
    });
  const pageAt = async (url: string): Promise<Page> => {
    const find = async (): Promise<Page | undefined> =>
      (await session.browser.pages()).find((page) => page.url() === url);
    return (await until(find, (page) => page !== undefined)) ?? expect.unreachable(`no page ${url}`);
  };

  it('is one in which Statemark runs, once it is allowed there', async () => {
    const allowed = await own.evaluate(() => {
      const { browser, chrome } = globalThis as unknown as Scope;
      return (browser ?? chrome).extension.isAllowedIncognitoAccess();
    });
    expect(allowed).toBe(true);
  });

  it('of which nothing is stored: no setting, no statistics, no database, and nothing in memory once it is closed', async () => {
    const counting = await session.open('https://x.com/home?ticks=0');
    await waitForChip(counting);
    const statistics = await until(
      () => kept('local'),
      (all) => all.includes('"statistics": {'),
    );
    expect(statistics, 'a page in an ordinary window is counted').toContain('"statistics": {');
    await counting.close();
    const [local, databases] = [await kept('local'), await kept('databases')];
    const before = await kept('session');

    for (const url of PAGES) {
      await openPrivate(url);
      await waitForChip(await pageAt(url));
    }
    const tabs = await privateTabs();
    expect(tabs.map(({ url }) => url).sort()).toEqual(PAGES.toSorted());
    const meanwhile = await until(
      () => kept('session'),
      (all) => tabs.every(({ id }) => all.includes(`"tab:${id}"`)),
    );
    for (const { id } of tabs) expect(meanwhile, 'the tab’s count is in memory').toContain(`"tab:${id}"`);
    expect(meanwhile).not.toMatch(new RegExp(`${TOKEN}|https|\\.com`));
    expect(await kept('local')).toBe(local);

    await closePrivate();
    expect(await until(privateTabs, (left) => left.length === 0)).toEqual([]);
    const speaksOf = (all: string): number[] => {
      const { underlined = [], ...others } = JSON.parse(all) as { underlined?: { tabId: number }[] };
      const told = [...underlined.map(({ tabId }) => tabId), ...Object.keys(others).map((key) => Number(key.slice(4)))];
      return tabs.map(({ id }) => id).filter((id) => told.includes(id));
    };
    expect(speaksOf(meanwhile)).toHaveLength(PAGES.length);
    const after = await until(
      () => kept('session'),
      (all) => speaksOf(all).length === 0,
    );
    expect(speaksOf(after), after).toEqual([]);
    expect(Object.keys(JSON.parse(after)).filter((key) => !before.includes(`"${key}"`))).toEqual([]);
    expect(await kept('local')).toBe(local);
    expect(await kept('databases')).toBe(databases);
  });

  it('leaves no address on the disk, not even if the browser is killed', async () => {
    await openPrivate(PAGES[0] ?? '');
    await waitForChip(await pageAt(PAGES[0] ?? ''));
    await session.crash();
    const [found, control] = [holding(session.profile, TOKEN), holding(session.profile, STORED)];
    expect(control.length, 'what is stored would be found').toBeGreaterThan(0);
    expect(found).toEqual([]);
  });
});

/** The files below a folder that hold a text, in one or two bytes a letter. */
function holding(dir: string, text: string): string[] {
  const forms = [Buffer.from(text, 'latin1'), Buffer.from(text, 'utf16le')];
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = readFileSync(file);
      return forms.some((form) => bytes.includes(form));
    });
}
