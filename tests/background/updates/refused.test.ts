import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Manifest } from '../../../src/core/compiled/manifest.ts';
import type { UpdateProblem } from '../../../src/list-messages.ts';
import { newSigner, signed } from '../../core/compiled/fixtures.ts';
import browser from '../../fakes/browser.ts';
import { NOW } from '../packaged.ts';
import { type Served, status } from './host.ts';
import { ADDRESS, BASE } from './publisher.ts';
import { Setting } from './setting.ts';

/** Whatever a host does wrong: the reason is told, what was there stays, and the next good version comes in. */

let on: Setting;
beforeEach(async () => {
  on = new Setting();
  await on.begin();
  await on.publisher.publish(on.publisher.list(1));
  await on.publisher.publish(on.publisher.list(2));
  await on.add();
});
afterEach(() => on.hosts.close());

async function expectRefused(problem: UpdateProblem, version = 2): Promise<void> {
  const state = await on.update();
  expect(state.problem).toMatchObject({ code: problem, at: NOW });
  expect(state.history[0]).toMatchObject({ outcome: 'refused', problem });
  expect(await on.marking()).toBe(version);
  await on.publisher.publish(on.publisher.list(9));
  const next = await on.update();
  expect(next.problem).toBeUndefined();
  expect(next.version).toBe(9);
  expect(await on.marking()).toBe(9);
  expect((await on.rows()).staged).toEqual([]);
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('a manifest that', () => {
  it.each<[string, UpdateProblem, (manifest: Manifest) => Manifest]>([
    ['is of another list', 'wrong-list', (m) => ({ ...m, list: 'other' })],
    ['is older', 'rolled-back', (m) => ({ ...m, version: 1 })],
    ['is of the same version with other words', 'equivocation', (m) => ({ ...m, version: 2 })],
    [
      'has expired',
      'expired',
      (m) => ({ ...m, expires: new Date(NOW - 49 * HOUR).toISOString(), created: '2025-01-01T00:00:00Z' }),
    ],
    ['is from the future', 'bad-form', (m) => ({ ...m, created: new Date(NOW + 3 * DAY).toISOString() })],
    ['is of the next epoch under the same key', 'bad-key', (m) => ({ ...m, epoch: 1 })],
    ['counts what is not there', 'bad-list', (m) => ({ ...m, counts: { ...m.counts, identifiers: 11 } })],
    ['calls the list another name', 'bad-list', (m) => ({ ...m, publisher: 'Somebody else' })],
    ['names another version than the list has', 'bad-list', (m) => ({ ...m, version: 4 })],
    [
      'names an object that is not there',
      'not-found',
      (m) => ({ ...m, index: { ...m.index, sha256: 'ab'.repeat(32) } }),
    ],
    ['names another size', 'wrong-hash', (m) => ({ ...m, index: { ...m.index, size: m.index.size + 1 } })],
    ['names a smaller size', 'too-large', (m) => ({ ...m, index: { ...m.index, size: m.index.size - 1 } })],
  ])('%s', async (_, problem, change) => {
    const manifest = await on.publisher.publish(on.publisher.list(3));
    on.hosts.files.set(ADDRESS, await on.publisher.sign(change(manifest)));
    await expectRefused(problem);
  });

  it.each<[string, UpdateProblem, () => Promise<Served>]>([
    ['is not signed by the publisher', 'unknown-key', async () => on.publisher.sign(await made(), await newSigner())],
    ['is empty', 'bad-form', async () => ''],
    ['is a page', 'bad-form', async () => '<!doctype html><title>Welcome</title>'],
    ['is not UTF-8', 'bad-form', async () => new Uint8Array([0xff, 0xfe, 0x00])],
    ['is too large', 'too-large', async () => 'a'.repeat(70_000)],
    ['is changed in one letter', 'bad-signature', async () => flip(await on.publisher.sign(await made()))],
    [
      'names another algorithm',
      'bad-form',
      async () => (await on.publisher.sign(await made())).replace(/^[^.]+/, btoa('{"alg":"none"}')),
    ],
    ['holds what it should not', 'bad-form', async () => signedAs({ ...(await made()), more: 1 })],
    [
      'names a file outside its folder',
      'bad-form',
      async () => signedAs({ ...(await made()), index: { sha256: '../../x', size: 1 } }),
    ],
    ['is larger than a list may be', 'bad-form', async () => signedAs({ ...(await made()), bytes: 10 * 2 ** 30 })],
  ])('%s', async (_, problem, make) => {
    on.hosts.files.set(ADDRESS, await make());
    await expectRefused(problem);
  });

  const made = () => on.publisher.manifest(on.publisher.list(3));
  const signedAs = (payload: object) =>
    signed(
      on.publisher.signer,
      { alg: 'EdDSA', typ: 'watchlist-manifest+jws', kid: on.publisher.signer.key.fingerprint.slice(0, 16) },
      payload,
    );
  const flip = (jws: string): string => {
    const [head = '', body = '', tail = ''] = jws.split('.');
    return `${head}.${body}.${tail.startsWith('A') ? 'B' : 'A'}${tail.slice(1)}`;
  };
});

describe('a host that answers the manifest with', () => {
  it.each<[UpdateProblem, Served, string]>([
    ['redirected', status(301, { location: 'https://lists.example.org/elsewhere' }), 'a redirect'],
    ['redirected', status(302, { location: 'https://evil.example.com/' }), 'a redirect to another host'],
    ['unreachable', status(204), 'nothing'],
    ['unreachable', status(403), 'a refusal'],
    ['not-found', status(404), 'nothing found'],
    ['not-found', status(410), 'gone'],
    ['too-many-requests', status(429), 'a plea'],
    ['unreachable', status(500), 'a failure'],
    ['unreachable', (_request, response) => void response.socket?.destroy(), 'a cut connection'],
    [
      'unreachable',
      (_request, response) => {
        response.writeHead(200, { 'content-length': '999' }).write('short');
        setTimeout(() => response.socket?.destroy(), 5);
      },
      'less than it says',
    ],
  ])('%s: %#', async (problem, served) => {
    on.hosts.files.set(ADDRESS, served);
    await expectRefused(problem);
  });
});

describe('an object that is', () => {
  it.each<[string, UpdateProblem, (bytes: Uint8Array) => Served]>([
    ['changed in one bit', 'wrong-hash', (bytes) => Uint8Array.from(bytes, (byte, i) => (i === 20 ? byte ^ 1 : byte))],
    ['cut short', 'wrong-hash', (bytes) => bytes.slice(0, -1)],
    ['longer by one byte', 'too-large', (bytes) => new Uint8Array([...bytes, 0])],
    ['empty', 'wrong-hash', () => ''],
    ['gone', 'not-found', () => status(404)],
    [
      'broken off',
      'unreachable',
      (bytes) => (_request, response) => {
        response.writeHead(200, { 'content-length': String(bytes.length) });
        response.write(bytes.slice(0, 5));
        setTimeout(() => response.socket?.destroy(), 5);
      },
    ],
  ])('%s', async (_, problem, spoil) => {
    await on.publisher.publish(on.publisher.list(3));
    for (const nth of [0, 1]) {
      const [sha256, bytes] = [...on.publisher.objects(3)][nth] ?? ['', new Uint8Array()];
      on.hosts.files.set(`${BASE}o/${sha256}`, spoil(bytes));
      const state = await on.update();
      expect(state.problem?.code).toBe(problem);
      expect(await on.marking()).toBe(2);
      on.hosts.files.set(`${BASE}o/${sha256}`, bytes);
    }
    expect((await on.update()).version).toBe(3);
    expect(await on.marking()).toBe(3);
  });

  it('another, well signed, is refused without harm to what is there', async () => {
    await on.publisher.publish(on.publisher.list(3));
    const [index, pack] = [...on.publisher.objects(3).keys()];
    const { files } = on.hosts;
    const swapped = files.get(`${BASE}o/${index}`) as Served;
    files.set(`${BASE}o/${index}`, files.get(`${BASE}o/${pack}`) as Served);
    files.set(`${BASE}o/${pack}`, swapped);
    expect(['wrong-hash', 'too-large']).toContain((await on.update()).problem?.code);
    expect(await on.marking()).toBe(2);
  });
});

describe('the floor', () => {
  const floor = async () => {
    const { 'list:news': row } = await browser.storage.local.get('list:news');
    return (row as { floor: { version: number } }).floor.version;
  };

  it('rises as soon as a manifest is accepted, and stays when its objects do not come', async () => {
    const manifest = await on.publisher.publish(on.publisher.list(5));
    on.hosts.files.set(`${BASE}o/${manifest.index.sha256}`, status(500));
    await on.update();
    expect(await floor()).toBe(5);
    await on.publisher.publish(on.publisher.list(3));
    expect((await on.update()).problem?.code).toBe('rolled-back');
    expect(await floor()).toBe(5);
    expect(await on.marking()).toBe(2);
  });

  it('does not rise for what is refused', async () => {
    await on.publisher.publish(on.publisher.list(5), {
      expires: new Date(NOW - 3 * DAY).toISOString(),
      created: '2025-01-01T00:00:00Z',
    });
    await on.update();
    expect(await floor()).toBe(2);
  });

  it('holds another manifest of the accepted version off, though it was never installed', async () => {
    const manifest = await on.publisher.publish(on.publisher.list(5));
    on.hosts.files.set(`${BASE}o/${manifest.index.sha256}`, status(500));
    await on.update();
    await on.publisher.publish(on.publisher.list(5, 11));
    expect((await on.update()).problem?.code).toBe('equivocation');
    expect(await on.marking()).toBe(2);
  });
});

describe('what the host asks for', () => {
  it('is waited for', async () => {
    on.hosts.files.set(ADDRESS, status(429, { 'retry-after': String(5 * 24 * 3_600) }));
    expect((await on.update()).nextCheck).toBe(NOW + 5 * DAY);
  });

  it('is waited for no longer than a week', async () => {
    on.hosts.files.set(ADDRESS, status(503, { 'retry-after': '99999999' }));
    expect((await on.update()).nextCheck).toBe(NOW + 7 * DAY);
  });

  it('without which it is asked again sooner, and less often with each failure', async () => {
    on.hosts.files.set(ADDRESS, status(500));
    const waits: number[] = [];
    for (let i = 0; i < 10; i++) waits.push(((await on.update()).nextCheck ?? 0) - NOW);
    expect(waits.slice(0, 4)).toEqual([HOUR / 2, HOUR, 2 * HOUR, 4 * HOUR]);
    expect(waits.at(-1)).toBe(3.5 * DAY);
    expect((await on.state()).history).toHaveLength(2);
  });
});
