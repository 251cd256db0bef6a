import { beforeEach, describe, expect, it, test, vi } from 'vitest';
import { registerCommands } from '../../src/background/commands.ts';
import { queue } from '../../src/background/in-turn.ts';
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
      { tab: 8, message: { type: 'step', data: { by } } },
      { tab: 7, message: { type: 'step', data: { by } } },
    ]);
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
