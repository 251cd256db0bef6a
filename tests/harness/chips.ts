import type { Page } from 'puppeteer-core';

/** The element that the extension puts beside a marked name; its content is in a closed shadow root. */
export const chipTag = 'statemark-chip';

export type Box = { x: number; y: number; width: number; height: number };

/**
 * Where the chips inside elements that match `within` are, in document order, in viewport pixels;
 * those that take no room are left out.
 */
export function chipBoxes(page: Page, within = ':root'): Promise<Box[]> {
  return page.$$eval(`:is(${within}) ${chipTag}`, (chips) =>
    chips
      .map((chip) => chip.getBoundingClientRect())
      .filter(({ width, height }) => width > 0 && height > 0)
      .map(({ x, y, width, height }) => ({ x, y, width, height })),
  );
}

/** Waits until the page shows a chip. Rejects after `timeout` milliseconds. */
export async function waitForChip(page: Page, timeout = 30_000): Promise<void> {
  try {
    await page.waitForSelector(chipTag, { visible: true, timeout });
  } catch {
    throw new Error(`No mark (${chipTag}) appeared on ${page.url()} within ${timeout / 1000} seconds.`);
  }
}

/** Clicks the first such chip that is wholly in view, as a person does: what is inside it cannot be reached. */
export async function clickChip(page: Page, within?: string): Promise<void> {
  const height = await page.evaluate(() => window.innerHeight);
  const boxes = await chipBoxes(page, within);
  const box = boxes.find(({ y, height: tall }) => y >= 0 && y + tall <= height);
  if (!box) throw new Error(`No ${chipTag} is in view on ${page.url()}.`);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}
