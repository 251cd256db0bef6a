import { beforeEach, describe, expect, it, test, vi } from 'vitest';
import { registerCommands } from '../../src/background/commands.ts';
import { queue } from '../../src/background/in-turn.ts';
import { rememberReport } from '../../src/background/tabs.ts';
import type { PageMatch, StepWay } from '../../src/messages.ts';
import { DEFAULTS, readSettings, type SettingsPatch, writeSettings } from '../../src/settings.ts';
import api, { fake } from '../fakes/browser.ts';

let asked: { tab: number; message: unknown }[];
beforeEach(() => {
  fake.reset();
  asked = [];
  fake.tabs = [
    { id: 7, windowId: 1, active: true, url: 'https://x.com/home' },
    { id: 8, windowId: 1, active: false, url: 'https://social.example/@a' },
  ];
  for (const { id } of fake.tabs) fake.pages.set(id, (message) => void asked.push({ tab: id, message }));
  const inTurn = queue();
  registerCommands((patch: SettingsPatch) => inTurn(() => writeSettings(patch)));
});

/** As the browser tells it: with the tab in front, in newer versions. */
async function press(name: string, tab?: { id: number }): Promise<void> {
  api.commands.onCommand.fire(name, tab);
  await new Promise((done) => setTimeout(done, 5));
}

describe('everything', () => {
  it('is switched off, and on again', async () => {
    await press('toggle-everything', { id: 7 });
    expect((await readSettings()).enabled).toBe(false);
    await press('toggle-everything', { id: 7 });
    expect((await readSettings()).enabled).toBe(true);
  });

  it('is as before when the key was pressed twice at once', async () => {
    api.commands.onCommand.fire('toggle-everything', { id: 7 });
    await press('toggle-everything', { id: 7 });
    expect((await readSettings()).enabled).toBe(true);
  });
});

describe('this site', () => {
  it('is switched off, and on again, by its network', async () => {
    await writeSettings({ sitesOff: ['vk'] });
    await press('toggle-site');
    expect((await readSettings()).sitesOff).toEqual(['vk', 'x']);
    await press('toggle-site');
    expect((await readSettings()).sitesOff).toEqual(['vk']);
  });

  it('is one that the reader switched on: it keeps its permission', async () => {
    await writeSettings({ sitesOn: ['social.example'] });
    await press('toggle-site', { id: 8 });
    expect(await readSettings()).toMatchObject({ sitesOff: ['social.example'], sitesOn: ['social.example'] });
  });

  test.each<[string, SettingsPatch]>([
    ['one that is not read', {}],
    ['any while all is off', { enabled: false, sitesOn: ['social.example'] }],
  ])('is not %s', async (_, settings) => {
    await writeSettings(settings);
    await press('toggle-site', { id: 8 });
    expect(await readSettings()).toEqual({ ...DEFAULTS, ...settings });
  });
});

describe('the marks', () => {
  test.each([
    ['next-mark', 1],
    ['previous-mark', -1],
  ])('%s', async (name, by) => {
    await press(name, { id: 8 });
    await press(name);
    expect(asked).toEqual([
      { tab: 8, message: { type: 'step', data: { by, way: 'around' } } },
      { tab: 7, message: { type: 'step', data: { by, way: 'around' } } },
    ]);
  });

  describe('in several frames', () => {
    const REPORT = { status: 'read' as const, posts: 1, withAccount: 1, withText: 1 };
    const matches: PageMatch[] = [{ list: 'sample', identifier: 'a-outlet', count: 1, places: ['author'] }];
    /** One for each test: where one went last is remembered by tab. */
    let tab = 100;
    /** Frames with so many marks each; the answer is where one stands, `frame.mark`. */
    async function frames(marks: Record<number, number>): Promise<string[]> {
      tab++;
      const stood: string[] = [];
      const at = new Map<number, number>();
      for (const frame of Object.keys(marks)) {
        await rememberReport(tab, { ...REPORT, matches }, DEFAULTS, Number(frame));
      }
      fake.pages.set(tab, (message, frame = 0) => {
        const { by, way } = (message as { data: { by: 1 | -1; way: StepWay } }).data;
        const last = (marks[frame] ?? 0) - 1;
        const next = way === 'enter' ? (by === 1 ? 0 : last) : (at.get(frame) ?? (by === 1 ? -1 : last + 1)) + by;
        const found = last >= 0 && next >= 0 && next <= last;
        if (found) stood.push(`${frame}.${next}`);
        if (found) at.set(frame, next);
        return { found };
      });
      return stood;
    }

    it('are gone through one frame after the other, and round', async () => {
      const stood = await frames({ 0: 1, 3: 2, 5: 1 });
      for (let i = 0; i < 5; i++) await press('next-mark', { id: tab });
      expect(stood).toEqual(['0.0', '3.0', '3.1', '5.0', '0.0']);
      for (let i = 0; i < 4; i++) await press('previous-mark', { id: tab });
      expect(stood.slice(5)).toEqual(['5.0', '3.1', '3.0', '0.0']);
    });

    it('are found where the page itself has none', async () => {
      const stood = await frames({ 3: 1, 5: 1 });
      for (let i = 0; i < 3; i++) await press('next-mark', { id: tab });
      expect(stood).toEqual(['3.0', '5.0', '3.0']);
    });

    it('are passed over where a frame has lost its own', async () => {
      const stood = await frames({ 0: 2, 3: 0 });
      for (let i = 0; i < 3; i++) await press('next-mark', { id: tab });
      expect(stood).toEqual(['0.0', '0.1', '0.0']);
    });
  });

  it('are none where no page answers: nothing is said of it', async () => {
    const warn = vi.spyOn(console, 'warn');
    fake.pages.clear();
    await press('next-mark');
    expect(warn).not.toHaveBeenCalled();
    expect(await readSettings()).toEqual(DEFAULTS);
  });
});

test.each(['', 'toggle', 'constructor', '__proto__', '_execute_action'])(
  'the key for “%s” is none of ours',
  async (name) => {
    await press(name, { id: 7 });
    expect(asked).toEqual([]);
    expect(await readSettings()).toEqual(DEFAULTS);
  },
);

it('does nothing where no window is open', async () => {
  fake.tabs = [];
  await press('toggle-everything');
  expect((await readSettings()).enabled).toBe(true);
});

it('is not there in a browser without keys', () => {
  const { commands } = api;
  Reflect.deleteProperty(api, 'commands');
  try {
    expect(() => registerCommands(async () => undefined)).not.toThrow();
  } finally {
    Object.assign(api, { commands });
  }
});
