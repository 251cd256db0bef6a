import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ListStore } from '../../../src/background/updates/list-store.ts';
import { fake } from '../../fakes/browser.ts';
import { OURS, Setting } from './setting.ts';

let on: Setting;
beforeEach(async () => {
  on = await Setting.withList();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await on.hosts.close();
});

const LEFT = 'f'.repeat(64);

async function putLeft(): Promise<void> {
  await on.library.store.putParts(new Map([[LEFT, new Uint8Array(3)]]), async () => undefined);
}

const parts = async (): Promise<string[]> => (await on.rows()).parts;

describe('what lies in the database', () => {
  it('is not gone through by name when nothing is new, nor for a new version', async () => {
    const named = vi.spyOn(ListStore.prototype, 'partNames');
    expect((await on.update()).history[0]?.outcome).toBe('unchanged');
    await on.publisher.publish(on.publisher.list(2));
    expect((await on.update()).version).toBe(2);
    expect(named).not.toHaveBeenCalled();
    expect(await on.marking()).toBe(2);
  });

  it('is no more after a new version than if that had been the first', async () => {
    await on.publisher.publish(on.publisher.list(2));
    await on.update();
    const updated = await parts();
    await on.handlers.removeList({ id: 'news' }, OURS);
    expect(await parts()).toEqual([]);
    // Nothing may be asked of its host any more.
    fake.origins.add('https://lists.example.org/*');
    await on.add();
    expect(await parts()).toEqual(updated);
  });

  it('and that no list needs goes with the next update, new or not', async () => {
    const before = await parts();
    await putLeft();
    await on.update();
    expect(await parts()).toEqual(before);
  });

  it('in the place of a part that is missing is found out when the list is read, which comes again', async () => {
    const before = await parts();
    const [index] = (await on.rows()).meta.map((row) => (row as { active: { index: string } }).active.index);
    const [gone = ''] = before.filter((name) => name !== index);
    await putLeft();
    await on.library.store.deleteParts([gone]);
    // As many as there should be: nothing is noticed yet.
    await on.update();
    on.restart();
    expect(await on.marking()).toBe(0);
    expect((await on.state()).lost).toBeDefined();
    expect((await on.update()).lost).toBeUndefined();
    expect(await on.marking()).toBe(1);
    expect(await parts()).toEqual(before);
  });
});
