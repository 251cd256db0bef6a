import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page, Viewport } from 'puppeteer-core';
import { x } from '../../sites/x/x.ts';
import { clickChip, waitForChip } from '../chips.ts';
import { settled } from '../pictures.ts';
import { openReporter } from '../report.ts';
import type { Session } from '../session.ts';
import { openState, sized } from './open.ts';
import type { State, Surface } from './state.ts';

/** What both stores take. */
const SIZE = { width: 1280, height: 800 };
const BESIDE = 380;

/** The pictures that the stores show, in the order in which they are to be shown. Sample accounts only. */
export async function takeStore(session: Session, states: readonly State[], out: string): Promise<void> {
  const save = (name: string) => join(out, `${name}.png`) as `${string}.png`;
  const timeline = await openTimeline(session, SIZE);
  await timeline.screenshot({ path: save('1-marks') });
  await clickChip(timeline, x.pictured);
  // What opens cannot be seen from the page (closed shadow root), so there is nothing to wait for.
  await pause(700);
  await timeline.screenshot({ path: save('2-evidence') });
  await timeline.close();
  await pictureBeside(session, save('3-beside'));
  for (const [name, surface, state] of [
    ['4-dossier', 'dossier', 'entity'],
    ['5-options', 'options', 'as installed'],
  ] as const) {
    const page = await openNamed(session, states, surface, state);
    await page.screenshot({ path: save(name) });
    await page.close();
  }
}

/** A page and the panel beside it, as the browser would show them: drivers see pages, and not what frames them. */
async function pictureBeside(session: Session, path: `${string}.png`): Promise<void> {
  const timeline = await openTimeline(session, { ...SIZE, width: SIZE.width - BESIDE });
  const left = await timeline.screenshot({ encoding: 'base64' });
  const reporter = await openReporter(session, timeline);
  const panel = await session.openExtensionPage(`sidepanel.html?tab=${reporter.tab}`);
  await sized(panel, { ...SIZE, width: BESIDE - 1 });
  const right = await panel.screenshot({ encoding: 'base64' });
  for (const page of [panel, timeline]) await page.close();
  await reporter.close();
  const both = await session.browser.newPage();
  await both.setViewport(SIZE);
  const picture = (data: string): string => `<img src="data:image/png;base64,${data}" alt="">`;
  await both.setContent(
    `<body style="margin:0;display:flex;gap:1px;background:#8a94a6">${picture(left)}${picture(right)}`,
  );
  await settled(both);
  await both.screenshot({ path });
  await both.close();
}

async function openTimeline(session: Session, viewport: Viewport): Promise<Page> {
  const page = await session.open(`https://${x.hosts[0]}${x.startPath}`);
  await page.setViewport(viewport);
  await page.bringToFront();
  await waitForChip(page);
  await settled(page);
  return page;
}

function openNamed(session: Session, states: readonly State[], surface: Surface, name: string): Promise<Page> {
  const state = states.find((one) => one.surface === surface && one.name === name);
  if (!state) throw new Error(`There is no state "${name}" of ${surface}.`);
  return openState(session, state, { language: 'en', dark: false, viewport: () => SIZE });
}
