import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page, Viewport } from 'puppeteer-core';
import { x } from '../../sites/x/x.ts';
import { clickChip, waitForChip } from '../chips.ts';
import { settled } from '../pictures.ts';
import type { Session } from '../session.ts';
import { type Look, looksOf } from './looks.ts';
import { pageOf } from './stage.ts';
import type { State } from './states.ts';

/** A picture that was taken. */
export interface Picture {
  surface: string;
  state: string;
  look: string;
  file: string;
  /** What a machine can see to be wrong with it. */
  amiss?: string;
}

/** Every state in the looks of one theme. */
export async function takeStates(
  session: Session,
  states: readonly State[],
  dark: boolean,
  out: string,
): Promise<Picture[]> {
  const pictures: Picture[] = [];
  for (const state of states) {
    for (const look of looksOf(state).filter((one) => one.dark === dark && canShow(session, state, one))) {
      pictures.push(await takeState(session, state, look, out));
    }
  }
  return pictures;
}

/** A popup is as wide as a popup wherever there is a mouse, which Firefox's driver cannot take away. */
function canShow({ kind }: Session, { surface }: State, { name }: Look): boolean {
  return kind === 'chrome' || surface !== 'popup' || !name.startsWith('phone');
}

async function takeState(session: Session, state: State, look: Look, out: string): Promise<Picture> {
  const page = await session.openExtensionPage(pageOf(state, look.language) + (state.hash ?? ''));
  try {
    await sized(page, look.viewport(state.surface));
    if (state.unfolded) {
      await page.evaluate(() => {
        for (const one of document.querySelectorAll('details')) one.open = true;
      });
      await settled(page);
    }
    const file = `${state.surface}-${state.name.replace(/[^a-z0-9]+/gi, '-')}-${look.name}.png`;
    await page.screenshot({ path: join(out, file) as `${string}.png`, fullPage: true });
    const amiss = await wider(page);
    return { surface: state.surface, state: state.name, look: look.name, file, ...(amiss && { amiss }) };
  } finally {
    await page.close();
  }
}

/** A tab gets its new size a moment later; right to left, what is drawn before stands outside of the picture. */
export async function sized(page: Page, viewport: Viewport): Promise<void> {
  await page.setViewport(viewport);
  await page.waitForFunction((width) => innerWidth === width, { polling: 50 }, viewport.width);
  // Nothing scrolls in a picture of a whole page; a popup grows by its bar, a tab of the same size does not.
  await page.evaluate(() => {
    document.documentElement.style.scrollbarWidth = 'none';
  });
  await settled(page);
}

/** Nothing may stand out of a page sideways: neither the page itself nor a box that hides what is too long. */
async function wider(page: Page): Promise<string | undefined> {
  const found = await page.evaluate(() => {
    const by = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    return by > 0 ? by : 0;
  });
  return found > 0 ? `wider than its window by ${found} px` : undefined;
}

/** The card in a sample timeline, as a page of that theme shows it. */
export async function takeCards(session: Session, dark: boolean, out: string): Promise<Picture[]> {
  const { hosts, startPath, darkPath, rtlPath, pictured } = x;
  const views: [look: string, path: string, width: number, within?: string][] = dark
    ? [['dark', darkPath, 1280]]
    : [
        ['light', startPath, 1280, pictured],
        ['rtl-light', rtlPath, 1280],
        ['phone', startPath, 360, pictured],
      ];
  const pictures: Picture[] = [];
  for (const [look, path, width, within] of views) {
    const page = await session.open(`https://${hosts[0]}${path}`);
    await page.setViewport({ width, height: 900 });
    await page.bringToFront();
    await waitForChip(page);
    await settled(page);
    await clickChip(page, within);
    // What opens cannot be seen from the page (closed shadow root), so there is nothing to wait for.
    await pause(700);
    const file = `card-evidence-${look}.png`;
    await page.screenshot({ path: join(out, file) as `${string}.png` });
    pictures.push({ surface: 'card', state: 'evidence', look, file });
    await page.close();
  }
  return pictures;
}
