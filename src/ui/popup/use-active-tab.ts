import { useEffect, useState } from 'preact/hooks';
import { browser } from '../../browser.ts';
import { namedTab } from './first-look.ts';

/**
 * The tab in front in the window that asks, as the reader changes it; one that is named in the address stays.
 * @returns undefined until it is known, -1 where there is none
 */
export function useActiveTab(search: string): number | undefined {
  const named = namedTab(search);
  const [tab, setTab] = useState(named);
  useEffect(() => {
    if (named !== undefined) return;
    let ours: number | undefined;
    const ask = async (): Promise<void> => {
      // A window keeps its number for as long as it stands; tabs move between windows.
      ours ??= (await browser.windows.getCurrent()).id;
      const [active] = await browser.tabs.query({ active: true, ...(ours !== undefined && { windowId: ours }) });
      setTab(active?.id ?? -1);
    };
    const activated = ({ windowId }: { windowId: number }): void => {
      if (ours === undefined || windowId === ours) void ask();
    };
    browser.tabs.onActivated.addListener(activated);
    void ask();
    return () => browser.tabs.onActivated.removeListener(activated);
  }, [named]);
  return tab;
}
