// @vitest-environment happy-dom
import { afterEach, describe, expect, it, test } from 'vitest';
import type { ListState } from '../../src/list-messages.ts';
import { Options } from '../../src/ui/options/options.tsx';
import { Popup } from '../../src/ui/popup/popup.tsx';
import api from '../fakes/browser.ts';
import { report } from '../fixtures/evidence.ts';
import { BUNDLED_STATE, FETCHED_STATE } from '../fixtures/list-states.ts';
import { leave, press, root, show, words } from './screen.ts';

afterEach(leave);

const AT = Date.UTC(2026, 10, 22);
const STALE = 'Past its date (Dec 1, 2027): its publisher has not renewed it.';

describe('the popup tells of the lists behind its marks', () => {
  test.each<[string, Partial<ListState>, string]>([
    ['out of date', { freshness: 'stale' }, `Newsroom list: ${STALE}`],
    ['so old that it stopped', { freshness: 'stopped' }, 'it marks nothing any more until it is renewed'],
    [
      'of which an update was refused',
      { problem: { code: 'bad-signature', at: AT } },
      'Newsroom list: a newer version was refused; the one before keeps marking.',
    ],
    [
      'that was lost with what the browser stored',
      { lost: { at: AT }, problem: { code: 'rolled-back', at: AT } },
      'Newsroom list: What was stored of this list can no longer be read. Nothing of it marks until it has come again',
    ],
    [
      'with a version that waits',
      { waiting: { version: 8, identifiers: 1, why: 'shrunk' }, problem: { code: 'shrunk', at: AT } },
      'Newsroom list: Version 8 waits for your decision',
    ],
  ])('%s', async (_, state, told) => {
    await show(<Popup search="?tab=7" />, { report: report(), lists: [BUNDLED_STATE, { ...FETCHED_STATE, ...state }] });
    expect(words('.list-notices')).toContain(told);
    expect(words('.list-notices')).not.toContain('Seed documents');
    expect(root().querySelector('.list-notices a')?.getAttribute('href')).toBe('/options.html#lists');
  });

  test.each<[string, Partial<ListState>]>([
    ['that is fresh', {}],
    ['that is off', { on: false, freshness: 'stopped', problem: { code: 'bad-signature', at: AT } }],
    ['that will be asked for again by itself', { problem: { code: 'unreachable', at: AT } }],
  ])('but not of one %s', async (_, state) => {
    await show(<Popup search="?tab=7" />, { report: report(), lists: [{ ...FETCHED_STATE, ...state }] });
    expect(root().querySelector('.list-notices')).toBeNull();
  });
});

describe('the options say what to do about a list', () => {
  it('ask its host again', async () => {
    const asked: unknown[] = [];
    api.runtime.onMessage.addListener(({ type, data }: { type: string; data: unknown }) => {
      if (type === 'updateLists') asked.push(data);
    });
    const problem = { code: 'unreachable', at: AT } as const;
    await show(<Options />, { report: report(), lists: [{ ...FETCHED_STATE, problem }] });
    expect(words('.list-row')).toContain('did not answer. Try again later. What was installed before keeps marking.');
    await press('Look for a newer version of “Newsroom list”');
    expect(asked).toEqual([{ id: 'newsroom' }]);
  });

  test.each<[string, ListState, string]>([
    ['it comes by itself', FETCHED_STATE, 'Nothing of it marks until it has come again'],
    ['it came from a file', { ...FETCHED_STATE, address: undefined } as never, 'until you add it again from its file'],
    ['the package has a copy', BUNDLED_STATE, 'The copy that came with Statemark marks instead.'],
  ])('of one that is lost: %s', async (_, list, told) => {
    const problem = { code: 'rolled-back', at: AT } as const;
    await show(<Options />, { report: report(), lists: [{ ...list, problem, lost: { at: AT, detail: 'index 1' } }] });
    expect(words('.list-row')).toContain(told);
    expect(words('.list-row')).toContain('(index 1)');
    expect(words('.list-row')).toContain('An older version was sent');
    expect(words('.list-row')).not.toContain('What was installed before keeps marking.');
  });

  it('update the extension, for one that came with it', async () => {
    await show(<Options />, { report: report(), lists: [{ ...BUNDLED_STATE, freshness: 'stale' }] });
    expect(words('.list-row')).toContain('It is renewed with Statemark: update Statemark');
  });

  it('nothing, while it is fresh', async () => {
    await show(<Options />, { report: report(), lists: [BUNDLED_STATE, FETCHED_STATE] });
    expect(words()).not.toMatch(/Look for a newer version of|It is renewed with Statemark/);
  });
});
