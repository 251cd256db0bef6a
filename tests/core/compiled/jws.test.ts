import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { fromBase64url, toBase64url } from '../../../src/core/compiled/base64url.ts';
import { fromUtf8 } from '../../../src/core/compiled/bytes.ts';
import { signText, verifyJws } from '../../../src/core/compiled/jws.ts';
import { keyId, type PublicKey } from '../../../src/core/compiled/keys.ts';
import { encoded, goodHeader, newSigner, type Signer, signed } from './fixtures.ts';

let ours: Signer;
let theirs: Signer;
const PAYLOAD = '{"version":7}';

beforeAll(async () => {
  ours = await newSigner();
  theirs = await newSigner();
});

async function problem(jws: string, keys: readonly PublicKey[] = [ours.key]): Promise<string> {
  const verified = await verifyJws(jws, keys);
  return verified.ok ? 'ok' : verified.problem;
}

const good = () => signText(PAYLOAD, ours.secret, ours.key.fingerprint);
const withHeader = (changes: object) => signed(ours, { ...goodHeader(ours), ...changes }, PAYLOAD);

describe('a good signature', () => {
  it('gives the very bytes and the key', async () => {
    const verified = await verifyJws(await good(), [theirs.key, ours.key]);
    expect(verified).toMatchObject({ ok: true, key: ours.key });
    expect(verified.ok && fromUtf8(verified.payload)).toBe(PAYLOAD);
  });

  it('may name its algorithm by the newer name', async () => {
    expect(await problem(await withHeader({ alg: 'Ed25519' }))).toBe('ok');
  });

  it('is good whatever the order of the header', async () => {
    const { alg, typ, kid } = goodHeader(ours);
    expect(await problem(await signed(ours, { kid, typ, alg }, PAYLOAD))).toBe('ok');
  });

  it('is found among keys of one id', async () => {
    const twin = { ...theirs.key, fingerprint: ours.key.fingerprint };
    expect(await problem(await good(), [twin, ours.key])).toBe('ok');
  });
});

describe('a wrong key is refused', () => {
  test.each<[string, () => Promise<string>, string]>([
    ['another key', () => signText(PAYLOAD, theirs.secret, theirs.key.fingerprint), 'unknown-key'],
    ['another key under our id', () => signText(PAYLOAD, theirs.secret, ours.key.fingerprint), 'bad-signature'],
    ['our key under another id', () => signText(PAYLOAD, ours.secret, theirs.key.fingerprint), 'unknown-key'],
  ])('%s', async (_, jws, expected) => {
    expect(await problem(await jws())).toBe(expected);
  });

  it('and every key, where none is pinned', async () => {
    expect(await problem(await good(), [])).toBe('unknown-key');
  });

  it('bytes that are no point of the curve', async () => {
    const bytes = new Uint8Array(32).fill(2);
    expect(await problem(await good(), [{ bytes, fingerprint: ours.key.fingerprint }])).toBe('bad-signature');
  });
});

describe('a header that says anything else is refused, though it is well signed', () => {
  test.each<[string, object]>([
    ['alg none', { alg: 'none' }],
    ['alg HS256', { alg: 'HS256' }],
    ['alg ES256', { alg: 'ES256' }],
    ['alg in lower case', { alg: 'eddsa' }],
    ['alg in a list', { alg: ['EdDSA'] }],
    ['no alg', { alg: undefined }],
    ['another typ', { typ: 'JWT' }],
    ['typ in capitals', { typ: 'WATCHLIST-MANIFEST+JWS' }],
    ['no typ', { typ: undefined }],
    ['no kid', { kid: undefined }],
    ['kid as a number', { kid: 7 }],
    ['kid with a path', { kid: '../../../../keys' }],
    ['kid too long', { kid: 'ab'.repeat(32) }],
    ['its own key', { jwk: { kty: 'OKP', crv: 'Ed25519', x: 'AA' } }],
    ['an address of a key', { jku: 'https://example.org/keys' }],
    ['a chain', { x5c: ['AA'] }],
    ['crit', { crit: ['exp'], exp: 1 }],
    ['an empty crit', { crit: [] }],
    ['b64', { b64: false, crit: ['b64'] }],
    ['b64 true', { b64: true }],
    ['a content type', { cty: 'json' }],
    ['zip', { zip: 'DEF' }],
  ])('%s', async (_, changes) => {
    expect(await problem(await withHeader(changes))).toBe('bad-form');
  });

  test.each<[string, (header: string) => string | Uint8Array]>([
    ['a member twice', (header) => header.replace('{', '{"alg":"none",')],
    ['__proto__', (header) => header.replace('{', '{"__proto__":{"jwk":1},')],
    ['white space', (header) => header.replace('{', '{ ')],
    ['an escaped name', (header) => header.replace('alg', '\\u0061lg')],
    ['a byte order mark', (header) => `\ufeff${header}`],
    ['a list', (header) => `[${header}]`],
    ['null', () => 'null'],
    ['nothing', () => ''],
    ['half of it', (header) => header.slice(0, -1)],
    ['not UTF-8', () => new Uint8Array([0x7b, 0xff, 0x7d])],
    ['nesting without end', () => '['.repeat(20_000)],
  ])('%s', async (_, change) => {
    expect(await problem(await signed(ours, change(JSON.stringify(goodHeader(ours))), PAYLOAD))).toBe('bad-form');
  });
});

describe('a broken form is refused', () => {
  test.each<[string, (jws: string, parts: string[]) => string]>([
    ['nothing', () => ''],
    ['HTML', () => '<!doctype html><title>Not found</title>'],
    ['no signature', (_, [h, p]) => `${h}.${p}.`],
    ['two parts', (_, [h, p]) => `${h}.${p}`],
    ['four parts', (jws) => `${jws}.AA`],
    ['five parts', (jws) => `${jws}.AA.AA`],
    ['white space at the end', (jws) => `${jws}\n`],
    ['padding', (jws) => `${jws}==`],
    ['the other alphabet', (_, [h, p]) => `${h}.${p}.${'+/'.repeat(43)}`],
    ['63 bytes of signature', (_, [h, p]) => `${h}.${p}.${toBase64url(new Uint8Array(63))}`],
    ['65 bytes of signature', (_, [h, p]) => `${h}.${p}.${toBase64url(new Uint8Array(65))}`],
    ['64 KiB and more', (_, [h, , s]) => `${h}.${'A'.repeat(65_536)}.${s}`],
    ['JSON instead of compact', (_, [h, p, s]) => JSON.stringify({ protected: h, payload: p, signature: s })],
  ])('%s', async (_, change) => {
    const jws = await good();
    expect(await problem(change(jws, jws.split('.')))).toBe('bad-form');
  });
});

describe('what was not signed is refused', () => {
  it('an all-zero signature', async () => {
    const [header, payload] = (await good()).split('.');
    expect(await problem(`${header}.${payload}.${toBase64url(new Uint8Array(64))}`)).toBe('bad-signature');
  });

  it('a hash with the public key as its secret', async () => {
    for (const alg of ['HS256', 'EdDSA']) {
      const body = `${encoded({ ...goodHeader(ours), alg })}.${encoded(PAYLOAD)}`;
      const tail = createHmac('sha512', ours.key.bytes).update(body).digest('base64url');
      expect(await problem(`${body}.${tail}`)).toBe(alg === 'HS256' ? 'bad-form' : 'bad-signature');
    }
  });

  it('another payload under a good signature', async () => {
    const [header, , signature] = (await good()).split('.');
    expect(await problem(`${header}.${encoded('{"version":8}')}.${signature}`)).toBe('bad-signature');
  });

  it('any bit flipped, wherever it is', async () => {
    const jws = await good();
    const parts = jws.split('.').map((part) => fromBase64url(part) as Uint8Array);
    for (const [which, bytes] of parts.entries()) {
      for (let bit = 0; bit < bytes.length * 8; bit += 3) {
        const flipped = Uint8Array.from(bytes, (byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
        const changed = parts.map((part, i) => toBase64url(i === which ? flipped : part)).join('.');
        expect(await problem(changed), `part ${which} bit ${bit}`).not.toBe('ok');
      }
    }
  });
});

it('no text makes it throw, or is taken', async () => {
  const kid = keyId(ours.key.fingerprint);
  const texts = fc.oneof(
    fc.uint16Array({ maxLength: 300 }).map((units) => String.fromCharCode(...units)),
    fc.tuple(fc.base64String(), fc.base64String(), fc.base64String()).map((parts) => parts.join('.')),
    fc.tuple(fc.json(), fc.json()).map(([h, p]) => `${encoded(h)}.${encoded(p)}.${'A'.repeat(86)}`),
    fc
      .json()
      .map((p) => `${encoded({ alg: 'EdDSA', typ: 'watchlist-manifest+jws', kid })}.${encoded(p)}.${'A'.repeat(86)}`),
  );
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      expect(await problem(text)).not.toBe('ok');
    }),
    { numRuns: 300 },
  );
});
