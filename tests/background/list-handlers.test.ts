import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answer } from '../../src/background/answer.ts';
import { toBase64url } from '../../src/core/compiled/base64url.ts';
import { encodeBundle } from '../../src/core/compiled/bundle.ts';
import type { Manifest } from '../../src/core/compiled/manifest.ts';
import { TAB_FILTER } from '../../src/messages.ts';
import { bundleKeyIn } from '../../src/publisher/list/bundle-data.ts';
import { readSettings, writeSettings } from '../../src/settings.ts';
import browser, { fake } from '../fakes/browser.ts';
import { watchlist } from '../fixtures/list.ts';
import { NOW, packageOf, servePackage } from './packaged.ts';
import { ADDRESS, Publisher } from './updates/publisher.ts';
import { OURS, Setting } from './updates/setting.ts';

let on: Setting;
beforeEach(async () => {
  on = new Setting();
  await on.begin();
  await on.publisher.publish(on.publisher.list(1));
});
afterEach(() => on.hosts.close());

const order = async () => (await on.states()).map(({ id, on: isOn }) => `${isOn ? '+' : '-'}${id}`);
const active = async () => (await on.library.lists()).active.map(({ list }) => list.id);
const generation = async () => (await browser.storage.local.get(TAB_FILTER))[TAB_FILTER] as { generation: number };

describe('a list', () => {
  it('of the package says what it is', async () => {
    expect(await on.state('sample')).toEqual({
      id: 'sample',
      title: { en: 'Sample' },
      description: { en: 'A list for tests.' },
      publisher: 'Statemark',
      licence: 'CC0-1.0',
      bundled: true,
      on: true,
      version: 1,
      created: '2026-01-01T00:00:00Z',
      identifiers: 2,
      bytes: expect.any(Number),
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      freshness: 'fresh',
      expires: '2027-02-05T00:00:00.000Z',
      history: [],
    });
  });

  it('is turned off and on, and open pages hear of it', async () => {
    await on.add();
    const before = await generation();
    await on.handlers.turnList({ id: 'sample', on: false }, OURS);
    expect(await order()).toEqual(['-sample', '+news']);
    expect(await active()).toEqual(['news']);
    expect(await generation()).not.toEqual(before);
    on.restart();
    expect(await active()).toEqual(['news']);
    await on.handlers.turnList({ id: 'sample', on: true }, OURS);
    expect(await active()).toEqual(['sample', 'news']);
    expect(await generation()).toEqual(before);
  });

  it('that is off is still there to be read', async () => {
    await on.handlers.turnList({ id: 'sample', on: false }, OURS);
    const all = await (await on.library.lists()).all();
    expect(all.map(({ list, on: isOn }) => [list.list.id, isOn])).toEqual([['sample', false]]);
  });

  it('that nobody has cannot be turned', async () => {
    await expect(on.handlers.turnList({ id: 'none', on: true }, OURS)).rejects.toThrow('no such list');
    expect((await readSettings()).lists).toEqual([]);
  });

  it('stands where the reader puts it; what is not named follows', async () => {
    await on.add();
    await on.handlers.orderLists({ ids: ['news', 'none', 'sample'] }, OURS);
    expect(await order()).toEqual(['+news', '+sample']);
    expect(await active()).toEqual(['news', 'sample']);
    await on.handlers.orderLists({ ids: ['sample'] }, OURS);
    expect(await order()).toEqual(['+sample', '+news']);
  });

  it('changes do not lose one another', async () => {
    await on.add();
    await Promise.all([
      on.handlers.turnList({ id: 'sample', on: false }, OURS),
      on.handlers.turnList({ id: 'news', on: false }, OURS),
      on.handlers.orderLists({ ids: ['news', 'sample'] }, OURS),
    ]);
    expect(await order()).toEqual(['-news', '-sample']);
    expect(await active()).toEqual([]);
  });
});

describe('a list is removed', () => {
  it('with everything that was known of it', async () => {
    await on.add();
    await on.handlers.removeList({ id: 'news' }, OURS);
    expect(await order()).toEqual(['+sample']);
    expect(await active()).toEqual(['sample']);
    expect(await on.rows()).toEqual({ meta: [], staged: [], parts: [] });
    expect(JSON.stringify(await browser.storage.local.get(null))).not.toContain('news');
    expect(fake.origins.has('https://lists.example.org/*')).toBe(false);
    expect(fake.alarms.size).toBe(0);
  });

  it('but not the permission that another list, or a site, still needs', async () => {
    const other = await new Publisher(on.hosts, 'other').begin();
    const base = 'https://lists.example.org/other/';
    await other.publish(other.list(1), {}, base);
    await on.add();
    const asked = { address: `${base}watchlist.jws`, fingerprint: other.signer.key.fingerprint };
    expect(await on.handlers.addList(asked, OURS)).toEqual({ ok: true });
    await on.handlers.removeList({ id: 'other' }, OURS);
    expect(fake.origins.has('https://lists.example.org/*')).toBe(true);
    await writeSettings({ sitesOn: ['lists.example.org'] });
    await on.handlers.removeList({ id: 'news' }, OURS);
    expect(fake.origins.has('https://lists.example.org/*')).toBe(true);
  });

  it.each(['sample', 'none', '__proto__', ''])('not %j', async (id) => {
    await expect(on.handlers.removeList({ id }, OURS)).rejects.toThrow(TypeError);
    expect(await order()).toEqual(['+sample']);
  });

  it('and may be added again, even in an older version: the reader looks at it anew', async () => {
    await on.publisher.publish(on.publisher.list(5));
    await on.add();
    await on.handlers.removeList({ id: 'news' }, OURS);
    fake.origins.add('https://lists.example.org/*');
    await on.publisher.publish(on.publisher.list(1));
    expect(await on.add()).toEqual({ ok: true });
  });
});

describe('a list that was looked at and declined', () => {
  it('leaves no permission behind', async () => {
    await on.handlers.declineList({ address: ADDRESS }, OURS);
    expect(fake.origins.has('https://lists.example.org/*')).toBe(false);
  });

  it('leaves that of an installed list on the same host', async () => {
    await on.add();
    await on.handlers.declineList({ address: 'https://lists.example.org/other.jws' }, OURS);
    expect(fake.origins.has('https://lists.example.org/*')).toBe(true);
  });

  it.each(['http://lists.example.org/', 'no address', ''])('means nothing for "%s"', async (address) => {
    await on.handlers.declineList({ address }, OURS);
    expect(fake.origins.has('https://lists.example.org/*')).toBe(true);
  });
});

describe('a list in one file', () => {
  async function file(version: number, changes: Partial<Manifest> = {}, objects?: Map<string, Uint8Array>) {
    const jws = await on.publisher.sign(await on.publisher.manifest(on.publisher.list(version), changes));
    return Buffer.from(encodeBundle(jws, objects ?? on.publisher.objects(version))).toString('base64');
  }
  const fingerprint = () => on.publisher.signer.key.fingerprint;

  it('is looked at and added without the network', async () => {
    const one = await file(1);
    const before = on.hosts.asked.length;
    const seen = await on.handlers.previewFile({ file: one }, OURS);
    expect(seen).toMatchObject({ ok: true, preview: { id: 'news', fingerprint: fingerprint() } });
    expect(await on.handlers.addFile({ file: one, fingerprint: fingerprint() }, OURS)).toEqual({ ok: true });
    expect(await on.marking()).toBe(1);
    const state = await on.state();
    expect(state.address).toBeUndefined();
    expect(state.nextCheck).toBeUndefined();
    await on.handlers.updateLists({}, OURS);
    expect(on.hosts.asked.length).toBe(before);
    expect(fake.alarms.size).toBe(0);
  });

  it('is brought up to date with another file', async () => {
    await on.handlers.addFile({ file: await file(1), fingerprint: fingerprint() }, OURS);
    expect(await on.handlers.addFile({ file: await file(2), fingerprint: fingerprint() }, OURS)).toEqual({ ok: true });
    expect(await on.marking()).toBe(2);
    expect(await on.handlers.addFile({ file: await file(1), fingerprint: fingerprint() }, OURS)).toMatchObject({
      problem: 'rolled-back',
    });
    expect(await on.marking()).toBe(2);
  });

  it.each<[string, string, () => Promise<string> | string]>([
    ['is none', 'bad-form', () => btoa('nothing of the kind')],
    ['is empty', 'bad-form', () => ''],
    ['is no base64', 'bad-form', () => '%%%'],
    ['is cut', 'bad-form', async () => (await file(1)).slice(0, -40)],
    ['says not whose it is', 'bad-key', () => file(1, { key: undefined as never })],
    ['has no objects', 'not-found', () => file(1, {}, new Map())],
    ['has expired', 'expired', () => file(1, { created: '2020-01-01T00:00:00Z', expires: '2021-01-01T00:00:00Z' })],
  ])('that %s is refused', async (_, problem, make) => {
    const one = await make();
    expect(await on.handlers.addFile({ file: one, fingerprint: fingerprint() }, OURS)).toMatchObject({
      ok: false,
      problem,
    });
    expect(await order()).toEqual(['+sample']);
    expect((await on.rows()).parts).toEqual([]);
  });

  it('signed with the key of the package is refused', async () => {
    const { public: x, private: d } = bundleKeyIn('data');
    const secret = await crypto.subtle.importKey('jwk', { kty: 'OKP', crv: 'Ed25519', x, d }, 'Ed25519', false, [
      'sign',
    ]);
    const { readPublicKey } = await import('../../src/core/compiled/keys.ts');
    const key = await readPublicKey(x);
    if (!key) throw new Error('no key');
    on.publisher.signer = { secret, key, text: toBase64url(key.bytes) };
    const one = await file(1);
    expect(await on.handlers.previewFile({ file: one }, OURS)).toMatchObject({ ok: false, problem: 'bad-key' });
    expect(await on.handlers.addFile({ file: one, fingerprint: key.fingerprint }, OURS)).toMatchObject({
      problem: 'bad-key',
    });
  });
});

describe('a message of the wrong form is refused', () => {
  it.each<[string, unknown]>([
    ['turnList', { id: 'sample' }],
    ['turnList', { id: 7, on: true }],
    ['turnList', { id: 'a'.repeat(65), on: true }],
    ['orderLists', { ids: 'sample' }],
    ['orderLists', { ids: Array.from({ length: 257 }, () => 'a') }],
    ['removeList', {}],
    ['previewList', { address: 7 }],
    ['previewList', { address: 'a'.repeat(2_049) }],
    ['addList', { address: ADDRESS }],
    ['addList', { address: ADDRESS, fingerprint: 'AB'.repeat(32) }],
    ['addList', { address: ADDRESS, fingerprint: 'ab'.repeat(31) }],
    ['addFile', { file: '' }],
    ['updateLists', { id: undefined, all: true }],
    ['updateLists', null],
    ['acceptWaiting', { id: 'news' }],
    ['acceptWaiting', { id: 'news', version: 1.5 }],
    ['listStates', {}],
    ['cancelUpdate', {}],
  ])('%s %j', async (type, data) => {
    await expect(answer(on.handlers, { type, data }, OURS)).rejects.toThrow(TypeError);
  });
});

describe('a list of the package that says where newer versions are', () => {
  const pin = () => ({ address: ADDRESS, key: on.publisher.signer.text });
  const bundledNews = async (version: number, key = on.publisher.signer.text) => {
    const list = on.publisher.list(version);
    servePackage(await packageOf({ list: { ...list, list: { ...list.list } }, updates: { ...pin(), key } }));
    on.restart();
    await on.library.open();
  };

  it('is asked for within the first hour', async () => {
    await bundledNews(3);
    const state = await on.state();
    expect(state).toMatchObject({ bundled: true, version: 3, address: ADDRESS });
    expect(state.nextCheck).toBeGreaterThanOrEqual(NOW + 5 * 60_000);
    expect(state.nextCheck).toBeLessThanOrEqual(NOW + 60 * 60_000);
    expect([...fake.alarms.values()]).toMatchObject([{ scheduledTime: state.nextCheck }]);
  });

  it('is used in the newer version, and in its own without the database', async () => {
    await bundledNews(3);
    await on.publisher.publish(on.publisher.list(4));
    expect(await on.update()).toMatchObject({ version: 4, bundled: true });
    expect(await on.marking()).toBe(4);
    on.loseDatabase();
    expect(await on.marking()).toBe(3);
    expect((await on.state()).lost).toBeDefined();
    expect((await on.update()).lost).toBeUndefined();
    expect(await on.marking()).toBe(4);
  });

  it.each([
    ['older', 2, 'rolled-back'],
    ['the same', 3, undefined],
  ])('is not replaced by one that is %s', async (_, version, problem) => {
    await bundledNews(3);
    await on.publisher.publish(on.publisher.list(version));
    expect((await on.update()).problem?.code).toBe(problem);
    expect(await on.marking()).toBe(3);
    expect((await on.rows()).parts).toEqual([]);
  });

  it('comes in the package’s version again once that is newer', async () => {
    await bundledNews(3);
    await on.publisher.publish(on.publisher.list(4));
    await on.update();
    await bundledNews(5);
    expect(await on.marking()).toBe(5);
    expect((await on.state()).version).toBe(5);
  });

  it('begins anew under another key with a release that says so', async () => {
    await bundledNews(3);
    await on.publisher.publish(on.publisher.list(400));
    await on.update();
    const other = await new Publisher(on.hosts).begin();
    await bundledNews(6, other.signer.text);
    expect(await on.marking()).toBe(6);
    await other.publish(other.list(7));
    expect((await on.update()).problem).toBeUndefined();
    expect(await on.marking()).toBe(7);
  });

  it('is not believed under the package’s own key when it is fetched', async () => {
    await bundledNews(3);
    const files = await packageOf(on.publisher.list(9));
    on.hosts.files.set(ADDRESS, files.get('lists/news/watchlist.jws') as string);
    expect((await on.update()).problem?.code).toBe('unknown-key');
    expect(await on.marking()).toBe(3);
  });
});

it('a list of the package needs no network and no address', async () => {
  servePackage(await packageOf(watchlist()));
  on.restart();
  await on.library.open();
  expect(fake.alarms.size).toBe(0);
  await on.handlers.updateLists({ id: 'sample' }, OURS);
  expect(on.hosts.asked).toEqual([]);
});
