import type { Page } from 'puppeteer-core';
import type { TabReport } from '../../src/messages.ts';
import type { Session } from './session.ts';

export type Reporter = {
  /** The browser's number of the watched tab. */
  tab: number;
  read(): Promise<TabReport>;
  /** Sends the background any message, as the extension's own pages do. */
  send(type: string, data: unknown): Promise<void>;
  /** Closes the page that asks. */
  close(): Promise<void>;
};

type ExtensionApi = {
  tabs: { query(filter: object): Promise<{ id?: number; url?: string }[]> };
  runtime: { sendMessage(message: unknown): Promise<unknown> };
};
type ExtensionGlobal = { browser?: ExtensionApi; chrome: ExtensionApi };

/**
 * Asks the extension about `page` from one of the extension's own pages, as its popup does.
 * Leaves `page` in front: a tab in the background is not read.
 */
export async function openReporter(session: Session, page: Page): Promise<Reporter> {
  const asking = await session.openExtensionPage('popup.html');
  const tab = await asking.evaluate(findTab, page.url());
  if (tab === undefined) throw new Error(`The extension sees no tab with the address ${page.url()}.`);
  await page.bringToFront();
  return {
    tab,
    async read() {
      return checked(await asking.evaluate(askReport, tab));
    },
    send: (type, data) => asking.evaluate(sendMessage, type, data),
    close: () => asking.close(),
  };
}

async function findTab(url: string): Promise<number | undefined> {
  const { browser, chrome } = globalThis as unknown as ExtensionGlobal;
  const tabs = await (browser ?? chrome).tabs.query({});
  return tabs.find((tab) => tab.url === url)?.id;
}

async function sendMessage(type: string, data: unknown): Promise<void> {
  const { browser, chrome } = globalThis as unknown as ExtensionGlobal;
  await (browser ?? chrome).runtime.sendMessage({ type, data });
}

async function askReport(tab: number): Promise<string | undefined> {
  const { browser, chrome } = globalThis as unknown as ExtensionGlobal;
  const answer = await (browser ?? chrome).runtime.sendMessage({ type: 'tabReport', data: { tab } });
  // As text: Firefox's evaluate() leaves out every object that the answer holds a second time.
  return JSON.stringify(answer);
}

function checked(answer: string | undefined): TabReport {
  const report = answer === undefined ? undefined : (JSON.parse(answer) as TabReport | null);
  if (Array.isArray(report?.matches)) return report;
  throw new Error(`The extension did not answer "tabReport" with matches, but with ${answer}.`);
}
