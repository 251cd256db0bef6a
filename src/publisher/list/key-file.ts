import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { type PublicKey, readPublicKey } from '../../core/compiled/keys.ts';
import { CommandError } from '../command-line.ts';

/**
 * Private keys are kept as PEM (PKCS #8), which OpenSSL makes and reads too; public keys as one line, their 32
 * bytes in base64url. So neither can be taken for the other.
 */

export interface SigningKey {
  key: CryptoKey;
  public: PublicKey;
}

/** @returns the private key's file and the public key's one line */
export function newKeyPair(): { pem: string; publicLine: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    pem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicLine: base64url(publicKey),
  };
}

/**
 * Reads a private key.
 * @throws CommandError when it is none, or when others on this machine can read it
 */
export async function readSigningKey(file: string): Promise<SigningKey> {
  refuseOthersEyes(file);
  const key = privateKeyIn(file);
  const held = await readPublicKey(base64url(createPublicKey(key)));
  if (held === undefined) throw new CommandError(`${file}: the key is not usable`);
  const bytes = key.export({ type: 'pkcs8', format: 'der' });
  return { key: await crypto.subtle.importKey('pkcs8', bytes, 'Ed25519', false, ['sign']), public: held };
}

/**
 * @param given a public key in base64url, or the name of a file that holds one (`….pub`)
 * @throws CommandError when it is none
 */
export async function readVerifyingKey(given: string): Promise<PublicKey> {
  const line = /^[\w-]{43}=?$/.test(given) ? given : textOf(given).trim();
  if (line.includes('PRIVATE KEY')) {
    throw new CommandError(`${given} is a private key: give the public one, ${given}.pub`);
  }
  const key = await readPublicKey(line);
  if (key === undefined) throw new CommandError(`${given.slice(0, 80)} is no public key (32 bytes in base64url)`);
  return key;
}

function privateKeyIn(file: string): KeyObject {
  const text = textOf(file);
  let key: KeyObject;
  try {
    key = createPrivateKey(text);
  } catch {
    const publicOne = /^[\w-]{43}\s*$/.test(text) ? ' (this is a public key: name the file without .pub)' : '';
    throw new CommandError(`${file} holds no private key in PEM${publicOne}`);
  }
  if (key.asymmetricKeyType === 'ed25519') return key;
  throw new CommandError(`${file} is a key for ${key.asymmetricKeyType}: lists are signed with Ed25519`);
}

function base64url(publicKey: KeyObject): string {
  return String(publicKey.export({ format: 'jwk' }).x);
}

/** @throws CommandError when others on this machine can read or change a private key */
export function refuseOthersEyes(file: string): void {
  // Windows keeps no such bits: there every file seems to be everybody's.
  if (process.platform === 'win32') return;
  const { mode } = statOf(file);
  if ((mode & 0o077) === 0) return;
  throw new CommandError(
    `${file} can be read or changed by others on this machine (mode ${(mode & 0o777).toString(8)}): ` +
      `run chmod 600 ${file}, and think of the key as known if somebody else uses this machine`,
  );
}

function statOf(file: string) {
  try {
    return statSync(file);
  } catch (error) {
    throw new CommandError(`${file}: ${(error as Error).message}`);
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new CommandError(`${file}: ${(error as Error).message}`);
  }
}
