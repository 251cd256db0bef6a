import { useEffect, useState } from 'preact/hooks';
import { browser } from '../../browser.ts';
import { send, TAB_FILTER } from '../../messages.ts';
import { type InstalledRows, installedRows } from './installed-rows.ts';

/** Every installed list, read again when the lists change; undefined until the background has answered. */
export function useWatchlists(): { lists: InstalledRows[] | undefined; failed: boolean } {
  const [lists, setLists] = useState<InstalledRows[]>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let current = true;
    const ask = (): void => {
      send('watchlists', null)
        .then((answer) => answer.map(installedRows))
        .then(
          (rows) => {
            if (!current) return;
            setLists(rows);
            setFailed(false);
          },
          () => current && setFailed(true),
        );
    };
    const changed = (changes: Record<string, unknown>, area: string): void => {
      // The filter is written anew with every change of the lists, and with nothing else.
      if (area === 'local' && Object.hasOwn(changes, TAB_FILTER)) ask();
    };
    browser.storage.onChanged.addListener(changed);
    ask();
    return () => {
      current = false;
      browser.storage.onChanged.removeListener(changed);
    };
  }, []);
  return { lists, failed };
}
