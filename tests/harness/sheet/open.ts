import type { Page, Viewport } from 'puppeteer-core';
import type { Session } from '../session.ts';
import type { Look } from './looks.ts';
import { pageOf } from './stage.ts';
import type { State } from './state.ts';

/** Opens a state as it is looked at, at rest. */
export async function openState(session: Session, state: State, look: Omit<Look, 'name'>): Promise<Page> {
  const page = await opened(
    session,
    pageOf(state, look.language) + (state.hash ?? ''),
    look.viewport(state.surface),
    look.dark,
  );
  try {
    await sized(page, sizeIn(session, look.viewport(state.surface)));
    if (state.unfolded) await unfold(page);
    if (state.press !== undefined) await pressInCard(page, state.press);
    if (state.toEnd) await scrollCard(page);
    return page;
  } catch (error) {
    await page.close();
    throw error;
  }
}

/** Firefox's driver has no fingers: it would load the page anew for them, of which it never hears. */
function sizeIn({ kind }: Session, viewport: Viewport): Viewport {
  if (kind === 'chrome') return viewport;
  const { isMobile: _mobile, hasTouch: _touch, ...size } = viewport;
  return size;
}

/** In its own size from the first, where the driver can: right to left, Chrome pictures a page that shrank from afar. */
async function opened(session: Session, path: string, viewport: Viewport, dark: boolean): Promise<Page> {
  if (session.kind === 'firefox') return session.openExtensionPage(path);
  const page = await session.browser.newPage();
  await page.setViewport(viewport);
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]);
  await page.goto(session.extensionUrl(path));
  return page;
}

async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const one of document.querySelectorAll('details')) one.open = true;
  });
  await atRest(page);
}

/** A tab gets its new size a moment later. */
export async function sized(page: Page, viewport: Viewport): Promise<void> {
  await page.setViewport(viewport);
  await page.waitForFunction((width) => innerWidth === width, { polling: 20 }, viewport.width);
  // Nothing scrolls in a picture of a whole page; a popup grows by its bar, a tab of the same size does not.
  await page.evaluate(() => {
    document.documentElement.style.scrollbarWidth = 'none';
  });
  await atRest(page);
}

/** Here the root of the card is open. What counts as the reader's own is a press of the mouse. */
async function pressInCard(page: Page, selector: string): Promise<void> {
  const at = await page.evaluate((wanted) => {
    const button = document.querySelector('statemark-card')?.shadowRoot?.querySelector(wanted);
    button?.scrollIntoView({ block: 'center' });
    const { x, y, width, height } = button?.getBoundingClientRect() ?? new DOMRect();
    return { x: x + width / 2, y: y + height / 2 };
  }, selector);
  await page.mouse.click(at.x, at.y);
  await atRest(page);
}

async function scrollCard(page: Page): Promise<void> {
  await page.evaluate(() => {
    const card = document.querySelector('statemark-card')?.shadowRoot?.querySelector('.card');
    card?.scrollTo(0, card.scrollHeight);
  });
  await atRest(page);
}

/**
 * Waits within the page, so that waiting takes no longer than the page does: until something is drawn and has not
 * changed for a moment.
 */
async function atRest(page: Page): Promise<void> {
  const rested = await page.evaluate(
    (still, most) =>
      new Promise<boolean>((resolve) => {
        const end = setTimeout(() => done(false), most);
        const done = (is: boolean): void => {
          observer.disconnect();
          clearTimeout(end);
          clearTimeout(timer);
          // What was drawn last is painted too.
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(is)));
        };
        const look = (): void => (document.body.offsetHeight > 0 ? done(true) : wait());
        const wait = (): void => {
          clearTimeout(timer);
          timer = setTimeout(look, still);
        };
        let timer: ReturnType<typeof setTimeout> | undefined;
        const observer = new MutationObserver(wait);
        observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
        for (const { shadowRoot } of document.querySelectorAll('*')) {
          if (shadowRoot) observer.observe(shadowRoot, { subtree: true, childList: true, attributes: true });
        }
        wait();
      }),
    STILL_MS,
    MOST_MS,
  );
  if (!rested) throw new Error(`${page.url()} did not come to rest.`);
}
const STILL_MS = 120;
const MOST_MS = 15_000;
