import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

export type Certificate = { key: string; cert: string };

const days = 30;

/**
 * A self-signed certificate for the loopback server. It serves every host:
 * the test browsers are told not to verify names, so none is listed in it.
 * Cached, because making one takes a noticeable part of a short test run.
 */
export function selfSignedCertificate(cacheDir: string = defaultCacheDir()): Certificate {
  const pem = readCached(cacheDir) ?? create(cacheDir);
  return { key: pem, cert: pem };
}

function defaultCacheDir(): string {
  // One folder a user: another user's key on a shared machine is unreadable, rightly.
  return join(tmpdir(), `statemark-certificate-${userInfo().username}`);
}

function readCached(dir: string): string | undefined {
  let pem: string;
  try {
    pem = readFileSync(join(dir, 'both.pem'), 'utf8');
  } catch {
    // Not made yet, or unreadable: either way a new one is made, and that reports what is wrong.
    return undefined;
  }
  const made = Number(/^# made (\d+)$/m.exec(pem)?.[1] ?? 0);
  return Date.now() - made < (days - 1) * 86_400_000 ? pem : undefined;
}

function create(dir: string): string {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const drafts = mkdtempSync(join(dir, 'draft-'));
  try {
    const key = join(drafts, 'key.pem');
    const cert = join(drafts, 'cert.pem');
    runOpenssl(key, cert);
    const pem = `# made ${Date.now()}\n${readFileSync(key, 'utf8')}${readFileSync(cert, 'utf8')}`;
    // Renamed into place: several test workers may do this at once, and none may read half a file.
    const both = join(drafts, 'both.pem');
    writeFileSync(both, pem, { mode: 0o600 });
    renameSync(both, join(dir, 'both.pem'));
    return pem;
  } finally {
    rmSync(drafts, { recursive: true, force: true });
  }
}

function runOpenssl(key: string, cert: string): void {
  const what = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', String(days)];
  const result = spawnSync('openssl', [...what, '-subj', '/CN=statemark-tests', '-keyout', key, '-out', cert], {
    encoding: 'utf8',
  });
  if (result.error) {
    throw new Error(
      `The test server needs the "openssl" program to make a certificate (${result.error.message}). ` +
        'Install it: "apt-get install openssl", "brew install openssl", or Git for Windows, which brings it.',
    );
  }
  if (result.status !== 0) throw new Error(`openssl failed:\n${result.stderr}`);
}
