import { useEffect, useState } from 'preact/hooks';
import { browser } from '../../browser.ts';
import { send, type TabReport } from '../../messages.ts';
import { activeTab, namedTab } from './first-look.ts';

/** Storage changes in bursts while a page loads: one question is enough for a burst. */
const BURST_MS = 60;
/** While a page is still being read nothing may be stored at all, if there is nothing on it. */
const READING_MS = 700;

/**
 * What is on the tab, asked again whenever something that it depends on is stored.
 * @param tab undefined until it is known; -1 for no tab, which still tells of the lists
 * @param first what was answered a moment ago
 */
export function useReport(
  tab: number | undefined,
  first?: TabReport,
): {
  report: TabReport | undefined;
  failed: boolean;
  refresh(): void;
} {
  const [report, setReport] = useState(first);
  const [failed, setFailed] = useState(false);
  const [asked, setAsked] = useState(0);
  const refresh = (): void => setAsked((count) => count + 1);

  useEffect(() => {
    if (tab === undefined || (asked === 0 && first?.tab === tab)) return;
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

  useStored(refresh);

  const reading = report?.status === 'reading';
  useEffect(() => {
    if (!reading) return;
    const timer = setInterval(refresh, READING_MS);
    return () => clearInterval(timer);
  }, [reading]);

  return { report, failed, refresh };
}

/** @param told of a burst of changes to what is stored, once */
function useStored(told: () => void): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const listener = (): void => {
      timer ??= setTimeout(() => {
        timer = undefined;
        told();
      }, BURST_MS);
    };
    browser.storage.onChanged.addListener(listener);
    return () => {
      browser.storage.onChanged.removeListener(listener);
      clearTimeout(timer);
    };
  }, []);
}

/**
 * The tab that the popup is about: named in its address (for tests and full tabs), else the one it opened over.
 * @param known where it was asked for already
 */
export function useTab(search: string, known?: number): number | undefined {
  const [tab, setTab] = useState(namedTab(search) ?? known);
  useEffect(() => {
    if (tab === undefined) void activeTab().then(setTab);
  }, [tab]);
  return tab;
}
