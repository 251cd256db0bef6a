import { openAnswer } from '../asked.ts';
import { browser, type Menus } from '../browser.ts';
import { MAX_CHECK_LENGTH } from '../evidence-messages.ts';
import { hostFromVisibleText } from '../platforms/address.ts';
import { t } from '../text.ts';

const ITEM = 'check';

/**
 * "Is this listed?" on links and selected text. Answered in a page of the extension, from the lists alone.
 * Registers its listeners at once; where the browser has no such menu (Firefox on Android), nothing.
 */
export function registerContextMenu(): void {
  if (!('contextMenus' in browser)) return;
  browser.contextMenus.onClicked.addListener((info) => {
    const text = questionIn(info);
    if (info.menuItemId === ITEM && text !== '') void openAnswer(text);
  });
  // Browsers keep the item between lives of the worker; its words may have changed with an update or a language.
  browser.runtime.onInstalled.addListener(() => void createItem());
  browser.runtime.onStartup.addListener(() => void createItem());
}

async function createItem(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: ITEM, title: t('checkTitle'), contexts: ['link', 'selection'] });
}

/** The link, and what is selected: both where both are meant. A short link's own text may say where it leads. */
function questionIn({ linkUrl, linkText, selectionText }: Menus.OnClickData): string {
  const shown = linkText?.trim() ?? '';
  const isName = /^[#＃@＠]\S+$/.test(shown) || hostFromVisibleText(shown) !== undefined;
  const parts = [linkUrl, isName ? shown : undefined, selectionText?.trim()].filter((part) => part !== undefined);
  return [...new Set(parts)].join('\n').slice(0, MAX_CHECK_LENGTH);
}
