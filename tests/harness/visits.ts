import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { sites } from '../sites/sites.ts';
import { launchBrowser } from './browser.ts';
import { chipTag } from './chips.ts';
import { type LoggingProxy, startProxy } from './proxy.ts';
import { type Handler, type LoggedRequest, type SiteServer, startServer } from './server.ts';
import type { BrowserKind, Session } from './session.ts';

/** Visits to the sample pages in a browser whose whole traffic is logged. */
export interface Traveller {
  session: Session;
  server: SiteServer;
  proxy: LoggingProxy;
  /** Visits a page as a reader does, and leaves it. @param rest how long nothing is asked for, before it goes on: ms */
  visit(url: string, rest?: number): Promise<Visit>;
  close(): Promise<void>;
}

export interface Visit {
  url: string;
  /** What the page was asked for by, one line a request, sorted: method, address, every header. */
  requests: string[];
  chips: number;
}

/** @param sites host name → what serves it */
export async function traveller(
  kind: BrowserKind,
  extensionDir: string,
  sites: ReadonlyMap<string, Handler>,
): Promise<Traveller> {
  const server = await startServer(sites);
  const proxy = await startProxy(server.port);
  const session = await launchBrowser(kind, { extensionDir, port: server.port, proxy: proxy.port, headless: true });
  const page = await session.browser.newPage();
  await page.bringToFront();
  return {
    session,
    server,
    proxy,
    visit: (url, rest = QUIET) => visit({ page, server }, url, rest),
    async close() {
      await session.close();
      await proxy.close();
      await server.close();
    },
  };
}

/** Nothing has been asked for in this long: the page has what it wants. */
const QUIET = 350;
const LONGEST = 15_000;

async function visit({ page, server }: { page: Page; server: SiteServer }, url: string, rest: number): Promise<Visit> {
  const from = server.requests.length;
  await page.goto(url);
  await quiet(server, rest);
  await page.evaluate(() => scrollBy(0, 2_000));
  await quiet(server, rest);
  const chips = (await page.$$(chipTag)).length;
  return { url, requests: server.requests.slice(from).map(lineOf).sort(), chips };
}

async function quiet(server: SiteServer, rest: number): Promise<void> {
  const end = Date.now() + LONGEST;
  for (let seen = -1; seen !== server.requests.length && Date.now() < end; await pause(rest)) {
    seen = server.requests.length;
  }
}

/** Every header counts: a request that carries something more is another request. */
function lineOf({ method, host, path, headers }: LoggedRequest): string {
  const { referer = '' } = headers;
  // Of two modules that import a third, either may be the first to ask for it.
  const from = headers['sec-fetch-dest'] === 'script' ? URL.parse(referer)?.origin : referer;
  const all = Object.entries({ ...headers, referer: from }).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${method} https://${host}${path} ${JSON.stringify(Object.fromEntries(all))}`;
}

/** A start page of every network, then the other pages and hosts, and so on in turn. @param count how many */
export function itinerary(count: number): string[] {
  const all = [...sites.values()].map(({ hosts, startPath, darkPath, rtlPath, planted, decoys }) => {
    const paths = [...planted, ...decoys].flatMap(({ path }) => path ?? []);
    const [first = '', ...others] = hosts;
    return [
      ...[...new Set([startPath, ...paths, darkPath, rtlPath])].map((path) => `https://${first}${path}`),
      ...others.map((host) => `https://${host}${startPath}`),
    ];
  });
  const turns = Array.from({ length: Math.max(...all.map((pages) => pages.length)) }, (_, turn) =>
    all.flatMap((pages) => pages[turn] ?? []),
  ).flat();
  return Array.from({ length: count }, (_, i) => turns[i % turns.length] as string);
}
