import { describe, expect, it } from 'vitest';
import { type Evidence, evidenceFor } from '../../src/core/evidence.ts';
import type { ListEvent, Watchlist } from '../../src/core/list-schema.ts';
import { account, claim, entity, source, tag, watchlist } from '../fixtures/list.ts';

const TODAY = '2026-11-22';
const EVENT: ListEvent = {
  id: 'ev-one',
  kind: 'takedown',
  title: { en: 'Takedown' },
  date: '2019',
  by: 'A platform',
  attributed: { en: 'To a state.' },
  entities: ['e-outlet'],
  found: [],
  in_document: [],
  verdict: 'agrees',
};

function evidence(rows: Partial<Watchlist>, id = 'a-outlet'): Evidence {
  const found = evidenceFor(watchlist(rows), id, TODAY);
  if (!found) throw new Error('no evidence');
  return found;
}

describe('the answer to “why is this marked”', () => {
  it('goes from the name over the claim to the document', () => {
    const found = evidence({});
    expect(found.identifier.value).toBe('SampleOutlet');
    expect(found.entity.id).toBe('e-outlet');
    expect(found.claims).toEqual([{ claim: claim(), source: source(), support: [], counter: [] }]);
    expect(found).toMatchObject({ kind: 'outlet', grade: 'confirmed', parents: [], events: [], resolvedBy: [] });
    expect(found).not.toHaveProperty('until');
  });

  it('names its list, and where to ask for a correction', () => {
    const { list } = watchlist();
    expect(evidence({}).list).toEqual({
      id: 'sample',
      title: list.title,
      version: 1,
      updated: '2026-01-01',
      publisher: 'Statemark',
      licence: 'CC0-1.0',
    });
    const contact = 'https://example.org/issues';
    expect(evidence({ list: { ...list, contact, homepage: contact } }).list).toMatchObject({
      contact,
      homepage: contact,
    });
  });

  it('shows who says otherwise and who says so too, each with the document', () => {
    const locator = { page: '3' };
    const found = evidence({
      sources: [source(), source({ id: 's-two' })],
      claims: [
        claim({
          counter: [{ source: 's-two', says: { en: 'No.' }, locator }],
          support: [{ source: 's-two', says: { en: 'Yes.' } }],
        }),
      ],
    });
    expect(found.claims[0]?.counter).toEqual([{ says: { en: 'No.' }, source: source({ id: 's-two' }), locator }]);
    expect(found.claims[0]?.support).toEqual([{ says: { en: 'Yes.' }, source: source({ id: 's-two' }) }]);
  });

  it('shows a retracted claim as such beside one that stands', () => {
    const found = evidence({ claims: [claim(), claim({ id: 'c-two', status: 'retracted' })] });
    expect(found.claims.map((row) => row.claim.status)).toEqual(['confirmed', 'retracted']);
  });

  it('tells when the claims have run out', () => {
    expect(evidence({ claims: [claim({ valid_until: '2024' })] }).until).toBe('2024');
  });

  it('has the events of its own entity, not those of others', () => {
    const other = { ...EVENT, id: 'ev-two', entities: ['e-other'] };
    const { entities: _, ...ofNobody } = { ...EVENT, id: 'ev-three' };
    expect(evidence({ events: [EVENT, other, ofNobody] }).events.map(({ id }) => id)).toEqual(['ev-one']);
  });

  it('names the sources that a handle was resolved by', () => {
    const found = evidence({
      identifiers: [account({ origin: 'resolved', evidence: [{ source: 's-one' }, { url: 'https://example.org/' }] })],
    });
    expect(found.resolvedBy.map(({ id }) => id)).toEqual(['s-one']);
  });
});

describe('there is no answer', () => {
  it.each<[string, Partial<Watchlist>, string]>([
    ['for a name that is not listed', {}, 'a-none'],
    ['for an entity', {}, 'e-outlet'],
    ['for the name of an object member', {}, '__proto__'],
    ['for a name whose claims were retracted', { claims: [claim({ status: 'retracted' })] }, 'a-outlet'],
    ['for a name whose entity is gone', { entities: [] }, 'a-outlet'],
  ])('%s', (_, rows, id) => {
    expect(evidenceFor(watchlist(rows), id, TODAY)).toBeUndefined();
  });
});

describe('a damaged list', () => {
  it('shows no claim whose source is missing', () => {
    const found = evidence({ claims: [claim(), claim({ id: 'c-two', source: 's-none' })] });
    expect(found.claims.map((row) => row.claim.id)).toEqual(['c-one']);
  });

  it('shows no side whose source is missing', () => {
    const found = evidence({ claims: [claim({ counter: [{ source: 's-none', says: { en: 'No.' } }] })] });
    expect(found.claims[0]?.counter).toEqual([]);
  });

  it('has no evidence where no claim has a source: a mark must be answerable', () => {
    const rows = watchlist({ claims: [claim({ source: 's-none' })] });
    expect(evidenceFor(rows, 'a-outlet', TODAY)).toBeUndefined();
  });
});

describe('entities above', () => {
  const chain = (...pairs: [id: string, above?: string][]) => ({
    entities: pairs.map(([id, above]) => entity({ id, ...(above !== undefined && { part_of: above }) })),
    identifiers: [tag({ entity: 'e-a' })],
    claims: [claim({ about: ['e-a'] })],
  });

  it.each<[string, Partial<Watchlist>, string[]]>([
    ['stand nearest first', chain(['e-a', 'e-b'], ['e-b', 'e-c'], ['e-c']), ['e-b', 'e-c']],
    ['end where one is missing', chain(['e-a', 'e-b'], ['e-b', 'e-none']), ['e-b']],
    ['are none for an entity that is part of itself', chain(['e-a', 'e-a']), []],
    ['stop at a loop of two', chain(['e-a', 'e-b'], ['e-b', 'e-a']), ['e-b']],
    ['stop at a loop further up', chain(['e-a', 'e-b'], ['e-b', 'e-c'], ['e-c', 'e-b']), ['e-b', 'e-c']],
  ])('%s', (_, rows, ids) => {
    expect(evidence(rows, 'h-sample').parents.map(({ id }) => id)).toEqual(ids);
  });
});
