// @vitest-environment happy-dom
import { afterEach, describe, expect, it, test, vi } from 'vitest';
import { readSettings, type Settings } from '../../src/settings.ts';
import { Options } from '../../src/ui/options/options.tsx';
import { Popup } from '../../src/ui/popup/popup.tsx';
import api, { fake } from '../fakes/browser.ts';
import { ACCOUNT_EVIDENCE, MANY, match, report, SITE, TAG_EVIDENCE } from '../fixtures/evidence.ts';
import { control, leave, press, root, settled, show, words } from './screen.ts';

afterEach(leave);

const TWO = [
  match(ACCOUNT_EVIDENCE, { count: 2 }),
  match({ ...ACCOUNT_EVIDENCE, identifier: SITE, kind: 'site' }, { places: ['link'] }),
];
const COUNTRIES = [
  { code: 'IR', entries: 120 },
  { code: '', entries: 3 },
];
const set = (settings: Partial<Settings>): Promise<void> => api.storage.local.set({ settings });
const options = (): Promise<void> =>
  show(<Options />, { report: report(), countries: COUNTRIES, label: { en: 'Press TV' } });

describe('an entity', () => {
  it('is muted with all its names, in the popup, and taken back', async () => {
    await show(<Popup search="?tab=7" />, { report: report({ matches: [...TWO, match(TAG_EVIDENCE)] }) });
    await press('Mute all of this entity: Press TV');
    expect((await readSettings()).mutedEntities).toMatchObject([{ list: 'seed-documents', entity: 'press-tv' }]);
    expect(words('[role=status]')).toContain('All of Press TV is muted.');
    expect(words('.muted')).toBe('Muted on this page2Press TV@PressTV on X, presstv.ir (linked site)Unmute');
    await press('Undo');
    expect((await readSettings()).mutedEntities).toEqual([]);
  });

  it('is unmuted from the end of the popup', async () => {
    await set({ mutedEntities: [{ list: 'seed-documents', entity: 'press-tv', since: '2026-11-21' }] });
    await show(<Popup search="?tab=7" />, { report: report({ matches: TWO }) });
    await press('Unmute: Press TV');
    expect((await readSettings()).mutedEntities).toEqual([]);
  });

  it('stands in the options by its name, and comes back both ways', async () => {
    const mutedEntities = [{ list: 'seed-documents', entity: 'press-tv', since: '2026-11-21' }];
    await set({ mutedEntities });
    await options();
    expect(words()).toContain('Muted entitiesPress TVwith all its names in its list · muted Nov 21, 2026');
    await press('Unmute: Press TV');
    expect((await readSettings()).mutedEntities).toEqual([]);
    await press('Undo');
    expect((await readSettings()).mutedEntities).toEqual(mutedEntities);
  });
});

describe('filters', () => {
  test.each<[string, Partial<Settings['filters']>]>([
    ['Linked site', { kinds: ['site'] }],
    ['disputed', { grades: ['disputed'] }],
  ])('%s is hidden, and shown again', async (name, hidden) => {
    await options();
    await press(name);
    expect((await readSettings()).filters).toEqual({ countries: [], kinds: [], grades: [], ...hidden });
    await press(name);
    expect((await readSettings()).filters).toEqual({ countries: [], kinds: [], grades: [] });
  });

  it('name the countries of the lists with their entries, and those once hidden', async () => {
    await set({ filters: { countries: ['RU'], kinds: [], grades: [] } });
    await options();
    expect(words('.countries')).toBe('Countries that are markedIran 120No country named 3Russia 0');
    expect(words('#filters')).toContain('1 hidden');
    await press('Mark none');
    expect((await readSettings()).filters.countries.toSorted()).toEqual(['', 'IR', 'RU']);
    await press('Mark all');
    expect((await readSettings()).filters.countries).toEqual([]);
  });

  it('are told in the popup, with the way to them', async () => {
    await set({ filters: { countries: [], kinds: ['hashtag'], grades: [] } });
    await show(<Popup search="?tab=7" />, { report: report({ matches: MANY }) });
    expect(words('.hidden-note')).toBe('2 names hidden by your filters Change the filters');
    expect(root().querySelector('.hidden-note a')?.getAttribute('href')).toBe('/options.html#filters');
    expect(words('.site .from')).toBe('2 entities, 4 marks on this page · 60 posts read');
  });

  it('that hide all are not a page without names', async () => {
    await set({ filters: { countries: ['IR'], kinds: [], grades: [] } });
    await show(<Popup search="?tab=7" />, { report: report({ matches: TWO }) });
    expect(words()).toContain('All that was found on this page is muted or hidden by your filters.');
  });
});

describe('settings as a file', () => {
  const BEFORE: Partial<Settings> = { markStyle: 'underline', sitesOff: ['vk'] };

  async function choose(text: string): Promise<void> {
    const input = root().querySelector<HTMLInputElement>('.file-field input');
    if (!input) throw new Error('there is no field for a file');
    Object.defineProperty(input, 'files', { configurable: true, value: [new File([text], 'settings.json')] });
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await settled();
  }
  const file = (settings: object): string =>
    JSON.stringify({ format: 'statemark-settings', spec: 1, made: '2026-11-22', version: '0.1.0', settings });

  it('are saved by the browser', async () => {
    await set(BEFORE);
    await options();
    let saved: Blob | undefined;
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      saved = blob as Blob;
      return 'blob:statemark/1';
    });
    const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    await press('Save the settings to a file');
    expect(clicked).toHaveBeenCalledOnce();
    expect(JSON.parse((await saved?.text()) ?? '')).toMatchObject({ spec: 1, settings: BEFORE });
  });

  it('show first what would change, and change it on demand, and back', async () => {
    await set(BEFORE);
    await options();
    await choose(file({ markStyle: 'clean', sitesOff: ['x', 'vk'], enabled: true }));
    expect(words('[aria-label="What this file would change"]')).toBe(
      'What this file would changeSites switched off: 1 added, 0 removedHow marks look: “Clean page” instead of “Underline only”Make these 2 changesLeave everything as it is',
    );
    expect(await readSettings()).toMatchObject(BEFORE);
    await press('Make these 2 changes');
    expect(await readSettings()).toMatchObject({ markStyle: 'clean', sitesOff: ['x', 'vk'] });
    await press('Undo');
    expect(await readSettings()).toMatchObject(BEFORE);
  });

  it('ask for the permission of new sites in the click itself', async () => {
    await options();
    await choose(file({ sitesOn: ['social.example'] }));
    expect(words()).toContain('Your browser will ask whether Statemark may read: social.example');
    control('Make this change').click();
    expect(fake.called('permissions.request')).toEqual([[{ origins: ['https://social.example/*'] }]]);
    await settled();
  });

  test.each([
    ['not json', 'This file was cut off'],
    ['{}', 'This file holds no settings of Statemark.'],
    [file({ markStyle: 'loud' }), 'settings.markStyle:'],
  ])('that are none are refused, and nothing is lost: %s', async (text, told) => {
    await set(BEFORE);
    await options();
    await choose(text);
    expect(words()).toContain(told);
    expect(words()).toContain('Nothing was changed.');
    expect(await readSettings()).toMatchObject(BEFORE);
  });

  it('that are the same are said to be', async () => {
    await set(BEFORE);
    await options();
    await choose(file(BEFORE));
    expect(words()).toContain('All that this file holds is set already.');
  });

  it('go back to the defaults after a question, and come back', async () => {
    await set({ ...BEFORE, sitesOn: ['social.example'] });
    await options();
    await press('Reset to the defaults');
    expect(await readSettings()).toMatchObject(BEFORE);
    await press('Reset');
    expect(await readSettings()).toMatchObject({ markStyle: 'chip', sitesOff: [], sitesOn: ['social.example'] });
    await press('Undo');
    expect(await readSettings()).toMatchObject(BEFORE);
  });
});

describe('keys', () => {
  it('are shown as they are, with the way to change them', async () => {
    vi.spyOn(api.commands, 'getAll').mockResolvedValue([
      { name: 'next-mark', description: 'Go to the next mark', shortcut: 'Alt+Shift+.' },
      { name: 'toggle-site', description: 'Switch Statemark on or off on this site', shortcut: '' },
      { name: '_execute_action', description: '', shortcut: '' },
    ]);
    await options();
    expect(words()).toContain(
      'Keyboard shortcutsGo to the next markAlt+Shift+.Switch Statemark on or off on this sitenone setChange the shortcuts',
    );
    await press('Change the shortcuts');
    expect(fake.called('tabs.create')).toEqual([[{ url: 'chrome://extensions/shortcuts' }]]);
  });

  it('are not spoken of where there are none', async () => {
    await options();
    expect(words()).not.toContain('Change the shortcuts');
  });
});
