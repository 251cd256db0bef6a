import { toBase64url } from '../../src/core/compiled/base64url.ts';
import { type Compiled, compile } from '../../src/core/compiled/compile.ts';
import { compileLarge, type NameLike } from '../../src/core/compiled/compile-large.ts';
import { describe } from '../../src/core/compiled/describe.ts';
import { fingerprintOf } from '../../src/core/compiled/keys.ts';
import { type Manifest, signManifest } from '../../src/core/compiled/manifest.ts';
import type { Watchlist } from '../../src/core/list-schema.ts';
import type { Answer, Handler } from './server.ts';

/** A publisher with a host of its own: real files, a real key, real HTTPS. */

export const LIST_HOST = 'lists.example.org';
export const LIST_ADDRESS = `https://${LIST_HOST}/watchlist.jws`;

export interface SigningKey {
  secret: CryptoKey;
  bytes: Uint8Array<ArrayBuffer>;
  /** 32 bytes, base64url. */
  shown: string;
  fingerprint: string;
}

export async function makeKey(): Promise<SigningKey> {
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  const bytes = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  return { secret: pair.privateKey, bytes, shown: toBase64url(bytes), fingerprint: await fingerprintOf(bytes) };
}

/** One version as its host has it. */
export interface Published {
  manifest: Manifest;
  jws: string;
  objects: Map<string, Uint8Array<ArrayBuffer>>;
}

const DAY = 24 * 3_600_000;

/** @param changes members of the manifest that are to be other than the list says */
export async function published(list: Watchlist, key: SigningKey, changes: Partial<Manifest> = {}): Promise<Published> {
  return signed(list, await compile(list), key, changes);
}

/** A list with a table of names, each listed as its first identifier is: read name by name, however few they are. */
export async function publishedTable(list: Watchlist, names: Iterable<string>, key: SigningKey): Promise<Published> {
  const like = list.identifiers[0]?.id ?? '';
  async function* rows(): AsyncGenerator<NameLike> {
    for (const value of names) yield { like, value, at: value };
  }
  const objects: Published['objects'] = new Map();
  const compiled = await compileLarge(list, rows(), async (sha256, bytes) => void objects.set(sha256, bytes));
  return signed(list, { ...compiled, objects }, key);
}

async function signed(
  list: Watchlist,
  compiled: Compiled,
  key: SigningKey,
  changes: Partial<Manifest> = {},
): Promise<Published> {
  const manifest: Manifest = {
    spec: 1,
    epoch: 0,
    created: new Date(Date.now() - DAY).toISOString(),
    expires: new Date(Date.now() + 30 * DAY).toISOString(),
    deltas: [],
    key: key.shown,
    ...describe(list, compiled),
    ...changes,
  };
  return { manifest, jws: await signManifest(manifest, key.secret, key.fingerprint), objects: compiled.objects };
}

/** Answers as a static host does; `fault` may answer otherwise, or write to the response itself. */
export class ListHost {
  current: Published | undefined;
  fault: Handler | undefined;

  readonly handler: Handler = async (request, response) => {
    if (this.fault) {
      const answer = await this.fault(request, response);
      if (answer || response.headersSent || response.destroyed) return answer;
    }
    return this.file(request.url.pathname);
  };

  private file(path: string): Answer {
    const object = this.current?.objects.get(path.replace(/^\/o\//, ''));
    const body = path === '/watchlist.jws' ? this.current?.jws : object;
    if (body === undefined) return { status: 404, body: 'not here' };
    return { headers: { 'access-control-allow-origin': '*', 'content-type': 'application/octet-stream' }, body };
  }
}
