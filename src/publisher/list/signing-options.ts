import type { PublicKey } from '../../core/compiled/keys.ts';
import { CommandError, required, UsageError, wholeNumber } from '../command-line.ts';
import { readSigningKey, readVerifyingKey, type SigningKey } from './key-file.ts';
import type { SignedManifest } from './manifest-file.ts';

/** The options that every command which signs has, for `parseArgs`. */
export const SIGNING = {
  key: { type: 'string' },
  expires: { type: 'string' },
  'next-key': { type: 'string' },
  mirror: { type: 'string', multiple: true },
  every: { type: 'string' },
} as const;

export const SIGNING_USAGE = `  --key        the private key to sign with (keygen makes one); a file that only you can read
  --expires    days until readers are told that the list is out of date (90); 180 days later it marks nothing
  --next-key   the public key (a .pub file, or its line) that signs once this one is lost or known; see "rotate"
  --mirror     an https address, ending in /, of a folder with the same files; may be given three times
  --every      hours between two checks of a reader (24), 6 to 336`;

/** Three months: long enough for a list that few people look after, short enough to notice a host that stands still. */
const EXPIRES = 90;

export interface Signing {
  key: SigningKey;
  /** Days. */
  expires: number;
  nextKey: PublicKey | undefined;
  mirrors: string[];
  every: number | undefined;
}

interface Values {
  key?: string | undefined;
  expires?: string | undefined;
  'next-key'?: string | undefined;
  mirror?: string[] | undefined;
  every?: string | undefined;
}

/**
 * @throws UsageError
 * @throws CommandError for a key that cannot be used
 */
export async function readSigning(values: Values): Promise<Signing> {
  const keyFile = required(values.key, 'key');
  const expires = values.expires === undefined ? EXPIRES : wholeNumber(values.expires, 'expires', 1, 366);
  const every = values.every === undefined ? undefined : wholeNumber(values.every, 'every', 6, 336);
  const mirrors = values.mirror ?? [];
  if (mirrors.length > 3) throw new UsageError('--mirror can be given three times');
  for (const mirror of mirrors) {
    if (!/^https:\/\/[^?#]+\/$/.test(mirror))
      throw new UsageError(`--mirror: "${mirror}" is no https address ending in /`);
  }
  const next = values['next-key'];
  const nextKey = next === undefined ? undefined : await readVerifyingKey(next);
  const key = await readSigningKey(keyFile);
  if (nextKey?.fingerprint === key.public.fingerprint) {
    throw new CommandError('--next-key is the key that signs now: make a second one');
  }
  return { key, expires, nextKey, mirrors, every };
}

/** What is not said again stays as it was. */
export function withEarlier({ key, expires, nextKey, mirrors, every }: Signing, current: SignedManifest | undefined) {
  const earlier = current?.manifest;
  return {
    epoch: earlier?.epoch ?? 0,
    key,
    expires,
    next: nextKey?.fingerprint ?? earlier?.next,
    mirrors: mirrors.length > 0 ? mirrors : (earlier?.mirrors ?? []),
    every: every ?? earlier?.every,
  };
}
