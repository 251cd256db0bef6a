import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { doing } from '../command.ts';
import type { Session } from '../session.ts';
import { type Look, looksOf } from './looks.ts';
import { openState } from './open.ts';
import type { State } from './state.ts';

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
      const where = `${state.surface} “${state.name}”, ${look.name}`;
      pictures.push(await doing(where, () => takeState(session, state, look, out)));
    }
  }
  return pictures;
}

/** A popup is as wide as a popup wherever there is a mouse, which Firefox's driver cannot take away. */
export function canShow({ kind }: Pick<Session, 'kind'>, { surface }: State, { name }: Look): boolean {
  return kind === 'chrome' || surface !== 'popup' || !name.startsWith('phone');
}

async function takeState(session: Session, state: State, look: Look, out: string): Promise<Picture> {
  const page = await openState(session, state, look);
  try {
    const file = `${state.surface}-${state.name.replace(/[^a-z0-9]+/gi, '-')}-${look.name}.png`;
    // Chrome pictures a whole page that runs right to left from beside it, where nothing is below the window.
    const fullPage = await page.evaluate(() => document.documentElement.scrollHeight > innerHeight);
    await page.screenshot({ path: join(out, file) as `${string}.png`, fullPage });
    const amiss = await seenAmiss(page);
    return { surface: state.surface, state: state.name, look: look.name, file, ...(amiss && { amiss }) };
  } finally {
    await page.close();
  }
}

/** Nothing may stand out of a page sideways, and no page may be empty. */
async function seenAmiss(page: Page): Promise<string | undefined> {
  const { wider, empty } = await page.evaluate(() => ({
    wider: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    empty: document.body.innerText.trim() === '',
  }));
  if (empty) return 'empty';
  return wider > 0 ? `wider than its window by ${wider} px` : undefined;
}
