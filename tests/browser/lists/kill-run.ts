import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { KILL_AT, KILL_REACHED, type KillPoint } from '../../../src/background/updates/kill-names.ts';
import { partsOf, readIndex } from '../../../src/core/compiled/read-index.ts';
import type { ListHost, Published, SigningKey } from '../../harness/list-host.ts';
import { storedParts } from '../../harness/stored-parts.ts';
import { type Stage, until } from '../sample.ts';
import { ask, stateOf } from './asking.ts';
import type { ListSort } from './list-sorts.ts';

/** An update that is cut off, and everything that must hold afterwards. */
export interface KillScene {
  host: ListHost;
  key: SigningKey;
  /** The version that is installed. */
  version: number;
  page: Page;
  sort: ListSort;
}

/** From here on the new version is in use. */
const FLIPPED: readonly KillPoint[] = ['flipped', 'swept-again', 'recorded', 'published'];
/** Inside the transaction that flips: the browser may have written it or not. */
const FLIPPING: KillPoint = 'flipping';

/** As long as it takes a loaded machine to come to the end of a small update. */
const PATIENCE = 15_000;

/** Begins an update and answers when it has come to that point, where it stops for ever. */
export async function updateUntil(scene: KillScene, point: KillPoint, nth = 1): Promise<Published> {
  const next = await scene.sort.publish(scene.version + 1, scene.key);
  scene.host.current = next;
  await session(scene.page, { [KILL_AT]: { point, nth } });
  // The answer will never come: the worker that owes it is ended.
  await scene.page.evaluate(() => {
    const { chrome } = globalThis as unknown as { chrome: { runtime: { sendMessage(m: object): Promise<unknown> } } };
    chrome.runtime.sendMessage({ type: 'updateLists', data: { id: 'newsroom' } }).catch(() => undefined);
  });
  const reached = await until(
    () => reachedAt(scene.page),
    (at) => at === point,
    PATIENCE,
  );
  expect(reached, 'the update has come to the point').toBe(point);
  return next;
}

/** After the cut: one version is whole, and the next update comes to its end and leaves nothing over. */
export async function comesBack(scene: KillScene, point: KillPoint, next: Published): Promise<void> {
  const { page, version, sort } = scene;
  await session(page, { [KILL_AT]: null, [KILL_REACHED]: null });
  const after = await stateOf(page, 'newsroom');
  const allowed = point === FLIPPING ? [version, version + 1] : [FLIPPED.includes(point) ? version + 1 : version];
  expect(allowed, `version after ${point}`).toContain(after?.version);
  expect(await missing(page, sort), `whole after ${point}`).toEqual([]);
  await ask(page, 'updateLists', { id: 'newsroom' });
  const healed = await stateOf(page, 'newsroom');
  expect([healed?.version, healed?.problem], `healed after ${point}`).toEqual([version + 1, undefined]);
  expect(await missing(page, sort)).toEqual([]);
  const index = next.objects.get(next.manifest.index.sha256);
  const parts = partsOf(readIndex(index as Uint8Array) ?? expect.unreachable());
  expect(await storedParts(page), `left over after ${point}`).toEqual({ parts: parts.length + sort.beside, staged: 0 });
  scene.version += 1;
}

/** Every name is answered from the list: the last one as well as the first. @returns those that are not */
async function missing(page: Page, { ends }: ListSort): Promise<string[]> {
  const answers = await page.evaluate(async (ids) => {
    const { chrome } = globalThis as unknown as { chrome: { runtime: { sendMessage(m: object): Promise<unknown> } } };
    const evidence = (identifier: string): Promise<unknown> =>
      chrome.runtime.sendMessage({ type: 'evidence', data: { list: 'newsroom', identifier } });
    return JSON.stringify((await Promise.all(ids.map(evidence))).map((answer) => answer !== null));
  }, ends as string[]);
  const found = JSON.parse(answers) as boolean[];
  return ends.filter((_, i) => !found[i]);
}

async function session(page: Page, values: Record<string, unknown>): Promise<void> {
  await page.evaluate(async (json) => {
    type Area = { set(values: object): Promise<void>; remove(keys: string[]): Promise<void> };
    const { chrome } = globalThis as unknown as { chrome: { storage: { session: Area } } };
    const all = Object.entries(JSON.parse(json) as Record<string, unknown>);
    await chrome.storage.session.remove(all.filter(([, value]) => value === null).map(([key]) => key));
    await chrome.storage.session.set(Object.fromEntries(all.filter(([, value]) => value !== null)));
  }, JSON.stringify(values));
}

function reachedAt(page: Page): Promise<string | undefined> {
  return page.evaluate(async (key) => {
    type Area = { get(key: string): Promise<Record<string, string>> };
    const { chrome } = globalThis as unknown as { chrome: { storage: { session: Area } } };
    return (await chrome.storage.session.get(key))[key];
  }, KILL_REACHED);
}

/** Ends the background as the browser does: Chromium its worker, Firefox the whole extension. */
export async function killBackground({ session: browser }: Stage, scene: KillScene): Promise<void> {
  if (browser.killWorker) return browser.killWorker();
  await scene.page
    .evaluate(() => {
      (globalThis as unknown as { chrome: { runtime: { reload(): void } } }).chrome.runtime.reload();
    })
    .catch(() => undefined); // The page goes with it.
  await scene.page.close().catch(() => undefined);
  scene.page = await opened(browser);
}

/** The options page; an extension that is just starting has no pages yet. */
export async function opened(browser: Stage['session']): Promise<Page> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await browser.openExtensionPage('options.html');
    } catch (error) {
      if (attempt === 3) throw error;
    }
  }
}
