import type { Page } from 'puppeteer-core';
import type { BrowserKind } from './session.ts';

/**
 * Presses a button of the open card by the keyboard alone. What the card holds is in a closed shadow root: what has
 * the focus there is asked of the browser itself.
 */
export async function pressInCard(page: Page, kind: BrowserKind, words: string): Promise<void> {
  const focused = kind === 'chrome' ? focusedInChrome : focusedInFirefox;
  if (kind === 'firefox') await watchFocus(page);
  const seen: string[] = [];
  for (let i = 0; i < MOST; i++) {
    const name = await focused(page);
    if (name === words) {
      await page.keyboard.press('Enter');
      return;
    }
    seen.push(name);
    await page.keyboard.press('Tab');
  }
  throw new Error(`The card has no "${words}" among: ${seen.join(' | ')}`);
}
const MOST = 40;

/** Chrome's own tree for screen readers reaches into closed roots. */
async function focusedInChrome(page: Page): Promise<string> {
  const client = await page.createCDPSession();
  try {
    const { nodes } = await client.send('Accessibility.getFullAXTree');
    const found = nodes.find(({ role, properties }) => {
      const has = properties?.some(({ name, value }) => name === 'focused' && value.value === true);
      return has && role?.value !== 'RootWebArea';
    });
    return String(found?.name?.value ?? '').replace(/[\u2068\u2069]/g, '');
  } finally {
    await client.detach();
  }
}

type Watched = Window & { focusedName?: string };

/** Firefox tells the page where a key was really pressed, even in a closed root. */
async function watchFocus(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watched = window as Watched;
    if (watched.focusedName !== undefined) return;
    watched.focusedName = '';
    addEventListener(
      'keyup',
      (event) => {
        const { originalTarget } = event as unknown as { originalTarget: Element | null };
        watched.focusedName = originalTarget?.getAttribute('aria-label') ?? originalTarget?.textContent ?? '';
      },
      true,
    );
  });
}

function focusedInFirefox(page: Page): Promise<string> {
  return page.evaluate(() => (window as Watched).focusedName?.replace(/[\u2068\u2069]/g, '') ?? '');
}
