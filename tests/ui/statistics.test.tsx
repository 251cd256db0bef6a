// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { counted } from '../../src/background/counted.ts';
import { daysBefore } from '../../src/days.ts';
import { readSettings } from '../../src/settings.ts';
import { NO_STATISTICS, type Statistics } from '../../src/statistics.ts';
import { Options } from '../../src/ui/options/options.tsx';
import api from '../fakes/browser.ts';
import { report } from '../fixtures/evidence.ts';
import { control, leave, press, root, settled, show, words } from './screen.ts';

afterEach(leave);

const TODAY = new Date().toLocaleDateString('sv');

async function shown(statistics: Statistics | undefined, on: boolean): Promise<void> {
  await api.storage.local.set({ settings: { statistics: on }, ...(statistics && { statistics }) });
  api.runtime.onMessage.addListener((({ type, data }: { type: string; data: { entity: string } }) => {
    if (type === 'eraseStatistics') return api.storage.local.remove('statistics').then(() => null);
    if (type === 'entityLabel') return Promise.resolve(data.entity === 'gone' ? null : { en: 'Press TV' });
    return undefined;
  }) as never);
  await show(<Options />, { report: report() });
}

function some(): Statistics {
  const before = counted(NO_STATISTICS, daysBefore(TODAY, 2), ['sample/press-tv', 'old/gone']);
  return counted(before, TODAY, ['sample/press-tv', 'sample/press-tv', 'sample/press-tv']);
}

const said = (): string => words('.statistics');

test('are off by default, and the switch says what would be kept', async () => {
  await show(<Options />, { report: report() });
  expect((await readSettings()).statistics).toBe(false);
  expect(control('Count matches by day and entity').getAttribute('aria-checked')).toBe('false');
  for (const word of ['on this machine alone', 'Not kept: addresses', 'private windows', '400 days', '500 entities']) {
    expect(said()).toContain(word);
  }
  expect(said()).not.toContain('Erase');
});

test('are switched on, and say that nothing is there yet', async () => {
  await show(<Options />, { report: report() });
  await press('Count matches by day and entity');
  expect((await readSettings()).statistics).toBe(true);
  expect(said()).toContain('Nothing has been counted yet.');
});

test('show each day as a bar, and the same in numbers', async () => {
  await shown(some(), true);
  expect(said()).toContain('5 matches since');
  const bars = [...root().querySelectorAll<HTMLElement>('.day-bar > span')].map((bar) => bar.style.blockSize);
  expect(bars).toHaveLength(30);
  expect(bars.slice(-3).map((height) => Number.parseFloat(height))).toEqual([expect.closeTo(66.7, 0), 0, 100]);
  expect([...root().querySelectorAll('.statistics td.number')].map((cell) => cell.textContent)).toEqual([
    '3',
    '2',
    '4',
    '1',
  ]);
  expect(said()).toContain('Press TV');
  // What no list holds any more is called by its id.
  expect(said()).toContain('old/gone');
});

test('grow while they are looked at', async () => {
  await shown(some(), true);
  await api.storage.local.set({ statistics: counted(some(), TODAY, ['sample/press-tv']) });
  await settled();
  expect(said()).toContain('6 matches since');
});

test('switched off, stay until they are erased', async () => {
  await shown(some(), false);
  expect(said()).toContain('What was counted stays until you erase it.');
  expect(said()).toContain('5 matches since');
});

test('are erased only after a second word, with the way back under the focus', async () => {
  await shown(some(), true);
  await press('Erase what was counted');
  expect(said()).toContain('cannot be brought back');
  expect(document.activeElement).toBe(control('Keep'));
  await press('Keep');
  expect(said()).toContain('5 matches since');
  await press('Erase what was counted');
  await press('Erase');
  expect(said()).toContain('Nothing has been counted yet.');
  expect(said()).not.toContain('matches since');
});
