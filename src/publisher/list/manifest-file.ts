import { readFileSync, statSync } from 'node:fs';
import { CAP } from '../../core/compiled/caps.ts';
import { readJws } from '../../core/compiled/jws.ts';
import { type PublicKey, readPublicKey } from '../../core/compiled/keys.ts';
import { type Manifest, openManifest, parseManifest } from '../../core/compiled/manifest.ts';
import { CommandError } from '../command-line.ts';

/** A manifest whose signature is good under `key`; whose key that is, its reader has to know. */
export interface SignedManifest {
  jws: string;
  manifest: Manifest;
  key: PublicKey;
  /** SHA-256 of what is signed. */
  hash: string;
}

/** @throws CommandError when the file is missing or no manifest */
export async function readManifestFile(file: string, keys: readonly PublicKey[] = []): Promise<SignedManifest> {
  let jws: string;
  try {
    if (statSync(file).size > CAP.manifestBytes) throw new CommandError(`${file}: larger than any manifest may be`);
    jws = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(`${file}: ${(error as Error).message}`);
  }
  const opened = await openSigned(jws, keys);
  if (typeof opened === 'string') throw new CommandError(`${file}: ${opened}`);
  return opened;
}

/**
 * Verifies a manifest by the given keys, or else by the key that it brings along.
 * @returns why it is none
 */
export async function openSigned(jws: string, keys: readonly PublicKey[]): Promise<SignedManifest | string> {
  const form = readJws(jws);
  if (typeof form === 'string') return `no signed manifest: ${form}`;
  const parsed = parseManifest(form.payload);
  if (!parsed.ok) return `no manifest: ${parsed.detail}`;
  const own = await readPublicKey(parsed.manifest.key ?? '');
  const opened = await openManifest(jws, own && keys.length === 0 ? [own] : keys);
  if (!opened.ok) return `${opened.problem}: ${opened.detail}`;
  return { jws, manifest: opened.manifest, key: opened.key, hash: opened.hash };
}
