import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Watchlist } from '../../../src/core/list-schema.ts';
import { parseList } from '../../../src/core/parse-list.ts';
import { ImportError, type Imported } from '../../../src/publisher/import/importer.ts';
import { countIn, countsInText } from '../../../src/publisher/import/meta/counts.ts';
import { meta } from '../../../src/publisher/import/meta/meta.ts';
import { networkOf } from '../../../src/publisher/import/meta/network.ts';
import { refang } from '../../../src/publisher/import/meta/refang.ts';
import { unitText } from '../../../src/publisher/import/meta/unit-text.ts';
import { expectKept } from './kept.ts';

const root = mkdtempSync(join(tmpdir(), 'meta-'));
afterAll(() => rmSync(root, { recursive: true }));
let folders = 0;

async function run(files: Record<string, string>) {
  const folder = join(root, String(folders++));
  for (const [name, text] of Object.entries({ 'none.txt': '', ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return runFolder(folder, '2026-01-02');
}

async function runFolder(folder: string, today: string) {
  const signal = new AbortController().signal;
  const made = await meta.run({ files: [folder], head: undefined, map: new Map(), today, signal, progress() {} });
  return made as { list: Watchlist; report: Imported['report'] };
}

const NETWORK = 'Q1_2024_IRAN-BASED_CIB_NETWORK.csv';
const table = (...rows: string[]) => ['Tactic ,Technique,Procedure,Indicator,Notes', ...rows].join('\n');
const row = (procedure: string, indicator: string, notes = '') => `0. Assets,,${procedure},"${indicator}",${notes}`;
const X = '0.9.4 Acquiring X / Twitter accounts';
const DOMAIN = '0.6.2 Acquiring domains to support influence operations';
const FORUM = '0.9.8 Acquiring accounts on online forums';

describe('an address made harmless', () => {
  it.each([
    ['https://t[.]me/name', 'https://t.me/name'],
    ['hxxps://x[.]com/name', 'https://x.com/name'],
    ['hxxp://vk[.]com/name', 'http://vk.com/name'],
    ['https[:]//t[.]me/name', 'https://t.me/name'],
    ['https{:}//t[.]me/name', 'https://t.me/name'],
    ['www[.]sample(.)example', 'https://www.sample.example/'],
    ['sample[dot]example', 'https://sample.example/'],
    ['sample(dot)example/', 'https://sample.example/'],
    ['sample[.]example \n', 'https://sample.example/'],
    ['youtube[.]com/@All%C3%B4Sample', 'https://youtube.com/@All%C3%B4Sample'],
  ])('%j is %s', (indicator, address) => {
    expect(refang(indicator)?.href).toBe(address);
  });

  it.each([
    'info[at]sample[.]example, hosted elsewhere',
    'someone@sample[.]example',
    'Configure sample[.]example with mail',
    't[.]/name',
    '63 accounts',
    '#sample',
    '[.]',
    '',
  ])('%j is none', (indicator) => {
    expect(refang(indicator)).toBeUndefined();
  });
});

describe('the network that a file is on', () => {
  it.each([
    ['Q1_2024_IRAN-BASED_CIB_NETWORK.csv', ['IR'], undefined, 'Q1 2024', '2024-03'],
    ['Q1_2023__Togo___Burkina_Faso-based_CIB_network.csv', ['TG', 'BF'], undefined, 'Q1 2023', '2023-03'],
    ['Q1_2023_Venezuela_US-based_CIB_network.csv', ['VE', 'US'], undefined, 'Q1 2023', '2023-03'],
    ['Q2_2023_Türkiye-based_CIB_network_2.csv', ['TR'], '2', 'Q2 2023', '2023-06'],
    ['Q2_2024_RUSSIA-BASED_CIB_NETWORK__3.csv', ['RU'], '3', 'Q2 2024', '2024-06'],
    ['Q4-1_2026_GithubIOCs_-_H1_2026_IRAN_BASED_CIB_NETWORK_1.csv', ['IR'], '1', 'H1 2026', '2026'],
    ['Q2-3_2025_GithubIOCs_-_Q2-3_2025_RUSSIA_BASED_CIB_NETWORK_CS2.csv', ['RU'], '2', 'H2 2025', '2025-09'],
    ['meta-h1-2026-iran-based-cib-network-1.md', ['IR'], '1', 'H1 2026', '2026'],
    ['Q1_2024_MOLDOVA___MADAGASCAR_TARGETING_CIB_NETWORK.csv', [], undefined, 'Q1 2024', '2024-03'],
  ])('%s', (file, origins, number, period, date) => {
    const network = networkOf(file);
    expect(network?.origins.map(({ code }) => code)).toEqual(origins);
    expect(network).toMatchObject({ number, period, date });
  });

  it('knows whom it targets where that is all that is said', () => {
    expect(
      networkOf('Q1_2024_MOLDOVA___MADAGASCAR_TARGETING_CIB_NETWORK.csv')?.targets.map(({ code }) => code),
    ).toEqual(['MD', 'MG']);
  });

  it.each([
    'Q1_2023_ Bahamut APT.csv',
    '2022_malicious_mobile_apps.csv',
    'Q4_2023_Pakistan_based_Espionage_network.csv',
  ])('%s is on none', (file) => {
    expect(networkOf(file)).toBeUndefined();
  });
});

describe('numbers of what was removed', () => {
  it.each([
    ['0.9.1 Acquiring Facebook assets', '7,704 Facebook accounts', { unit: 'Facebook accounts', value: 7704 }],
    ['0.9.1 Acquiring Facebook assets', '15 acounts', { unit: 'Facebook accounts', value: 15 }],
    ['0.9.1 Acquiring Facebook assets', '1 Group', { unit: 'Facebook Groups', value: 1 }],
    ['0.9.2 Acquiring Instagram accounts', '38 accounts', { unit: 'Instagram accounts', value: 38 }],
    ['0.9.4 Acquiring X / Twitter accounts', '38 accounts', undefined],
    ['0.9.1 Acquiring Facebook assets', 'Sharing on Facebook', undefined],
  ])('%s: %s', (procedure, indicator, count) => {
    expect(countIn(procedure, indicator)).toEqual(count);
  });

  it('in a report’s words', () => {
    const text = 'We removed 1,004 Facebook accounts, 12 Pages, and 1 Instagram account for violating our policy.';
    expect(countsInText(text)).toEqual([
      [
        { unit: 'Facebook accounts', value: 1004 },
        { unit: 'Facebook Pages', value: 12 },
        { unit: 'Instagram accounts', value: 1 },
      ],
    ]);
    expect(countsInText('We removed the network. About 9 accounts followed it.')).toEqual([]);
  });
});

describe('what was counted, behind its number', () => {
  it.each([
    [
      'Facebook accounts',
      1,
      { en: 'Facebook account', fa: 'حساب فیسبوک', ar: 'حساب على فيسبوك', fr: 'compte Facebook' },
    ],
    ['Facebook accounts', 7, { en: 'Facebook accounts', ar: 'حسابات على فيسبوك', fr: 'comptes Facebook' }],
    ['Instagram accounts', 38, { en: 'Instagram accounts', ar: 'حسابًا على إنستغرام', fr: 'comptes Instagram' }],
    ['Facebook Pages', 400, { en: 'Facebook Pages', ar: 'صفحة على فيسبوك', fr: 'Pages Facebook' }],
    ['Facebook Groups', 7704, { en: 'Facebook Groups', ar: 'مجموعات على فيسبوك', fr: 'groupes Facebook' }],
    ['Facebook Groups', 1000, { en: 'Facebook Groups', ar: 'مجموعة على فيسبوك', fr: 'groupes Facebook' }],
  ] as const)('%s: %i', (unit, value, texts) => {
    expect(unitText(unit, value)).toMatchObject(texts);
  });
});

describe('what is kept', () => {
  it.each([
    [X, 'https://twitter[.]com/Sample_Name1', 'x Sample_Name1'],
    ['0.9.5 Acquiring YouTube channels', 'youtube[.]com/@SampleName', 'youtube SampleName'],
    ['0.9.6 Acquiring TikTok accounts', 'tiktok[.]com/@sample.name', 'tiktok sample.name'],
    ['0.9.7 Acquiring Telegram channels', 'https://t[.]me/s/samplename', 'telegram samplename'],
    [FORUM, 'https://www[.]reddit[.]com/user/Sample-Name-1/', 'reddit Sample-Name-1'],
    ['0.9.12 Acquiring other social media assets', 'hxxp://vk[.]com/id1', 'vk id1'],
    [DOMAIN, 'www[.]sample[.]example/', 'web sample.example'],
    [FORUM, 'sample-name[.]blogspot[.]com', 'web sample-name.blogspot.com'],
  ])('%s: %s', async (procedure, indicator, name) => {
    const { list, report } = await run({ [NETWORK]: table(row(procedure, indicator)) });
    expect(list.identifiers.map(({ platform, value }) => `${platform} ${value}`)).toEqual([name]);
    expect(report).toMatchObject({ read: 1, kept: 1, dropped: [] });
  });

  it('belongs to an operation with its origin, and carries Meta’s own caution', async () => {
    const { list } = await run({
      [`a folder/${NETWORK}`]: table(row(X, 'x[.]com/sample_name'), row(DOMAIN, 'a[.]example')),
    });
    expect(parseList(list)).toMatchObject({ ok: true });
    expect(list.entities).toMatchObject([
      { type: 'operation', label: { en: 'Network originating in Iran, per Meta (Q1 2024)' }, country: 'IR' },
    ]);
    expect(list.claims).toMatchObject([
      {
        basis: 'platform-attribution',
        locator: { row: '2–3' },
        caution: { en: expect.stringContaining('attributes nobody') },
      },
    ]);
    expect(list.identifiers[0]).toMatchObject({ origin: 'in-document', status: 'unknown' });
    expect(list.sources).toMatchObject([{ publisher: 'Meta', note: { en: expect.stringContaining(NETWORK) } }]);
  });

  it.each([
    ['Q1_2023_Venezuela_US-based_CIB_network.csv', 'originating in Venezuela and the United States'],
    ['Q1_2024_MOLDOVA___MADAGASCAR_TARGETING_CIB_NETWORK.csv', 'targeting Moldova and Madagascar'],
  ])('has no one country where Meta names none: %s', async (file, label) => {
    const { list } = await run({ [file]: table(row(X, 'x[.]com/sample_name')) });
    expect(list.entities[0]).not.toHaveProperty('country');
    expect(list.entities[0]?.label.en).toContain(label);
  });

  it('is entered once, for the network that was reported first, and claimed by both', async () => {
    const { list, report } = await run({
      'Q1_2024_IRAN-BASED_CIB_NETWORK.csv': table(row(X, 'x[.]com/sample_name')),
      'Q3_2023_Iran-based_recidivist_CIB_cluster.csv': table(
        row(X, 'twitter[.]com/Sample_Name'),
        row(X, 'x[.]com/other'),
      ),
    });
    expect(list.identifiers.map(({ value }) => value)).toEqual(['Sample_Name', 'other']);
    expect(list.claims.map(({ about }) => about)).toEqual([
      ['e-network-q3-2023-ir-recidivist'],
      ['e-network-q1-2024-ir', expect.stringMatching(/^a-x-sample/)],
    ]);
    expect(report).toMatchObject({ read: 3, kept: 2 });
  });

  it('is dated by the last year that an updated table names', async () => {
    const file = 'Q2_2023_Doppelganger_Russia_based_CIB_network_updated.csv';
    const note = (year: string) => `"Registration date: 9/5/${year}, Country likely targeted: France"`;
    const { list } = await run({
      [file]: table(row(DOMAIN, 'a[.]example', note('2024')), row(DOMAIN, 'b[.]example', note('2023'))),
    });
    expect(list.claims[0]?.date).toBe('2024');
    expect(list.entities[0]?.label).toMatchObject({
      en: 'Doppelganger, network originating in Russia, per Meta (Q2 2023, updated 2024)',
      fr: 'Doppelganger, réseau originaire de Russie, selon Meta (T2 2023, mis à jour en 2024)',
    });
  });

  it('comes from older tables too, by their comments', async () => {
    const old = [
      'indicator_type,indicator_value,comment,ds',
      'domain_name,a.example,"CIB: Russia, Ukraine",2022-04-07',
      'domain_name,b.example,"Some group, Iran",2022-04-07',
      'md5,00,"Some group, Iran",2022-04-07',
    ];
    const { list, report } = await run({ '2022_04_report.csv': old.join('\n') });
    expect(list.identifiers.map(({ value }) => value)).toEqual(['a.example']);
    expect(list.entities[0]).toMatchObject({
      label: { en: 'Network described with Russia and Ukraine, per Meta (2022)' },
      description: { en: 'Meta’s file does not say where it originates.' },
    });
    expect(report.dropped.map(({ rows }) => rows)).toEqual([['2022_04_report.csv:3'], ['2022_04_report.csv:4']]);
  });
});

describe('what is left out, with the reason', () => {
  it.each([
    ['0.9.1 Acquiring Facebook assets', '63 accounts', 'in the events'],
    ['9.5.3 Using redirect domains', 'sample[.]example', 'only redirected'],
    ['7.5.1 Directing audience to other social media', 'x[.]com/sample_name', 'people were led to'],
    ['6.2.4 Amplifying with likely fake accounts on X/Twitter', 'x[.]com/sample_name', 'posted or shared'],
    ['0.9.11 Creating online petitions', 'change[.]org/p/sample', 'a petition'],
    ['0.9.11.0 Creating online petitions', 'change[.]org/p/sample', 'a petition'],
    ['0.1.1 Acquiring proxy IP addresses', '192[.]0[.]2[.]1', 'an IP address'],
    ['5.2.1 Using link shortening services', 'https://cutt[.]ly/abc', 'no account or site'],
    ['8.2.1 Defacing websites', 'victim[.]example', 'no account or site'],
    ['1.5.1 Impersonating news website', 'paper[.]example', 'no account or site'],
    ['7.3.1 Using audience-specific hashtags', '#sample', 'no account or site'],
    ['0.4.1 Registering company', 'company[.]example', 'no account or site'],
    [X, '#sample', 'no address'],
    [X, 'https://x[.]com/hashtag/sample', 'no account: '],
    [X, 'https://twitter[.]com/sample_name/status/20', 'no account: '],
    ['0.9.7 Acquiring Telegram channels', 'http://t[.]me/+aBcDeFgHiJ0', 'no account: '],
    ['0.9.7 Acquiring Telegram channels', 'http://t[.]me/samplename/42', 'no account: '],
    ['0.9.7 Acquiring Telegram channels', 'http://t[.]me/sample_chat', 'a chat or bot'],
    ['0.9.7 Acquiring Telegram channels', 'http://t[.]me/sample_bot', 'a chat or bot'],
    ['0.9.5 Acquiring YouTube channels', 'youtube[.]com/watch?v=aaaaaaaaaaa', 'no account: '],
    [FORUM, 'https://www[.]reddit[.]com/r/sample/', 'a community'],
    [FORUM, 'https://www[.]tumblr[.]com/sample', 'does not read'],
    [FORUM, 'https://sample[.]example/', 'does not read'],
    [FORUM, 'https://medium[.]com/@sample', 'does not read'],
    [DOMAIN, 'https://wordpress[.]com/', 'does not read'],
    [DOMAIN, 'https://www.facebook[.]com/', 'no account: '],
    [DOMAIN, 'https://bit[.]ly/', 'no account: '],
    [DOMAIN, 'sample[.]example/a/page', 'a part of a site'],
    [DOMAIN, 'news360[.]com', 'the name of a real outlet'],
    ['0.9.7 Acquiring Telegram channels', 'http://t[.]me/sanduofficial', 'the name of a real person'],
  ])('%s: %s', async (procedure, indicator, reason) => {
    const { list, report } = await run({ [NETWORK]: table(row(procedure, indicator)) });
    expect(list.identifiers).toEqual([]);
    expect(report).toMatchObject({
      read: 1,
      kept: 0,
      dropped: [{ reason: expect.stringContaining(reason), rows: [`${NETWORK}:2`] }],
    });
  });

  it('a name that a network’s first victim may have chosen', async () => {
    const { list } = await run({
      'Q2_2023_Spamouflage_China_based_CIB_updated.csv': table(
        row(X, 'x[.]com/sample_name'),
        row(X, 'x[.]com/Sample48098264'),
      ),
    });
    expect(list.identifiers.map(({ value }) => value)).toEqual(['Sample48098264']);
  });

  it('an old table’s domain that a later one says only redirected', async () => {
    const { list, report } = await run({
      '2022_04_report.csv': 'indicator_type,indicator_value,comment,ds\ndomain_name,a.example,CIB: Russia,2022-04-07',
      'Q2_2023_Doppelganger_Russia_based_CIB_network_updated.csv': table(
        row('9.5.3 Using redirect domains', 'a[.]example'),
        row(DOMAIN, 'b[.]example'),
      ),
    });
    expect(list.identifiers.map(({ value }) => value)).toEqual(['b.example']);
    expect(report.dropped).toMatchObject([{ reason: expect.stringContaining('only redirected'), count: 2 }]);
  });
});

describe('a takedown', () => {
  const counts = [
    row('0.9.1 Acquiring Facebook assets', '8 accounts'),
    row('0.9.2 Acquiring Instagram accounts', '2 accounts'),
  ];
  const csv = 'Q4-1_2026_GithubIOCs_-_H1_2026_IRAN_BASED_CIB_NETWORK_1.csv';
  const md = 'meta-h1-2026-iran-based-cib-network-1.md';
  const summary = (text: string) =>
    `# Sample\n\n${text}\n\n| Social Media Account | \`https://x[.]com/sample_name\` |\n`;

  it('is told with Meta’s numbers alone', async () => {
    const { list } = await run({ [csv]: table(...counts, row(X, 'x[.]com/sample_name')) });
    expect(parseList(list)).toMatchObject({ ok: true });
    expect(list.events).toMatchObject([
      {
        ...{ by: { en: 'Meta', fa: 'متا' }, verdict: 'unverified', platform: ['facebook', 'instagram'] },
        in_document: [
          {
            locator: { row: '2–3' },
            counts: [
              { unit: { en: 'Facebook accounts', fr: 'comptes Facebook' }, value: 8 },
              { unit: { en: 'Instagram accounts', fr: 'comptes Instagram' }, value: 2 },
            ],
          },
        ],
      },
    ]);
  });

  it.each([
    ['We actioned 8 Facebook accounts and 2 Instagram accounts for violating our policy.', 'agrees'],
    ['We actioned 9 Facebook accounts and 2 Instagram accounts for violating our policy.', 'differs'],
    ['We say nothing of numbers.', 'unverified'],
  ])('is compared with the report’s words: %s', async (text, verdict) => {
    const { list } = await run({ [csv]: table(...counts, row(X, 'x[.]com/sample_name')), [md]: summary(text) });
    expect(list.events[0]?.verdict).toBe(verdict);
    // The text lists the same account again: one claim is enough.
    expect(list.claims).toHaveLength(1);
    expect(list.identifiers[0]?.evidence).toHaveLength(2);
  });
});

describe('a folder that cannot be used', () => {
  it.each([
    [{}, 'there are no indicators'],
    [{ 'empty.csv': '' }, 'empty'],
    [{ [NETWORK]: table() }, 'there are no indicators'],
  ])('%j', async (files, message) => {
    await expect(run(files)).rejects.toThrow(message);
    await expect(run(files)).rejects.toThrow(ImportError);
  });

  it('is not there', async () => {
    await expect(runFolder(join(root, 'missing'), '2026-01-02')).rejects.toThrow('no folder that can be read');
  });
});

const INDICATORS = new URL('../../../../shared/data/meta-threat-research', import.meta.url);

it.skipIf(!existsSync(INDICATORS))(
  'Meta’s own files give the list that is kept here, byte for byte',
  { timeout: 60_000 },
  () => expectKept('takedown-reports', (today) => runFolder(INDICATORS.pathname, today)),
);
