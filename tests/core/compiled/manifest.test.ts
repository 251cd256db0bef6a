import fc from 'fast-check';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { fromBase64url } from '../../../src/core/compiled/base64url.ts';
import { utf8 } from '../../../src/core/compiled/bytes.ts';
import { type Manifest, openManifest, parseManifest, signManifest } from '../../../src/core/compiled/manifest.ts';
import { sha256Hex } from '../../../src/core/compiled/sha256.ts';
import { goodHeader, manifest, newSigner, SHA, type Signer, signed } from './fixtures.ts';

function parse(raw: unknown) {
  return parseManifest(utf8(typeof raw === 'string' ? raw : JSON.stringify(raw)));
}

const FULL = manifest({
  description: { en: 'About.', fa: 'درباره' },
  homepage: 'https://example.org/',
  contact: 'https://example.org/mistakes',
  deltas: [{ from: 6, sha256: SHA, size: 100 }],
  next: SHA,
  mirrors: ['https://one.example/list/', 'https://two.example/'],
  every: 24,
});

describe('a manifest comes in as it is', () => {
  test.each<[string, Manifest]>([
    ['with the fewest members', manifest()],
    ['with all members', FULL],
    ['the highest version', manifest({ version: 2 ** 31 - 1 })],
    ['created in whole seconds', manifest({ created: '2026-11-01T00:00:00Z' })],
    ['256 MiB', manifest({ bytes: 256 * 2 ** 20, index: { sha256: SHA, size: 4 * 2 ** 20 } })],
    [
      '32 deltas',
      manifest({
        version: 40,
        deltas: Array.from({ length: 32 }, (_, i) => ({ from: i + 1, sha256: SHA, size: i === 0 ? 8 * 2 ** 20 : 1 })),
      }),
    ],
  ])('%s', (_, raw) => {
    expect(parse(raw)).toEqual({ ok: true, manifest: raw });
  });
});

describe('a manifest is refused, with its place', () => {
  const many = Array.from({ length: 33 }, (_, i) => ({ from: i + 1, sha256: SHA, size: 1 }));
  test.each<[string, Record<string, unknown>, string]>([
    ['version 6.5', { version: 6.5 }, 'version'],
    ['version 2^60', { version: 2 ** 60 }, 'version'],
    ['version 2^31', { version: 2 ** 31 }, 'version'],
    ['version 0', { version: 0 }, 'version'],
    ['version as text', { version: '7' }, 'version'],
    ['no version', { version: undefined }, 'version'],
    ['epoch -1', { epoch: -1 }, 'epoch'],
    ['epoch 0.5', { epoch: 0.5 }, 'epoch'],
    ['spec 2', { spec: 2 }, 'spec'],
    ['a list id with a path', { list: '../other' }, 'list'],
    ['a list id in capitals', { list: 'Sample' }, 'list'],
    ['no list id', { list: undefined }, 'list'],
    ['no expiry', { expires: undefined }, 'expires'],
    ['expiry null', { expires: null }, 'expires'],
    ['an expiry that is no date', { expires: 'never' }, 'expires'],
    ['31 February', { expires: '2027-02-31T00:00:00.000Z' }, 'expires'],
    ['an expiry with another zone', { expires: '2027-02-01T00:00:00.000+03:30' }, 'expires'],
    ['a day alone', { expires: '2027-02-01' }, 'expires'],
    ['an expiry before it was created', { expires: '2026-10-01T00:00:00.000Z' }, 'manifest'],
    ['path traversal in a hash', { index: { sha256: `../${SHA.slice(3)}`, size: 1 } }, 'index.sha256'],
    ['a hash in capitals', { index: { sha256: SHA.toUpperCase(), size: 1 } }, 'index.sha256'],
    ['a hash with a line feed', { index: { sha256: `${SHA}\n`, size: 1 } }, 'index.sha256'],
    ['a short hash', { index: { sha256: SHA.slice(2), size: 1 } }, 'index.sha256'],
    ['an index of 10 GiB', { index: { sha256: SHA, size: 10 * 2 ** 30 } }, 'index.size'],
    ['an index of more than 4 MiB', { index: { sha256: SHA, size: 4 * 2 ** 20 + 1 } }, 'index.size'],
    ['a delta of more than 8 MiB', { deltas: [{ from: 1, sha256: SHA, size: 8 * 2 ** 20 + 1 }] }, 'deltas.0.size'],
    ['an index of nothing', { index: { sha256: SHA, size: 0 } }, 'index.size'],
    ['more in the index', { index: { sha256: SHA, size: 1, url: 'https://example.org' } }, 'index.url'],
    ['10 GiB', { bytes: 10 * 2 ** 30 }, 'bytes'],
    ['an index larger than all', { bytes: 499 }, 'manifest'],
    ['a delta of 10 GiB', { deltas: [{ from: 1, sha256: SHA, size: 10 * 2 ** 30 }] }, 'deltas.0.size'],
    ['33 deltas', { version: 99, deltas: many }, 'deltas'],
    ['9000 files', { version: 9999, deltas: Array.from({ length: 9000 }, () => many[0]) }, 'deltas'],
    ['a delta from itself', { deltas: [{ from: 7, sha256: SHA, size: 1 }] }, 'manifest'],
    ['no deltas', { deltas: undefined }, 'deltas'],
    ['a title without English', { title: { fa: 'نمونه' } }, 'title.en'],
    ['a title that turns text round', { title: { en: 'a\u202eb' } }, 'title.en'],
    ['HTML is text, but not 700 letters of it', { title: { en: '<b>'.repeat(234) } }, 'title.en'],
    ['an http address', { homepage: 'http://example.org/' }, 'homepage'],
    ['a script', { homepage: 'javascript:alert(1)' }, 'homepage'],
    ['an address with a name', { contact: 'https://me:secret@example.org/' }, 'contact'],
    ['a mirror without a slash', { mirrors: ['https://one.example/list'] }, 'mirrors.0'],
    ['a mirror with a query', { mirrors: ['https://one.example/?who=/'] }, 'mirrors.0'],
    ['a mirror on http', { mirrors: ['http://one.example/'] }, 'mirrors.0'],
    ['four mirrors', { mirrors: Array.from({ length: 4 }, () => 'https://one.example/') }, 'mirrors'],
    ['every 5 hours', { every: 5 }, 'every'],
    ['every 15 days', { every: 360 }, 'every'],
    ['a key in hexadecimal', { key: SHA }, 'key'],
    ['next that is no hash', { next: 'soon' }, 'next'],
    ['counts that are missing', { counts: { identifiers: 1 } }, 'counts.keys'],
    ['a count below zero', { counts: { ...manifest().counts, keys: -1 } }, 'counts.keys'],
    ['a member that is not known', { selector: 'article a' }, 'selector'],
  ])('%s', (_, changes, place) => {
    const parsed = parse({ ...manifest(), ...changes });
    expect(parsed.ok).toBe(false);
    expect(parsed.ok || parsed.detail).toMatch(new RegExp(`^${place.replaceAll('.', '\\.')}: `));
  });

  test.each<[string, string | Uint8Array]>([
    ['nothing', ''],
    ['null', 'null'],
    ['a list', '[]'],
    ['HTML', '<!doctype html>'],
    ['half of it', JSON.stringify(manifest()).slice(0, -1)],
    ['a byte order mark', `\ufeff${JSON.stringify(manifest())}`],
    ['__proto__', JSON.stringify(manifest()).replace('{', '{"__proto__":{"every":6},')],
    ['__proto__ in a title', JSON.stringify(manifest()).replace('{"en"', '{"__proto__":{"fa":"x"},"en"')],
    ['constructor', JSON.stringify({ ...manifest(), constructor: 1 })],
    ['nesting without end', '['.repeat(40_000)],
    ['not UTF-8', new Uint8Array([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x7d])],
    ['UTF-16', new Uint8Array(new Uint16Array([...'{}'].map((c) => c.charCodeAt(0))).buffer)],
  ])('%s', (_, raw) => {
    expect(parseManifest(typeof raw === 'string' ? utf8(raw) : raw).ok).toBe(false);
    expect(({} as { every?: number }).every).toBeUndefined();
  });

  it('no bytes make it throw', () => {
    const mutated = fc
      .tuple(fc.nat(), fc.integer({ min: 0, max: 255 }))
      .map(([at, byte]) => Uint8Array.from(FULL_BYTES, (was, i) => (i === at % FULL_BYTES.length ? byte : was)));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), fc.json().map(utf8), mutated), (bytes) => {
        const parsed = parseManifest(bytes);
        expect(parsed.ok ? parsed.manifest.spec : parsed.detail.length).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });
  const FULL_BYTES = utf8(JSON.stringify(FULL));
});

describe('signed and opened', () => {
  let ours: Signer;
  let theirs: Signer;
  beforeAll(async () => {
    ours = await newSigner();
    theirs = await newSigner();
  });

  it('it is the same, with the hash of its bytes', async () => {
    const jws = await signManifest(FULL, ours.secret, ours.key.fingerprint);
    expect(await openManifest(jws, [ours.key])).toEqual({
      ok: true,
      manifest: FULL,
      hash: await sha256Hex(fromBase64url(jws.split('.')[1] ?? '') as Uint8Array),
      key: ours.key,
      rotated: false,
    });
  });

  test.each<[string, Manifest, RegExp]>([
    ['version 0', manifest({ version: 0 }), /^version: /],
    ['a description that is too long', manifest({ description: { en: 'é'.repeat(601) } }), /^description.en: /],
    ['more than it may say', { ...manifest(), filter: 1 } as Manifest, /^filter: /],
  ])('%s is not signed', async (_, bad, reason) => {
    await expect(signManifest(bad, ours.secret, ours.key.fingerprint)).rejects.toThrow(reason);
  });

  it('a good signature does not make a bad manifest good', async () => {
    const jws = await signed(ours, goodHeader(ours), { ...manifest(), version: 6.5 });
    expect(await openManifest(jws, [ours.key])).toMatchObject({ ok: false, problem: 'bad-form' });
  });

  it('a new key is taken when it was announced, and only then', async () => {
    const jws = await signManifest(manifest({ epoch: 1, key: theirs.text }), theirs.secret, theirs.key.fingerprint);
    expect(await openManifest(jws, [ours.key], theirs.key.fingerprint)).toMatchObject({
      ok: true,
      key: theirs.key,
      rotated: true,
    });
    for (const next of [undefined, SHA, ours.key.fingerprint, '']) {
      expect(await openManifest(jws, [ours.key], next)).toMatchObject({ ok: false, problem: 'unknown-key' });
    }
  });

  test.each<[string, () => Promise<string>, string]>([
    [
      'that does not bring it along',
      () => signManifest(manifest({ epoch: 1 }), theirs.secret, theirs.key.fingerprint),
      'unknown-key',
    ],
    [
      'that brings another along',
      () => signManifest(manifest({ epoch: 1, key: ours.text }), theirs.secret, theirs.key.fingerprint),
      'unknown-key',
    ],
    [
      'that somebody else signed in its name',
      () => signManifest(manifest({ epoch: 1, key: theirs.text }), ours.secret, theirs.key.fingerprint),
      'bad-signature',
    ],
    ['of a broken form', async () => 'a.b.c', 'bad-form'],
  ])('an announced key does not help a manifest %s', async (_, jws, problem) => {
    expect(await openManifest(await jws(), [ours.key], theirs.key.fingerprint)).toMatchObject({ ok: false, problem });
  });
});
