import { createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { canonicalText } from '../../../src/core/canonical.ts';
import { fingerprintOf } from '../../../src/core/compiled/keys.ts';
import { readSigningKey, readVerifyingKey } from '../../../src/publisher/list/key-file.ts';
import { watchlist } from '../../fixtures/list.ts';
import { testFolder } from '../../harness/test-folder.ts';
import { run, start, temporary } from './run.ts';

const newKey = async () => {
  const file = join(testFolder(), 'my.key');
  expect((await run(['keygen', '--out', file])).code).toBe(0);
  return file;
};

test('a key pair: the private half for its owner alone, the public half on one line', async () => {
  const file = join(testFolder(), 'my.key');
  const { code, out } = await start(['keygen', '--out', file]).done;
  expect(code).toBe(0);
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
  const line = readFileSync(`${file}.pub`, 'utf8');
  expect(line).toMatch(/^[\w-]{43}\n$/);
  const bytes = new Uint8Array(Buffer.from(line, 'base64url'));
  expect(out.replaceAll(' ', '')).toContain(`fingerprint${await fingerprintOf(bytes)}`);
  expect(out).not.toContain('PRIVATE');
});

test('the private key is one that other tools read, and the two halves belong together', async () => {
  const file = await newKey();
  const pem = readFileSync(file, 'utf8');
  const signature = sign(null, Buffer.from('text'), pem);
  expect(verify(null, Buffer.from('text'), createPublicKey(pem), signature)).toBe(true);
  const signing = await readSigningKey(file);
  expect((await readVerifyingKey(`${file}.pub`)).fingerprint).toBe(signing.public.fingerprint);
  expect((await readVerifyingKey(readFileSync(`${file}.pub`, 'utf8').trim())).fingerprint).toBe(
    signing.public.fingerprint,
  );
});

test('a key made by another tool is taken', async () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const file = temporary('other.pem', privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  chmodSync(file, 0o600);
  expect((await readSigningKey(file)).public.fingerprint).toMatch(/^[0-9a-f]{64}$/);
});

test.each(['my.key', 'my.key.pub'])('nothing is overwritten: %s', async (taken) => {
  const dir = testFolder();
  writeFileSync(join(dir, taken), 'precious');
  const { code, err } = await run(['keygen', '--out', join(dir, 'my.key')]);
  expect(code).toBe(1);
  expect(err).toContain('is there already: a key is never overwritten');
  expect(readFileSync(join(dir, taken), 'utf8')).toBe('precious');
});

test('a folder that is not there is an error, and leaves nothing', async () => {
  const file = join(testFolder(), 'no', 'my.key');
  const { code, err } = await run(['keygen', '--out', file]);
  expect([code, existsSync(file)]).toEqual([1, false]);
  expect(err).toContain('ENOENT');
});

describe.skipIf(process.platform === 'win32')('a key that others can read or change is refused', () => {
  test.each([0o640, 0o604, 0o620, 0o644, 0o660, 0o666, 0o777])('mode %o', async (mode) => {
    const file = await newKey();
    chmodSync(file, mode);
    const list = temporary('list.json', canonicalText(watchlist()));
    const out = join(testFolder(), 'pub');
    const { code, err } = await run(['build', list, '--out', out, '--key', file]);
    expect([code, existsSync(out)]).toEqual([1, false]);
    expect(err).toContain(`run chmod 600 ${file}`);
  });

  test.each([0o600, 0o400])('mode %o is good', async (mode) => {
    const file = await newKey();
    chmodSync(file, mode);
    expect((await readSigningKey(file)).public.bytes.length).toBe(32);
  });
});

describe('what is no key says so', () => {
  const secret = (content: string) => {
    const file = temporary('some.key', content);
    chmodSync(file, 0o600);
    return file;
  };
  const rsa = () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

  test.each<[string, () => string, RegExp]>([
    ['nothing', () => secret(''), /holds no private key/],
    ['a public key', () => secret(`${'A'.repeat(43)}\n`), /this is a public key: name the file without \.pub/],
    ['an RSA key', () => secret(rsa().export({ type: 'pkcs8', format: 'pem' }).toString()), /is a key for rsa/],
    ['a PEM cut short', () => secret('-----BEGIN PRIVATE KEY-----\nMC4CAQ\n'), /holds no private key/],
    ['a missing file', () => join(testFolder(), 'no.key'), /ENOENT/],
  ])('to sign with: %s', async (_, make, reason) => {
    await expect(readSigningKey(make())).rejects.toThrow(reason);
  });

  test.each<[string, () => string | Promise<string>, RegExp]>([
    ['a private key', newKey, /is a private key: give the public one, .*my\.key\.pub/],
    ['all zeros, under which anybody signs', () => 'A'.repeat(43), /is no public key/],
    ['the neutral point', () => Buffer.from([1, ...Array(31).fill(0)]).toString('base64url'), /is no public key/],
    ['too few bytes', () => temporary('a.pub', 'AAAA\n'), /is no public key/],
    ['a missing file', () => join(testFolder(), 'no.pub'), /ENOENT/],
  ])('to announce: %s', async (_, make, reason) => {
    await expect(readVerifyingKey(await make())).rejects.toThrow(reason);
  });
});
