import type { Page } from 'puppeteer-core';
import type { Session } from './session.ts';

/** The part of the extension's answer to "tabReport" that is relied on here; the rest is passed on. */
export type TabReport = {
  site: string;
  status: string;
  stats: unknown;
  matches: ReportedMatch[];
};
export type ReportedMatch = { value: string; kind: string; count?: number } & Record<string, unknown>;

export type Reporter = {
  /** The browser's number of the watched tab. */
  tab: number;
  read(): Promise<TabReport>;
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
      const answer = await asking.evaluate(askReport, tab);
      return checked(answer);
    },
  };
}

async function findTab(url: string): Promise<number | undefined> {
  const { browser, chrome } = globalThis as unknown as ExtensionGlobal;
  const tabs = await (browser ?? chrome).tabs.query({});
  return tabs.find((tab) => tab.url === url)?.id;
}

function askReport(tab: number): Promise<unknown> {
  const { browser, chrome } = globalThis as unknown as ExtensionGlobal;
  return (browser ?? chrome).runtime.sendMessage({ type: 'tabReport', data: { tab } });
}

function checked(answer: unknown): TabReport {
  const report = answer as TabReport | undefined;
  if (Array.isArray(report?.matches)) return report;
  throw new Error(`The extension did not answer "tabReport" with matches, but with ${JSON.stringify(answer)}.`);
}
