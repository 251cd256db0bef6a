import { fromUtf8 } from '../../core/compiled/bytes.ts';
import { CAP } from '../../core/compiled/caps.ts';
import { readJws } from '../../core/compiled/jws.ts';
import { readPublicKey } from '../../core/compiled/keys.ts';
import { type OpenedManifest, openManifest, parseManifest } from '../../core/compiled/manifest.ts';
import { type Failure, failure } from './failure.ts';
import { fetchCapped } from './fetch-rules.ts';

/** A manifest whose signature is good, as it came. */
export type Offer = Extract<OpenedManifest, { ok: true }> & { jws: string };

/** Asks each address in turn. What a host says wrongly is told, not asked again elsewhere: a mirror only mirrors. */
export async function askManifest(
  fetcher: typeof fetch,
  addresses: readonly string[],
  signal: AbortSignal,
): Promise<{ ok: true; jws: string } | Failure> {
  let first: Failure | undefined;
  for (const address of addresses) {
    const fetched = await fetchCapped(fetcher, address, CAP.manifestBytes, signal);
    if (fetched.ok) return readText(fetched.bytes);
    if (fetched.problem === 'cancelled') return fetched;
    first ??= fetched;
  }
  return first ?? failure('bad-address');
}

function readText(bytes: Uint8Array): { ok: true; jws: string } | Failure {
  const text = fromUtf8(bytes);
  // Editors and shells end a file with a line feed.
  return text === undefined ? failure('bad-form', 'not UTF-8') : { ok: true, jws: text.trim() };
}

/** @param next the fingerprint of the key that the last accepted manifest announced */
export async function openOffer(jws: string, key: string, next?: string): Promise<Offer | Failure> {
  const known = await readPublicKey(key);
  if (known === undefined) return failure('bad-key');
  const opened = await openManifest(jws, [known], next);
  return opened.ok ? { ...opened, jws } : failure(opened.problem, opened.detail);
}

/**
 * For a list that the reader has not accepted yet: under the key that it brings along itself, or that its
 * address names. What that is worth the reader decides, who compares the fingerprint.
 */
export async function openUnderOwnKey(jws: string, named?: string): Promise<Offer | Failure> {
  const brought = ownKey(jws);
  if (named !== undefined && brought !== undefined && named !== brought) {
    return failure('bad-key', 'the address names another key than the list brings');
  }
  const key = named ?? brought;
  return key === undefined ? failure('bad-key', 'neither the address nor the list names the key') : openOffer(jws, key);
}

function ownKey(jws: string): string | undefined {
  const form = readJws(jws);
  const parsed = typeof form === 'string' ? undefined : parseManifest(form.payload);
  return parsed?.ok ? parsed.manifest.key : undefined;
}
