import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { canonicalText } from '../../../src/core/canonical.ts';
import type { Watchlist } from '../../../src/core/list-schema.ts';
import { parseList } from '../../../src/core/parse-list.ts';
import type { ImportReport } from '../../../src/publisher/import/importer.ts';
import { source, watchlist } from '../../fixtures/list.ts';
import { testFolder } from '../../harness/test-folder.ts';
import { run, start, temporary } from './run.ts';

/** A head file: what every row has in common. */
function head(changes: object = {}): object {
  return {
    list: watchlist().list,
    sources: [source({ title: 'A study' })],
    entities: [{ id: 'e-state', type: 'state', label: { en: 'Exampleland' }, country: 'XA' }],
    entity: { type: 'outlet', part_of: 'e-state' },
    claim: {
      source: 's-one',
      assertion: { en: 'The study counts {entity} among the outlets of the state.' },
      locator: { section: 'Table 2', row: '{row}' },
      basis: 'named-research',
      confidence: 70,
    },
    ...changes,
  };
}

interface Result {
  code: number;
  err: string;
  list: Watchlist;
  report: ImportReport;
  dropped: Record<string, (string | number)[]>;
}

async function imported(
  from: string,
  file: string,
  options: string[] = [],
  headFile: object = head(),
): Promise<Result> {
  const dir = testFolder();
  const out = join(dir, 'out.json');
  const report = join(dir, 'report.json');
  const args = ['import', '--from', from, '--head', temporary('head.json', headFile), '--out', out, '--report', report];
  const { code, err } = await run([...args, ...options, file]);
  if (code !== 0) return { code, err, list: watchlist(), report: { read: 0, kept: 0, dropped: [] }, dropped: {} };
  const text = readFileSync(out, 'utf8');
  const parsed = parseList(JSON.parse(text));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  expect(text).toBe(canonicalText(parsed.list));
  const counts = JSON.parse(readFileSync(report, 'utf8')) as ImportReport;
  expect(counts.kept + counts.dropped.reduce((sum, one) => sum + one.count, 0)).toBe(counts.read);
  const dropped = Object.fromEntries(counts.dropped.map(({ reason, rows }) => [reason, rows]));
  return { code, err, list: parsed.list, report: counts, dropped };
}

const csv = (text: string, name = 'table.csv') => temporary(name, text);
const names = ({ list }: Result) => list.identifiers.map(({ platform, kind, value }) => `${platform} ${kind} ${value}`);

describe('a table', () => {
  const MAP = ['--map', 'value=Handle,platform=Network,entity=Outlet'];

  test('becomes a list: a row, an identifier with its claim', async () => {
    const result = await imported(
      'table',
      csv('Network,Handle,Outlet\nTwitter,@Daily,The Daily\nTelegram,daily,The Daily\n'),
      MAP,
    );
    expect(names(result)).toEqual(['telegram account daily', 'x account Daily']);
    expect(result.list.entities.map(({ label, part_of }) => [label.en, part_of])).toEqual([
      ['Exampleland', undefined],
      ['The Daily', 'e-state'],
    ]);
    const [claim] = result.list.claims.filter(({ about }) => about[0] === 'x-daily');
    expect(claim).toMatchObject({
      assertion: { en: 'The study counts The Daily among the outlets of the state.' },
      source: 's-one',
      locator: { section: 'Table 2', row: '2' },
      confidence: 70,
      date: '2022-01-12',
    });
  });

  test.each([
    ['a byte order mark', '\ufeffNetwork,Handle,Outlet\nx,a_b,"The ""Daily"""\n', 'The "Daily"'],
    ['line ends of Windows', 'Network,Handle,Outlet\r\nx,a_b,Daily\r\n', 'Daily'],
    ['semicolons', 'Network;Handle;Outlet\nx;a_b;"Daily; weekly"\n', 'Daily; weekly'],
    ['tabs', 'Network\tHandle\tOutlet\nx\ta_b\tDaily, weekly\n', 'Daily, weekly'],
    ['a line break within quotation marks', 'Network,Handle,Outlet,Note\nx,a_b,Daily,"two\nlines"\n', 'Daily'],
    ['empty rows', 'Network,Handle,Outlet\n,,\n\nx,a_b,Daily\n,,\n', 'Daily'],
    ['letters in two forms', 'Network,Handle,Outlet\nx,a_b,Cafe\u0301\n', 'Café'],
  ])('is read with %s', async (_, text, label) => {
    const result = await imported('table', csv(text), MAP);
    expect(names(result)).toEqual(['x account a_b']);
    expect(result.list.entities.map((one) => one.label.en)).toContain(label);
  });

  test('rows that carry no source, place, name or network are left out with their number', async () => {
    const rows = [
      'Network,Handle,Outlet,Source,Place',
      'x,good,Daily,s-one,Table 1',
      'x,no_source,Daily,,Table 1',
      'x,other_source,Daily,https://example.com/other,Table 1',
      'x,no_place,Daily,s-one,',
      'Orkut,no_network,Daily,s-one,Table 1',
      'x,,Daily,s-one,Table 1',
      'x,no_entity,,s-one,Table 1',
      'x,bad_quote,"Daily" x,s-one,Table 1',
      'x,a,b,c,d,e,f',
      `x,${'l'.repeat(200)},Daily,s-one,Table 1`,
      'x,turned\u202Earound,Daily,s-one,Table 1',
      'x,GOOD,Daily,s-one,Table 1',
      'x,good,Weekly,s-one,Table 9',
      'x,by_address,Daily,https://example.org/report,Table 1',
    ];
    const bare = head({ claim: { assertion: { en: 'The study names {value}.' } } });
    const map = ['--map', 'value=Handle,platform=Network,entity=Outlet,source=Source,section=Place'];
    const result = await imported('table', csv(rows.join('\n')), map, bare);
    expect(names(result)).toEqual(['x account by_address', 'x account good']);
    expect(result.dropped).toEqual({
      'no source': [3],
      'its source is not in the head file': [4],
      'no place in the source': [5],
      'the network "Orkut" is not known': [6],
      'no name': [7],
      'no entity: whose it is, nobody says': [8],
      'text beside a quotation mark': [9],
      'more cells than the header has columns': [10],
      'value: must be at most 128 characters': [11],
      'value: holds control or bidirectional formatting characters': [12],
      'the same name, source and place as a row above': [13],
      'a name above, said to be somebody else’s': [14],
    });
    expect(result.err).toContain('14 read, 2 kept, 12 left out');
    expect(result.err).toContain('no place in the source (5)');
  });

  test('a name in two rows is one identifier with two claims', async () => {
    const result = await imported('table', csv('Network,Handle,Outlet\nx,daily,Daily\nx,@Daily,Daily\n'), MAP);
    expect(names(result)).toEqual(['x account daily']);
    expect(result.list.claims.map(({ locator }) => locator.row).sort()).toEqual(['2', '3']);
  });

  test('addresses say network, kind and name', async () => {
    const rows = [
      'Link',
      'https://x.com/Daily',
      'https://twitter.com/hashtag/Sample?src=x',
      'https://t.me/s/daily_channel',
      'https://www.daily.example.com/news',
      'https://x.com/home',
      'https://x.com/Daily/status/12',
      'https://bit.ly/abc',
      'nonsense',
    ];
    const one = head({
      identifier: { entity: 'e-state' },
      entity: {},
      claim: { ...(head() as { claim: object }).claim, assertion: { en: 'It names {value}.' } },
    });
    const result = await imported('table', csv(rows.join('\n')), ['--map', 'url=Link'], one);
    expect(names(result)).toEqual(
      ['any hashtag Sample', 'telegram account daily_channel', 'web domain daily.example.com', 'x account Daily'].map(
        (name) => name.replace('any', 'x'),
      ),
    );
    expect(Object.values(result.dropped).flat().sort()).toEqual([6, 7, 8, 9]);
  });

  test('ids do not depend on what else is in the file', async () => {
    const row = (name: string) => `x,${name},Daily\n`;
    const one = await imported('table', csv(`Network,Handle,Outlet\n${row('a_b')}`), MAP);
    const two = await imported('table', csv(`Network,Handle,Outlet\n${row('a-b')}${row('ab')}${row('a_b')}`), MAP);
    expect(two.list.identifiers).toContainEqual(one.list.identifiers[0]);
    expect(new Set(two.list.identifiers.map(({ id }) => id)).size).toBe(3);
  });

  test('names in other scripts have ids too', async () => {
    const rows = 'Network,Handle,Outlet,kind\nany,#جمهوری,Daily,hashtag\nany,＃Ünïcode,روزنامه,hashtag\n';
    const result = await imported('table', csv(rows), MAP);
    expect(names(result).sort()).toEqual(['any hashtag Ünïcode', 'any hashtag جمهوری'].sort());
  });

  test('a mapping file and JSON rows', async () => {
    const map = temporary('map.json', { value: 'account.handle', platform: 'net', entity: 'of' });
    const rows = temporary('rows.json', [
      { net: 'x', account: { handle: 'daily' }, of: 'Daily' },
      null,
      7,
      { net: 'x' },
    ]);
    const result = await imported('table', rows, ['--map', map]);
    expect(names(result)).toEqual(['x account daily']);
    expect(result.dropped).toEqual({ 'no object': [2, 3], 'no name': [4] });
  });

  test.each<[string, string | Uint8Array, string[], RegExp]>([
    ['UTF-16', Buffer.from('\ufeffa,b\n', 'utf16le'), MAP, /is UTF-16: save it as UTF-8/],
    ['a header that is not UTF-8', Buffer.from([0x4e, 0xff, 0x0a]), MAP, /line 1: not UTF-8/],
    ['nothing', '', MAP, /the table is empty/],
    ['a column that is not there', 'Network,Name\nx,y\n', MAP, /there is no column "Handle"; there are: Network, Name/],
    ['two columns of one name', 'Handle,Handle\nx,y\n', MAP, /two columns are called "Handle"/],
    ['a field that is none', 'a\nb\n', ['--map', 'colour=a'], /"colour" is no field; there are: value/],
    ['no row that can be kept', 'Network,Handle,Outlet\nx,,\n', MAP, /no row could be kept/],
    ['10 MB of noise', new Uint8Array(10_000_000).map((_, i) => (i * 7919) % 251), MAP, /line 1: /],
    ['10 MB without an end', `Network,Handle,Outlet\n"${'x'.repeat(10_000_000)}`, MAP, /no row could be kept/],
  ])('ends with a reason: %s', async (_, content, options, reason) => {
    const { code, err } = await imported('table', temporary('table.csv', content), options);
    expect(code).toBe(1);
    expect(err).toMatch(reason);
    expect(err).not.toMatch(/^\s+at /m);
  });

  test('rows that are not UTF-8 are left out one by one', async () => {
    const bytes = Buffer.concat([
      Buffer.from('Network,Handle,Outlet\nx,'),
      Buffer.from([0xff]),
      Buffer.from(',D\nx,daily,Daily\n'),
    ]);
    const result = await imported('table', temporary('table.csv', bytes), MAP);
    expect(names(result)).toEqual(['x account daily']);
    expect(result.dropped).toEqual({ 'not UTF-8': [2] });
  });

  test('twenty thousand bad rows are told of about as fast as one', async () => {
    const bad = Array.from({ length: 20_000 }, (_, i) => `x,${'l'.repeat(130)}${i},Outlet ${i}`);
    const result = await imported('table', csv(['Network,Handle,Outlet', 'x,daily,Daily', ...bad].join('\n')), MAP);
    expect(result.report).toMatchObject({ read: 20_001, kept: 1, dropped: [{ count: 20_000 }] });
    expect(result.report.dropped[0]?.rows.length).toBe(1_000);
  });

  test('orders for a terminal are not passed on', async () => {
    const { err } = await imported('table', csv('Network,Handle,Outlet\nx,daily,Daily\n\u001b[2Jx,a,b\n'), MAP);
    expect(err).toContain('1 left out');
    expect(err).not.toContain('\u001b');
  });
});

describe('the head file', () => {
  const table = () => csv('platform,value,entity\nx,daily,Daily\n');
  test.each<[string, object, RegExp]>([
    ['no sources', { sources: [] }, /head file: sources: a list without a source/],
    ['a bad source', { sources: [{ ...source(), date: 'May' }] }, /head file: sources\[0\]\.date/],
    ['rows of its own', { identifiers: [{}] }, /head file: identifiers: rows come from the imported file/],
    ['something else', { colour: 1 }, /head file: colour/],
    [
      'an entity of an unknown type',
      { entities: [{ id: 'e-state', type: 'person', label: { en: 'X' } }] },
      /entities\[0\]\.type/,
    ],
  ])('says what is wrong with it: %s', async (_, changes, reason) => {
    const { code, err } = await imported('table', table(), [], head(changes));
    expect(code).toBe(1);
    expect(err).toMatch(reason);
  });

  test.each<[string, object, string]>([
    [
      'names what no column has',
      { claim: { source: 's-one', assertion: { en: '{mood}' }, locator: { row: '{row}' } } },
      '{mood}',
    ],
    ['gives an unknown type', { entity: { type: 'person' } }, 'entity type'],
    ['gives no place', { claim: { source: 's-one', assertion: { en: 'Says so.' } } }, 'no place'],
    ['gives a country in words', { entity: { type: 'outlet', country: 'Exampleland' } }, 'entity country'],
  ])('a template that %s leaves the row out', async (_, changes, reason) => {
    const { code, err } = await imported('table', table(), [], head(changes));
    expect(code).toBe(1);
    expect(err).toContain(reason);
  });

  test('is needed', async () => {
    const { code, err } = await run(['import', '--from', 'table', table()]);
    expect(code).toBe(1);
    expect(err).toContain('a head file is needed (--head)');
  });
});

describe('a MISP warninglist', () => {
  const one = head({
    identifier: { entity: 'e-state' },
    claim: { source: 's-one', assertion: { en: 'It lists {value}.' }, locator: { row: '{row}' } },
  });
  const list = (changes: object) =>
    temporary('list.json', {
      name: 'x',
      version: 1,
      type: 'hostname',
      list: ['.example.com', 'news.example.net', '', 7, '10.0.0.1', 'a b'],
      ...changes,
    });

  test('gives sites, with the row as the place', async () => {
    const result = await imported('misp-warninglist', list({}), [], one);
    expect(names(result)).toEqual(['web domain example.com', 'web domain news.example.net']);
    expect(result.dropped).toEqual({ 'no text': [3, 4], 'not the name of a site': [5, 6] });
    expect(result.list.claims.map(({ locator }) => locator.row)).toEqual(['1', '2']);
  });

  test('of type string names sites where it is matched with domains, as most published ones are', async () => {
    const matching_attributes = ['hostname', 'domain', 'url', 'domain|ip'];
    const result = await imported('misp-warninglist', list({ type: 'string', matching_attributes }), [], one);
    expect(names(result)).toEqual(['web domain example.com', 'web domain news.example.net']);
    const files = list({ type: 'string', matching_attributes: ['filename'] });
    expect((await imported('misp-warninglist', files, [], one)).err).toContain('no network');
  });

  test.each([['cidr'], ['regex'], ['substring']])('of type %s does not hold whole names', async (type) => {
    const { code, err } = await imported('misp-warninglist', list({ type }), [], one);
    expect([code, err]).toEqual([1, expect.stringContaining(`the type "${type}" does not hold whole names`)]);
  });

  test.each([[[]], [{ list: 'x' }], ['text'], [null]])('is not %j', async (content) => {
    const file = temporary('list.json', JSON.stringify(content));
    expect((await imported('misp-warninglist', file, [], one)).err).toContain('no warninglist');
  });
});

describe('a MISP galaxy', () => {
  const cluster = (changes: object = {}, meta: object = {}) => ({
    value: 'Daily Network',
    uuid: '11111111-2222-4333-8444-555555555555',
    meta: {
      refs: ['https://example.org/report'],
      'official-refs': ['https://x.com/daily', 'https://daily.example.com/'],
      country: 'xa',
      ...meta,
    },
    ...changes,
  });
  const galaxy = (...values: unknown[]) => temporary('cluster.json', { name: 'g', values });

  test('gives the addresses of its clusters, with references as evidence', async () => {
    const result = await imported('misp-galaxy', galaxy(cluster()));
    expect(names(result)).toEqual(['web domain daily.example.com', 'x account daily']);
    expect(result.list.identifiers[1]).toMatchObject({
      origin: 'resolved',
      evidence: [{ url: 'https://example.org/report' }],
    });
    expect(result.list.claims[0]).toMatchObject({ locator: { section: 'Daily Network', row: cluster().uuid } });
    expect(result.list.entities.at(-1)?.country ?? result.list.entities[0]?.country).toBe('XA');
  });

  test('clusters without reference, uuid or address are left out', async () => {
    const id = cluster().uuid;
    const file = galaxy(
      cluster(),
      cluster({ value: 'A' }, { refs: [] }),
      cluster({ value: 'B', uuid: undefined }),
      cluster({ value: 'C' }, { 'official-refs': undefined }),
      cluster({ value: 'D', revoked: true }),
      'text',
    );
    const result = await imported('misp-galaxy', file);
    expect(result.report).toMatchObject({ read: 7, kept: 2 });
    expect(result.dropped).toEqual({
      'no reference (meta.refs): nobody says so': [id],
      'no uuid: the place in the source cannot be said': [3],
      'names nothing that is seen on a page (meta.official-refs)': [id],
      revoked: [id],
      'no object': [6],
    });
  });
});

describe('a STIX bundle', () => {
  const actor = (changes: object = {}) => ({
    type: 'threat-actor',
    id: 'threat-actor--1',
    name: 'Operation Sample',
    external_references: [{ source_name: 'A study', url: 'https://example.org/report', external_id: 'Figure 3' }],
    ...changes,
  });
  const account = (changes: object = {}) => ({
    type: 'user-account',
    id: 'user-account--1',
    account_login: 'daily',
    account_type: 'twitter',
    user_id: '42',
    ...changes,
  });
  const tie = (from: string, to: string, changes: object = {}) => ({
    type: 'relationship',
    id: `relationship--${from}${to}`,
    source_ref: from,
    target_ref: to,
    ...changes,
  });
  const bundle = (...objects: unknown[]) => temporary('bundle.json', { type: 'bundle', id: 'bundle--1', objects });
  const bare = head({ claim: { assertion: { en: 'The study names {value}.' } } });

  test('gives accounts and sites of an actor, with source and place from its references', async () => {
    const file = bundle(
      actor(),
      account(),
      { type: 'domain-name', id: 'domain-name--1', value: 'daily.example.com' },
      { type: 'observed-data', id: 'observed-data--1', object_refs: ['domain-name--1'] },
      tie('threat-actor--1', 'user-account--1'),
      tie('observed-data--1', 'threat-actor--1'),
    );
    const result = await imported('stix', file, [], bare);
    expect(names(result)).toEqual(['web domain daily.example.com', 'x account daily']);
    expect(result.list.identifiers[1]).toMatchObject({ stable_id: '42', origin: 'in-document' });
    expect(result.list.claims[0]).toMatchObject({ source: 's-one', locator: { section: 'Figure 3' } });
    expect(result.list.entities.find(({ label }) => label.en === 'Operation Sample')?.type).toBe('operation');
  });

  test('objects without actor, reference or source are left out', async () => {
    const file = bundle(
      actor(),
      actor({ id: 'threat-actor--2', name: 'B', external_references: [] }),
      actor({
        id: 'threat-actor--3',
        name: 'C',
        external_references: [{ source_name: 'else', url: 'https://example.com/' }],
      }),
      account(),
      account({ id: 'user-account--2', account_login: 'b' }),
      account({ id: 'user-account--3', account_login: 'c' }),
      account({ id: 'user-account--4', account_login: 'd' }),
      account({ id: 'user-account--5', account_login: 'e', revoked: true }),
      tie('threat-actor--1', 'user-account--1'),
      tie('threat-actor--2', 'user-account--2'),
      tie('threat-actor--3', 'user-account--3'),
      tie('threat-actor--1', 'user-account--4', { revoked: true }),
      tie('threat-actor--1', 'user-account--5'),
      { type: 'malware', id: 'malware--1' },
      null,
    );
    const result = await imported('stix', file, [], bare);
    expect(names(result)).toEqual(['x account daily']);
    expect(result.dropped).toEqual({
      'no external reference: nobody says so': ['user-account--2'],
      'no source': ['user-account--3'],
      'no relationship to an identity, threat actor or campaign': ['user-account--4'],
      revoked: ['user-account--5'],
    });
  });

  test('the bundle itself as the source: the object is the place, the reference the evidence', async () => {
    const other = actor({ external_references: [{ source_name: 'else', url: 'https://example.com/post' }] });
    const result = await imported('stix', bundle(other, account(), tie('threat-actor--1', 'user-account--1')));
    expect(result.list.claims[0]?.locator.row).toBe('user-account--1');
    expect(result.list.identifiers[0]).toMatchObject({
      origin: 'resolved',
      evidence: [{ url: 'https://example.com/post', title: 'else' }],
    });
  });

  test.each([[{ type: 'bundle' }], [{ objects: [] }], [[]], ['text']])('is not %j', async (content) => {
    const file = temporary('bundle.json', JSON.stringify(content));
    expect((await imported('stix', file)).err).toContain('no STIX bundle');
  });
});

test('the command writes the list alone to standard output', async () => {
  const table = csv('platform,value,entity\nx,daily,Daily\n');
  const { code, out, err } = await start(['import', '--from', 'table', '--head', temporary('head.json', head()), table])
    .done;
  expect(code).toBe(0);
  expect(parseList(JSON.parse(out)).ok).toBe(true);
  expect(err).toContain('1 read, 1 kept, 0 left out');
});
