import { describe, expect, it } from 'vitest';
import { nameKey, stableIdKey } from '../../src/core/key.ts';
import type { PlatformId } from '../../src/core/names.ts';
import { keptList } from './kept.ts';

const { list, entities, listed } = keptList('state-media');
const ids = new Set(
  list.identifiers.map((row) => (row.stable_id ? stableIdKey(row.platform as PlatformId, row.stable_id) : '')),
);

describe('who is listed', () => {
  it('are outlets and the offices that they belong to', () => {
    expect([...new Set(list.entities.map(({ type }) => type))].sort()).toEqual(['agency', 'outlet']);
  });

  it('are accounts, pages, channels and sites, never hashtags', () => {
    expect([...new Set(list.identifiers.map(({ kind }) => kind))].sort()).toEqual([
      'account',
      'channel',
      'domain',
      'page',
    ]);
  });

  it.each([
    ['x', 'account', 'CGTNOfficial', 'China Media Group'],
    ['instagram', 'account', 'cgtn', 'China Media Group'],
    ['x', 'account', 'XinhuaChinese', 'Xinhua (New China News Agency)'],
    ['x', 'account', 'IrnaEnglish', 'IRNA English'],
    ['instagram', 'account', 'rt', 'RT International'],
    ['x', 'account', 'globaltimesnews', 'Global Times'],
    ['x', 'account', 'spagov', 'Saudi Press Agency (SPA)'],
    ['facebook', 'page', 'SputnikArmeniaAgency', 'Sputnik News'],
    ['web', 'domain', 'presstv.ir', 'Press TV'],
    ['web', 'domain', 'africa.cgtn.com', 'CGTN Africa'],
  ] as const)('on %s the %s %s, as %s', (platform, kind, value, name) => {
    expect(entities.get(listed.get(nameKey(platform, kind, value))?.entity ?? '')?.label.en).toBe(name);
  });

  it.each([
    // The matrix prints these in the other network’s column.
    ['x', 'account', 'cgtn'],
    ['x', 'account', 'sputnik'],
    ['instagram', 'account', 'CGTNOfficial'],
    // A football club, a school, outlets of another country or in exile.
    ['x', 'account', 'Alhilal_EN'],
    ['instagram', 'account', 'alhilal'],
    ['facebook', 'page', 'ALHILAL.Saudi.FC'],
    ['web', 'domain', 'alhilal.com'],
    ['instagram', 'account', 'baki_ali_neft_mektebi'],
    ['facebook', 'page', 'BakiAliNeftMektebi'],
    ['x', 'account', 'stranaua'],
    ['web', 'domain', 'strana.today'],
    ['web', 'domain', '100noticias.com.ni'],
    // Bots, rounded numbers, the oil company, a government’s portal.
    ['telegram', 'channel', 'rian_ru_bot'],
    ['telegram', 'channel', 'SputnikLIVEbz_bot'],
    ['facebook', 'page', '100063000000000'],
    ['facebook', 'page', '100065000000000'],
    ['instagram', 'account', 'petroleosdevenezuela'],
    ['web', 'domain', 'guatemala.gob.gt'],
    // Independent and captured media.
    ['web', 'domain', 'npr.org'],
    ['web', 'domain', 'pbs.org'],
    ['web', 'domain', 'bbc.com'],
    ['web', 'domain', 'dw.com'],
    ['web', 'domain', 'cbc.ca'],
  ] as const)('on %s never the %s %s', (platform, kind, value) => {
    expect(listed.has(nameKey(platform, kind, value))).toBe(false);
  });

  it('never the channel of the club', () => {
    expect(ids.has('youtube!UChM_8YeNCava2-OSbgbpe_w')).toBe(false);
    expect(ids.has('youtube!UCcLK3j-XWdGBnt5bR9NJHaQ')).toBe(true);
  });

  it('sites of outlets, not hosts where anybody has a page', () => {
    const hosts = list.identifiers.filter(({ kind }) => kind === 'domain').map(({ value }) => value);
    expect(hosts.filter((host) => /(^|\.)(facebook|youtube|blogspot|wordpress|t)\.(com|me)$/.test(host))).toEqual([]);
    expect(hosts.filter((host) => /^\w{2,3}\.\w{2}$/.test(host) && /^(com|gov|gob|org|net|co)\./.test(host))).toEqual(
      [],
    );
  });
});

describe('every claim', () => {
  it('says where in the matrix, and when', () => {
    for (const { id, source, locator, date, basis, status, caution } of list.claims) {
      expect(locator.row, id).toMatch(/^\S.* \/ \S/);
      expect([source, date, basis, status], id).toEqual([
        's-asd-matrix-2023',
        '2023-08-24',
        'named-research',
        'unconfirmed',
      ]);
      expect(caution?.en, id).toContain('Listed in 2023');
    }
  });

  it('is about one body', () => {
    expect(new Set(list.claims.flatMap(({ about }) => about)).size).toBe(list.claims.length);
  });
});

describe('every name', () => {
  it('is resolved, from a row of the matrix', () => {
    for (const { id, origin, evidence, certainty } of list.identifiers) {
      expect([origin, certainty], id).toEqual(['resolved', 'medium']);
      expect(evidence?.[0]?.note, id).toMatch(/^Rows? \d+(, \d+)*, column “.+”\.$/);
    }
  });

  it('on X and Instagram says that its column was exchanged', () => {
    for (const { id, platform, evidence, note } of list.identifiers) {
      const column = { x: 'Instagram Link', instagram: 'Twitter Link' }[platform as 'x'];
      if (column === undefined) expect(note, id).toBeUndefined();
      else expect([evidence?.[0]?.note?.includes(column), note !== undefined], id).toEqual([true, true]);
    }
  });
});
