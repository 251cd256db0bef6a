import { useEffect, useState } from 'preact/hooks';
import { browser } from '../../browser.ts';
import { readStatistics, STATISTICS, type Statistics, statisticsFromStored } from '../../statistics.ts';

/** What was counted, live; undefined until it is read. */
export function useStatistics(): Statistics | undefined {
  const [statistics, setStatistics] = useState<Statistics>();
  useEffect(() => {
    const listener = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
      const change = changes[STATISTICS];
      if (area === 'local' && change) setStatistics(statisticsFromStored(change.newValue));
    };
    browser.storage.onChanged.addListener(listener);
    void readStatistics().then((read) => setStatistics((now) => now ?? read));
    return () => browser.storage.onChanged.removeListener(listener);
  }, []);
  return statistics;
}
