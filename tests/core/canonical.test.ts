import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../src/core/canonical.ts';
import type { ListEvent, Watchlist } from '../../src/core/list-schema.ts';
import { parseList } from '../../src/core/parse-list.ts';
import { account, claim, entity, exception, source, tag, watchlist } from '../fixtures/list.ts';

const event = (id: string, date: string): ListEvent => ({
  id,
  kind: 'takedown',
  title: { en: 'Takedown' },
  date,
  by: 'A platform',
  attributed: { en: 'To a state.' },
  found: [{ source: 's-1', locator: { line: 1 }, says: { en: 'A.' } }],
  in_document: [{ source: 's-1', locator: { line: 1 }, says: { en: 'A.' } }],
  verdict: 'agrees',
});

const LIST = watchlist({
  sources: ['s-3', 's-1', 's-2'].map((id) => source({ id })),
  entities: ['e-outlet', 'e-b', 'e-a'].map((id) => entity({ id })),
  identifiers: [tag(), account(), account({ id: 'a-10', value: 'Ten' }), account({ id: 'a-2', value: 'Two' })],
  claims: ['c-2', 'c-1'].map((id) => claim({ id, source: 's-1' })),
  events: [event('ev-2', '2021-02-03'), event('ev-3', '2019'), event('ev-1', '2021-02-03'), event('ev-0', '2021-02')],
  exceptions: [
    exception({ value: 'b' }),
    exception({ kind: 'hashtag', platform: 'any', value: 'z' }),
    exception({ value: 'a' }),
    exception({ value: 'B' }),
  ],
});

function written(list: Watchlist): Watchlist {
  return JSON.parse(canonicalText(list)) as Watchlist;
}

describe('a list is written', () => {
  it('with rows sorted by id, letter by letter', () => {
    const list = written(LIST);
    expect(list.sources.map((row) => row.id)).toEqual(['s-1', 's-2', 's-3']);
    expect(list.entities.map((row) => row.id)).toEqual(['e-a', 'e-b', 'e-outlet']);
    expect(list.identifiers.map((row) => row.id)).toEqual(['a-10', 'a-2', 'a-outlet', 'h-sample']);
    expect(list.claims.map((row) => row.id)).toEqual(['c-1', 'c-2']);
  });

  it('with events by date, then id', () => {
    expect(written(LIST).events.map((row) => row.id)).toEqual(['ev-3', 'ev-0', 'ev-1', 'ev-2']);
  });

  it('with exceptions by network, kind and value', () => {
    expect(written(LIST).exceptions.map((row) => row.value)).toEqual(['z', 'B', 'a', 'b']);
  });

  it('with two spaces, letters as they are and a line feed at the end', () => {
    const text = canonicalText(watchlist({ entities: [entity({ label: { en: 'پرس‌تی‌وی' } })] }));
    expect(text).toMatch(/^\{\n {2}"format"/);
    expect(text.endsWith('}\n')).toBe(true);
    expect(text).toContain('پرس‌تی‌وی');
  });

  it('the same, however its rows and members were ordered', () => {
    const rows = <T>(all: T[]) => fc.shuffledSubarray(all, { minLength: all.length });
    const shuffled = fc.record({
      sources: rows(LIST.sources),
      entities: rows(LIST.entities),
      identifiers: rows(LIST.identifiers),
      claims: rows(LIST.claims),
      events: rows(LIST.events),
      exceptions: rows(LIST.exceptions),
    });
    fc.assert(
      fc.property(shuffled, (parts) => {
        const parsed = parseList(reversed({ ...LIST, ...parts }));
        expect(parsed.ok && canonicalText(parsed.list)).toBe(canonicalText(LIST));
      }),
      { numRuns: 50 },
    );
  });

  it('the same when it is written again', () => {
    expect(canonicalText(written(LIST))).toBe(canonicalText(LIST));
  });

  it('and itself left as it was', () => {
    const before = structuredClone(LIST);
    canonicalText(LIST);
    expect(LIST).toEqual(before);
  });
});

/** The same value with the members of every object the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}
