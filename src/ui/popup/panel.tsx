import { TabView } from './popup.tsx';
import { useActiveTab } from './use-active-tab.ts';

/**
 * The popup's list beside the page: of whichever tab is in front in the panel's own window.
 * @param search the panel's own query: `?tab=3` stays with that tab
 */
export function Panel({ search }: { search: string }) {
  return <TabView tab={useActiveTab(search)} place="panel" />;
}
