import { describe, expect, it } from 'vitest';
import { nameKey } from '../../src/core/key.ts';
import { inWords } from '../../src/event-sentences.ts';
import { keptList } from './kept.ts';

const { list, entities, listed } = keptList('takedown-reports');
const labelOf = (id: string) => entities.get(id)?.label.en;

describe('who is listed', () => {
  it('are operations, and nobody else', () => {
    expect(new Set(list.entities.map(({ type }) => type))).toEqual(new Set(['operation']));
    for (const { id, label } of list.entities) {
      expect(label.en, id).toMatch(/\bper Meta \(/);
      expect(label.en, id).not.toMatch(/government|state\b/i);
      expect(Object.keys(label), id).toEqual(['en', 'fa', 'ar', 'fr']);
    }
  });

  it('bear a name of their own each', () => {
    expect(new Set(list.entities.map(({ label }) => label.en)).size).toBe(list.entities.length);
  });

  it('have a country where one origin is named, and only there', () => {
    for (const { id, label, country } of list.entities) {
      expect(country !== undefined, id).toBe(/originating in [^,]+,/.test(label.en) && !/ in .* and /.test(label.en));
    }
  });

  it('are accounts, channels and sites, never hashtags', () => {
    expect([...new Set(list.identifiers.map(({ kind }) => kind))].sort()).toEqual(['account', 'channel', 'domain']);
    expect(list.identifiers.filter(({ value }) => value.includes('#'))).toEqual([]);
  });

  it.each([
    ['x', 'account', 'GenerousThief1', 'Network originating in Iran, per Meta (Q1 2023)'],
    ['telegram', 'channel', 'kothetjournalist', 'Network originating in Myanmar, per Meta (Q4 2023)'],
    ['telegram', 'channel', 'hminewai', 'Network originating in Myanmar, per Meta (Q4 2023)'],
    ['youtube', 'channel', 'AllôAfrique', 'Network 2 originating in Russia, per Meta (H2 2025)'],
    ['web', 'domain', 'afgreview.com', 'Returned cluster originating in Iran, per Meta (Q3 2023)'],
    ['web', 'domain', 'rrn.media', 'Doppelganger, network originating in Russia, per Meta (Q2 2023, updated 2024)'],
  ] as const)('on %s the %s %s, of the %s', (platform, kind, value, name) => {
    expect(labelOf(listed.get(nameKey(platform, kind, value))?.entity ?? '')).toBe(name);
  });

  it.each([
    // Real people and outlets whose names a network took.
    ['tiktok', 'account', 'igaribashvili'],
    ['tiktok', 'account', 'karapetyan_samvel'],
    ['telegram', 'channel', 'sanduofficial'],
    ['telegram', 'channel', 'poroshenkopa'],
    ['youtube', 'channel', 'Do_Rzeczy'],
    ['x', 'account', 'greensarah'],
    ['x', 'account', 'melville_toby'],
    ['web', 'domain', 'news360.com'],
    // The originals of what was imitated; where a network posted, or what it attacked.
    ['web', 'domain', 'spiegel.de'],
    ['web', 'domain', 'theguardian.com'],
    ['web', 'domain', 'iol.co.za'],
    ['web', 'domain', 'point.md'],
    ['web', 'domain', 'change.org'],
    ['web', 'domain', '7brachot.co.il'],
    // Hosts and short links of everybody.
    ['web', 'domain', 'medium.com'],
    ['web', 'domain', 'wordpress.com'],
    ['web', 'domain', 'blogspot.com'],
    ['web', 'domain', 'cutt.ly'],
    ['web', 'domain', 'dlvr.it'],
    ['web', 'domain', 'pinterest.com'],
    // Espionage; throwaway addresses.
    ['web', 'domain', 'saipem.org'],
    ['web', 'domain', 'offinemaiunng.online'],
  ] as const)('on %s never the %s %s', (platform, kind, value) => {
    expect(listed.has(nameKey(platform, kind, value))).toBe(false);
  });
});

describe('every claim', () => {
  it('names its file and rows, and warns that sharing attributes nobody', () => {
    const sources = new Map(list.sources.map((source) => [source.id, source]));
    for (const { id, source, locator, basis, caution } of list.claims) {
      expect(locator.row, id).toMatch(/^\d+(–\d+)?$/);
      expect(sources.get(source)?.note?.en, id).toMatch(/^File “.+\.csv” at commit a1b05bf/);
      expect(sources.get(source)?.publisher, id).toBe('Meta');
      expect(basis, id).toBe('platform-attribution');
      expect(caution?.en, id).toContain('attributes nobody');
    }
  });

  it.each(list.identifiers.filter(({ evidence }) => new Set(evidence?.map(({ source }) => source)).size > 1))(
    '$id, in several tables, is claimed by each',
    ({ id, entity, evidence }) => {
      const about = list.claims.filter((claim) => claim.about.includes(id) || claim.about.includes(entity));
      const tables = evidence?.map(({ source }) => source).filter((source) => !source?.startsWith('s-meta-summary-'));
      expect(about.map(({ source }) => source)).toEqual(expect.arrayContaining(tables ?? []));
    },
  );
});

describe('every name', () => {
  it('stands in a row of Meta’s, with no word on whether it still exists', () => {
    for (const { id, origin, evidence, status } of list.identifiers) {
      expect([origin, status], id).toEqual(['in-document', 'unknown']);
      for (const { source, note } of evidence ?? []) {
        expect(source, id).toBeDefined();
        expect(note, id).toMatch(/^Row \d+: \S/);
      }
    }
  });
});

describe('events', () => {
  it.each(list.events)('$id counts what Meta removed', ({ by, entities: about, in_document: told, platform }) => {
    expect(by).toEqual({ en: 'Meta', fa: 'متا', ar: 'ميتا', fr: 'Meta' });
    expect(about?.every((id) => entities.has(id))).toBe(true);
    expect(told[0]?.counts?.length).toBeGreaterThan(0);
    const units = told.flatMap(({ counts = [] }) => counts.map(({ unit }) => inWords(unit)));
    for (const unit of units) expect(Object.keys(unit)).toEqual(['en', 'fa', 'ar', 'fr']);
    expect(units.filter(({ en }) => !/^(Facebook|Instagram) /.test(en))).toEqual([]);
    expect(platform?.includes('instagram')).toBe(units.some(({ en }) => en.startsWith('Instagram')));
  });

  it('agree where Meta gives a number twice', () => {
    const verdicts = list.events.map(({ verdict }) => verdict);
    expect(verdicts.filter((verdict) => verdict === 'agrees').length).toBeGreaterThan(5);
    expect(verdicts).not.toContain('differs');
  });
});
