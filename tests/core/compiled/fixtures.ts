import fc from 'fast-check';
import { toBase64url } from '../../../src/core/compiled/base64url.ts';
import { utf8 } from '../../../src/core/compiled/bytes.ts';
import { type Compiled, compile } from '../../../src/core/compiled/compile.ts';
import type { HeldList } from '../../../src/core/compiled/delta.ts';
import { keyId, type PublicKey, readPublicKey } from '../../../src/core/compiled/keys.ts';
import type { Manifest } from '../../../src/core/compiled/manifest.ts';
import { partsIn } from '../../../src/core/compiled/part-reader.ts';
import { readIndex } from '../../../src/core/compiled/read-index.ts';
import type { Claim, Exception, Identifier, Watchlist } from '../../../src/core/list-schema.ts';
import { account, claim, entity, exception, source, tag, watchlist } from '../../fixtures/list.ts';

export interface Signer {
  secret: CryptoKey;
  key: PublicKey;
  /** The public key in base64url. */
  text: string;
}

export async function newSigner(): Promise<Signer> {
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  const text = toBase64url(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)));
  const key = await readPublicKey(text);
  if (!key) throw new Error('a new key is refused');
  return { secret: pair.privateKey, key, text };
}

export function goodHeader({ key }: Signer): Record<string, unknown> {
  return { alg: 'EdDSA', typ: 'watchlist-manifest+jws', kid: keyId(key.fingerprint) };
}

/** A JWS with whatever header and payload, well signed. */
export async function signed(
  signer: Signer,
  header: string | object,
  payload: string | Uint8Array | object,
): Promise<string> {
  const body = `${encoded(header)}.${encoded(payload)}`;
  const signature = await crypto.subtle.sign('Ed25519', signer.secret, utf8(body));
  return `${body}.${toBase64url(new Uint8Array(signature))}`;
}

export function encoded(value: string | Uint8Array | object): string {
  if (value instanceof Uint8Array) return toBase64url(value);
  return toBase64url(utf8(typeof value === 'string' ? value : JSON.stringify(value)));
}

export const SHA = 'ab'.repeat(32);

export function manifest(changes: Partial<Manifest> = {}): Manifest {
  return {
    spec: 1,
    list: 'sample',
    epoch: 0,
    version: 7,
    created: '2026-11-01T00:00:00.000Z',
    expires: '2027-02-01T00:00:00.000Z',
    title: { en: 'Sample' },
    publisher: 'Example Institute',
    licence: 'CC0-1.0',
    counts: { identifiers: 2, keys: 2, entities: 1, sources: 1, claims: 1, events: 0 },
    bytes: 2000,
    index: { sha256: SHA, size: 500 },
    deltas: [],
    ...changes,
  };
}

/** `count` accounts of one outlet, some with aliases and stable ids. */
export function manyAccounts(count: number, from = 0): Identifier[] {
  return Array.from({ length: count }, (_, n) => {
    const i = from + n;
    return account({
      id: `a-${i}`,
      value: `Name_${i}`,
      ...(i % 3 === 0 && { aliases: [`نام${i}`, `Alias${i}`] }),
      ...(i % 2 === 0 && { stable_id: `${1_000_000 + i}` }),
    });
  });
}

/** A list with rows of every kind but events, enough for several parts of each store. */
export function largeList(count = 2000): Watchlist {
  return watchlist({
    entities: [entity(), ...Array.from({ length: 150 }, (_, i) => entity({ id: `e-${i}` }))],
    identifiers: manyAccounts(count),
    claims: Array.from({ length: 200 }, (_, i) => claim({ id: `c-${i}`, about: ['e-outlet', `a-${i}`] })),
    exceptions: Array.from({ length: 100 }, (_, i) => exception({ value: `Other${i}` })),
  });
}

export async function heldList(list: Watchlist): Promise<HeldList & { compiled: Compiled }> {
  const compiled = await compile(list);
  const index = readIndex(compiled.index);
  const part = await partsIn(compiled);
  if (!index || !part) throw new Error('what was compiled cannot be read');
  return { compiled, index, part };
}

/** Valid lists with names of many scripts, in any order. */
export function anyList(): fc.Arbitrary<Watchlist> {
  const word = fc.constantFrom('Press', 'پرس‌تی‌وی', 'ИРНА', 'قناة', 'ﷺ', '𝒳name', 'a_b', '九', 'ﬁne');
  const numbered = fc.uniqueArray(fc.tuple(fc.nat(5000), word, fc.nat(3), fc.boolean()), {
    selector: ([n]) => n,
    maxLength: 150,
  });
  return fc.record({ names: numbered, claims: fc.nat(20), exceptions: fc.nat(20), quotes: fc.boolean() }).map((of) =>
    watchlist({
      sources: [source(), source({ id: 's-two', title: of.quotes ? 'Says "no" \\ <b>' : 'Two' })],
      identifiers: of.names.map(([n, text, shape, hasId]) => identifierOf(n, text, shape, hasId)),
      claims: [
        claim(),
        ...Array.from({ length: of.claims }, (_, i): Claim => claim({ id: `c-${of.claims - i}`, source: 's-two' })),
      ],
      exceptions: Array.from({ length: of.exceptions }, (_, i): Exception => exception({ value: `Other${99 - i}` })),
    }),
  );
}

function identifierOf(n: number, text: string, shape: number, hasId: boolean): Identifier {
  const value = `${text}${n}`.normalize('NFC');
  if (shape === 0) return tag({ id: `h-${n}`, value });
  if (shape === 1) return account({ id: `d-${n}`, platform: 'web', kind: 'domain', value: `site${n}.example` });
  return account({
    id: `a-${n}`,
    platform: shape === 2 ? 'youtube' : 'telegram',
    value,
    ...(hasId && { stable_id: `Id-${n}`, aliases: [`Old${n}`] }),
  });
}
