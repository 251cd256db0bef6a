import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { chipTag, clickChip } from '../chips.ts';
import type { Handler } from '../server.ts';
import { itinerary } from '../visits.ts';
import type { Life } from './life.ts';

/** What a reader does, or what befalls him. Each leaves behind what must then hold. */
export type Act = (life: Life, random: () => number) => Promise<void>;

const PAGES = itinerary(80);
const MOST_TABS = 5;

const open: Act = async (life, random) => {
  if (life.tabs.length >= MOST_TABS) await close(life, random);
  life.tabs.push(await life.open(one(PAGES, random)));
};

const close: Act = async (life, random) => {
  const [page] = life.tabs.splice(Math.floor(random() * life.tabs.length), 1);
  await page?.close();
};

const browse: Act = async (life, random) => {
  const page = life.tabs.length > 0 ? one(life.tabs, random) : undefined;
  if (page === undefined) return open(life, random);
  await page.bringToFront();
  await page.goto(one(PAGES, random));
  await page.evaluate(() => scrollBy(0, 1_500));
  await pause(60);
};

const openCard: Act = async ({ lasting: page }) => {
  await page.bringToFront();
  await page.evaluate(() => scrollTo(0, 0));
  await pause(100);
  // Where no chip is in view, none can be pressed; where a card covers it, its buttons would be.
  if (!(await hasCard(page))) await clickChip(page).catch(() => undefined);
  await pause(150);
  for (let tries = 0; tries < 20 && (await hasCard(page)); tries++) {
    await page.keyboard.press('Escape');
    await pause(50);
  }
};
/** Asked of the page: a handle of the element would keep it in memory. */
const hasCard = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.querySelector('statemark-card') !== null);

const openOurs: Act = async (life, random) => {
  const page = await life.session.openExtensionPage(one(['popup.html', 'dossier.html', 'welcome.html'], random));
  await pause(100);
  await page.close();
};

const endBackground: Act = (life) => life.endBackground();

const updateList: Act = async (life) => {
  await life.publish();
  const { version, problem } = await life.update();
  life.expect(version === life.version + 1 && problem === undefined, `version ${life.version + 1} came: ${problem}`);
  life.version += 1;
};

/** A host that is down, that lies, that is cut off in the middle. */
const failToUpdate: Act = async (life, random) => {
  await life.publish();
  const good = life.host.current;
  life.host.fault = one<Handler>(
    [
      () => ({ status: 503 }),
      ({ url }) => (url.pathname.startsWith('/o/') ? { body: 'nonsense' } : undefined),
      (_request, response) => void response.destroy(),
    ],
    random,
  );
  const { version, problem } = await life.update();
  life.host.fault = undefined;
  life.expect(version === life.version && problem !== undefined, `a fault left version ${life.version}: ${version}`);
  life.host.current = good;
  const after = await life.update();
  life.expect(after.version === life.version + 1 && after.problem === undefined, `and was got over: ${after.problem}`);
  life.version += 1;
};

const SITES = ['reddit', 'vk', 'tiktok', 'telegram'];
const MUTED = [{ list: 'seed-documents', identifier: 'a-presstv', since: '2026-11-22' }];

const changeSetting: Act = async (life, random) => {
  const patch = one<Record<string, unknown>>(
    [
      { enabled: random() < 0.7 },
      { markStyle: one(['chip', 'chip', 'underline', 'clean'], random) },
      { personNames: one(['quiet', 'shown'], random) },
      { statistics: random() < 0.5 },
      { lookAlikes: random() < 0.3 },
      { sitesOff: SITES.filter(() => random() < 0.3) },
      { muted: random() < 0.5 ? MUTED : [] },
    ],
    random,
  );
  await life.own.evaluate(async (data) => {
    const { chrome } = globalThis as unknown as { chrome: { runtime: { sendMessage(m: object): Promise<unknown> } } };
    await chrome.runtime.sendMessage({ type: 'setSettings', data });
  }, patch);
  Object.assign(life.settings, patch);
};

/** The page that stayed open shows what the settings wish. */
const look: Act = async (life) => {
  const { enabled = true, markStyle = 'chip' } = life.settings;
  const wished = enabled
    ? { chips: markStyle === 'chip', lines: markStyle !== 'clean' }
    : { chips: false, lines: false };
  await life.lasting.bringToFront();
  let shown = '';
  for (const end = Date.now() + 20_000; Date.now() < end; await pause(60)) {
    shown = await shownOn(life.lasting);
    if (shown === JSON.stringify(wished)) return;
  }
  life.errors.push(`the page shows ${shown}, and the settings wish ${JSON.stringify(wished)}`);
};

function shownOn(page: Page): Promise<string> {
  return page.evaluate((tag) => {
    const lines = [...(CSS.highlights.get('statemark') ?? [])].some(({ startContainer }) => startContainer.isConnected);
    return JSON.stringify({ chips: document.querySelector(tag) !== null, lines });
  }, chipTag);
}

/** An hour of somebody who reads much. How often, by name. */
export const HOUR: readonly (readonly [name: string, act: Act, times: number])[] = [
  ['tabs opened', open, 8],
  ['tabs closed', close, 7],
  ['pages visited', browse, 12],
  ['cards opened', openCard, 3],
  ['own pages opened', openOurs, 3],
  ['backgrounds ended', endBackground, 4],
  ['lists updated', updateList, 2],
  ['updates failed, then got over', failToUpdate, 1],
  ['settings changed', changeSetting, 6],
  ['marks compared with settings', look, 5],
];

export function one<T>(all: readonly T[], random: () => number): T {
  return all[Math.floor(random() * all.length)] as T;
}
