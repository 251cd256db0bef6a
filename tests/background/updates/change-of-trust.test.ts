import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Watchlist } from '../../../src/core/list-schema.ts';
import { newSigner } from '../../core/compiled/fixtures.ts';
import { account } from '../../fixtures/list.ts';
import { status } from './host.ts';
import { ADDRESS, BASE } from './publisher.ts';
import { OURS, Setting } from './setting.ts';

let on: Setting;
beforeEach(async () => {
  on = new Setting();
  await on.begin();
});
afterEach(() => on.hosts.close());

describe('a change of key', () => {
  /** A first version that announces the next key; from then on the publisher signs with that one. */
  async function announce(): Promise<{ old: typeof on.publisher.signer }> {
    const next = await newSigner();
    const old = on.publisher.signer;
    await on.publisher.publish(on.publisher.list(7), { next: next.key.fingerprint });
    expect(await on.add()).toEqual({ ok: true });
    on.publisher.signer = next;
    on.publisher.epoch = 1;
    return { old };
  }

  it('that was announced is followed, and versions begin anew', async () => {
    const { old } = await announce();
    await on.publisher.publish(on.publisher.list(1));
    const state = await on.update();
    expect(state).toMatchObject({ version: 1, fingerprint: on.publisher.signer.key.fingerprint });
    expect(await on.marking()).toBe(1);
    await on.publisher.publish(on.publisher.list(2));
    expect((await on.update()).version).toBe(2);
    // Whoever finds the old key cannot go back.
    on.publisher.signer = old;
    await on.publisher.publish(on.publisher.list(99));
    expect((await on.update()).problem?.code).toBe('unknown-key');
    expect(await on.marking()).toBe(2);
  });

  it('is followed once more after the first attempt was cut off', async () => {
    await announce();
    const manifest = await on.publisher.publish(on.publisher.list(1));
    const index = `${BASE}o/${manifest.index.sha256}`;
    const bytes = on.hosts.files.get(index) ?? '';
    on.hosts.files.set(index, status(500));
    expect((await on.update()).problem?.code).toBe('unreachable');
    expect(await on.marking()).toBe(7);
    on.restart();
    on.hosts.files.set(index, bytes);
    expect((await on.update()).fingerprint).toBe(on.publisher.signer.key.fingerprint);
    expect(await on.marking()).toBe(1);
  });

  it('is followed after the database was lost', async () => {
    await announce();
    await on.publisher.publish(on.publisher.list(1));
    on.loseDatabase();
    expect((await on.update()).problem).toBeUndefined();
    expect(await on.marking()).toBe(1);
  });

  it.each<[string, () => Promise<void>]>([
    [
      'to a key that was not announced',
      async () => {
        on.publisher.signer = await newSigner();
      },
    ],
    [
      'two epochs at once',
      async () => {
        on.publisher.epoch = 2;
      },
    ],
    [
      'without a new epoch',
      async () => {
        on.publisher.epoch = 0;
      },
    ],
  ])('is refused: %s', async (_, change) => {
    await announce();
    await change();
    await on.publisher.publish(on.publisher.list(8));
    expect(['unknown-key', 'bad-key', 'equivocation']).toContain((await on.update()).problem?.code);
    expect(await on.marking()).toBe(7);
  });

  it('is refused where no key was announced', async () => {
    await on.publisher.publish(on.publisher.list(7));
    await on.add();
    on.publisher.signer = await newSigner();
    on.publisher.epoch = 1;
    await on.publisher.publish(on.publisher.list(8));
    expect((await on.update()).problem?.code).toBe('unknown-key');
  });
});

describe('a version that changes so much that the reader is asked', () => {
  const others = (list: Watchlist): Watchlist => ({
    ...list,
    identifiers: list.identifiers.map((one, i) =>
      one.kind === 'account' ? account({ id: `b-${i}`, value: `Other${i}` }) : one,
    ),
  });
  const CASES: [string, 'shrunk' | 'grown', number, () => Watchlist][] = [
    ['with fewer names', 'shrunk', 7, () => on.publisher.list(2, 7)],
    ['with as many names, and others', 'shrunk', 10, () => others(on.publisher.list(2))],
    ['with very many names', 'grown', 1_200, () => on.publisher.list(2, 1_200)],
  ];
  beforeEach(async () => {
    await on.publisher.publish(on.publisher.list(1));
    await on.add();
  });

  it.each(CASES)('waits: %s', async (_, why, identifiers, make) => {
    await on.publisher.publish(make());
    const state = await on.update();
    expect(state).toMatchObject({ version: 1, waiting: { version: 2, identifiers, why } });
    expect(state.history[0]).toMatchObject({ outcome: 'waits', version: 2, problem: why });
    expect(await on.marking()).toBe(1);
    // Asked again, it is still the same.
    expect((await on.update()).waiting?.version).toBe(2);
    expect(await on.marking()).toBe(1);
  });

  it.each(CASES)('is installed once the reader agrees: %s', async (_, _why, identifiers, make) => {
    await on.publisher.publish(make());
    await on.update();
    on.restart();
    await on.handlers.acceptWaiting({ id: 'news', version: 2 }, OURS);
    const state = await on.state();
    expect(state).toMatchObject({ version: 2, identifiers });
    expect(state.waiting).toBeUndefined();
    expect(await on.marking()).toBe(2);
    expect((await on.rows()).staged).toEqual([]);
  });

  it('is forgotten when the publisher takes it back', async () => {
    await on.publisher.publish(on.publisher.list(2, 5));
    await on.update();
    await on.publisher.publish(on.publisher.list(3));
    expect(await on.update()).toMatchObject({ version: 3 });
    expect((await on.state()).waiting).toBeUndefined();
  });

  it('is not installed under another number than the one that waits', async () => {
    await expect(on.handlers.acceptWaiting({ id: 'news', version: 2 }, OURS)).rejects.toThrow('no such version');
    await on.publisher.publish(on.publisher.list(2, 5));
    await on.update();
    await expect(on.handlers.acceptWaiting({ id: 'news', version: 3 }, OURS)).rejects.toThrow('no such version');
    expect(await on.marking()).toBe(1);
  });

  it('a few names fewer are no reason to ask', async () => {
    await on.publisher.publish(on.publisher.list(2, 9));
    expect((await on.update()).version).toBe(2);
  });
});

describe('a list that is past its expiry', () => {
  const DAY = 24 * 3_600_000;
  it.each([
    ['by a day is fresh', 31, 'fresh', 1],
    ['by a month is old, and still marks', 60, 'stale', 1],
    ['by half a year marks nothing', 30 + 181, 'stopped', 0],
  ])('%s', async (_, days, freshness, marking) => {
    await on.publisher.publish(on.publisher.list(1));
    await on.add();
    on.now += days * DAY;
    on.restart();
    expect((await on.state()).freshness).toBe(freshness);
    expect(await on.marking()).toBe(marking);
  });

  it('marks again with the next version', async () => {
    await on.publisher.publish(on.publisher.list(1));
    await on.add();
    on.now += 400 * DAY;
    on.restart();
    const created = new Date(on.now - DAY).toISOString();
    const expires = new Date(on.now + DAY).toISOString();
    await on.publisher.publish(on.publisher.list(2), { created, expires });
    await on.update();
    expect(await on.marking()).toBe(2);
  });
});

it('the address of a list that is there can be changed by adding it again', async () => {
  await on.publisher.publish(on.publisher.list(1));
  await on.add();
  const elsewhere = 'https://lists.example.org/elsewhere/';
  await on.publisher.publish(on.publisher.list(2), {}, elsewhere);
  expect(await on.add(`${elsewhere}watchlist.jws`)).toEqual({ ok: true });
  expect(await on.state()).toMatchObject({ version: 2, address: `${elsewhere}watchlist.jws` });
  expect(ADDRESS).not.toContain('elsewhere');
});
