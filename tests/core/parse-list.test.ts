import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { ListEvent, Watchlist } from '../../src/core/list-schema.ts';
import { type Fault, parseList } from '../../src/core/parse-list.ts';
import { account, claim, entity, exception, source, tag, watchlist } from '../fixtures/list.ts';

function faultsOf(raw: unknown): Fault[] {
  const parsed = parseList(raw);
  return parsed.ok ? [] : parsed.faults;
}

/** A valid list with one place changed: `at('claims.0.status', 'sure')`. `undefined` takes the member away. */
function at(path: string, value: unknown, list: Watchlist = full()): unknown {
  const root = structuredClone(list) as unknown;
  const steps = path.split('.');
  const last = steps.pop() as string;
  let place = root as Record<string, unknown>;
  for (const step of steps) place = place[step] as Record<string, unknown>;
  if (value === undefined) delete place[last];
  else Object.defineProperty(place, last, { value, enumerable: true, configurable: true, writable: true });
  return root;
}

const EVENT: ListEvent = {
  id: 'ev-takedown',
  kind: 'takedown',
  title: { en: 'Takedown' },
  date: '2019-10',
  platform: ['x', 'facebook'],
  by: 'A platform',
  attributed: { en: 'It linked the accounts to a state.' },
  entities: ['e-outlet'],
  found: [
    { source: 's-one', locator: { section: '2' }, counts: [{ unit: 'accounts', value: 3 }], says: { en: 'Three.' } },
  ],
  in_document: [{ source: 's-one', locator: { line: 4 }, says: { en: 'More.' } }],
  verdict: 'differs',
};

/** Every kind of row, and most of the optional members. */
function full(): Watchlist {
  return watchlist({
    sources: [
      source(),
      source({ id: 's-two', derived_from: 's-one', archive: 'https://archive.example/1', date: '2020' }),
    ],
    entities: [entity(), entity({ id: 'e-body', type: 'agency', started: '1979', ended: '2026-02-28' })],
    identifiers: [
      account({ aliases: ['OldName'], stable_id: '123', status: 'renamed', status_since: '2024-02' }),
      tag({ rule: 'needs-context', context: { any_of: ['a term'], none_of: ['#other'] } }),
      account({ id: 'd-site', platform: 'web', kind: 'domain', value: 'outlet.example' }),
      account({ id: 'a-two', entity: 'e-body', value: 'Two', origin: 'resolved', evidence: [{ source: 's-two' }] }),
    ],
    claims: [
      claim({ counter: [{ source: 's-two', says: { en: 'No.' } }], valid_until: '2026-02-28' }),
      claim({ id: 'c-two', about: ['a-two', 'h-sample'], support: [{ source: 's-one', says: { en: 'Yes.' } }] }),
    ],
    events: [EVENT],
    exceptions: [exception()],
  });
}

describe('a valid list comes in as it is', () => {
  it('with rows of every kind', () => {
    expect(parseList(full())).toEqual({ ok: true, list: full() });
  });

  it('with who acted, and what was counted, in English alone or in several languages', () => {
    const unit = { en: 'accounts', fr: 'comptes' };
    const [found] = EVENT.found;
    const telling = { ...found, counts: [{ unit, value: 3 }] } as ListEvent['found'][number];
    const list = watchlist({
      events: [{ ...EVENT, by: { en: 'Unknown', fa: 'ناشناس' }, tip: unit, found: [telling] }],
    });
    expect(parseList(list)).toEqual({ ok: true, list });
  });

  it('with the fewest rows', () => {
    expect(parseList(watchlist())).toEqual({ ok: true, list: watchlist() });
  });

  it('naming nothing at all', () => {
    expect(faultsOf(watchlist({ entities: [], identifiers: [], claims: [] }))).toEqual([]);
  });
});

describe('what is not a list is refused, and nothing throws', () => {
  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'list'],
    ['a number', 4],
    ['an array', []],
    ['an empty object', {}],
    ['an object without members', Object.create(null)],
    ['a date', new Date(0)],
    [
      'an object that names itself',
      Object.assign(Object.create(null), { format: 'statemark-watchlist', list: globalThis }),
    ],
  ])('%s', (_, raw) => {
    expect(faultsOf(raw).length).toBeGreaterThan(0);
  });
});

describe('each rule of form names its place and its reason', () => {
  test.each<[path: string, value: unknown, place: string, reason: RegExp]>([
    ['format', 'other', 'format', /statemark-watchlist/],
    ['spec', 2, 'spec', /1/],
    ['unknown', 1, 'unknown', /never/],
    ['list.id', 'Sample', 'list.id', /lower-case/],
    ['list.id', '', 'list.id', /lower-case/],
    ['list.id', 'a'.repeat(65), 'list.id', /lower-case/],
    ['list.id', '-a', 'list.id', /lower-case/],
    ['list.version', 0, 'list.version', /1/],
    ['list.version', 1.5, 'list.version', /integer/],
    ['list.version', '1', 'list.version', /number/],
    ['list.version', Number.NaN, 'list.version', /number/],
    ['list.title', 'Sample', 'list.title', /Object/],
    ['list.title', {}, 'list.title.en', /en/],
    ['list.title', { en: 'a', xx: 'b' }, 'list.title.xx', /never/],
    ['list.title', { en: '' }, 'list.title.en', /empty/],
    ['list.homepage', 'http://example.org/', 'list.homepage', /https/],
    ['list.default', 'yes', 'list.default', /on/],
    ['list.updated', '2026-1-1', 'list.updated', /date/],
    ['sources', [], 'sources', /source/],
    ['sources', {}, 'sources', /Array/],
    ['sources.0.title', 'a'.repeat(601), 'sources[0].title', /600/],
    ['sources.0.stake', undefined, 'sources[0].stake', /stake/],
    ['sources.0.lang', 'EN', 'sources[0].lang', /language/],
    ['sources.0.kind', 'blog', 'sources[0].kind', /blog/],
    ['sources.0.url', 'ftp://example.org/', 'sources[0].url', /https/],
    ['sources.1.archive', '//archive.example/1', 'sources[1].archive', /https/],
    ['sources.0.via', Array(65).fill('a'), 'sources[0].via', /64/],
    ['entities.0.type', 'person', 'entities[0].type', /person/],
    ['entities.0.country', 'ir', 'entities[0].country', /country/],
    ['entities.0.country', 'IRN', 'entities[0].country', /country/],
    ['entities.0.wikidata', 'Q0', 'entities[0].wikidata', /Wikidata/],
    ['identifiers.0.platform', 'twitter', 'identifiers[0].platform', /twitter/],
    ['identifiers.0.kind', 'person', 'identifiers[0].kind', /person/],
    ['identifiers.0.value', 'a'.repeat(129), 'identifiers[0].value', /128/],
    ['identifiers.0.value', undefined, 'identifiers[0].value', /value/],
    ['identifiers.0.value', '@SampleOutlet', 'identifiers[0].value', /without/],
    ['identifiers.0.value', '＠SampleOutlet', 'identifiers[0].value', /without/],
    ['identifiers.1.value', '#Sample_Tag', 'identifiers[1].value', /without/],
    ['identifiers.1.value', '＃Sample_Tag', 'identifiers[1].value', /without/],
    ['identifiers.1.value', 'ﷺ'.repeat(8), 'identifiers[1].value', /folded/],
    ['identifiers.1.value', 'ـ', 'identifiers[1].value', /letter or digit/],
    ['identifiers.1.value', '\u200c', 'identifiers[1].value', /letter or digit/],
    ['identifiers.1.value', '_', 'identifiers[1].value', /letter or digit/],
    ['identifiers.0.aliases', ['#a'], 'identifiers[0].aliases[0]', /without/],
    ['identifiers.0.rule', 'pattern', 'identifiers[0].rule', /pattern/],
    ['identifiers.0.pattern', '.*', 'identifiers[0].pattern', /never/],
    ['identifiers.0.person_name', 'yes', 'identifiers[0].person_name', /boolean/],
    ['identifiers.0.rule', 'needs-context', 'identifiers[0]', /context/],
    ['identifiers.0.context', { any_of: ['a'] }, 'identifiers[0]', /context/],
    ['identifiers.1.context', undefined, 'identifiers[1]', /context/],
    ['identifiers.1.context', { none_of: ['a'] }, 'identifiers[1].context', /any_of/],
    ['identifiers.1.context', {}, 'identifiers[1].context', /any_of/],
    ['identifiers.1.context', { any_of: [] }, 'identifiers[1].context.any_of', /1/],
    ['identifiers.1.context', { any_of: ['—'] }, 'identifiers[1].context.any_of[0]', /letter or digit/],
    ['identifiers.1.context', { any_of: ['#'] }, 'identifiers[1].context.any_of[0]', /letter or digit/],
    ['identifiers.0.platform', 'any', 'identifiers[0]', /hashtag/],
    ['identifiers.2.platform', 'x', 'identifiers[2]', /web/],
    ['identifiers.0.platform', 'web', 'identifiers[0]', /web/],
    ['identifiers.3.evidence', undefined, 'identifiers[3]', /evidence/],
    ['identifiers.3.evidence', [], 'identifiers[3].evidence', /1/],
    ['claims.0.about', [], 'claims[0].about', /1/],
    ['claims.0.locator', undefined, 'claims[0].locator', /locator/],
    ['claims.0.locator', {}, 'claims[0].locator', /where/],
    ['claims.0.locator', { line: 0 }, 'claims[0].locator.line', /1/],
    ['claims.0.source', undefined, 'claims[0].source', /source/],
    ['claims.0.basis', 'hearsay', 'claims[0].basis', /hearsay/],
    ['claims.0.confidence', 101, 'claims[0].confidence', /100/],
    ['claims.0.confidence', -1, 'claims[0].confidence', /0/],
    ['claims.0.confidence', 0.5, 'claims[0].confidence', /integer/],
    ['claims.0.status', 'true', 'claims[0].status', /true/],
    ['events.0.found', [], 'events[0].found', /1/],
    ['events.0.verdict', 'lies', 'events[0].verdict', /lies/],
    ['events.0.by', 7, 'events[0].by', /string/i],
    ['events.0.by', '', 'events[0].by', /empty/],
    ['events.0.by', 'x'.repeat(121), 'events[0].by', /120/],
    ['events.0.by', { fa: 'یکی' }, 'events[0].by', /./],
    ['events.0.tip', { en: 'x'.repeat(121) }, 'events[0].tip.en', /120/],
    ['events.0.found.0.counts.0.unit', {}, 'events[0].found[0].counts[0].unit', /./],
    ['events.0.platform', ['myspace'], 'events[0].platform[0]', /myspace/],
    ['exceptions.0.reason', undefined, 'exceptions[0].reason', /reason/],
    ['exceptions.0.value', '@Namesake', 'exceptions[0].value', /without/],
  ])('%s = %j', (path, value, place, reason) => {
    const faults = faultsOf(at(path, value));
    expect(faults.map((fault) => fault.path)).toContain(place);
    expect(faults.find((fault) => fault.path === place)?.reason).toMatch(reason);
  });

  it('a file that is none names itself', () => {
    expect(faultsOf(null)).toEqual([{ path: '(the whole file)', reason: expect.any(String) }]);
  });

  it('all faults are told at once', () => {
    const raw = at('claims.0.status', 'sure', at('list.version', 0) as Watchlist);
    expect(faultsOf(raw).map((fault) => fault.path)).toEqual(
      expect.arrayContaining(['claims[0].status', 'list.version']),
    );
  });
});

describe('dates', () => {
  test.each(['2022', '2022-01', '2022-12-31', '2020-02-29', '2000-02-29', '1979-04-01'])('%s is one', (date) => {
    expect(faultsOf(at('claims.0.date', date))).toEqual([]);
  });

  test.each([
    '2021-02-31',
    '2021-02-29',
    '1900-02-29',
    '2021-13',
    '2021-00',
    '2021-01-00',
    '2021-04-31',
    '2021-1-1',
    '21-01-01',
    '2021-01-01T00:00:00Z',
    '2021/01/01',
    '01-01-2021',
    '۲۰۲۱-۰۱-۰۱',
    '2021-01-01 ',
    '+2021-01-01',
    '2021-',
    '20211',
    '',
    'today',
    '2021-W01',
  ])('“%s” is none', (date) => {
    expect(faultsOf(at('claims.0.date', date))).toEqual([
      { path: 'claims[0].date', reason: expect.stringContaining('date') },
    ]);
  });

  it('a number is none', () => {
    expect(faultsOf(at('claims.0.date', 2021))).toHaveLength(1);
  });
});

describe('addresses', () => {
  test.each([
    'https://example.org',
    'https://example.org/a?b=c#d',
    'https://xn--mgba3a4f16a.ir/',
    'https://example.org/قاسم',
    'https://web.archive.org/web/2022/https://example.org/',
    'HTTPS://EXAMPLE.ORG/',
  ])('%s is taken', (url) => {
    expect(faultsOf(at('sources.0.url', url))).toEqual([]);
  });

  test.each([
    'http://example.org/',
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'blob:https://example.org/1',
    'filesystem:https://example.org/1',
    'file:///etc/passwd',
    'ftp://example.org/',
    'ws://example.org/',
    'wss://example.org/',
    'about:blank',
    'chrome://settings',
    'chrome-extension://abc/x.html',
    'moz-extension://abc/x.html',
    'view-source:https://example.org/',
    'intent://example.org#Intent;end',
    'mailto:a@example.org',
    'tel:1',
    'vbscript:x',
    'https://user@example.org/',
    'https://user:word@example.org/',
    'https://:word@example.org/',
    'https://example.org@evil.example/',
    '//example.org/',
    '/relative',
    'example.org',
    'https://',
    'https:///',
    '',
    'https://exa mple.org/',
    'https://example.org:99999/',
    `https://example.org/${'a'.repeat(512)}`,
  ])('%s is refused', (url) => {
    expect(faultsOf(at('sources.0.url', url)).map((fault) => fault.path)).toContain('sources[0].url');
  });
});

describe('text that could read as something else is refused', () => {
  const refused: [name: string, character: string][] = [
    ['NUL', '\0'],
    ['a line feed', '\n'],
    ['escape', '\u001b'],
    ['delete', '\u007f'],
    ['a C1 control', '\u0085'],
    ['the Arabic letter mark', '\u061c'],
    ['zero-width space', '\u200b'],
    ['LRM', '\u200e'],
    ['RLM', '\u200f'],
    ['line separator', '\u2028'],
    ['LRE', '\u202a'],
    ['RLO', '\u202e'],
    ['word joiner', '\u2060'],
    ['LRI', '\u2066'],
    ['PDI', '\u2069'],
    ['the byte order mark', '\ufeff'],
    ['interlinear annotation', '\ufff9'],
    ['a tag character', '\u{e0041}'],
    ['a lone surrogate', '\ud83d'],
    ['a decomposed letter', 'e\u0301'],
  ];
  test.each(refused)('%s', (_, character) => {
    expect(faultsOf(at('entities.0.label', { en: `a${character}b` })).map((f) => f.path)).toContain(
      'entities[0].label.en',
    );
    expect(faultsOf(at('identifiers.0.value', `a${character}b`)).map((f) => f.path)).toContain('identifiers[0].value');
  });

  test.each(['می‌خواهم', 'قاسم‌سلیمانی', '👨‍👩‍👧', 'é', '“quotes”', 'a—b', 'הוא', '中国'])('but not %s', (text) => {
    expect(faultsOf(at('entities.0.label', { en: text }))).toEqual([]);
  });

  test.each([' a', 'a ', '\u00a0a'])('“%s” has white space at an end', (text) => {
    expect(faultsOf(at('entities.0.label', { en: text }))).toHaveLength(1);
  });

  it('for every code point that is a control, a bidirectional format or half a pair', () => {
    const taken: string[] = [];
    const unsafe = /\p{Cc}|\p{Cs}|\p{Bidi_Control}/u;
    for (let code = 0; code <= 0xffff; code++) {
      const character = String.fromCharCode(code);
      if (!unsafe.test(character)) continue;
      if (faultsOf(at('list.publisher', `a${character}b`, watchlist())).length === 0)
        taken.push(`U+${code.toString(16)}`);
    }
    expect(taken).toEqual([]);
  });
});

describe('names of object members', () => {
  const members = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];

  test.each(members)('%s is no member of a list, wherever it stands', (name) => {
    for (const path of ['', 'list.', 'list.title.', 'sources.0.', 'identifiers.0.', 'claims.0.locator.']) {
      expect(faultsOf(at(path + name, { polluted: true })).length, path).toBeGreaterThan(0);
    }
  });

  it('leave all other objects alone, as JSON gives them', () => {
    const text = JSON.stringify(full()).replace('"spec":1', '"spec":1,"__proto__":{"polluted":true}');
    expect(faultsOf(JSON.parse(text)).length).toBeGreaterThan(0);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test.each(members)('%s is a handle like any other', (name) => {
    expect(faultsOf(at('identifiers.0.value', name))).toEqual([]);
  });
});

describe('what rows say of one another', () => {
  test.each<[string, unknown, Fault[]]>([
    [
      'an id used twice in one table',
      watchlist({ claims: [claim(), claim()] }),
      [{ path: 'claims[1].id', reason: 'the id "c-one" is already used at claims[0].id' }],
    ],
    [
      'an id used in two tables',
      watchlist({ sources: [source(), source({ id: 'e-outlet' })] }),
      [{ path: 'entities[0].id', reason: 'the id "e-outlet" is already used at sources[1].id' }],
    ],
    [
      'a claim without its source',
      watchlist({ claims: [claim({ source: 's-none' })] }),
      [{ path: 'claims[0].source', reason: '"s-none" is not the id of one of this list\'s sources' }],
    ],
    [
      'a claim whose source is an entity',
      watchlist({ claims: [claim({ source: 'e-outlet' })] }),
      [{ path: 'claims[0].source', reason: expect.stringContaining('sources') }],
    ],
    [
      'a claim about nothing',
      watchlist({ claims: [claim(), claim({ id: 'c-two', about: ['e-outlet', 'e-none'] })] }),
      [{ path: 'claims[1].about[1]', reason: expect.stringContaining('entities or identifiers') }],
    ],
    [
      'a claim about a source',
      watchlist({ claims: [claim({ about: ['e-outlet', 's-one'] })] }),
      [{ path: 'claims[0].about[1]', reason: expect.stringContaining('entities or identifiers') }],
    ],
    [
      'a counter-claim without its source',
      watchlist({ claims: [claim({ counter: [{ source: 's-none', says: { en: 'No.' } }] })] }),
      [{ path: 'claims[0].counter[0].source', reason: expect.any(String) }],
    ],
    [
      'a supporting claim without its source',
      watchlist({ claims: [claim({ support: [{ source: 's-none', says: { en: 'Yes.' } }] })] }),
      [{ path: 'claims[0].support[0].source', reason: expect.any(String) }],
    ],
    [
      'a source derived from nothing',
      watchlist({ sources: [source({ derived_from: 's-none' })] }),
      [{ path: 'sources[0].derived_from', reason: expect.any(String) }],
    ],
    [
      'an entity that is part of nothing',
      watchlist({ entities: [entity({ part_of: 'e-none' })] }),
      [{ path: 'entities[0].part_of', reason: expect.any(String) }],
    ],
    [
      'evidence without its source',
      watchlist({ identifiers: [account({ evidence: [{ title: 'a' }, { source: 's-none' }] })] }),
      [{ path: 'identifiers[0].evidence[1].source', reason: expect.any(String) }],
    ],
    [
      'an event of no entity',
      watchlist({ events: [{ ...EVENT, entities: ['e-none'] }] }),
      [{ path: 'events[0].entities[0]', reason: expect.any(String) }],
    ],
    [
      'a telling without its source',
      watchlist({ events: [{ ...EVENT, in_document: [{ ...EVENT.in_document[0], source: 's-none' } as never] }] }),
      [{ path: 'events[0].in_document[0].source', reason: expect.any(String) }],
    ],
    [
      'an identifier that no claim is about',
      watchlist({ claims: [claim({ about: ['h-sample'] })] }),
      [{ path: 'identifiers[0]', reason: 'no claim is about "a-outlet" or its entity "e-outlet"' }],
    ],
    [
      'two identifiers that read alike',
      watchlist({ identifiers: [tag(), tag({ id: 'h-two', value: 'sample_TAG' })] }),
      [{ path: 'identifiers[1]', reason: expect.stringContaining('same name as "h-sample"') }],
    ],
    [
      'an alias that is another identifier’s name',
      watchlist({ identifiers: [account(), account({ id: 'a-two', value: 'Two', aliases: ['sampleoutlet'] })] }),
      [{ path: 'identifiers[1]', reason: expect.stringContaining('x@sampleoutlet') }],
    ],
    [
      'a channel and an account of one name',
      watchlist({ identifiers: [account(), account({ id: 'a-two', kind: 'channel' })] }),
      [{ path: 'identifiers[1]', reason: expect.stringContaining('x@sampleoutlet') }],
    ],
    [
      'two accounts of one stable id',
      watchlist({ identifiers: [account({ stable_id: '1' }), account({ id: 'a-two', value: 'Two', stable_id: '1' })] }),
      [{ path: 'identifiers[1]', reason: expect.stringContaining('x!1') }],
    ],
    [
      'a name listed and excepted',
      watchlist({ exceptions: [exception({ value: 'SAMPLEOUTLET' })] }),
      [{ path: 'exceptions[0]', reason: '"SAMPLEOUTLET" is also the identifier "a-outlet"' }],
    ],
    [
      'one exception twice',
      watchlist({ exceptions: [exception(), exception({ value: 'Other' }), exception({ reason: { en: 'Why.' } })] }),
      [{ path: 'exceptions[2]', reason: '"Namesake" is already at exceptions[0]' }],
    ],
  ])('%s is a fault', (_, raw, faults) => {
    expect(faultsOf(raw)).toEqual(faults);
  });

  test.each<[string, Watchlist]>([
    [
      'one name on two networks',
      watchlist({ identifiers: [account(), account({ id: 'a-two', platform: 'instagram' })] }),
    ],
    ['one name as tag and as account', watchlist({ identifiers: [account(), tag({ value: 'SampleOutlet' })] })],
    ['an alias that folds like the name', watchlist({ identifiers: [account({ aliases: ['SAMPLEOUTLET'] })] })],
    [
      'one stable id on two networks',
      watchlist({
        identifiers: [account({ stable_id: '1' }), account({ id: 'a-two', platform: 'vk', stable_id: '1' })],
      }),
    ],
    ['a claim about the entity alone', watchlist({ claims: [claim({ about: ['e-outlet'] })] })],
    [
      'entities that are part of one another',
      watchlist({
        entities: [entity({ part_of: 'e-two' }), entity({ id: 'e-two', part_of: 'e-outlet' })],
      }),
    ],
    [
      'a tag excepted on another network than the listed one',
      watchlist({
        identifiers: [tag({ platform: 'telegram' })],
        exceptions: [exception({ kind: 'hashtag', value: 'Sample_Tag' })],
      }),
    ],
    [
      'a tag listed everywhere and excepted on one network',
      watchlist({
        exceptions: [exception({ kind: 'hashtag', value: 'sample_tag' })],
      }),
    ],
    [
      'an account excepted on another network',
      watchlist({ exceptions: [exception({ platform: 'vk', value: 'SampleOutlet' })] }),
    ],
  ])('%s is none', (_, list) => {
    expect(faultsOf(list)).toEqual([]);
  });
});

describe('a good list that something happened to', () => {
  const seed = readFileSync(new URL('../../data/seed-documents.json', import.meta.url), 'utf8');

  it('comes in or is refused with a place and a reason, and never throws', () => {
    const whole: unknown = JSON.parse(seed);
    const places: string[] = [];
    const collect = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [key, inner] of Object.entries(value)) {
        places.push(`${path}${key}`);
        collect(inner, `${path}${key}.`);
      }
    };
    collect(full(), '');
    expect(faultsOf(whole)).toEqual([]);
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.jsonValue(), (path, value) => {
        for (const { path: place, reason } of faultsOf(at(path, value))) {
          expect(place).not.toBe('');
          expect(reason).not.toBe('');
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
