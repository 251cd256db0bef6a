import type { Page } from 'puppeteer-core';
import type { ListMessages, ListState } from '../../../src/list-messages.ts';

/** What one of the extension's own pages may ask of the background, asked from one. */
export async function ask<T extends keyof ListMessages>(
  page: Page,
  type: T,
  data: ListMessages[T]['data'],
): Promise<ListMessages[T]['reply']> {
  const reply = await page.evaluate(
    async (message) => {
      const { chrome } = globalThis as unknown as {
        chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };
      };
      // Firefox drops from an answer what is in it twice: text has nothing twice.
      return JSON.stringify((await chrome.runtime.sendMessage(message)) ?? null);
    },
    { type, data } as { type: string; data: never },
  );
  return JSON.parse(reply) as ListMessages[T]['reply'];
}

export async function stateOf(page: Page, id: string): Promise<ListState | undefined> {
  return (await ask(page, 'listStates', null)).find((state) => state.id === id);
}
