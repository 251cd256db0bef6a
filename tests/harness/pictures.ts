import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { SampleSite } from '../sites/site.ts';
import { clickChip, waitForChip } from './chips.ts';
import { compare, type Found, found, merge } from './compare.ts';
import { openReporter, type Reporter } from './report.ts';
import type { Session } from './session.ts';

const popupViewport = { width: 380, height: 600 };
const step = 600;

type Save = (page: Page, name: string) => Promise<unknown>;

/** Takes the pictures of `npm start -- --headless` and writes matches.json; rejects if anything is amiss. */
export async function takePictures(
  session: Session,
  site: SampleSite,
  extensionDir: string,
  out: string,
): Promise<void> {
  await mkdir(out, { recursive: true });
  const save: Save = (page, name) => page.screenshot({ path: join(out, `${name}.png`) });
  const address = (path: string) => `https://${site.hosts[0]}${path}`;

  const page = await session.open(address(site.startPath));
  await pictureMarks(page, site.pictured, save);
  const reporter = await openReporter(session, page);
  const matches = await readThrough(page, reporter);
  const report = { ...(await reporter.read()), matches, sample: compare(matches, site.planted) };
  await writeFile(join(out, 'matches.json'), `${JSON.stringify(report, null, 2)}\n`);
  await pictureExtension(session, reporter.tab, extensionDir, save);
  for (const [name, path] of [
    ['page-dark', site.darkPath],
    ['page-rtl', site.rtlPath],
  ] as const) {
    const other = await session.open(address(path));
    await waitForChip(other);
    await settled(other);
    await save(other, name);
  }
  // Last, so that the pictures are there to look at when something is wrong.
  mustAgree(report.sample);
}

async function pictureMarks(page: Page, within: string, save: Save): Promise<void> {
  await waitForChip(page);
  await settled(page);
  await save(page, 'page');
  await clickChip(page, within);
  // What opens cannot be seen from the page (closed shadow root), so there is nothing to wait for.
  await pause(600);
  await save(page, 'card');
  await page.keyboard.press('Escape');
}

async function pictureExtension(session: Session, tab: number, extensionDir: string, save: Save): Promise<void> {
  const popup = await session.openExtensionPage(`popup.html?tab=${tab}`);
  await popup.setViewport(popupViewport);
  await settled(popup);
  await save(popup, 'popup');
  if (!existsSync(join(extensionDir, 'dossier.html'))) return;
  const dossier = await session.openExtensionPage('dossier.html');
  await settled(dossier);
  await save(dossier, 'dossier');
}

/** Scrolls to the end as a reader does, and gathers all that was reported on the way. */
async function readThrough(page: Page, reporter: Reporter): Promise<Found[]> {
  let matches: Found[] = [];
  for (let still = 0, last = -1; still < 4; ) {
    const top = await page.evaluate((by) => {
      window.scrollBy(0, by);
      return window.scrollY;
    }, step);
    still = top === last ? still + 1 : 0;
    last = top;
    await pause(150);
    matches = merge(matches, (await reporter.read()).matches.map(found));
  }
  await page.evaluate(() => window.scrollTo(0, 0));
  await waitForChip(page);
  return matches;
}

function mustAgree({ missing, unexpected }: { missing: string[]; unexpected: string[] }): void {
  const complaints = [
    missing.length > 0 && `not marked, but listed: ${missing.join(' ')}`,
    unexpected.length > 0 && `marked, but not listed: ${unexpected.join(' ')}`,
  ].filter(Boolean);
  if (complaints.length > 0) throw new Error(`The sample page was read wrongly. ${complaints.join('; ')}`);
}

/** Waits until the page has text and its size has stood still for a moment, as a person would. */
export async function settled(page: Page): Promise<void> {
  const measure = () =>
    [document.body.checkVisibility() && document.body.offsetHeight > 0, document.querySelectorAll('*').length].join();
  const deadline = Date.now() + 10_000;
  for (let same = 0, last = ''; same < 4; ) {
    if (Date.now() > deadline) throw new Error(`${page.url()} did not come to rest.`);
    await pause(100);
    const now = await page.evaluate(measure);
    same = now === last && now.startsWith('true') ? same + 1 : 0;
    last = now;
  }
}
