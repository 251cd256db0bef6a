import { useEffect } from 'preact/hooks';
import { browser } from '../../browser.ts';
import { sendToTab } from '../../messages.ts';

/** As often as a reader looks up from the page. */
const LOOK_MS = 1_500;

/**
 * Asks again whenever the tab has gone elsewhere, has read on, or may be read at last.
 * @param tab undefined for a view that is looked at once
 */
export function useLive(tab: number | undefined, refresh: () => void): void {
  useEffect(() => {
    if (tab === undefined || tab < 0) return;
    const updated = (id: number, changed: { url?: string; status?: string }): void => {
      if (id === tab && (changed.url !== undefined || changed.status !== undefined)) refresh();
    };
    browser.tabs.onUpdated.addListener(updated);
    browser.permissions.onAdded.addListener(refresh);
    browser.permissions.onRemoved.addListener(refresh);
    const end = watchPage(tab, refresh);
    return () => {
      browser.tabs.onUpdated.removeListener(updated);
      browser.permissions.onAdded.removeListener(refresh);
      browser.permissions.onRemoved.removeListener(refresh);
      end();
    };
  }, [tab]);
}

/** The page is asked, and not the background, which would never come to rest under a panel that stays open. */
function watchPage(tab: number, changed: () => void): () => void {
  let last: string | undefined;
  const timer = setInterval(async () => {
    if (document.hidden) return;
    const said = JSON.stringify(await sendToTab(tab, 'report', null, 0).catch(() => undefined));
    if (last !== undefined && said !== last) changed();
    last = said ?? '';
  }, LOOK_MS);
  return () => clearInterval(timer);
}
