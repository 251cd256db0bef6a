import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { partsOf, readIndex } from '../../../src/core/compiled/read-index.ts';
import { hashtagKeys } from '../../../src/core/key.ts';
import { UPDATE_PROGRESS, type UpdateProblem } from '../../../src/list-messages.ts';
import { TAB_FILTER, type TabFilter } from '../../../src/messages.ts';
import browser from '../../fakes/browser.ts';
import { NOW } from '../packaged.ts';
import { type Served, status } from './host.ts';
import { ADDRESS, BASE } from './publisher.ts';
import { OURS, Setting } from './setting.ts';

let on: Setting;
beforeEach(async () => {
  on = new Setting();
  await on.begin();
  await on.publisher.publish(on.publisher.list(1));
});
afterEach(() => on.hosts.close());

/** Every part that version needs is there, and nothing else. */
async function expectOnly(...versions: number[]): Promise<void> {
  const wanted = new Set<string>();
  for (const version of versions) {
    const objects = on.publisher.objects(version);
    for (const [sha256, bytes] of objects) {
      const index = readIndex(bytes);
      if (!index) continue;
      wanted.add(sha256);
      for (const part of partsOf(index)) wanted.add(part.sha256);
    }
  }
  const { parts, staged } = await on.rows();
  expect(parts.sort()).toEqual([...wanted].sort());
  expect(staged).toEqual([]);
}

describe('a list is added', () => {
  it('after the reader has seen what it says of itself and whose key it is', async () => {
    const seen = await on.handlers.previewList({ address: ADDRESS }, OURS);
    expect(seen).toMatchObject({
      ok: true,
      preview: { id: 'news', version: 1, identifiers: 10, fingerprint: on.publisher.signer.key.fingerprint },
    });
    expect(on.hosts.paths()).toEqual([ADDRESS]);
    expect(await on.states()).toHaveLength(1);
  });

  it('and marks from then on', async () => {
    expect(await on.add()).toEqual({ ok: true });
    expect(await on.marking()).toBe(1);
    expect(await on.state()).toMatchObject({
      version: 1,
      on: true,
      bundled: false,
      address: ADDRESS,
      fingerprint: on.publisher.signer.key.fingerprint,
      checked: NOW,
      history: [{ outcome: 'installed', version: 1, added: 10 }],
    });
    await expectOnly(1);
  });

  it('and is there after a restart, without the network', async () => {
    await on.add();
    const asked = on.hosts.asked.length;
    on.restart();
    expect(await on.marking()).toBe(1);
    expect(on.hosts.asked.length).toBe(asked);
  });

  it('under the key that its address names', async () => {
    await on.publisher.publish(on.publisher.list(1), { key: undefined });
    expect(await on.handlers.previewList({ address: ADDRESS }, OURS)).toMatchObject({ ok: false, problem: 'bad-key' });
    const address = `${ADDRESS}#${on.publisher.signer.text}`;
    expect(await on.add(address)).toEqual({ ok: true });
    expect((await on.state()).address).toBe(ADDRESS);
  });

  it('not under another key than the one that was confirmed', async () => {
    const added = await on.handlers.addList({ address: ADDRESS, fingerprint: 'ab'.repeat(32) }, OURS);
    expect(added).toMatchObject({ ok: false, problem: 'bad-key' });
    expect(await on.states()).toHaveLength(1);
  });

  it.each<[string, string, UpdateProblem]>([
    ['no address', 'lists.example.org', 'bad-address'],
    ['an address without encryption', 'http://lists.example.org/watchlist.jws', 'bad-address'],
    ['the reader’s own machine', 'https://localhost/watchlist.jws', 'bad-address'],
    ['a host that the reader has not allowed', 'https://other.example.org/watchlist.jws', 'no-permission'],
    ['nothing there', 'https://lists.example.org/none.jws', 'not-found'],
  ])('not from %s', async (_, address, problem) => {
    expect(await on.handlers.previewList({ address }, OURS)).toMatchObject({ ok: false, problem });
    expect(await on.add(address)).toMatchObject({ ok: false, problem });
  });

  it('not in the name of a list that came with the extension', async () => {
    on.publisher.hosts.files.clear();
    const { Publisher } = await import('./publisher.ts');
    const other = await new Publisher(on.hosts, 'sample').begin();
    await other.publish(other.list(9));
    expect(await on.handlers.previewList({ address: ADDRESS }, OURS)).toMatchObject({ problem: 'wrong-list' });
  });

  it('not in the name of another publisher’s list', async () => {
    await on.add();
    const { Publisher } = await import('./publisher.ts');
    const other = await new Publisher(on.hosts).begin();
    await other.publish(other.list(9));
    const added = await on.handlers.addList({ address: ADDRESS, fingerprint: other.signer.key.fingerprint }, OURS);
    expect(added).toMatchObject({ problem: 'wrong-list' });
    expect(await on.marking()).toBe(1);
  });

  it('or leaves nothing behind', async () => {
    for (const [url] of on.hosts.files) if (url.includes('/o/')) on.hosts.files.set(url, status(500));
    expect(await on.add()).toMatchObject({ ok: false, problem: 'unreachable', detail: 'HTTP 500' });
    expect(await on.states()).toHaveLength(1);
    expect(await on.rows()).toEqual({ meta: [], staged: [], parts: [] });
    expect(Object.keys(await browser.storage.local.get(null)).filter((key) => key.startsWith('list:'))).toEqual([]);
  });
});

describe('a list is updated', () => {
  beforeEach(() => on.add());

  it('to a newer version, of which the old leaves nothing', async () => {
    await on.publisher.publish(on.publisher.list(2));
    const state = await on.update();
    expect(state.version).toBe(2);
    expect(state.history[0]).toMatchObject({
      outcome: 'installed',
      version: 2,
      added: 1,
      removed: 1,
      changed: 0,
      names: { added: ['#Version2'], removed: ['#Version1'], changed: [] },
    });
    expect(await on.marking()).toBe(2);
    await expectOnly(2);
  });

  it('and open pages hear of it', async () => {
    const generation = async () =>
      ((await browser.storage.local.get(TAB_FILTER))[TAB_FILTER] as TabFilter | undefined)?.generation;
    const before = await generation();
    await on.publisher.publish(on.publisher.list(2));
    await on.update();
    expect(await generation()).not.toBe(before);
    const [gone = '', come = ''] = ['Version1', 'Version2'].map((name) => hashtagKeys('x', name)[0]);
    const { verdicts } = (await on.library.lists()).lookup([gone, come]);
    expect(verdicts.map(([key]) => key)).toEqual([come]);
  });

  it('with nothing asked for but the manifest where nothing is new', async () => {
    const before = on.hosts.asked.length;
    const state = await on.update();
    expect(on.hosts.paths().slice(before)).toEqual([ADDRESS]);
    expect(state.history[0]?.outcome).toBe('unchanged');
    expect((await on.update()).history).toHaveLength(2);
  });

  it('with nothing that tells one reader from another', async () => {
    await on.publisher.publish(on.publisher.list(2));
    await on.update();
    for (const { headers } of on.hosts.asked) {
      expect(headers).toMatchObject({ accept: '*/*', 'accept-language': '*' });
      for (const name of ['cookie', 'referer', 'if-none-match', 'if-modified-since', 'origin', 'authorization']) {
        expect(headers[name], name).toBeUndefined();
      }
    }
  });

  it('while its progress can be seen, and no longer', async () => {
    const steps: string[] = [];
    browser.storage.onChanged.addListener((changes: Record<string, { newValue?: { step: string } }>) => {
      const step = changes[UPDATE_PROGRESS]?.newValue?.step;
      if (step !== undefined && step !== steps.at(-1)) steps.push(step);
    });
    await on.publisher.publish(on.publisher.list(2));
    await on.update();
    expect(steps).toEqual(['asking', 'fetching', 'checking', 'installing']);
    expect(await browser.storage.session.get(UPDATE_PROGRESS)).toEqual({});
  });

  it('one at a time', async () => {
    await on.publisher.publish(on.publisher.list(2));
    let now = 0;
    let most = 0;
    const slow: Served = (_request, response) => {
      now += 1;
      most = Math.max(most, now);
      setTimeout(() => {
        now -= 1;
        response.writeHead(404).end();
      }, 20);
    };
    on.hosts.files.set(ADDRESS, slow);
    await Promise.all([on.update(), on.update(), on.update()]);
    expect(most).toBe(1);
  });

  it('by two updates at once to one whole version', async () => {
    await on.publisher.publish(on.publisher.list(2));
    await Promise.all([on.update(), on.update()]);
    expect(await on.marking()).toBe(2);
    await expectOnly(2);
  });

  it('until the reader cancels', async () => {
    await on.publisher.publish(on.publisher.list(2));
    const [sha256] = [...on.publisher.objects(2).keys()].slice(-1);
    on.hosts.files.set(`${BASE}o/${sha256}`, (_request, response) => {
      response.writeHead(200);
      void on.handlers.cancelUpdate(null, OURS);
    });
    const state = await on.update();
    expect(state).toMatchObject({ version: 1 });
    expect(state.problem).toBeUndefined();
    expect(await on.marking()).toBe(1);
  });

  it('from a mirror that the reader has allowed, where the host is gone', async () => {
    const mirror = 'https://mirror.example.net/copy/';
    await on.publisher.publish(on.publisher.list(2), { mirrors: [mirror] });
    await on.update();
    await on.publisher.publish(on.publisher.list(3), { mirrors: [mirror] }, mirror);
    for (const [url] of on.hosts.files) if (url.startsWith(BASE)) on.hosts.files.set(url, status(503));
    expect((await on.update()).version).toBe(2);
    expect(on.hosts.paths().some((url) => url.startsWith(mirror))).toBe(false);
    const { fake } = await import('../../fakes/browser.ts');
    fake.origins.add('https://mirror.example.net/*');
    expect((await on.update()).version).toBe(3);
    expect(await on.marking()).toBe(3);
  });
});
