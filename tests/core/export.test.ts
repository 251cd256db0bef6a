import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { csvText } from '../../src/core/csv.ts';
import { type ExportHead, exportCsv, exportJson, exportName, type FoundMatch } from '../../src/core/export.ts';
import { CsvReader } from '../../src/publisher/csv.ts';
import { ACCOUNT_EVIDENCE, CLAIM_EVIDENCE, PERSIAN_TAG, TAG_EVIDENCE } from '../fixtures/evidence.ts';

const HEAD: ExportHead = { made: '2026-11-22T07:05:00.000Z', version: '0.1.0', scope: 'page', withHosts: false };
const ACCOUNT: FoundMatch = {
  evidence: ACCOUNT_EVIDENCE,
  count: 2,
  places: ['author', 'mention'],
  muted: false,
  hosts: ['x.com', 't.me'],
};
const TWO_CLAIMS: FoundMatch = {
  evidence: {
    ...TAG_EVIDENCE,
    identifier: PERSIAN_TAG,
    claims: [CLAIM_EVIDENCE, ...ACCOUNT_EVIDENCE.claims],
  },
  count: 7,
  places: ['hashtag'],
  muted: true,
};

/** As the project's own reader of tables reads it, quotes and all. */
function readCsv(text: string): string[][] {
  const reader = new CsvReader(',');
  const records = text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map((line, i) => reader.push(i + 1, line));
  expect(reader.end()).toBeUndefined();
  const fields = records.flatMap((record) => {
    if (record && 'fault' in record) throw new Error(record.fault);
    return record ? [record.fields] : [];
  });
  // What stands behind the last line end is no row.
  return fields.slice(0, -1);
}

/** By the column's name. */
function readExport(text: string): Record<string, string>[] {
  const [names = [], ...rows] = readCsv(text);
  return rows.map((cells) => Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ''])));
}

describe('CSV', () => {
  it('has a row for each name, with who says what where', () => {
    const [row, ...more] = readExport(exportCsv(HEAD, [ACCOUNT]));
    expect(more).toEqual([]);
    expect(row).toEqual({
      made: '2026-11-22T07:05:00.000Z',
      list_id: 'seed-documents',
      list_version: '3',
      identifier_id: 'x-presstv',
      platform: 'x',
      kind: 'account',
      value: 'PressTV',
      entity_id: 'press-tv',
      entity: 'Press TV',
      country: 'IR',
      grade: 'confirmed',
      claim_ids: 'c-owned',
      claim_sources: 'Alliance for Securing Democracy, State Media Matrix, 2023-08, https://example.org/asd',
      claim_locators: 'row 496',
      count: '2',
      places: 'author mention',
      muted: 'false',
    });
  });

  it('keeps the lines of claims, sources and locators together', () => {
    const [row] = readExport(exportCsv(HEAD, [TWO_CLAIMS]));
    expect(row).toMatchObject({
      value: 'نحن_قاسم',
      claim_ids: 'c-intelligence\nc-owned',
      claim_locators: 'section Twitter and Soleimani, paragraph 2\nrow 496',
      muted: 'true',
    });
    expect(row?.claim_sources?.split('\n')).toHaveLength(2);
  });

  it('begins with the byte order mark, and ends its lines as RFC 4180 says', () => {
    const text = exportCsv(HEAD, [ACCOUNT]);
    expect(text.startsWith('\ufeffmade,list_id,')).toBe(true);
    expect(text.split('\r\n')).toHaveLength(3);
    expect(text.endsWith('\r\n')).toBe(true);
  });

  it('says where only if that is wished', () => {
    expect(exportCsv(HEAD, [ACCOUNT])).not.toMatch(/hosts|x\.com|t\.me/);
    expect(readExport(exportCsv({ ...HEAD, withHosts: true }, [ACCOUNT]))[0]?.hosts).toBe('x.com t.me');
    expect(readExport(exportCsv({ ...HEAD, withHosts: true }, [TWO_CLAIMS]))[0]?.hosts).toBe('');
  });

  it('of nothing has its columns alone', () => {
    expect(readCsv(exportCsv(HEAD, []))).toHaveLength(1);
  });

  it('breaks no line for what a list may hold', () => {
    const label = { en: 'One\u2028Two "three", four' };
    const source = { ...CLAIM_EVIDENCE.source, title: 'a\r\nb', publisher: 'c,"d"' };
    const evidence = {
      ...TAG_EVIDENCE,
      entity: { ...TAG_EVIDENCE.entity, label },
      claims: [{ ...CLAIM_EVIDENCE, source }],
    };
    const [row, ...more] = readExport(exportCsv(HEAD, [{ ...ACCOUNT, evidence }]));
    expect(more).toEqual([]);
    expect(row?.entity).toBe(label.en);
    expect(row?.claim_sources).toContain('c,"d", a b, 2022-01-12');
  });
});

describe('a cell that a spreadsheet would take for a formula', () => {
  test.each([
    '=HYPERLINK("https://evil.example";"x")',
    '+1',
    '-1+cmd|calc',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '\u00a0=1',
    '＝1',
    '＋1',
    '－1',
    '＠a',
    "'=1",
  ])('%j', (cell) => {
    const [[read = ''] = []] = readCsv(csvText([[cell, 'next']]));
    expect(read).toBe(`'${cell}`);
  });

  test.each(['', 'a=b', 'a@b.example', '1-2', 'x+y', 'PressTV', 'نحن_قاسم', '2026-11-22', '#tag'])('not %j', (cell) => {
    expect(csvText([[cell, 'next']])).toBe(`${cell},next\r\n`);
  });

  it('is the identifier’s value as much as any other', () => {
    const identifier = { ...ACCOUNT_EVIDENCE.identifier, value: '-formula' };
    expect(readExport(exportCsv(HEAD, [{ ...ACCOUNT, evidence: { ...ACCOUNT_EVIDENCE, identifier } }]))[0]?.value).toBe(
      "'-formula",
    );
  });
});

it('any cell comes back, less one apostrophe', () => {
  // A carriage return alone is a line end to some readers and none to others.
  const cell = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\r', ''));
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }), (rows) => {
      const read = readCsv(csvText(rows));
      expect(read.map((cells) => cells.map((one) => one.replace(/^'/, '')))).toEqual(rows);
    }),
  );
});

describe('JSON', () => {
  it('holds all of each claim that the extension shows', () => {
    expect(JSON.parse(exportJson(HEAD, [TWO_CLAIMS]))).toEqual({
      format: 'statemark-matches',
      spec: 1,
      made: HEAD.made,
      version: '0.1.0',
      scope: 'page',
      matches: [
        {
          list: { id: 'seed-documents', version: 3 },
          identifier: { id: 'tag-we-are-qassem', platform: 'any', kind: 'hashtag', value: 'نحن_قاسم' },
          entity: { id: 'anniversary-2022', label: TAG_EVIDENCE.entity.label, country: 'IR' },
          kind: 'hashtag',
          grade: 'alleged',
          claims: [
            expect.objectContaining({
              id: 'c-intelligence',
              locator: { section: 'Twitter and Soleimani', paragraph: '2' },
              source: expect.objectContaining({
                id: 'reference-2022',
                url: 'https://www.thereference-paris.com/17947',
              }),
              contradicted_by: ['dw-2021'],
            }),
            expect.objectContaining({ id: 'c-owned', basis: 'named-research', confidence: 90, status: 'confirmed' }),
          ],
          count: 7,
          places: ['hashtag'],
          muted: true,
        },
      ],
    });
  });

  it('says where only if that is wished, and has no byte order mark', () => {
    expect(exportJson(HEAD, [ACCOUNT])).not.toMatch(/"hosts"|"x\.com"|\ufeff/);
    expect(JSON.parse(exportJson({ ...HEAD, withHosts: true }, [ACCOUNT])).matches[0].hosts).toEqual(['x.com', 't.me']);
  });

  it('keeps text as it is: a program reads it, not a spreadsheet', () => {
    const identifier = { ...ACCOUNT_EVIDENCE.identifier, value: '=x' };
    const match = { ...ACCOUNT, evidence: { ...ACCOUNT_EVIDENCE, identifier } };
    expect(JSON.parse(exportJson(HEAD, [match])).matches[0].identifier.value).toBe('=x');
  });
});

test('the file’s name says neither where nor at what time of day', () => {
  expect(exportName(HEAD, 'csv')).toBe('statemark-page-2026-11-22.csv');
  expect(exportName({ ...HEAD, scope: 'open-tabs' }, 'json')).toBe('statemark-open-tabs-2026-11-22.json');
});
