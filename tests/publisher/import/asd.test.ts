import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Watchlist } from '../../../src/core/list-schema.ts';
import { parseList } from '../../../src/core/parse-list.ts';
import { asd } from '../../../src/publisher/import/asd/asd.ts';
import { ImportError, type Imported } from '../../../src/publisher/import/importer.ts';
import { expectKept } from './kept.ts';

const HEADER =
  'Region,Country,Media company,Main assets,URL,Typology,Status,Notes,Instagram Link,Twitter Link,Facebook Link,' +
  'Youtube Link,Telegram Link,VK Link,Linkedin link,Ok.ru link,Tiktok Link,Rutube Link,streaming media URL';
const COLUMNS = HEADER.split(',');

type Row = Partial<Record<string, string>>;
const SAMPLE: Row = {
  Country: 'Ghana',
  'Media company': 'Sample House',
  'Main assets': 'Sample Times',
  Typology: 'SC',
};

const folder = mkdtempSync(join(tmpdir(), 'asd-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;

async function run(...rows: Row[]): Promise<{ list: Watchlist; report: Imported['report'] }> {
  const lines = rows.map((row) => COLUMNS.map((name) => `"${({ ...SAMPLE, ...row })[name] ?? ''}"`).join(','));
  return runText([HEADER, ...lines].join('\n'));
}

async function runText(text: string, today = '2026-01-02') {
  const file = join(folder, `${files++}.csv`);
  writeFileSync(file, text);
  return runFile(file, today);
}

async function runFile(file: string, today: string) {
  const signal = new AbortController().signal;
  const made = await asd.run({ files: [file], head: undefined, map: new Map(), today, signal, progress() {} });
  return made as { list: Watchlist; report: Imported['report'] };
}

const names = ({ identifiers }: Watchlist) => identifiers.map(({ platform, value }) => `${platform} ${value}`);

describe('what is kept', () => {
  it('stands on the network that it is really of', async () => {
    const { list } = await run({
      'Instagram Link': 'https://www.instagram.com/SampleOnX',
      'Twitter Link': 'https://www.twitter.com/sample.pictures',
    });
    expect(names(list)).toEqual(['x SampleOnX', 'instagram sample.pictures']);
    expect(list.identifiers[0]?.note?.en).toContain('Instagram column');
    expect(list.identifiers[0]?.evidence?.[0]?.note).toBe('Row 2, column “Instagram Link”.');
  });

  it.each([
    [{ 'Facebook Link': 'https://www.facebook.com/sample.times' }, 'facebook sample.times', undefined],
    [
      { 'Facebook Link': 'https://www.facebook.com/Sample-Times-147000000000001' },
      'facebook 147000000000001',
      '147000000000001',
    ],
    [
      { 'Youtube Link': 'https://www.youtube.com/channel/UCaaaaaaaaaaaaaaaaaaaaaa' },
      'youtube UCaaaaaaaaaaaaaaaaaaaaaa',
      'UCaaaaaaaaaaaaaaaaaaaaaa',
    ],
    [{ 'Telegram Link': 'https://t.me/sampletimes' }, 'telegram sampletimes', undefined],
    [{ 'VK Link': 'https://vk.com/club12345' }, 'vk club12345', '-12345'],
    [{ 'Linkedin link': 'https://www.linkedin.com/company/sample-times' }, 'linkedin company/sample-times', undefined],
    [{ 'Tiktok Link': 'https://www.tiktok.com/@sampletimes' }, 'tiktok sampletimes', undefined],
    [{ URL: 'http://www.sample.example/en/' }, 'web sample.example', undefined],
    [{ URL: 'news.sample.example' }, 'web news.sample.example', undefined],
  ])('%j', async (row, name, stableId) => {
    const { list, report } = await run(row);
    expect(names(list)).toEqual([name]);
    expect(list.identifiers[0]?.stable_id).toBe(stableId);
    expect(report).toMatchObject({ read: 1, kept: 1, dropped: [] });
  });

  it('is claimed with its place, its date and what to weigh, in four languages', async () => {
    const { list } = await run({ URL: 'https://sample.example/' });
    expect(parseList(list)).toMatchObject({ ok: true });
    expect(list.claims).toMatchObject([
      { locator: { row: 'Ghana / Sample House / Sample Times' }, basis: 'named-research', date: '2023-08-24' },
    ]);
    for (const said of [list.claims[0]?.assertion, list.claims[0]?.caution]) {
      expect(Object.keys(said ?? {})).toEqual(['en', 'fa', 'ar', 'fr']);
    }
    expect(list.entities).toMatchObject([{ type: 'outlet', label: { en: 'Sample Times' }, country: 'GH' }]);
  });

  it('is surer where the row is of the matrix’s own making', async () => {
    const { list } = await run(
      { URL: 'https://a.example', 'Main assets': 'A', Notes: 'Merged from Project' },
      { URL: 'https://b.example', 'Main assets': 'B', Notes: 'Merged from Hamilton' },
    );
    expect(list.claims.map(({ confidence }) => confidence)).toEqual([55, 70]);
  });
});

describe('whose it is', () => {
  const account = { 'Telegram Link': 'https://t.me/sampletimes' };

  it('the company’s, where several of its outlets have it', async () => {
    const { list, report } = await run({ ...account }, { ...account, 'Main assets': 'Sample Radio' });
    expect(list.entities.map(({ label }) => label.en)).toEqual(['Sample House']);
    expect(list.claims[0]?.assertion.en).toContain('outlets of Sample House (2 in its rows)');
    expect(list.identifiers[0]?.evidence?.[0]?.note).toContain('Rows 2, 3');
    expect(report.dropped).toEqual([{ reason: 'the same as in an earlier row: entered once', count: 1, rows: [3] }]);
  });

  it('the outlet’s, which belongs to the company where that has others', async () => {
    const { list } = await run(
      { URL: 'https://a.example', 'Main assets': 'Sample A' },
      { URL: 'https://b.example', 'Main assets': 'Print: Sample B' },
    );
    const company = list.entities.find(({ label }) => label.en === 'Sample House');
    expect(list.entities.filter(({ part_of }) => part_of === company?.id).map(({ label }) => label.en)).toEqual([
      'Sample A',
      'Sample B',
    ]);
  });

  it('one body’s, where the asset is the short name of its company', async () => {
    const { list } = await run({
      URL: 'https://a.example',
      'Media company': 'Sample Agency (SA)',
      'Main assets': 'SA',
    });
    expect(list.entities.map(({ label }) => label.en)).toEqual(['Sample Agency (SA)']);
  });

  it.each([
    ['nobody’s, where several companies have it', { 'Media company': 'Other House' }, 'in rows of several companies'],
    [
      'nobody’s, under a heading that is no company',
      { 'Media company': 'Government press' },
      'in rows of several companies',
    ],
    ['nobody’s, where media of another type have it', { Typology: 'IP' }, 'also in a row of another type'],
  ])('%s', async (_, other, reason) => {
    const { list, report } = await run({ ...account }, { ...account, 'Main assets': 'Other', ...other });
    expect(list.identifiers).toEqual([]);
    expect(report.dropped).toMatchObject([{ reason: expect.stringContaining(reason), count: 2, rows: [2, 3] }]);
  });
});

describe('what is left out, with the reason', () => {
  it.each<[Row, string]>([
    [{ Typology: 'IP', URL: 'https://a.example' }, 'of another type'],
    [{ Typology: 'CaPu', 'Telegram Link': 'https://t.me/sampletimes' }, 'of another type'],
    [{ Typology: '', URL: 'https://a.example' }, 'of another type'],
    [{ 'Facebook Link': 'https://www.facebook.com/100065000000000' }, 'rounded'],
    [{ 'Facebook Link': 'https://www.facebook.com/روسيا بالعربية' }, 'no name'],
    [{ 'Telegram Link': 'https://t.me/sample_news_bot' }, 'a bot'],
    [{ 'Telegram Link': 'https://t.me/sampletimes/42' }, 'no name'],
    [{ 'Instagram Link': 'https://www.instagram.com/sample.times' }, 'no name'],
    [{ 'Instagram Link': 'https://www.instagram.com/a_name_of_more_than_20_letters' }, 'no name'],
    [{ 'Instagram Link': 'javascript:alert(1)' }, 'no name'],
    [{ 'Ok.ru link': 'https://ok.ru/sample' }, 'does not read'],
    [{ 'Rutube Link': 'https://rutube.ru/channel/1' }, 'does not read'],
    [{ URL: 'https://www.facebook.com/sampletimes' }, 'anybody has a page'],
    [{ URL: 'https://sample.blogspot.com/' }, 'anybody has a page'],
    [{ URL: 'https://127.0.0.1/' }, 'no address'],
    [{ URL: 'not an address' }, 'no address'],
    [{ URL: 'https://ministry.example/media/times' }, 'a part of a site'],
    [{ URL: 'https://ministry.example/?id=3' }, 'a part of a site'],
    [{ URL: 'https://a.example', Status: 'Currently Not Functional' }, 'out of order'],
    [{ URL: 'https://media.gov.kw/' }, 'a portal'],
    [{ Country: 'Russia', 'Main assets': 'Strana.news', URL: 'https://a.example' }, 'an outlet of Ukraine'],
    [
      {
        Country: 'Egypt',
        'Main assets': 'Dar Al Hilal Publishing House (Al Hilal)',
        'Instagram Link': 'https://www.instagram.com/a_club',
      },
      'football club',
    ],
  ])('%j', async (row, reason) => {
    const { list, report } = await run(row);
    expect(list.identifiers).toEqual([]);
    expect(report).toMatchObject({
      read: 1,
      kept: 0,
      dropped: [{ reason: expect.stringContaining(reason), count: 1, rows: [2] }],
    });
  });
});

describe('a file that cannot be used', () => {
  it.each([
    ['', 'empty'],
    ['Region,Country\nAsia,China', 'there is no column "Media company"'],
    [`${HEADER}\n"unclosed`, 'nothing closes'],
  ])('%j', async (text, message) => {
    await expect(runText(text)).rejects.toThrow(message);
    await expect(runText(text)).rejects.toThrow(ImportError);
  });

  it('names a country that nobody knows', async () => {
    await expect(run({ Country: 'Atlantis', URL: 'https://a.example' })).rejects.toThrow('"Atlantis"');
  });
});

const MATRIX = new URL('../../../../shared/data/asd-state-media/State_Media_Matrix.csv', import.meta.url);

it.skipIf(!existsSync(MATRIX))(
  'the matrix itself gives the list that is kept here, byte for byte',
  { timeout: 60_000 },
  () => expectKept('state-media', (today) => runFile(MATRIX.pathname, today)),
);
