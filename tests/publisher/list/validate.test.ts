import { readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { canonicalText } from '../../../src/core/canonical.ts';
import type { Watchlist } from '../../../src/core/list-schema.ts';
import { account, claim, entity, source, watchlist } from '../../fixtures/list.ts';
import { testFolder } from '../../harness/test-folder.ts';
import { run, start, temporary } from './run.ts';

const canonical = canonicalText(watchlist());
const validate = (content: string | Uint8Array | object, ...options: string[]) =>
  run(['validate', ...options, temporary('list.json', content)]);

test('the bundled lists are valid and in canonical order', async () => {
  const { code, out, err } = await start(['validate']).done;
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/seed-documents\.json: valid \(\d+ identifiers/);
});

test('a valid list says what it holds', async () => {
  const { code, out } = await validate(canonical);
  expect([code, out]).toEqual([0, expect.stringContaining('valid (2 identifiers, 1 claims, 1 sources)')]);
});

describe('each fault has file, line, path and reason', () => {
  const broken = (change: (list: Watchlist) => unknown) => {
    const list = watchlist();
    change(list);
    return JSON.stringify(list, null, 2);
  };
  /** The text on the line that a fault names. */
  const lineOf = (content: string, out: string) => content.split('\n')[Number(/list\.json:(\d+):/.exec(out)?.[1]) - 1];

  test.each<[string, (list: Watchlist) => unknown, string, string]>([
    ['a bad value', (l) => l.claims.push(claim({ id: 'c-two', confidence: 101 })), 'claims[1].confidence', '101'],
    ['an unknown member', (l) => Object.assign(l.list, { mood: 'x' }), 'list.mood', '"mood"'],
    ['a missing member', (l) => Reflect.deleteProperty(l.sources[0] ?? {}, 'stake'), 'sources[0].stake', '{'],
    [
      'a source that is not there',
      (l) => l.claims.push(claim({ id: 'c-two', source: 's-no' })),
      'claims[1].source',
      's-no',
    ],
    ['an id used twice', (l) => l.sources.push(source()), 'sources[1].id', 's-one'],
    [
      'a name listed twice',
      (l) => l.identifiers.push(account({ id: 'a-again', value: 'sampleoutlet' })),
      'identifiers[2]',
      '{',
    ],
    [
      'a circle of entities',
      (l) => l.entities.push(entity({ id: 'e-a', part_of: 'e-b' }), entity({ id: 'e-b', part_of: 'e-a' })),
      'entities[1].part_of',
      'e-b',
    ],
    [
      'an entity of itself',
      (l) => l.entities.push(entity({ id: 'e-a', part_of: 'e-a' })),
      'entities[1].part_of',
      'e-a',
    ],
    [
      'text that turns around',
      (l) => l.identifiers.push(account({ id: 'a-x', value: 'ab\u202Ecd' })),
      'identifiers[2].value',
      'ab',
    ],
  ])('%s', async (_, change, path, onLine) => {
    const content = broken(change);
    const { code, out } = await validate(content);
    expect(code).toBe(1);
    expect(out).toContain(`: ${path}: `);
    expect(lineOf(content, out)).toContain(onLine);
  });

  test('as JSON too', async () => {
    const { out } = await validate(
      broken((l) => l.sources.push(source())),
      '--json',
    );
    expect(JSON.parse(out)).toMatchObject({ path: 'sources[1].id', line: expect.any(Number), reason: /already used/ });
  });

  test('a member that stands twice', async () => {
    const { code, out } = await validate(canonical.replace('"spec": 1,', '"spec": 1,\n  "spec": 1,'));
    expect(code).toBe(1);
    expect(out).toContain('list.json:4: spec: stands twice in its object');
  });

  test('fifty thousand faults are found about as fast as one', async () => {
    const claims = Array.from({ length: 50_000 }, (_, i) => claim({ id: `c-${i}`, source: 's-no' }));
    const { out } = await validate(JSON.stringify(watchlist({ claims }), null, 2));
    expect(out).toContain('49950 more like these');
  });

  test('of a thousand faults fifty are told, and how many more there are', async () => {
    const many = watchlist({ claims: Array.from({ length: 1000 }, (_, i) => claim({ id: `c-${i}`, source: 's-no' })) });
    const { out } = await validate(many);
    expect(out.trim().split('\n').length).toBe(51);
    expect(out).toContain('950 more like these');
  });
});

describe('hostile files end with a reason, never with a trace', () => {
  test.each<[string, string | Uint8Array, RegExp]>([
    ['nothing', '', /list\.json:1:1: no JSON: a value is expected, but the file ends/],
    ['a comma too much', '{\n  "a": [1, 2,]\n}', /list\.json:2:14: no JSON: a comma stands before \]/],
    ['10 MB of brackets', '['.repeat(10_000_000), /:1:65: no JSON: more than 64 levels deep/],
    ['10 MB of one string', `"${'a'.repeat(10_000_000)}"`, /:1: \(the whole file\): /],
    ['10 MB of noise', new Uint8Array(10_000_000).map((_, i) => (i * 7919) % 251), /:1: not UTF-8/],
    ['10 MB of objects', `[${'{"a":[]},'.repeat(1_100_000)}{}]`, /:1: /],
    ['UTF-16', Buffer.from(`\ufeff${canonical}`, 'utf16le'), /the file is UTF-16: save it as UTF-8/],
    ['Windows-1256', Buffer.from('{\n"title": "\xc7\xed\xd1"\n}', 'latin1'), /:2: not UTF-8/],
    ['another JSON', '{"name": "warninglist", "list": []}', /:1: format: /],
    ['null', 'null', /:1: \(the whole file\): /],
    ['a prototype', '{"__proto__": {"format": "statemark-watchlist"}}', /format: /],
    ['orders for a terminal', '{"\\u001b]0;x\\u0007": "\\u001b[2J"}', /: \\u001b\]0;x\\u0007: /],
  ])('%s', async (_, content, reason) => {
    const { code, out, err } = await validate(content);
    expect([code, err]).toEqual([1, '']);
    expect(out).toMatch(reason);
    expect(out.length).toBeLessThan(20_000);
    expect(out).not.toContain('\u001b');
  });

  test('a file that is not there ends with 2, and the others are still read', async () => {
    const good = temporary('good.json', canonical);
    const { code, out, err } = await run(['validate', join(testFolder(), 'missing.json'), good]);
    expect(code).toBe(2);
    expect(err).toMatch(/missing\.json: ENOENT/);
    expect(out).toContain('good.json: valid');
  });
});

describe('canonical form', () => {
  test.each([
    ['a byte order mark', `\ufeff${canonical}`],
    ['line ends of Windows', canonical.replaceAll('\n', '\r\n')],
    ['members in another order', JSON.stringify(Object.fromEntries(Object.entries(watchlist()).reverse()), null, 2)],
    ['no line feed at the end', canonical.trimEnd()],
  ])('%s is told of, and --fix writes it', async (_, content) => {
    const file = temporary('list.json', content);
    const before = await run(['validate', file]);
    expect(before.code).toBe(1);
    expect(before.out).toContain(`not in canonical order: run npm run list -- validate --fix ${file}`);
    expect(readFileSync(file, 'utf8')).toBe(content);
    expect((await run(['validate', '--fix', file])).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(canonical);
    expect((await run(['validate', file])).code).toBe(0);
  });

  test('a list with faults is never written', async () => {
    const content = JSON.stringify(watchlist({ claims: [] }));
    const file = temporary('list.json', content);
    expect((await run(['validate', '--fix', file])).code).toBe(1);
    expect(readFileSync(file, 'utf8')).toBe(content);
  });

  test('what is written keeps its mode, and a link stays one', async () => {
    const file = temporary('list.json', JSON.stringify(watchlist()));
    writeFileSync(file, JSON.stringify(watchlist()), { mode: 0o640 });
    const mode = statSync(file).mode;
    const link = join(testFolder(), 'link.json');
    symlinkSync(file, link);
    await run(['validate', '--fix', link]);
    expect(readFileSync(file, 'utf8')).toBe(canonical);
    expect(statSync(file).mode).toBe(mode);
  });
});
