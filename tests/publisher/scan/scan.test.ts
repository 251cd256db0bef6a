import { describe, expect, test } from 'vitest';
import { readOptions } from '../../../src/publisher/scan/options.ts';
import { readLists } from '../../../src/publisher/scan/read-lists.ts';
import { fixture, scan, short, temporary } from './scanning.ts';

describe('posts', () => {
  test('as JSON lines', async () => {
    const { code, out, err } = await scan(['--json', fixture('posts.jsonl')]);
    expect(short(out)).toEqual([
      '1 hashtag We_Are_Qassem h-we-are-qassem',
      '2 account PressTV a-presstv',
      '4 account IrnaEnglish a-irnaenglish',
      '4 account khamenei_ir a-khamenei-ir',
      '6 hashtag Hero h-hero',
      '7 domain kayhan.ir d-kayhan-ir',
      '11 account Khamenei_fa a-khamenei-fa',
      '12 hashtag قاسـم_سلیمانی h-qasim-sulaimani',
    ]);
    expect([code, err]).toEqual([0, '']);
  });

  test('as CSV: quoted line breaks, CR LF, a byte order mark', async () => {
    const { code, out, err } = await scan(['--json', fixture('posts.csv')]);
    expect(short(out)).toEqual([
      '2 hashtag We_Are_Qassem h-we-are-qassem',
      '4 account PressTV a-presstv',
      '9 hashtag Martyr_Soleimani h-martyr-soleimani',
    ]);
    expect(code).toBe(1);
    expect(err.split('\n').map((line) => line.replace(/^.*posts\.csv:/, ''))).toEqual([
      '6: 5 fields where the header has 4',
      '8: text beside a quotation mark',
      '',
    ]);
  });

  test('as plain lines', async () => {
    const { code, out } = await scan(['--json', '--platform', 'x', fixture('posts.txt')]);
    expect(short(out)).toEqual([
      '1 hashtag We_Are_Qassem h-we-are-qassem',
      '5 account PressTV a-presstv',
      '6 hashtag Martyr_Soleimani h-martyr-soleimani',
    ]);
    expect(code).toBe(0);
  });

  test('from standard input, in any pieces', async () => {
    const text = Buffer.from('\ufeff{"text":"#نحن_قاسم"}\r\n\r\n{"text":"a #We_Are_Qassem"}');
    const bytes = [...text].map((byte) => Buffer.from([byte]));
    for (const stdin of [[text], bytes]) {
      const { code, out } = await scan(['--json', '-'], stdin);
      expect(short(out)).toEqual(['1 hashtag نحن_قاسم h-nahnu-qasim', '3 hashtag We_Are_Qassem h-we-are-qassem']);
      expect(code).toBe(0);
    }
  });

  test('of several files, in the order given', async () => {
    const files = [fixture('posts.txt'), fixture('posts.jsonl'), fixture('posts.txt')];
    const { out } = await scan(['--json', ...files]);
    const order = out.split('\n').flatMap((line) => (line === '' ? [] : (JSON.parse(line) as { file: string }).file));
    expect(order.filter((file, i) => file !== order[i - 1])).toEqual(files);
  });

  test('of another network, by its own rules and names', async () => {
    const file = temporary(
      'a.jsonl',
      '{"text":"u/some_outlet #some_outlet"}\n{"text":"some_outlet","author":"r/other_outlet"}',
    );
    const run = await scan(['--json', '--platform', 'reddit', '--list', fixture('list.json'), file]);
    expect(short(run.out)).toEqual(['1 account some_outlet user', '2 group r/other_outlet community']);
    expect((await scan(['--json', '--list', fixture('list.json'), file])).out).toBe('');
  });
});

test('a match as JSON says who says so, where, and who disagrees', async () => {
  const file = temporary(
    'a.jsonl',
    '{"text":"","author":"some_outlet","platform":"vk","url":"https://vk.com/wall-123_4"}',
  );
  const { out } = await scan(['--json', '--list', fixture('list.json'), file]);
  const source = expect.objectContaining({ id: 's', title: 'A document', url: 'https://publisher.example/document' });
  expect(JSON.parse(out)).toEqual({
    file,
    line: 1,
    platform: 'vk',
    kind: 'group',
    value: 'some_outlet',
    places: ['author'],
    count: 1,
    author: 'some_outlet',
    url: 'https://vk.com/wall-123_4',
    identifier: 'owner',
    list: 'sample',
    listVersion: 3,
    entity: { id: 'e', type: 'outlet', label: { en: 'An outlet' } },
    grade: 'confirmed',
    origin: 'in-document',
    claims: [
      {
        id: 'c',
        assertion: { en: 'The document lists it.' },
        source,
        locator: { page: '7' },
        basis: 'named-research',
        confidence: 80,
        status: 'confirmed',
        date: '2025-06-01',
        counter: [{ says: { en: 'It doubts itself.' }, source, locator: { page: '9' } }],
      },
    ],
  });
});

test('a match as text says the same', async () => {
  const file = temporary('a.txt', 'u/some_outlet');
  const { out, err } = await scan(['--platform', 'reddit', '--list', fixture('list.json'), file]);
  expect(out).toBe(`${file}:1: @some_outlet (reddit, link): An outlet [confirmed; list sample]
    The document lists it.
      A publisher, “A document”, 2025-06-01, page 7; confirmed, confidence 80 of 100
      its stake: None known.
      https://publisher.example/document
      against it A publisher, 2025-06-01, page 9: It doubts itself.
`);
  expect(err).toBe('1 file, 1 read, 1 matches\n');
});

describe('what cannot be read is told and passed over', () => {
  const reasons = (err: string) => err.split('\n').map((line) => line.replace(/^.*?\.(?:jsonl|csv|txt|html):/, ''));

  test('bad lines', async () => {
    const { code, out, err } = await scan(['--json', fixture('bad.jsonl')]);
    expect(short(out).map((line) => line.split(' ')[0])).toEqual(['1', '10']);
    expect(code).toBe(1);
    expect(reasons(err)).toEqual([
      expect.stringMatching(/^2: not JSON: /),
      '3: not a JSON object',
      '4: no "text", or not a string',
      '5: no "text", or not a string',
      '6: "author" is not a string',
      '7: the platform "nowhere" is not known',
      expect.stringMatching(/^8: not JSON: /),
      '9: not a JSON object',
      '',
    ]);
  });

  test.each<[string, string, string | Uint8Array, string[]]>([
    ['bytes that are not UTF-8', 'a.txt', Buffer.from('a\n\xff\xfea\n#We_Are_Qassem', 'latin1'), ['2: not UTF-8']],
    ['UTF-16', 'a.jsonl', Buffer.from('\ufeff{"text":""}', 'utf16le'), [' the file is UTF-16: save it as UTF-8']],
    ['a line without end', 'a.jsonl', `{"text":"${'a'.repeat(1_100_000)}"}`, ['1: longer than 1048576 bytes']],
    [
      'a CSV without its column',
      'a.csv',
      'id,body\n1,a\n2,b',
      ['1: the header names no column "text"; the file is passed over'],
    ],
    [
      'an open quotation mark',
      'a.csv',
      'text\n"a\nb\nc',
      ['2: a quotation mark that nothing closes; 3 lines are passed over'],
    ],
    [
      'a page in another encoding than it says',
      'a.html',
      Buffer.from('<meta charset=utf-8>\xff', 'latin1'),
      [' the page is not utf-8'],
    ],
  ])('%s', async (_, name, content, expected) => {
    const { code, err } = await scan(['--json', temporary(name, content)]);
    expect(reasons(err)).toEqual([...expected, '']);
    expect(code).toBe(1);
  });

  test('many lines, not one by one', async () => {
    const { err } = await scan(['--json', temporary('a.jsonl', 'x\n'.repeat(200))]);
    expect(err.split('\n').length).toBe(52);
    expect(err).toMatch(/: 150 more like these\n$/);
  });

  test('a file that is not there, or is a directory; the next one is read', async () => {
    const { code, out, err } = await scan(['--json', 'missing.txt', fixture('posts.txt')]);
    expect(short(out).length).toBe(3);
    expect(err).toMatch(/^missing\.txt: ENOENT/);
    expect(code).toBe(1);
  });
});

test.each([
  ['a.jsonl', ''],
  ['a.csv', ''],
  ['a.txt', '\n\r\n \n'],
  ['a.html', ''],
  ['a.csv', 'text'],
  ['a.txt', '\ufeff'],
])('nothing is in an empty %s', async (name, content) => {
  expect(await scan(['--json', temporary(name, content)])).toEqual({ code: 0, out: '', err: '' });
});

describe('the command line', () => {
  test.each([
    [['a.jsonl'], { files: [{ name: 'a.jsonl', format: 'jsonl' }], lists: [], json: false }],
    [['--json', '-'], { files: [{ name: '-', format: 'jsonl' }], lists: [], json: true }],
    [
      ['--list', 'l.json', '--list=m.json', 'A.HTML'],
      { files: [{ name: 'A.HTML', format: 'html' }], lists: ['l.json', 'm.json'], json: false },
    ],
    [
      ['--platform', 'vk', 'a.txt'],
      { files: [{ name: 'a.txt', format: 'txt' }], lists: [], json: false, platform: 'vk' },
    ],
    [['--', '--json.txt'], { files: [{ name: '--json.txt', format: 'txt' }], lists: [], json: false }],
    [['--help'], 'help'],
  ])('%j', (args, expected) => expect(readOptions(args)).toEqual(expected));

  test.each([
    [[], /no file/],
    [['--json'], /no file/],
    [['a.pdf'], /must end in/],
    [['posts'], /must end in/],
    [['--platform', 'nowhere', 'a.txt'], /"nowhere" is not known/],
    [['--platform'], /platform/],
    [['--verbose', 'a.txt'], /--verbose/],
    [['--json=yes', 'a.txt'], /json/],
    [['-', '-'], /once/],
  ])('%j is refused', (args, reason) => expect(() => readOptions(args)).toThrow(reason));

  test.each([
    [[fixture('posts.txt')], /posts\.txt/],
    [[temporary('a.json', '{}')], /is no valid list/],
    [['missing.json'], /ENOENT/],
    [[fixture('list.json'), fixture('list.json')], /two lists have the id "sample"/],
  ])('a list that is none is refused: %j', (files, reason) => expect(() => readLists(files)).toThrow(reason));

  test('without a list the bundled ones are used', () => {
    expect(readLists([]).map(({ list }) => list.id)).toContain('seed-documents');
  });
});
