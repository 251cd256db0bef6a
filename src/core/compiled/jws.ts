import { fromBase64url, toBase64url } from './base64url.ts';
import { fromJson, fromUtf8, utf8 } from './bytes.ts';
import { CAP } from './caps.ts';
import { keyId, type PublicKey } from './keys.ts';

/** Why a signature is no proof. */
export type JwsProblem = 'bad-form' | 'unknown-key' | 'bad-signature';

export type VerifiedJws =
  | { ok: true; payload: Uint8Array<ArrayBuffer>; key: PublicKey }
  | { ok: false; problem: JwsProblem; detail: string };

const TYPE = 'watchlist-manifest+jws';
const ALGORITHMS: readonly unknown[] = ['EdDSA', 'Ed25519'];

/** A compact JWS (RFC 7515) over the text of a manifest. */
export async function signText(text: string, key: CryptoKey, fingerprint: string): Promise<string> {
  const header = { alg: 'EdDSA', typ: TYPE, kid: keyId(fingerprint) };
  const signed = `${toBase64url(utf8(JSON.stringify(header)))}.${toBase64url(utf8(text))}`;
  const signature = await crypto.subtle.sign('Ed25519', key, utf8(signed));
  return `${signed}.${toBase64url(new Uint8Array(signature))}`;
}

/**
 * The key is chosen among those given, by the header's `kid`; nothing else in the header has any say. Never
 * throws on what a host sent.
 */
export async function verifyJws(jws: string, keys: readonly PublicKey[]): Promise<VerifiedJws> {
  const form = readJws(jws);
  if (typeof form === 'string') return { ok: false, problem: 'bad-form', detail: form };
  const known = keys.filter((key) => keyId(key.fingerprint) === form.kid);
  if (known.length === 0) return { ok: false, problem: 'unknown-key', detail: `signed with the key ${form.kid}` };
  for (const key of known) {
    if (await isSignedBy(key, form)) return { ok: true, payload: form.payload, key };
  }
  return { ok: false, problem: 'bad-signature', detail: `the signature is not one of the key ${form.kid}` };
}

interface Jws {
  kid: string;
  payload: Uint8Array<ArrayBuffer>;
  signature: Uint8Array<ArrayBuffer>;
  /** What the signature is over. */
  signed: Uint8Array<ArrayBuffer>;
}

/** What a JWS says, before anything proves it; a text says what is wrong with its form. */
export function readJws(jws: string): Jws | string {
  if (jws.length > CAP.manifestBytes) return `longer than ${CAP.manifestBytes} bytes`;
  const [header = '', body = '', tail = '', ...more] = jws.split('.');
  if (more.length > 0 || tail === '') return 'not three parts with dots between them';
  const bytes = fromBase64url(header);
  const payload = fromBase64url(body);
  const signature = fromBase64url(tail);
  if (!bytes || !payload || !signature) return 'not base64url';
  if (signature.length !== 64) return `a signature of ${signature.length} bytes instead of 64`;
  const kid = readHeader(fromUtf8(bytes) ?? '');
  if (kid === undefined) return 'the header is not exactly alg (EdDSA or Ed25519), typ and kid';
  return { kid, payload, signature, signed: utf8(`${header}.${body}`) };
}

/** Any other member could change what the signature means (`crit`, `b64`), or bring its own key (`jwk`). */
function readHeader(text: string): string | undefined {
  const raw = fromJson(text);
  if (typeof raw !== 'object' || raw === null) return undefined;
  // Written again it must be the same: a member given twice would be gone.
  if (JSON.stringify(raw) !== text || Object.keys(raw).sort().join() !== 'alg,kid,typ') return undefined;
  const { alg, typ, kid } = raw as Record<string, unknown>;
  if (!ALGORITHMS.includes(alg) || typ !== TYPE) return undefined;
  return typeof kid === 'string' && /^[0-9a-f]{16}$/.test(kid) ? kid : undefined;
}

async function isSignedBy(key: PublicKey, { signature, signed }: Jws): Promise<boolean> {
  try {
    const imported = await crypto.subtle.importKey('raw', key.bytes, 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', imported, signature, signed);
  } catch {
    // Bytes that are no point of the curve: no signature is good under them.
    return false;
  }
}
