import { describe, expect, it } from 'vitest';
import type { Entity, Identifier, Watchlist } from '../../src/core/list-schema.ts';
import { readLists } from '../../src/publisher/scan/read-lists.ts';

/** Who may be in a bundled list at all. Written out here, so that a wider vocabulary does not widen the lists. */
const ALLOWED = ['state', 'agency', 'official', 'outlet', 'operation', 'campaign'];

/**
 * The only natural persons: holders of an office, in it, with its dates. A new row is a decision of the editors
 * (data/README.md), not of an import.
 */
const OFFICE_HOLDERS = new Map([
  ['seed-documents/e-khamenei', { office: 'Supreme Leader of Iran', started: '1989', ended: '2026-02-28' }],
  ['seed-documents/e-raisi', { office: 'President of Iran', started: '2021', ended: '2024-05-19' }],
]);

/** Victims, opponents, experts, exile and independent media, platforms: folded names that no label may be or hold. */
const NEVER_IN_A_LABEL = [
  'cochard',
  'rajavi',
  'lee foster',
  'masoud ibrahim',
  'bandari',
  'kent walker',
  'new york post',
  'mojahed',
  'mujahed',
  'mojahedin',
  'national council of resistance',
  'kayhan london',
  'kayhan life',
  'iran international',
  'bbc persian',
  'radio farda',
  'voice of america',
  'iranwire',
  'national public radio',
  'fireeye',
  'meta platforms',
];
const PLATFORM_NAMES = ['x', 'twitter', 'facebook', 'instagram', 'meta', 'youtube', 'google', 'telegram', 'tiktok'];

/** Names of theirs, on any network. */
const NEVER_AN_IDENTIFIER = [
  'kayhanlondon',
  'kayhanlife',
  'kayhan.london',
  'kayhanlife.com',
  'iranintl',
  'iranintl.com',
  'bbcpersian',
  'radiofarda_',
  'voairan',
  'ncr-iran.org',
  'mojahedin.org',
  'english.mojahedin.org',
  'maryam_rajavi',
  'thereference-paris.com',
  'almarjie-paris.com',
  'npr',
  'pbs',
  'alhilal_fc',
  'alhilal',
  'baki_ali_neft_mektebi',
  'stranaua',
];

const lists = readLists([], true);
const named = lists.map((list) => [list.list.id, list] as const);

const entityOf = (list: Watchlist, { entity }: Identifier): Entity | undefined =>
  list.entities.find(({ id }) => id === entity);

/** A profile that by its form is a person's. */
function isPersonal({ platform, kind, value }: Identifier): boolean {
  if (kind !== 'account') return false;
  if (platform === 'facebook' || platform === 'linkedin') return true;
  return platform === 'vk' && /^id\d+$/.test(value);
}

it('there are bundled lists, the seed documents among them', () => {
  expect(lists.map(({ list }) => list.id)).toContain('seed-documents');
});

describe.each(named)('%s: who is listed', (name, list) => {
  it('are of the allowed types only', () => {
    expect(list.entities.filter(({ type }) => !ALLOWED.includes(type))).toEqual([]);
  });

  it('are no persons but the office-holders of the table, with the table’s dates', () => {
    const officials = list.entities.filter(({ type }) => type === 'official');
    for (const { id, started, ended, description } of officials) {
      const row = OFFICE_HOLDERS.get(`${name}/${id}`);
      expect(row, `${id} is in no table`).toBeDefined();
      expect({ started, ended }, id).toEqual({ started: row?.started, ended: row?.ended });
      expect(description?.en, id).toContain(row?.office);
    }
    const known = [...OFFICE_HOLDERS.keys()].filter((key) => key.startsWith(`${name}/`));
    expect(officials.map(({ id }) => `${name}/${id}`).sort()).toEqual(known.sort());
  });

  it('are no victims, opponents, experts, exile media or platforms', () => {
    const labels = list.entities.flatMap(({ label }) => Object.values(label).map((text) => text.toLowerCase()));
    expect(labels.filter((text) => NEVER_IN_A_LABEL.some((never) => text.includes(never)))).toEqual([]);
    expect(labels.filter((text) => PLATFORM_NAMES.includes(text))).toEqual([]);
  });

  it('have no account or site of such people', () => {
    const values = list.identifiers.flatMap(({ value, aliases = [] }) => [value, ...aliases]);
    expect(values.filter((value) => NEVER_AN_IDENTIFIER.includes(value.toLowerCase()))).toEqual([]);
  });

  it('have a profile in the form of a person’s only where a platform itself attributed it to an operation', () => {
    for (const identifier of list.identifiers.filter(isPersonal)) {
      const { id, entity } = identifier;
      expect(entityOf(list, identifier)?.type, id).toBe('operation');
      const claims = list.claims.filter(({ about }) => about.includes(id) || about.includes(entity));
      expect(claims.length, id).toBeGreaterThan(0);
      expect(
        claims.filter(({ basis }) => basis !== 'platform-attribution'),
        id,
      ).toEqual([]);
    }
  });

  it('belong to something only within the list, and never to themselves', () => {
    for (const { id, part_of } of list.entities) expect(part_of, id).not.toBe(id);
  });
});

describe.each(named)('%s: what is said', (_, list) => {
  const sources = new Map(list.sources.map((source) => [source.id, source]));

  it('has a source with a publisher, a stake and a date, and a place in it', () => {
    const said = [
      ...list.claims.map(({ id, source, locator }) => ({ id, source, locator })),
      ...list.events.flatMap(({ id, found, in_document }) =>
        [...found, ...in_document].map(({ source, locator }) => ({ id, source, locator })),
      ),
    ];
    const lacking = said.filter(({ source, locator }) => {
      const from = sources.get(source);
      return !from?.publisher || !from.stake.en || !from.date || Object.values(locator).length === 0;
    });
    expect(lacking).toEqual([]);
    expect(said.length).toBeGreaterThan(0);
  });

  it('is about every identifier, itself or through its entity', () => {
    const about = new Set(list.claims.flatMap((claim) => claim.about));
    expect(list.identifiers.filter(({ id, entity }) => !about.has(id) && !about.has(entity))).toEqual([]);
  });

  it('resolves every name that no document spells, with evidence that says something', () => {
    const bare = list.identifiers.filter(
      ({ origin, evidence = [] }) =>
        origin === 'resolved' && !evidence.some((row) => row.source ?? row.title ?? row.url ?? row.note),
    );
    expect(bare).toEqual([]);
  });

  it('shows the other side of whatever is disputed or overstated', () => {
    const oneSided = list.claims.filter(
      ({ status, counter }) => (status === 'disputed' || status === 'overstated') && !counter?.length,
    );
    expect(oneSided).toEqual([]);
  });

  it('ends with the office', () => {
    const officials = list.entities.filter(({ type, ended }) => type === 'official' && ended !== undefined);
    for (const { id, ended = '' } of officials) {
      const own = list.identifiers.filter(({ entity }) => entity === id).map((row) => row.id);
      const endless = list.claims.filter(
        ({ about, valid_until }) =>
          about.some((one) => one === id || own.includes(one)) && (valid_until === undefined || valid_until > ended),
      );
      expect(
        endless.map((claim) => claim.id),
        id,
      ).toEqual([]);
    }
  });
});

describe('the lists together', () => {
  it('are told apart, and say where to object', () => {
    expect(new Set(lists.map(({ list }) => list.id)).size).toBe(lists.length);
    for (const { list } of lists) expect(list.contact, list.id).toMatch(/^https:\/\//);
  });

  it('never disagree on whether an account belongs to a person', () => {
    const kinds = new Map<string, string>();
    for (const list of lists) {
      for (const identifier of list.identifiers.filter(({ kind }) => kind !== 'hashtag')) {
        const key = `${identifier.platform} ${identifier.value.toLowerCase()}`;
        const type = entityOf(list, identifier)?.type === 'official' ? 'official' : 'body';
        expect(kinds.get(key) ?? type, key).toBe(type);
        kinds.set(key, type);
      }
    }
  });
});
