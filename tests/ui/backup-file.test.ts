import { describe, expect, it, test } from 'vitest';
import { DEFAULTS, type Settings } from '../../src/settings.ts';
import {
  type Backup,
  backupName,
  changesOf,
  defaultBackup,
  MOST_BYTES,
  readBackup,
  writeBackup,
} from '../../src/ui/options/backup-file.ts';

const SET: Settings = {
  ...DEFAULTS,
  enabled: false,
  sitesOff: ['x'],
  sitesOn: ['social.example'],
  markStyle: 'clean',
  muted: [{ list: 'sample', identifier: 'a-outlet', since: '2026-01-01' }],
  mutedEntities: [{ list: 'sample', entity: 'e-outlet', since: '2026-01-01' }],
  filters: { countries: ['IR', ''], kinds: ['site'], grades: ['disputed'] },
  guarded: ['any@MyNewsroom'],
  lists: [{ id: 'sample', on: false }],
};
const MADE = '2026-11-22T10:00:00.000Z';
const FILE = JSON.parse(writeBackup(SET, MADE, '0.1.0')) as Record<string, unknown>;

describe('a file', () => {
  it('brings back everything that it was made of', () => {
    const { version: _, ...settings } = SET;
    expect(readBackup(writeBackup(SET, MADE, '0.1.0'))).toEqual({ ok: true, backup: settings });
  });

  it('is read with the byte order mark that editors add', () => {
    expect(readBackup(`\ufeff${writeBackup(SET, MADE, '0.1.0')}`)).toMatchObject({ ok: true });
  });

  it('that names little changes little', () => {
    const little = { ...FILE, settings: { enabled: true } };
    expect(readBackup(JSON.stringify(little))).toEqual({ ok: true, backup: { enabled: true } });
  });

  it('is called by its day', () => {
    expect(backupName(MADE)).toBe('statemark-settings-2026-11-22.json');
  });
});

describe('a file is refused', () => {
  const settings = FILE.settings as Record<string, unknown>;
  const withSettings = (change: unknown): string =>
    JSON.stringify({ ...FILE, settings: { ...settings, ...(change as object) } });
  test.each<[why: string, text: string, problem: string, detail?: RegExp]>([
    ['empty', '', 'no-json'],
    ['cut off', writeBackup(SET, MADE, '0.1.0').slice(0, 200), 'no-json'],
    ['a page', '<!doctype html>', 'no-json'],
    ['null', 'null', 'other-file'],
    ['a list', '[]', 'other-file'],
    ['a text', '"statemark-settings"', 'other-file'],
    ['a watchlist', '{"format":"statemark-watchlist","spec":1}', 'other-file'],
    ['without a spec', '{"format":"statemark-settings"}', 'other-file'],
    ['of a spec to come', JSON.stringify({ ...FILE, spec: 2, more: 1 }), 'newer'],
    ['of a spec that never was', JSON.stringify({ ...FILE, spec: 0 }), 'bad-form', /^spec:/],
    ['without settings', JSON.stringify({ ...FILE, settings: undefined }), 'bad-form', /^settings:/],
    ['with more beside', JSON.stringify({ ...FILE, script: 'x' }), 'bad-form', /^script:/],
    ['with more among the settings', withSettings({ unknown: 1 }), 'bad-form', /^settings\.unknown:/],
    ['with its own version', withSettings({ version: 1 }), 'bad-form', /^settings\.version:/],
    ['with a wrong switch', withSettings({ enabled: 'no' }), 'bad-form', /^settings\.enabled:/],
    ['with a wrong style', withSettings({ markStyle: 'loud' }), 'bad-form', /^settings\.markStyle:/],
    ['with a pattern for a site', withSettings({ sitesOn: ['*'] }), 'bad-form', /^settings\.sitesOn\.0:/],
    ['with a pattern for a host', withSettings({ sitesOn: ['*.example'] }), 'bad-form', /^settings\.sitesOn\.0:/],
    ['with an address for a site', withSettings({ sitesOn: ['a.example/b'] }), 'bad-form', /^settings\.sitesOn\.0:/],
    ['with numbers for a host', withSettings({ sitesOn: ['127.0.0.1'] }), 'bad-form', /^settings\.sitesOn\.0:/],
    ['with markup for a site', withSettings({ sitesOff: ['<b>'] }), 'bad-form', /^settings\.sitesOff\.0:/],
    ['with a mute of no day', withSettings({ muted: [{ list: 'a', identifier: 'b' }] }), 'bad-form', /muted\.0\.since/],
    [
      'with one wrong mute of many',
      withSettings({ muted: [...SET.muted, { list: 'a', identifier: 7, since: '2026-01-01' }] }),
      'bad-form',
      /^settings\.muted\.1\.identifier:/,
    ],
    [
      'with too many mutes',
      withSettings({ muted: Array(10_001).fill({ list: 'a', identifier: 'b', since: '2026-01-01' }) }),
      'bad-form',
      /^settings\.muted:/,
    ],
    [
      'with a country that is none',
      withSettings({ filters: { ...SET.filters, countries: ['Iran'] } }),
      'bad-form',
      /^settings\.filters\.countries\.0:/,
    ],
    ['too large', `"${'a'.repeat(MOST_BYTES)}"`, 'too-large'],
  ])('%s', (_, text, problem, detail) => {
    const read = readBackup(text);
    expect(read).toMatchObject({ ok: false, problem });
    if (detail) expect((read as { detail?: string }).detail).toMatch(detail);
  });

  it('with members of objects, and does nothing to any', () => {
    const text = JSON.stringify(FILE).replace('"settings":{', '"settings":{"__proto__":{"enabled":false},');
    expect(readBackup(text)).toMatchObject({ ok: false });
    expect(({} as Record<string, unknown>).enabled).toBeUndefined();
  });
});

describe('what would change', () => {
  test.each<[string, Backup, object[]]>([
    ['nothing, of nothing', {}, []],
    ['nothing, of the same', { ...SET, sitesOn: SET.sitesOn }, []],
    ['a value', { enabled: true }, [{ key: 'enabled', kind: 'value', before: false, after: true }]],
    [
      'rows',
      { sitesOff: ['vk', 'tiktok'], guarded: [] },
      [
        { key: 'sitesOff', kind: 'rows', added: 2, removed: 1 },
        { key: 'guarded', kind: 'rows', added: 0, removed: 1 },
      ],
    ],
    ['not the day of a mute', { muted: [{ list: 'sample', identifier: 'a-outlet', since: '2025-05-05' }] }, []],
    [
      'filters, together',
      { filters: { countries: ['IR', 'RU'], kinds: [], grades: ['disputed'] } },
      [{ key: 'filters', kind: 'rows', added: 1, removed: 2 }],
    ],
    [
      'sites, which are only added',
      { sitesOn: ['b.example'] },
      [{ key: 'sitesOn', kind: 'rows', added: 1, removed: 0 }],
    ],
    ['no site', { sitesOn: [] }, []],
    ['lists', { lists: [] }, [{ key: 'lists', kind: 'other' }]],
  ])('%s', (_, wanted, changes) => {
    const { version: __, ...rest } = wanted as Backup & { version?: number };
    expect(changesOf(SET, rest)).toEqual(changes);
  });

  it('by a reset is all but the sites that the reader allowed', () => {
    const changed = changesOf(SET, defaultBackup()).map(({ key }) => key);
    expect(changed).not.toContain('sitesOn');
    expect(changed.toSorted()).toEqual(
      ['enabled', 'sitesOff', 'markStyle', 'muted', 'mutedEntities', 'filters', 'guarded', 'lists'].toSorted(),
    );
    expect(changesOf(DEFAULTS, defaultBackup())).toEqual([]);
  });
});
