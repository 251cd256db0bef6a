import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Watchlist } from '../../../src/core/list-schema.ts';
import { account } from '../../fixtures/list.ts';
import { status } from './host.ts';
import { BASE } from './publisher.ts';
import { Setting } from './setting.ts';

/** A list so long that a small change is worth a delta. */
const NAMES = 1_500;

let on: Setting;
beforeEach(async () => {
  on = new Setting();
  await on.begin();
  await on.publisher.publish(on.publisher.list(1, NAMES));
  await on.add();
});
afterEach(() => on.hosts.close());

function changed(version: number): Watchlist {
  const list = on.publisher.list(version, NAMES);
  const [, ...kept] = list.identifiers;
  return { ...list, identifiers: [...kept, account({ id: 'a-new', value: 'NewName' })] };
}

/** Publishes version 2 with a delta from version 1, and gives the addresses that the update asks for. */
async function update(spoil = false): Promise<{ delta: string; packs: string[]; asked: string[] }> {
  await on.publisher.manifest(changed(2));
  const delta = await on.publisher.delta(1, 2, spoil);
  const manifest = await on.publisher.publish(changed(2), { deltas: [delta] });
  const before = on.hosts.asked.length;
  await on.update();
  const packs = [...on.publisher.objects(2).keys()].filter((sha256) => sha256 !== manifest.index.sha256);
  return {
    delta: `${BASE}o/${delta.sha256}`,
    packs: packs.map((sha256) => `${BASE}o/${sha256}`),
    asked: on.hosts.paths().slice(before),
  };
}

describe('a delta', () => {
  it('is fetched instead of what it replaces, and gives the same list', async () => {
    const { delta, packs, asked } = await update();
    expect(asked).toContain(delta);
    expect(asked.filter((url) => packs.includes(url))).toEqual([]);
    expect(await on.marking()).toBe(2);
    const state = await on.state();
    expect(state.history[0]).toMatchObject({ added: 2, removed: 2, changed: 0 });
    expect(state.history[0]?.bytes).toBeLessThan(state.bytes / 4);
  });

  it('that leads elsewhere costs its bytes, and the packs are fetched', async () => {
    const { delta, packs, asked } = await update(true);
    expect(asked).toContain(delta);
    expect(asked.filter((url) => packs.includes(url))).toEqual(packs);
    expect(await on.marking()).toBe(2);
    expect((await on.state()).problem).toBeUndefined();
  });

  it('that is not there costs a question', async () => {
    await on.publisher.manifest(changed(2));
    const delta = await on.publisher.delta(1, 2);
    await on.publisher.publish(changed(2), { deltas: [delta] });
    on.hosts.files.set(`${BASE}o/${delta.sha256}`, status(404));
    expect((await on.update()).problem).toBeUndefined();
    expect(await on.marking()).toBe(2);
  });

  it('is left alone where it is dear', async () => {
    // Everything changes: the delta holds as much as the packs.
    const all = on.publisher.list(2, NAMES);
    const list = {
      ...all,
      identifiers: all.identifiers.map((one) => ({ ...one, note: { en: 'Looked at again.' } })),
    };
    await on.publisher.manifest(list);
    const delta = await on.publisher.delta(1, 2);
    await on.publisher.publish(list, { deltas: [delta] });
    const before = on.hosts.asked.length;
    await on.update();
    expect(on.hosts.paths().slice(before)).not.toContain(`${BASE}o/${delta.sha256}`);
    expect(await on.marking()).toBe(2);
  });

  it('from another version is none', async () => {
    await on.publisher.publish(changed(2));
    await on.publisher.manifest(changed(3));
    const delta = await on.publisher.delta(2, 3);
    await on.publisher.publish(changed(3), { deltas: [delta] });
    const before = on.hosts.asked.length;
    await on.update();
    expect(on.hosts.paths().slice(before)).not.toContain(`${BASE}o/${delta.sha256}`);
    expect(await on.marking()).toBe(3);
  });
});

it('what was fetched before an update broke off is not fetched again', async () => {
  const manifest = await on.publisher.publish(on.publisher.list(2, NAMES + 300));
  const packs = [...on.publisher.objects(2).keys()].filter((sha256) => sha256 !== manifest.index.sha256);
  const [pack] = packs;
  const bytes = on.hosts.files.get(`${BASE}o/${pack}`) ?? '';
  on.hosts.files.set(`${BASE}o/${pack}`, status(500));
  await on.update();
  on.hosts.files.set(`${BASE}o/${pack}`, bytes);
  on.restart();
  const before = on.hosts.asked.length;
  await on.update();
  const asked = on.hosts.paths().slice(before);
  expect(asked).not.toContain(`${BASE}o/${manifest.index.sha256}`);
  expect(asked).toContain(`${BASE}o/${pack}`);
  expect(await on.marking()).toBe(2);
});
