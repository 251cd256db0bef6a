import type { Page } from 'puppeteer-core';
import { describe } from 'vitest';
import { launchBrowser } from '../harness/browser.ts';
import { builtExtension } from '../harness/build.ts';
import { openReporter, type Reporter } from '../harness/report.ts';
import { type Handler, type SiteServer, startServer } from '../harness/server.ts';
import type { BrowserKind, Session } from '../harness/session.ts';
import { allHosts } from '../sites/sites.ts';

/** Both real browsers, one after the other. `BROWSER=firefox` runs one alone. */
export const BROWSERS: readonly BrowserKind[] = (process.env.BROWSER?.split(',') as BrowserKind[]) ?? [
  'chrome',
  'firefox',
];

export function inEachBrowser(name: string, tests: (kind: BrowserKind) => void): void {
  for (const kind of BROWSERS) describe(`${name} in ${kind}`, () => tests(kind));
}

/** A running browser with the built extension, and the sample sites it reaches. */
export interface Stage {
  session: Session;
  server: SiteServer;
  close(): Promise<void>;
}

export async function stage(
  kind: BrowserKind,
  options: { extensionDir?: string; sites?: [string, Handler][]; prefersDark?: boolean; downloads?: string } = {},
): Promise<Stage> {
  const server = await startServer(new Map([...allHosts(), ...(options.sites ?? [])]));
  const extensionDir = options.extensionDir ?? builtExtension(kind);
  const prefersDark = options.prefersDark ?? false;
  const { downloads } = options;
  const session = await launchBrowser(kind, {
    extensionDir,
    port: server.port,
    headless: true,
    prefersDark,
    ...(downloads !== undefined && { downloads }),
  });
  return {
    session,
    server,
    async close() {
      await session.close();
      await server.close();
    },
  };
}

/** One post with one listed name, and nothing beside it: what the page says is told at once, nothing follows. */
export const ONE_NAME: [string, Handler] = [
  'x.com',
  () => ({
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: '<!doctype html><title>One name</title><article>As #We_Are_Qassem says</article>',
  }),
];

/** Opens a sample page, collecting the errors that the page itself throws. */
export async function openSample(
  { session }: Stage,
  url: string,
): Promise<{ page: Page; reporter: Reporter; errors: string[] }> {
  const errors: string[] = [];
  const page = await session.open(url);
  page.on('pageerror', (error) => errors.push(String(error)));
  const reporter = await openReporter(session, page);
  return { page, reporter, errors };
}

/** What is underlined, as the page itself can see it: the texts of the highlight's ranges, in no order. */
export async function underlined(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const ranges = [...(CSS.highlights.get('statemark') ?? [])];
    return JSON.stringify(
      ranges.map(({ startContainer, startOffset, endContainer, endOffset }) => {
        const range = document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        return range.toString();
      }),
    );
  });
  return JSON.parse(texts) as string[];
}

/** Asks again until the answer is as wished, and gives the last one, so that a test can say what was there. */
export async function until<T>(ask: () => Promise<T>, wished: (answer: T) => boolean, within = 15_000): Promise<T> {
  const end = Date.now() + within;
  for (;;) {
    const answer = await ask();
    if (wished(answer) || Date.now() > end) return answer;
    await new Promise((done) => setTimeout(done, 60));
  }
}

/** Until nothing moves any more under the mouse: lists grow while a page is being read. */
export async function settled(page: Page): Promise<void> {
  let before = '';
  await until(
    async () => {
      await new Promise((done) => setTimeout(done, 250));
      const was = before;
      // The width too: a tab that comes to the front gets its size a moment later, and its lines anew.
      before = await page.evaluate(() => `${innerWidth} ${document.body.scrollHeight} ${document.body.innerText}`);
      return before === was;
    },
    (same) => same,
  );
}

/** Presses, as a mouse does, what a screen reader would call by this name. */
export async function pressNamed(page: Page, name: string): Promise<void> {
  await page.bringToFront();
  await settled(page);
  // What still moves is not where it was a moment ago: until the point is really on it.
  const at = await until(
    () => centreOf(page, name),
    (found) => found !== '' && !found.startsWith('covered'),
    4_000,
  );
  if (at === '')
    throw new Error(`nothing is called "${name}" in: ${await page.evaluate(() => document.body.innerText)}`);
  const { x, y } = JSON.parse(at.replace('covered', '')) as { x: number; y: number };
  await page.mouse.click(x, y);
}

function centreOf(page: Page, name: string): Promise<string> {
  return page.evaluate((wanted) => {
    const all = [...document.querySelectorAll<HTMLElement>('button, label, summary, a, [role="switch"]')];
    const called = (e: HTMLElement): string =>
      (e.getAttribute('aria-label') ?? e.textContent).replace(/[\u2068\u2069]/g, '');
    const found = all.find((e) => called(e).includes(wanted));
    if (!found) return '';
    found.scrollIntoView({ block: 'center' });
    const box = found.getBoundingClientRect();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const isOnTop = found.contains(document.elementFromPoint(x, y));
    return `${isOnTop ? '' : 'covered'}${JSON.stringify({ x, y })}`;
  }, name);
}
