import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { selfSignedCertificate } from '../../harness/certificate.ts';
import { testFolder } from '../../harness/test-folder.ts';
import { listOf, Publisher } from './publishing.ts';
import { run, start, temporary } from './run.ts';

const publisher = new Publisher();
let running: ReturnType<typeof start>;
let address: string;
let object: string;

async function serve(...args: string[]) {
  const server = start(['serve', '--port', '0', ...args]);
  const first = await new Promise<string>((resolve, reject) => {
    server.child.stdout.once('data', resolve);
    void server.done.then(({ err }) => reject(new Error(err)));
  });
  return { server, address: first.trim().replace(/watchlist\.jws$/, '') };
}

beforeAll(async () => {
  await publisher.build(listOf(1), await publisher.key('first'));
  const outside = temporary('secret.jws', 'secret');
  mkdirSync(join(publisher.folder, 'sub'));
  symlinkSync(outside, join(publisher.folder, 'sub', 'watchlist.jws'));
  writeFileSync(join(publisher.folder, 'notes.txt'), 'mine');
  object = `o/${'0'.repeat(64)}`;
  writeFileSync(join(publisher.folder, object), 'bytes');
  ({ server: running, address } = await serve(publisher.folder));
});
afterAll(async () => {
  running.child.kill('SIGINT');
  const { code } = await running.done;
  expect(code).toBe(130);
});

interface Answer {
  status: number;
  headers: Record<string, unknown>;
  body: string;
}
/** Without what `fetch` would make of a path first. */
function ask(path: string, method = 'GET', base = address): Promise<Answer> {
  const { protocol, hostname, port } = new URL(base);
  const options = { hostname, port, path, method, rejectUnauthorized: false };
  return new Promise((resolve, reject) => {
    const asked = (protocol === 'https:' ? secure : plain)(options, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => {
        body += text;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    asked.on('error', reject).end();
  });
}

test('serves the manifest and objects with the headers that a host should send', async () => {
  const manifest = await ask('/watchlist.jws');
  expect(manifest.status).toBe(200);
  expect(manifest.headers).toMatchObject({
    'access-control-allow-origin': '*',
    'content-type': 'application/jose',
    'cache-control': 'public, max-age=300',
    'x-content-type-options': 'nosniff',
    'content-length': String(manifest.body.length),
  });
  const one = await ask(`/${object}`);
  expect([one.status, one.body]).toEqual([200, 'bytes']);
  expect(one.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(one.headers).not.toHaveProperty('set-cookie');
  expect(one.headers).not.toHaveProperty('etag');
  expect((await ask('/sample.statemark')).status).toBe(200);
  expect(await ask('/watchlist.jws', 'HEAD')).toMatchObject({ status: 200, body: '' });
});

describe('serves nothing else', () => {
  test.each([
    '/',
    '/o/',
    '/o',
    '/notes.txt',
    '/versions/0-1.jws',
    '/../secret.jws',
    '/../../etc/passwd',
    '/o/../watchlist.jws',
    '/o/../../first.key',
    '/%2e%2e/first.key',
    '/..%2ffirst.key',
    '/o%2f0',
    '/./watchlist.jws',
    '//watchlist.jws',
    '/\\..\\first.key',
    '/watchlist.jws%00.txt',
    '/watchlist.jws/',
    '/WATCHLIST.JWS',
    '/sub/watchlist.jws',
    '/first.key',
    `/o/${'0'.repeat(63)}`,
    `/o/${'0'.repeat(65)}`,
    `/o/${'F'.repeat(64)}`,
    `/${'a/'.repeat(1_000)}watchlist.jws`,
    'http://example.org/watchlist.jws',
  ])('%.60s', async (path) => {
    expect(await ask(path)).toMatchObject({ status: 404, body: 'not found\n' });
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('by %s', async (method) => {
    expect(await ask('/watchlist.jws', method)).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  });

  test('and junk does not end it', async () => {
    const { hostname, port } = new URL(address);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => {}).resume();
    socket.end('GET / HTTP/9.9\r\n\u0000\r\n\r\n');
    await new Promise((resolve) => socket.once('close', resolve));
    expect((await ask('/watchlist.jws')).status).toBe(200);
  });
});

test('listens on this machine alone', () => {
  expect(new URL(address).hostname).toBe('127.0.0.1');
});

test('serves by TLS with a given certificate', async () => {
  const { cert, key } = selfSignedCertificate();
  const keyFile = temporary('key.pem', key);
  const args = ['--cert', temporary('cert.pem', cert), '--tls-key', keyFile, publisher.folder];
  if (process.platform !== 'win32')
    expect((await run(['serve', ...args])).err).toContain('can be read or changed by others');
  chmodSync(keyFile, 0o600);
  const { server, address: base } = await serve(...args);
  expect(base).toMatch(/^https:/);
  expect((await ask('/watchlist.jws', 'GET', base)).status).toBe(200);
  server.child.kill('SIGINT');
  await server.done;
});

test.each<[string, () => string[], RegExp]>([
  ['a folder that is not there', () => [join(testFolder(), 'no')], /ENOENT/],
  ['a file', () => [temporary('a.txt', '')], /is no folder/],
  ['a port that is taken', () => ['--port', new URL(address).port, publisher.folder], /EADDRINUSE/],
])('ends with a reason for %s', async (_, args, reason) => {
  const { code, err } = await run(['serve', ...args()]);
  expect(code).toBe(1);
  expect(err).toMatch(reason);
});
