import { useEffect, useState } from 'preact/hooks';
import { browser } from '../browser.ts';
import { send, type TabReport } from '../messages.ts';

/** Storage changes in bursts while a page loads: one question is enough for a burst. */
const BURST_MS = 60;
/** While a page is still being read nothing may be stored at all, if there is nothing on it. */
const READING_MS = 700;

/**
 * What is on the tab, asked again whenever something that it depends on is stored.
 * @param tab undefined until it is known; -1 for no tab, which still tells of the lists
 */
export function useReport(tab: number | undefined): {
  report: TabReport | undefined;
  failed: boolean;
  refresh(): void;
} {
  const [report, setReport] = useState<TabReport>();
  const [failed, setFailed] = useState(false);
  const [asked, setAsked] = useState(0);
  const refresh = (): void => setAsked((count) => count + 1);

  useEffect(() => {
    if (tab === undefined) return;
    let current = true;
    const answered = (answer: TabReport | undefined): void => {
      if (!current) return;
      setFailed(answer === undefined);
      if (answer) setReport(answer);
    };
    send('tabReport', { tab }).then(answered, () => answered(undefined));
    return () => {
      current = false;
    };
  }, [tab, asked]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const listener = (): void => {
      timer ??= setTimeout(() => {
        timer = undefined;
        refresh();
      }, BURST_MS);
    };
    browser.storage.onChanged.addListener(listener);
    return () => {
      browser.storage.onChanged.removeListener(listener);
      clearTimeout(timer);
    };
  }, []);

  const reading = report?.status === 'reading';
  useEffect(() => {
    if (!reading) return;
    const timer = setInterval(refresh, READING_MS);
    return () => clearInterval(timer);
  }, [reading]);

  return { report, failed, refresh };
}

/** The tab that the popup is about: named in its address (for tests and full tabs), else the one it opened over. */
export function useTab(search: string): number | undefined {
  const [tab, setTab] = useState(namedTab(search));
  useEffect(() => {
    if (tab !== undefined) return;
    void browser.tabs.query({ active: true, currentWindow: true }).then(([active]) => setTab(active?.id ?? -1));
  }, [tab]);
  return tab;
}

export function namedTab(search: string): number | undefined {
  const named = Number(new URLSearchParams(search).get('tab') ?? Number.NaN);
  return Number.isInteger(named) ? named : undefined;
}
