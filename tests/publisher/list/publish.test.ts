import {
  appendFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { accept, type Held } from '../../../src/core/compiled/accept.ts';
import { decodeBundle } from '../../../src/core/compiled/bundle.ts';
import { openManifest } from '../../../src/core/compiled/manifest.ts';
import { readVerifyingKey } from '../../../src/publisher/list/key-file.ts';
import { loadAny } from '../../../src/publisher/list/load-any.ts';
import { testFolder } from '../../harness/test-folder.ts';
import { listOf, Publisher } from './publishing.ts';
import { NOW, run, temporary } from './run.ts';

const DAY = 24 * 3_600_000;
const snapshot = (dir: string) =>
  Object.fromEntries(
    readdirSync(dir, { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [file, readFileSync(file).toString('base64')]),
  );
const jwsOf = (publisher: Publisher) => readFileSync(join(publisher.folder, 'watchlist.jws'), 'utf8');

async function opened(publisher: Publisher, key: string, next?: string) {
  const read = await openManifest(jwsOf(publisher), [await readVerifyingKey(`${key}.pub`)], next);
  if (!read.ok) throw new Error(`${read.problem}: ${read.detail}`);
  return read;
}

describe('build', () => {
  test('writes what a reader takes: manifest, objects, one file', async () => {
    const publisher = new Publisher();
    const key = await publisher.key('first');
    const next = await publisher.key('second');
    const mirrors = ['--mirror', 'https://mirror.example.org/lists/', '--mirror', 'https://b.example.org/'];
    const options = ['--next-key', `${next}.pub`, '--expires', '10', '--every', '48', ...mirrors];
    const { code, out, err } = await publisher.build(listOf(7), key, options);
    expect([code, err]).toEqual([0, '']);
    const { manifest, hash } = await opened(publisher, key);
    expect(manifest).toMatchObject({
      list: 'sample',
      epoch: 0,
      version: 7,
      created: '2026-11-22T12:00:00.000Z',
      expires: '2026-12-02T12:00:00.000Z',
      counts: { identifiers: 60 },
      deltas: [],
      next: (await readVerifyingKey(`${next}.pub`)).fingerprint,
      key: readFileSync(`${key}.pub`, 'utf8').trim(),
      mirrors: ['https://mirror.example.org/lists/', 'https://b.example.org/'],
      every: 48,
    });
    expect(accept(manifest, hash, undefined, undefined, NOW)).toEqual({ decision: 'install' });
    expect(await loadAny(publisher.folder)).toEqual(await loadAny(publisher.source));
    const bundle = await decodeBundle(new Uint8Array(readFileSync(join(publisher.folder, 'sample.statemark'))));
    expect(bundle?.jws).toBe(jwsOf(publisher));
    expect(await loadAny(join(publisher.folder, 'sample.statemark'))).toEqual(await loadAny(publisher.source));
    expect(out).toContain(`watchlist.jws#${manifest.key}`);
    expect((await run(['verify', '--key', `${key}.pub`, publisher.folder])).code).toBe(0);
  });

  test('gives deltas from the versions before it, keeps what was said, and says what changed', async () => {
    const publisher = new Publisher();
    const key = await publisher.key('first');
    const next = await publisher.key('second');
    await publisher.build(listOf(1), key, ['--next-key', `${next}.pub`, '--every', '12'], NOW);
    await publisher.build(listOf(2, 61), key, [], NOW + DAY);
    const { code, out } = await publisher.build(listOf(4, 62), key, [], NOW + 2 * DAY);
    expect(code).toBe(0);
    const { manifest } = await opened(publisher, key);
    expect(manifest.deltas.map(({ from }) => from)).toEqual([2, 1]);
    expect(manifest.deltas.every(({ size }) => size < manifest.bytes / 4)).toBe(true);
    expect(manifest).toMatchObject({ every: 12, next: (await readVerifyingKey(`${next}.pub`)).fingerprint });
    expect(out).toContain('sample: version 2 → 4\n1 name added:\n  + @sample_61 on x (Outlet)');
    const verified = await run(['verify', publisher.folder], { now: () => NOW + 2 * DAY });
    expect(verified.out).toContain('2 deltas tried');
    expect(verified.code).toBe(0);
  });

  test('takes older versions from another folder too', async () => {
    const publisher = new Publisher();
    const key = await publisher.key('first');
    await publisher.build(listOf(1), key);
    const copy = join(publisher.dir, 'copy');
    renameSync(publisher.folder, copy);
    await publisher.build(listOf(2, 61), key, ['--previous', copy]);
    expect((await opened(publisher, key)).manifest.deltas.map(({ from }) => from)).toEqual([1]);
    await publisher.build(listOf(3, 62), key);
    expect((await opened(publisher, key)).manifest.deltas.map(({ from }) => from)).toEqual([2, 1]);
  });

  test('a delta that is not worth it is left out', async () => {
    const publisher = new Publisher();
    const key = await publisher.key('first');
    await publisher.build(listOf(1, 5), key);
    await publisher.build(listOf(2, 200), key);
    expect((await opened(publisher, key)).manifest.deltas).toEqual([]);
  });

  test('removes what no kept version needs, and nothing else', async () => {
    const publisher = new Publisher();
    const key = await publisher.key('first');
    for (const version of [1, 2, 3]) await publisher.build(listOf(version, 60 + version), key);
    const strange = join(publisher.folder, 'o', 'README.txt');
    writeFileSync(strange, 'mine');
    writeFileSync(join(publisher.folder, 'o', 'f'.repeat(64)), 'nobody names this');
    writeFileSync(join(publisher.folder, `watchlist.jws.123.draft`), 'half');
    await publisher.build(listOf(4, 64), key);
    expect(existsSync(strange)).toBe(true);
    expect(existsSync(join(publisher.folder, 'o', 'f'.repeat(64)))).toBe(false);
    expect(existsSync(join(publisher.folder, 'watchlist.jws.123.draft'))).toBe(false);
    expect(readdirSync(join(publisher.folder, 'versions')).sort()).toEqual([
      '0-1.jws',
      '0-2.jws',
      '0-3.jws',
      '0-4.jws',
    ]);
    expect((await run(['verify', publisher.folder])).out).toContain('3 deltas tried');
  });

  test('builds on a folder whose older versions are damaged, and says so', async () => {
    const publisher = new Publisher();
    const key = await publisher.key('first');
    await publisher.build(listOf(1), key);
    await publisher.build(listOf(2, 61), key);
    const { manifest } = await opened(publisher, key);
    rmSync(join(publisher.folder, 'o', manifest.index.sha256));
    writeFileSync(join(publisher.folder, 'versions', '0-1.jws'), 'x.y.z');
    const { code, out, err } = await publisher.build(listOf(3, 62), key);
    expect(code).toBe(0);
    expect(err).toContain('passed over');
    expect(out).toContain('version 2: its files are not whole');
    expect((await run(['verify', publisher.folder])).code).toBe(0);
  });

  test('the same list and moment give the same bytes', async () => {
    const publisher = new Publisher();
    const key = await publisher.key('first');
    await publisher.build(listOf(1), key);
    const before = snapshot(publisher.folder);
    rmSync(publisher.folder, { recursive: true });
    await publisher.build(listOf(1), key);
    expect(snapshot(publisher.folder)).toEqual(before);
  });
});

describe('build refuses, and leaves the folder as it was', () => {
  const cases: [string, (publisher: Publisher, key: string) => Promise<{ code: number; err: string }>, RegExp][] = [
    ['the same version', (p, key) => p.build(listOf(5, 61), key), /version 5 is published and this is 5/],
    ['an older version', (p, key) => p.build(listOf(4), key), /Set list\.version to 6/],
    ['another key', async (p) => p.build(listOf(6), await p.key('other')), /is signed by another key/],
    [
      'another list',
      (p, key) => p.build({ ...listOf(6), list: { ...listOf(6).list, id: 'other' } }, key),
      /holds the list "sample", not "other"/,
    ],
    ['a list with faults', (p, key) => p.build({ ...listOf(6), claims: [] }, key), /is no valid list/],
    [
      'its own key as the next',
      (p, key) => p.build(listOf(6), key, ['--next-key', `${key}.pub`]),
      /is the key that signs now/,
    ],
    ['a private key to announce', (p, key) => p.build(listOf(6), key, ['--next-key', key]), /is a private key/],
    [
      'a manifest that was tampered with',
      async (p, key) => {
        const file = join(p.folder, 'watchlist.jws');
        const [header, body = '', signature] = readFileSync(file, 'utf8').split('.');
        const other = Buffer.from(Buffer.from(body, 'base64url').toString().replace('"version":5', '"version":1'));
        writeFileSync(file, [header, other.toString('base64url'), signature].join('.'));
        return p.build(listOf(6), key);
      },
      /bad-signature/,
    ],
  ];
  test.each(cases)('%s', async (name, act, reason) => {
    const publisher = new Publisher();
    const key = await publisher.key('first');
    await publisher.build(listOf(5), key);
    const before = snapshot(publisher.folder);
    const { code, err } = await act(publisher, key);
    expect(code).toBe(1);
    expect(err).toMatch(reason);
    if (!name.includes('tampered')) expect(snapshot(publisher.folder)).toEqual(before);
  });
});

describe('sign', () => {
  test('gives a later expiry as the next version, by a small delta', async () => {
    const publisher = new Publisher();
    const key = await publisher.key('first');
    await publisher.build(listOf(5), key, ['--expires', '10']);
    const { code } = await run(['sign', publisher.folder, '--key', key, '--expires', '30'], {
      now: () => NOW + 9 * DAY,
    });
    expect(code).toBe(0);
    const { manifest } = await opened(publisher, key);
    expect([manifest.version, manifest.expires]).toEqual([6, '2026-12-31T12:00:00.000Z']);
    expect(manifest.deltas.map(({ from }) => from)).toEqual([5]);
    const { out } = await run(['diff', publisher.source, publisher.folder]);
    expect(out).toBe('sample: version 5 → 6\nnothing else changed\n');
  });

  test.each<[string, (publisher: Publisher) => Promise<string[]>, RegExp]>([
    ['under another key', async (p) => [p.folder, '--key', await p.key('other')], /is signed by another key/],
    ['nothing', async (p) => [testFolder(), '--key', await p.key('other')], /holds no watchlist\.jws/],
  ])('refuses to sign %s', async (_, args, reason) => {
    const publisher = new Publisher();
    await publisher.build(listOf(5), await publisher.key('first'));
    const { code, err } = await run(['sign', ...(await args(publisher))]);
    expect(code).toBe(1);
    expect(err).toMatch(reason);
  });
});

describe('rotate', () => {
  const rotated = async () => {
    const publisher = new Publisher();
    const [first, second, third] = [await publisher.key('a'), await publisher.key('b'), await publisher.key('c')];
    await publisher.build(listOf(5), first, ['--next-key', `${second}.pub`]);
    return { publisher, first, second, third };
  };

  test('readers who hold the old key follow to the announced one, and only to it', async () => {
    const { publisher, first, second, third } = await rotated();
    const old = await opened(publisher, first);
    const { manifest } = old;
    const held: Held = {
      list: 'sample',
      epoch: 0,
      version: 5,
      hash: old.hash,
      identifiers: 60,
      next: String(manifest.next),
    };
    const { code } = await run(['rotate', publisher.folder, '--key', second, '--next-key', `${third}.pub`]);
    expect(code).toBe(0);
    const read = await opened(publisher, first, held.next);
    expect([read.rotated, read.manifest.epoch]).toEqual([true, 1]);
    expect(accept(read.manifest, read.hash, held, held, NOW, read.rotated)).toEqual({ decision: 'install' });
    await expect(opened(publisher, first, 'f'.repeat(64))).rejects.toThrow('unknown-key');
    // The old key can publish no more.
    expect((await publisher.build(listOf(9), first)).err).toContain('is signed by another key');
    expect((await publisher.build(listOf(9, 61), second)).code).toBe(0);
    const after = await opened(publisher, second);
    expect([after.manifest.epoch, after.manifest.version]).toEqual([1, 9]);
    // Who missed the change of key itself can still follow.
    expect((await opened(publisher, first, held.next)).rotated).toBe(true);
  });

  test.each<[string, (keys: Awaited<ReturnType<typeof rotated>>) => string[], RegExp]>([
    [
      'to a key that was not announced',
      ({ third }) => ['--key', third, '--next-key', `${third}.pub`],
      /is the key that signs now/,
    ],
    [
      'to a stranger',
      ({ third, first }) => ['--key', third, '--next-key', `${first}.pub`],
      /the announced key has the fingerprint/,
    ],
    ['without a next key', ({ second }) => ['--key', second], /--next-key is needed/],
  ])('refuses %s', async (_, options, reason) => {
    const keys = await rotated();
    const before = snapshot(keys.publisher.folder);
    const { code, err } = await run(['rotate', keys.publisher.folder, ...options(keys)]);
    expect(code).toBe(1);
    expect(err).toMatch(reason);
    expect(snapshot(keys.publisher.folder)).toEqual(before);
  });

  test('without an announced key there is no way', async () => {
    const publisher = new Publisher();
    await publisher.build(listOf(5), await publisher.key('a'));
    const args = ['--key', await publisher.key('b'), '--next-key', `${await publisher.key('c')}.pub`];
    const { code, err } = await run(['rotate', publisher.folder, ...args]);
    expect([code, err]).toEqual([1, expect.stringContaining('no next key was ever announced')]);
  });
});

describe('verify says what a reader would refuse', () => {
  const published = async () => {
    const publisher = new Publisher();
    const key = await publisher.key('first');
    await publisher.build(listOf(1), key);
    await publisher.build(listOf(2, 61), key);
    return { ...(await opened(publisher, key)), publisher };
  };
  type Published = Awaited<ReturnType<typeof published>>;
  const object = ({ publisher }: Published, sha256: string) => join(publisher.folder, 'o', sha256);

  test.each<[string, (published: Published) => void, RegExp]>([
    ['a missing index', (p) => rmSync(object(p, p.manifest.index.sha256)), /is missing or broken/],
    ['a changed object', (p) => appendFileSync(object(p, p.manifest.index.sha256), 'x'), /is missing or broken/],
    [
      'a missing delta',
      (p) => rmSync(object(p, p.manifest.deltas[0]?.sha256 ?? '')),
      /the delta from version 1 .* missing/,
    ],
    [
      'one file of another version',
      ({ publisher }) => writeFileSync(join(publisher.folder, 'sample.statemark'), 'x'),
      /sample\.statemark is broken/,
    ],
    [
      'a manifest cut short',
      ({ publisher }) => writeFileSync(join(publisher.folder, 'watchlist.jws'), 'x'),
      /no signed manifest/,
    ],
    [
      'ten megabytes of manifest',
      ({ publisher }) => writeFileSync(join(publisher.folder, 'watchlist.jws'), 'x'.repeat(10_000_000)),
      /larger than any manifest/,
    ],
    ['no manifest', ({ publisher }) => rmSync(join(publisher.folder, 'watchlist.jws')), /ENOENT/],
  ])('%s', async (_, damage, reason) => {
    const made = await published();
    damage(made);
    const { code, out, err } = await run(['verify', made.publisher.folder]);
    expect(code).toBe(1);
    expect(out + err).toMatch(reason);
  });

  test('another key than the reader knows', async () => {
    const { publisher } = await published();
    const { code, err } = await run(['verify', '--key', `${await publisher.key('other')}.pub`, publisher.folder]);
    expect([code, err]).toEqual([1, expect.stringContaining('unknown-key')]);
  });

  test.each<[string, number, number, string]>([
    ['before it expires', 89 * DAY, 0, 'whole'],
    ['within the two days that a clock may be wrong', 91 * DAY, 0, 'whole'],
    ['after that', 93 * DAY, 1, 'expired'],
    ['before it was made', -3 * DAY, 1, 'created in the future'],
  ])('%s', async (_, later, code, words) => {
    const { publisher } = await published();
    const ran = await run(['verify', publisher.folder], { now: () => NOW + later });
    expect([ran.code, ran.out]).toEqual([code, expect.stringContaining(words)]);
  });

  test('a copy without older versions is checked by hash', async () => {
    const { publisher } = await published();
    const copy = join(publisher.dir, 'copy');
    cpSync(publisher.folder, copy, { recursive: true });
    rmSync(join(copy, 'versions'), { recursive: true });
    expect((await run(['verify', copy])).out).toContain('0 deltas tried, 1 by hash only');
  });
});

describe('diff', () => {
  test('names what changed, with what is said of it', async () => {
    const before = listOf(1, 3);
    const after = listOf(2, 3);
    after.identifiers.splice(1, 1);
    Object.assign(after.identifiers[0] ?? {}, { status: 'suspended' });
    after.identifiers.push({
      ...before.identifiers[0],
      id: 'x-new',
      value: 'brand_new',
    } as (typeof after.identifiers)[0]);
    const files = [before, after].map((list, i) => temporary(`${i}.json`, list));
    const { code, out } = await run(['diff', ...files]);
    expect(code).toBe(0);
    expect(out.split('\n')).toEqual([
      'sample: version 1 → 2',
      '1 name added:',
      '  + @brand_new on x (Outlet)',
      '      Example Institute says that the outlet belongs to the state. [A report; confirmed, 80]',
      '1 name removed:',
      '  − @sample_1 on x (Outlet)',
      '      Example Institute says that the outlet belongs to the state. [A report; confirmed, 80]',
      '1 name changed:',
      '  ~ @sample_0 on x (Outlet)',
      '      status: none → suspended',
      '',
    ]);
  });

  test('names whose claims alone changed', async () => {
    const before = listOf(1, 1);
    const own = { ...before.claims[0], id: 'c-own', about: ['x-0'] } as (typeof before.claims)[0];
    const files = [
      { ...before, claims: [...before.claims, own] },
      { ...before, claims: [...before.claims, { ...own, status: 'disputed' as const, confidence: 40 }] },
    ].map((list, i) => temporary(`${i}.json`, list));
    const { out } = await run(['diff', ...files]);
    expect(out).toContain('1 name with other claims:\n  ~ @sample_0 on x (Outlet)');
    expect(out).toContain('[A report; disputed, 40]');
    expect(out).toContain('claims: 0 added, 1 changed, 0 removed');
  });

  test.each([['x.json'], ['x.statemark'], ['nothing']])('ends with a reason for a bad %s', async (name) => {
    const bad = name === 'nothing' ? join(testFolder(), name) : temporary(name, 'junk');
    const { code, err } = await run(['diff', bad, temporary('a.json', listOf(1))]);
    expect(code).toBe(1);
    expect(err).toContain(bad);
  });
});
