import { browser } from './browser.ts';
import { dossierPath } from './dossier-path.ts';

/**
 * Questions on their way from a menu or the address bar to the page that answers. They wait in memory
 * (`storage.session`), so that the page's address, which browsers keep in their history, says nothing of them.
 */
const KEY = 'asked';

/** Enough for every tab that a reader still looks at. */
const MOST = 30;

type Kept = [id: string, text: string][];

/** Opens the answer in a tab of its own, or where the reader wishes it. */
export async function openAnswer(
  text: string,
  where: 'new-tab' | 'background-tab' | 'this-tab' = 'new-tab',
): Promise<void> {
  const id = crypto.randomUUID();
  await browser.storage.session.set({ [KEY]: [...(await kept()), [id, text]].slice(-MOST) });
  const url = browser.runtime.getURL(dossierPath({ page: 'check', query: '', asked: id }));
  const open = (): Promise<unknown> => browser.tabs.create({ url, active: where !== 'background-tab' });
  // A tab of a private window cannot show the extension's pages.
  await (where === 'this-tab' ? browser.tabs.update({ url }).catch(open) : open());
}

/** @returns undefined for a question of an earlier session, or of long ago */
export async function askedBefore(id: string): Promise<string | undefined> {
  return (await kept()).find(([one]) => one === id)?.[1];
}

async function kept(): Promise<Kept> {
  return ((await browser.storage.session.get(KEY))[KEY] as Kept | undefined) ?? [];
}
