// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { readSettings } from '../../src/settings.ts';
import { Options } from '../../src/ui/options/options.tsx';
import api from '../fakes/browser.ts';
import { ACCOUNT_EVIDENCE, report } from '../fixtures/evidence.ts';
import { control, leave, press, show, words } from './screen.ts';

afterEach(leave);

const muted = [{ list: 'seed-documents', identifier: 'x-presstv', since: '2026-11-21' }];

test.each([
  ['Underline and label', 'chip'],
  ['Underline only', 'underline'],
  ['Clean page', 'clean'],
])('%s', async (name, style) => {
  await api.storage.local.set({ settings: { markStyle: style === 'chip' ? 'clean' : 'chip' } });
  await show(<Options />, { report: report() });
  await press(name);
  expect((await readSettings()).markStyle).toBe(style);
  expect((control(name) as HTMLInputElement).checked).toBe(true);
});

test('a clean page says honestly why', async () => {
  await show(<Options />, { report: report() });
  expect(words()).toContain('A page can detect any mark that is drawn in it');
});

test('names of persons can be shown', async () => {
  await show(<Options />, { report: report() });
  await press('Like other hashtags');
  expect((await readSettings()).personNames).toBe('shown');
});

test('sites come back one by one', async () => {
  await api.storage.local.set({ settings: { sitesOff: ['x', 'example.org'] } });
  await show(<Options />, { report: report() });
  await press('Turn on again on X');
  expect((await readSettings()).sitesOff).toEqual(['example.org']);
});

test('a mute is called by its name, and can be taken back both ways', async () => {
  await api.storage.local.set({ settings: { muted } });
  await show(<Options />, { report: report(), evidence: ACCOUNT_EVIDENCE });
  expect(words()).toContain('@PressTV on XPress TV · muted Nov 21, 2026');
  await press('Unmute: @PressTV on X');
  expect((await readSettings()).muted).toEqual([]);
  await press('Undo');
  expect((await readSettings()).muted).toEqual(muted);
});

test('a mute of what the list no longer holds shows its id', async () => {
  await api.storage.local.set({ settings: { muted } });
  await show(<Options />, { report: report(), evidence: null });
  expect(words()).toContain('x-presstv');
  await press('Unmute: x-presstv');
  expect((await readSettings()).muted).toEqual([]);
});

test('nothing set is said in words', async () => {
  await show(<Options />, { report: report({ lists: [] }) });
  for (const text of ['None. Switch a site off', 'Nothing is muted.', 'No list could be loaded, so nothing is marked.'])
    expect(words()).toContain(text);
});
