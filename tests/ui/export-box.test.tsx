// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import type { TabReport } from '../../src/messages.ts';
import { ExportBox } from '../../src/ui/popup/export-box.tsx';
import api from '../fakes/browser.ts';
import { ACCOUNT_EVIDENCE, match, report, TAG_EVIDENCE } from '../fixtures/evidence.ts';
import { leave, press, root, show, words } from './screen.ts';

const FOUND = report({ matches: [match(TAG_EVIDENCE, { muted: true }), match(ACCOUNT_EVIDENCE, { count: 2 })] });

let saved: { name: string; blob: Blob }[];
beforeEach(() => {
  saved = [];
  const blobs = new Map<string, Blob>();
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    const url = `blob:statemark/${blobs.size}`;
    blobs.set(url, blob as Blob);
    return url;
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, blob: blobs.get(this.href) as Blob });
  });
  api.runtime.onMessage.addListener((({ type }: { type: string }) =>
    type === 'sessionReport'
      ? Promise.resolve({ tabs: 2, matches: [{ ...match(ACCOUNT_EVIDENCE, { count: 9 }), hosts: ['x.com', 't.me'] }] })
      : undefined) as never);
});
afterEach(leave);

const open = (of: TabReport | undefined = FOUND): Promise<void> => show(<ExportBox report={of} />, { report: FOUND });

async function choose(name: string): Promise<void> {
  const all = [...root().querySelectorAll('label')];
  all
    .find((one) => one.querySelector('b')?.textContent === name)
    ?.querySelector('input')
    ?.click();
  await Promise.resolve();
}

describe('a file', () => {
  test.each([
    ['Save as CSV', /^statemark-page-\d{4}-\d\d-\d\d\.csv$/, 'text/csv;charset=utf-8'],
    ['Save as JSON', /^statemark-page-\d{4}-\d\d-\d\d\.json$/, 'application/json;charset=utf-8'],
  ])('%s', async (action, name, kind) => {
    await open();
    await press(action);
    expect(saved).toHaveLength(1);
    expect(saved[0]?.name).toMatch(name);
    expect(saved[0]?.blob.type).toBe(kind);
    const text = (await saved[0]?.blob.text()) ?? '';
    expect(text).toContain('QassemSoleimani');
    expect(text).not.toContain('x.com');
    expect(words('[role=status]')).toBe('2 entries exported.');
  });

  it('names the site only where that is ticked', async () => {
    await open();
    await choose('Name the sites too');
    await press('Save as JSON');
    const { matches } = JSON.parse((await saved[0]?.blob.text()) ?? '');
    expect(matches.map(({ hosts }: { hosts: string[] }) => hosts)).toEqual([['x.com'], ['x.com']]);
  });

  it('of all open tabs is what they hold together', async () => {
    await open();
    await choose('All open tabs');
    await press('Save as JSON');
    expect(saved[0]?.name).toMatch(/^statemark-open-tabs-/);
    expect(JSON.parse((await saved[0]?.blob.text()) ?? '')).toMatchObject({
      scope: 'open-tabs',
      matches: [{ count: 9 }],
    });
  });
});

describe('no file', () => {
  test.each<[string, TabReport | undefined]>([
    ['a page with nothing', report()],
    ['no page', undefined],
  ])('of %s', async (_, of) => {
    await show(<ExportBox report={of} />, { report: FOUND });
    await press('Save as CSV');
    expect(saved).toEqual([]);
    expect(words('[role=status]')).toBe('There is nothing to export: nothing listed was found.');
  });

  test('where the background does not answer', async () => {
    await open();
    api.runtime.onMessage.clear();
    await choose('All open tabs');
    await press('Save as CSV');
    expect(saved).toEqual([]);
    expect(words('[role=status]')).toBe('Statemark gave no answer, and no file was made. Try again.');
  });
});
