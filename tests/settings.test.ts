import { beforeEach, describe, expect, it, test } from 'vitest';
import {
  DEFAULTS,
  fromStored,
  isMutedBy,
  onSettings,
  readSettings,
  type Settings,
  writeSettings,
} from '../src/settings.ts';
import browser, { fake } from './fakes/browser.ts';

beforeEach(() => fake.reset());

const CHANGED: Settings = {
  ...DEFAULTS,
  enabled: false,
  sitesOff: ['x', 'social.example'],
  markStyle: 'clean',
  personNames: 'shown',
  muted: [{ list: 'sample', identifier: 'a-outlet', since: '2026-01-01' }],
  mutedEntities: [{ list: 'sample', entity: 'e-outlet', since: '2026-01-01' }],
  filters: { countries: ['IR', ''], kinds: ['site'], grades: ['disputed'] },
  lists: [{ id: 'sample', on: false }],
  lookAlikes: true,
  guarded: ['any@MyNewsroom'],
  statistics: true,
};

describe('what is stored', () => {
  it('is read as it is where it is whole', () => {
    expect(fromStored(CHANGED)).toEqual(CHANGED);
  });

  test.each([undefined, null, 'settings', 7, true, [], {}, () => undefined])(
    'is the default where it is %j',
    (stored) => {
      expect(fromStored(stored)).toEqual(DEFAULTS);
    },
  );

  test.each<[keyof Settings, unknown]>([
    ['enabled', 'no'],
    ['enabled', 0],
    ['enabled', null],
    ['sitesOff', 'x'],
    ['sitesOff', { 0: 'x' }],
    ['markStyle', 'loud'],
    ['markStyle', 'constructor'],
    ['markStyle', 1],
    ['personNames', 'all'],
    ['personNames', null],
    ['muted', {}],
    ['mutedEntities', {}],
    ['mutedEntities', 'all'],
    ['filters', 'none'],
    ['filters', null],
    ['filters', []],
    ['filters', { countries: 'IR' }],
    ['lists', {}],
    ['lists', 'all'],
    ['lookAlikes', 'on'],
    ['lookAlikes', 1],
    ['guarded', 'any@MyNewsroom'],
    ['statistics', 'on'],
    ['statistics', 1],
    ['guarded', { 0: 'any@MyNewsroom' }],
    ['muted', 'all'],
    ['version', 99],
    ['version', 'one'],
  ])('falls back alone where %s is %j', (member, value) => {
    expect(fromStored({ ...CHANGED, [member]: value })).toEqual({ ...CHANGED, [member]: DEFAULTS[member] });
  });

  test.each<[keyof Settings, unknown]>([
    ['sitesOff', ['x', 7, null, {}, 'social.example']],
    ['lists', [null, 'sample', {}, { id: 'b' }, { id: 7, on: true }, ...CHANGED.lists, { id: 'b', on: 'yes' }]],
    ['guarded', [null, 'any@MyNewsroom', 7, ['x@b']]],
    ['mutedEntities', [null, {}, 'e', { list: 'sample', entity: 7, since: '' }, ...CHANGED.mutedEntities]],
    [
      'filters',
      { countries: ['IR', '', 'ir', 'IRN', 7], kinds: ['site', 'look-alike', 'constructor'], grades: ['disputed', 1] },
    ],
    [
      'muted',
      [
        null,
        'a-outlet',
        {},
        { list: 'sample' },
        { list: 'sample', identifier: 7, since: '2026-01-01' },
        ...CHANGED.muted,
        { list: 'sample', identifier: 'b' },
      ],
    ],
  ])('keeps the good rows of %s', (member, value) => {
    expect(fromStored({ ...CHANGED, [member]: value })).toEqual(CHANGED);
  });

  it('brings nothing that is no setting', () => {
    const stored = JSON.parse('{"enabled":false,"other":1,"__proto__":{"markStyle":"clean"}}') as unknown;
    expect(fromStored(stored)).toEqual({ ...DEFAULTS, enabled: false });
    expect(({} as Record<string, unknown>).markStyle).toBeUndefined();
  });
});

describe('written settings', () => {
  it('are read again', async () => {
    await writeSettings(CHANGED);
    expect(await readSettings()).toEqual(CHANGED);
  });

  it('change what is named and keep the rest', async () => {
    await writeSettings({ markStyle: 'underline' });
    await writeSettings({ sitesOff: ['x'] });
    expect(await readSettings()).toEqual({ ...DEFAULTS, markStyle: 'underline', sitesOff: ['x'] });
  });

  it('are mended on the way', async () => {
    await browser.storage.local.set({ settings: { markStyle: 'loud', enabled: false, more: 1 } });
    await writeSettings({ personNames: 'shown' });
    expect(await browser.storage.local.get('settings')).toEqual({
      settings: { ...DEFAULTS, enabled: false, personNames: 'shown' },
    });
  });

  it('leave the defaults as they were', async () => {
    const before = structuredClone(DEFAULTS);
    const read = await readSettings();
    await writeSettings({ sitesOff: [...read.sitesOff, 'x'] });
    expect(DEFAULTS).toEqual(before);
  });

  it('leave everything else that is stored', async () => {
    await browser.storage.local.set({ tabFilter: { generation: 1 } });
    await writeSettings({ enabled: false });
    expect(await browser.storage.local.get('tabFilter')).toEqual({ tabFilter: { generation: 1 } });
  });
});

describe('who listens', () => {
  const listening = (): { heard: Settings[]; stop: AbortController } => {
    const heard: Settings[] = [];
    const stop = new AbortController();
    onSettings((settings) => heard.push(settings), stop.signal);
    return { heard, stop };
  };

  it('hears each change, as settings', async () => {
    const { heard } = listening();
    await writeSettings({ enabled: false });
    await browser.storage.local.set({ settings: { markStyle: 'loud' } });
    expect(heard).toEqual([{ ...DEFAULTS, enabled: false }, DEFAULTS]);
  });

  it('hears the defaults when all was erased', async () => {
    await writeSettings({ enabled: false });
    const { heard } = listening();
    await browser.storage.local.clear();
    expect(heard).toEqual([DEFAULTS]);
  });

  it('hears nothing of other things', async () => {
    const { heard } = listening();
    await browser.storage.local.set({ tabFilter: 1 });
    await browser.storage.session.set({ settings: { enabled: false } });
    expect(heard).toEqual([]);
  });

  it('hears nothing after the end', async () => {
    const { heard, stop } = listening();
    stop.abort();
    await writeSettings({ enabled: false });
    expect(heard).toEqual([]);
  });
});

describe('a name is muted', () => {
  test.each([
    ['sample', 'a-outlet', true],
    ['sample', 'a-other', false],
    ['other', 'a-outlet', false],
    ['', '', false],
    ['__proto__', 'constructor', false],
  ])('%s %s: %s', (list, identifier, muted) => {
    expect(isMutedBy(CHANGED, list, identifier)).toBe(muted);
  });

  test.each([
    ['sample', 'e-outlet', true],
    ['sample', 'e-other', false],
    ['other', 'e-outlet', false],
    ['sample', undefined, false],
  ])('with its entity: %s %s: %s', (list, entity, muted) => {
    expect(isMutedBy(CHANGED, list, 'a-other', entity)).toBe(muted);
  });
});
