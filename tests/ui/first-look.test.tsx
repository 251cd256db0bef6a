// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { firstLook, namedTab } from '../../src/ui/popup/first-look.ts';
import { Popup } from '../../src/ui/popup/popup.tsx';
import api, { fake } from '../fakes/browser.ts';
import { ACCOUNT_EVIDENCE, match, report } from '../fixtures/evidence.ts';
import { leave, show } from './screen.ts';

const REPORT = report({ matches: [match(ACCOUNT_EVIDENCE)] });

beforeEach(() => fake.reset());
afterEach(leave);

function answering(reply: () => unknown): unknown[] {
  const asked: unknown[] = [];
  api.runtime.onMessage.addListener(async ({ type, data }: { type: string; data: unknown }) => {
    if (type !== 'tabReport') return null;
    asked.push(data);
    return reply();
  });
  return asked;
}

describe('before anything is drawn', () => {
  it('the tab in front is asked about, or the one that is named', async () => {
    fake.tabs = [{ id: 7, windowId: 1, active: true, url: 'https://x.com/home' }];
    const asked = answering(() => REPORT);
    await firstLook('');
    await firstLook('?tab=3');
    expect(asked).toEqual([{ tab: 7 }, { tab: 3 }]);
  });

  it('what the background and the settings say is known', async () => {
    answering(() => REPORT);
    expect(await firstLook('?tab=7')).toMatchObject({ tab: 7, report: REPORT, settings: { enabled: true } });
  });

  it.each<[string, () => unknown]>([
    ['sleeps', () => new Promise(() => undefined)],
    ['fails', () => Promise.reject(new Error('gone'))],
  ])('a background that %s keeps nobody waiting', async (_, reply) => {
    answering(reply);
    const look = await firstLook('?tab=7');
    expect(look).toMatchObject({ tab: 7, settings: { enabled: true } });
    expect(look.report).toBeUndefined();
  });
});

it('is what the popup shows at once, and it does not ask again', async () => {
  const asked = vi.fn();
  const look = { tab: 7, report: REPORT };
  api.runtime.onMessage.addListener(({ type }: { type: string }) => void (type === 'tabReport' && asked()));
  await show(<Popup search="?tab=7" look={look} />, { report: REPORT });
  expect(document.body.textContent).toContain('Press TV');
  expect(asked).not.toHaveBeenCalled();
});

it('of another tab is not shown', async () => {
  await show(<Popup search="?tab=8" look={{ tab: 7, report: REPORT }} />, {
    report: { ...REPORT, tab: 8, matches: [] },
  });
  expect(document.body.textContent).not.toContain('Press TV');
});

test.each([
  ['', undefined],
  ['?tab=3', 3],
  ['?tab=x', undefined],
  ['?tab=1.5', undefined],
])('the tab that “%s” names is %s', (search, tab) => expect(namedTab(search)).toBe(tab));
