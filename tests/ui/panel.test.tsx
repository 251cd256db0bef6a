// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { TabReport } from '../../src/messages.ts';
import { Panel } from '../../src/ui/popup/panel.tsx';
import { Popup } from '../../src/ui/popup/popup.tsx';
import api, { fake } from '../fakes/browser.ts';
import { ACCOUNT_EVIDENCE, match, report, TAG_EVIDENCE } from '../fixtures/evidence.ts';
import { control, leave, press, settled, show, words } from './screen.ts';

afterEach(() => {
  leave();
  vi.useRealTimers();
});

/** Tab 7 stands in front of the panel's window, 9 in front of another; each has been read. */
function tabs(): Map<number, TabReport> {
  fake.tabs = [
    { id: 7, windowId: 1, active: true },
    { id: 8, windowId: 1, active: false },
    { id: 9, windowId: 2, active: true },
  ];
  return new Map([
    [7, report({ matches: [match(TAG_EVIDENCE)] })],
    [8, report({ tab: 8, matches: [match(ACCOUNT_EVIDENCE)] })],
    [9, report({ tab: 9, status: 'unreadable' })],
  ]);
}

async function showPanel(search = ''): Promise<Map<number, TabReport>> {
  const reports = tabs();
  api.runtime.onMessage.addListener(async ({ type, data }: { type: string; data: { tab: number } }) => {
    if (type === 'listStates') return [];
    return type === 'tabReport' ? reports.get(data.tab) : null;
  });
  await show(<Panel search={search} />, { report: report() });
  return reports;
}

async function activate(tabId: number): Promise<void> {
  const { windowId } = fake.tabs.find(({ id }) => id === tabId) ?? { windowId: 1 };
  for (const tab of fake.tabs) if (tab.windowId === windowId) tab.active = tab.id === tabId;
  api.tabs.onActivated.fire({ tabId, windowId });
  await settled();
}

test('is about the tab in front in its own window', async () => {
  await showPanel();
  expect(words()).toContain('Campaign around the 2022 anniversary');
  await activate(8);
  expect(words()).toContain('Press TV');
  expect(words()).not.toContain('Campaign around');
});

test('takes no notice of other windows', async () => {
  await showPanel();
  await activate(9);
  expect(words()).toContain('Campaign around the 2022 anniversary');
});

test('stays with a tab that is named in its address', async () => {
  await showPanel('?tab=8');
  await activate(7);
  expect(words()).toContain('Press TV');
});

test('shows nothing of a tab that it no longer stands beside', async () => {
  const reports = await showPanel();
  reports.delete(8);
  await activate(8);
  expect(words()).toBe(
    'No answer came.Statemark may just have been updated. Marks in open pages stay as they are. Try again; if that does not help, close the panel and open it again.Try again',
  );
});

describe('beside a site that the browser does not name', () => {
  async function enter(site: string): Promise<void> {
    const reports = await showPanel();
    const { host: _, site: __, ...nowhere } = report({ tab: 8, status: 'unsupported' });
    reports.set(8, nowhere);
    await activate(8);
    const input = document.querySelector('.site-form input') as HTMLInputElement;
    input.value = site;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await settled();
    await press('Turn on');
    await settled();
  }

  test.each(['social.example.org', ' https://social.example.org/@somebody?x=1 '])('%s is switched on', async (site) => {
    const turned: unknown[] = [];
    api.runtime.onMessage.addListener(({ type, data }: { type: string; data: unknown }) => {
      if (type === 'turnSite') turned.push(data);
    });
    await enter(site);
    expect(fake.called('permissions.request')).toEqual([[{ origins: ['https://social.example.org/*'] }]]);
    expect(turned).toEqual([{ host: 'social.example.org', on: true }]);
  });

  test.each(['', 'localhost', '127.0.0.1', 'about:blank', 'two words.example'])(
    '“%s” is asked of nobody',
    async (site) => {
      await enter(site);
      expect(fake.called('permissions.request')).toEqual([]);
      expect(words()).toContain('This is not the name of a site.');
    },
  );

  test('a popup needs no such field: there the browser names it', async () => {
    const { host: _, site: __, ...nowhere } = report({ status: 'unsupported' });
    await show(<Popup search="?tab=7" />, { report: nowhere });
    expect(document.querySelector('.site-form')).toBeNull();
  });
});

test('asks anew when the tab goes elsewhere, and only then', async () => {
  const reports = await showPanel();
  reports.set(7, report({ status: 'site-off' }));
  api.tabs.onUpdated.fire(8, { status: 'complete' });
  api.tabs.onUpdated.fire(7, { title: 'X' });
  await settled();
  expect(words()).toContain('Campaign around');
  api.tabs.onUpdated.fire(7, { status: 'complete' });
  await settled();
  expect(words()).toContain('off on this site');
});

test('asks anew when a permission is given', async () => {
  const reports = await showPanel();
  reports.set(7, report());
  api.permissions.onAdded.fire({ origins: ['https://x.com/*'] });
  await settled();
  expect(words()).toContain('Nothing listed on this page.');
});

test('counts on while the page is scrolled, by asking the page', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  let posts = 60;
  const reports = tabs();
  fake.pages.set(7, () => ({ ...report(), posts }));
  reports.set(7, report());
  api.runtime.onMessage.addListener(async ({ type }: { type: string }) => {
    if (type === 'listStates') return [];
    return type === 'tabReport' ? { ...report(), posts } : null;
  });
  await show(<Panel search="" />, { report: report() });
  expect(words()).toContain('60 posts read');
  await vi.advanceTimersByTimeAsync(1_600);
  posts = 75;
  await vi.advanceTimersByTimeAsync(1_600);
  await settled();
  expect(words()).toContain('75 posts read');
});

test('the popup opens it in its own window, in the click itself', async () => {
  await show(<Popup search="?tab=7" />, { report: report() });
  await press('Open beside the page');
  expect(fake.called('sidePanel.open')).toEqual([[{ windowId: 1 }]]);
});

test('a browser that does not open it is told of, with the way that is left', async () => {
  await show(<Popup search="?tab=7" />, { report: report() });
  vi.spyOn(api.sidePanel, 'open').mockRejectedValue(new Error('no gesture'));
  await press('Open beside the page');
  expect(words('.toast')).toContain('The browser did not open the panel.');
});

test('the panel does not offer to open itself', async () => {
  await showPanel();
  expect(() => control('Open beside the page')).toThrow('no control');
});
