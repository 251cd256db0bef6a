import { browser } from '../../browser.ts';

/** What Chrome has and the polyfill's types do not. */
interface ChromePanel {
  sidePanel?: { open(where: { windowId: number }): Promise<void> };
}

/** Whether the browser has a place beside the page: phones have none. */
export function hasBeside(): boolean {
  return (browser as ChromePanel).sidePanel !== undefined || 'sidebarAction' in browser;
}

/**
 * Opens the panel beside the page. To be called in the click itself: browsers refuse it later.
 * @param windowId asked for beforehand, because asking takes longer than the click lasts
 */
export function openBeside(windowId: number): Promise<void> {
  const { sidePanel } = browser as ChromePanel;
  return sidePanel ? sidePanel.open({ windowId }) : browser.sidebarAction.open();
}
