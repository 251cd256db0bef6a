import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { KILL_AT, KILL_POINTS, KILL_REACHED, type KillPoint } from '../../../src/background/updates/kill-names.ts';
import { partsOf, readIndex } from '../../../src/core/compiled/read-index.ts';
import browser from '../../fakes/browser.ts';
import { OURS, Setting } from './setting.ts';

/**
 * An update that ends at a named point, as when the worker is killed there. The two points inside a
 * transaction need a browser that ends it: here nothing would.
 */
const INSIDE: readonly KillPoint[] = ['object-storing', 'flipping'];
const AFTER_FLIP: readonly KillPoint[] = ['flipped', 'swept-again', 'recorded', 'published'];
const POINTS = KILL_POINTS.filter((point) => !INSIDE.includes(point));

let on: Setting;
beforeEach(async () => {
  vi.stubEnv('KILL_POINTS', '1');
  on = await Setting.withList();
  await on.publisher.publish(on.publisher.list(2));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await on.hosts.close();
});

/** Begins an update that ends there, and starts anew. */
async function kill(point: KillPoint, nth = 1): Promise<void> {
  await browser.storage.session.set({ [KILL_AT]: { point, nth } });
  on.handlers.updateLists({}, OURS).catch(() => undefined);
  await vi.waitFor(async () => {
    expect((await browser.storage.session.get(KILL_REACHED))[KILL_REACHED]).toBe(point);
  });
  await browser.storage.session.remove([KILL_AT, KILL_REACHED]);
  // The browser gives back the lock of a worker that has ended.
  await navigator.locks.request('statemark-update', { steal: true }, async () => undefined).catch(() => undefined);
  on.restart();
}

function partsOfVersion(version: number): string[] {
  return [...on.publisher.objects(version)].flatMap(([sha256, bytes]) => {
    const index = readIndex(bytes);
    return index ? [sha256, ...partsOf(index).map((part) => part.sha256)] : [];
  });
}

async function expectMended(): Promise<void> {
  expect((await on.update()).problem).toBeUndefined();
  expect(await on.marking()).toBe(2);
  const { parts, staged } = await on.rows();
  expect(staged).toEqual([]);
  expect(parts.sort()).toEqual([...new Set(partsOfVersion(2))].sort());
}

describe('killed at', () => {
  it.each(POINTS)('%s: the old list or the new one is whole, and the next update makes all good', async (point) => {
    await kill(point);
    expect(await on.marking()).toBe(AFTER_FLIP.includes(point) ? 2 : 1);
    expect((await on.state()).problem).toBeUndefined();
    await expectMended();
  });

  it.each(['object-fetched', 'object-stored'] as const)('%s, the second time', async (point) => {
    await kill(point, 2);
    expect(await on.marking()).toBe(1);
    await expectMended();
  });

  it('flipped, with nothing newer afterwards: what the old version leaves is swept up all the same', async () => {
    await kill('flipped');
    const { parts } = await on.rows();
    expect(parts.length).toBeGreaterThan(new Set(partsOfVersion(2)).size);
    await expectMended();
    expect((await on.state()).history[0]?.outcome).toBe('unchanged');
  });

  it('several points one after the other', async () => {
    for (const point of ['object-stored', 'manifest-verified', 'all-stored', 'staged'] as const) await kill(point);
    expect(await on.marking()).toBe(1);
    await expectMended();
  });

  it('staged, and then another version comes', async () => {
    await kill('all-stored');
    await on.publisher.publish(on.publisher.list(3));
    await on.update();
    expect(await on.marking()).toBe(3);
    const { parts, staged } = await on.rows();
    expect(staged).toEqual([]);
    expect(parts.sort()).toEqual([...new Set(partsOfVersion(3))].sort());
  });
});

describe('an addition that was cut off', () => {
  beforeEach(async () => {
    await on.handlers.removeList({ id: 'news' }, OURS);
    const { fake } = await import('../../fakes/browser.ts');
    fake.origins.add('https://lists.example.org/*');
    await browser.storage.session.set({ [KILL_AT]: { point: 'staged' } });
    on.add().catch(() => undefined);
    await vi.waitFor(async () => {
      expect((await browser.storage.session.get(KILL_REACHED))[KILL_REACHED]).toBe('staged');
    });
    await browser.storage.session.remove([KILL_AT, KILL_REACHED]);
    await navigator.locks.request('statemark-update', { steal: true }, async () => undefined).catch(() => undefined);
    on.restart();
    await on.library.open();
    expect((await on.states()).map(({ id }) => id)).toEqual(['sample']);
  });

  it('goes on by itself a quarter of an hour later: the reader has confirmed it', async () => {
    on.now += 16 * 60_000;
    on.restart();
    await on.library.open();
    expect(await on.marking()).toBe(2);
  });

  it('goes on when the reader asks again', async () => {
    expect(await on.add()).toEqual({ ok: true });
    expect(await on.marking()).toBe(2);
  });

  it('is forgotten where the host is gone', async () => {
    on.hosts.files.clear();
    for (let i = 0; i < 5; i++) await on.handlers.updateLists({ id: 'news' }, OURS);
    expect(JSON.stringify(await browser.storage.local.get(null))).not.toContain('lists.example.org');
  });
});

it('in the product there is no such point', async () => {
  vi.unstubAllEnvs();
  await browser.storage.session.set({ [KILL_AT]: { point: 'start' } });
  expect((await on.update()).version).toBe(2);
});
