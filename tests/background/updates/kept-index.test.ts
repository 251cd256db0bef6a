import { beforeEach, describe, expect, it, vi } from 'vitest';
import browser from '../../fakes/browser.ts';
import { Setting } from './setting.ts';

let on: Setting;
beforeEach(async () => {
  on = new Setting();
  await on.begin();
});

const PAGE = { id: 'statemark', url: 'https://x.com/', tab: { id: 1 } as never, frameId: 0 };
const KEYS = ['x@name3', 'x@sampleoutlet', 'x@nobody'];

/** What a page is told by a worker that has just been woken, and whether it read a list for it. */
async function woken(): Promise<{ said: string[]; read: boolean }> {
  on.restart();
  const reading = vi.spyOn(on.library, 'lists');
  const { verdicts } = await on.handlers.lookup({ keys: KEYS }, PAGE);
  return { said: verdicts.map(([key]) => key), read: reading.mock.calls.length > 0 };
}

/** The worker has read its lists, and had the time to keep what it made of them. */
async function settled(): Promise<void> {
  await on.library.lists();
  await vi.waitFor(async () => expect(await browser.storage.session.get('index')).toHaveProperty('index'));
}

describe('a worker that is woken by a page', () => {
  it('answers as the one before it did, without reading a list', async () => {
    await on.publisher.publish(on.publisher.list(1));
    await on.add();
    await settled();
    const before = await on.handlers.lookup({ keys: KEYS }, PAGE);
    expect(before.verdicts.map(([key]) => key)).toEqual(['x@name3', 'x@sampleoutlet']);
    expect(await woken()).toEqual({ said: ['x@name3', 'x@sampleoutlet'], read: false });
    expect(await on.handlers.lookup({ keys: KEYS }, PAGE)).toEqual(before);
  });

  it.each<[string, () => Promise<unknown>, said: string[]]>([
    [
      'a list was switched off without a word to it',
      () => browser.storage.local.set({ settings: { version: 1, lists: [{ id: 'news', on: false }] } }),
      ['x@sampleoutlet'],
    ],
    ['a list was forgotten', () => browser.storage.local.remove('list:news'), ['x@sampleoutlet']],
    [
      'an update was cut off',
      async () => {
        const { 'list:news': record } = (await browser.storage.local.get('list:news')) as Record<string, object>;
        const floor = { epoch: 0, version: 2, hash: 'f'.repeat(64) };
        await browser.storage.local.set({ 'list:news': { ...record, floor } });
      },
      ['x@name3', 'x@sampleoutlet'],
    ],
    ['tabs have another filter', () => browser.storage.local.remove('tabFilter'), ['x@name3', 'x@sampleoutlet']],
    [
      'a day has passed',
      async () => {
        on.now += 24 * 3_600_000;
      },
      ['x@name3', 'x@sampleoutlet'],
    ],
    ['the browser was closed', () => browser.storage.session.clear(), ['x@name3', 'x@sampleoutlet']],
  ])('reads the lists anew when %s', async (_, change, said) => {
    await on.publisher.publish(on.publisher.list(1));
    await on.add();
    await settled();
    await change();
    expect(await woken()).toEqual({ said, read: true });
  });

  it('answers from the new version after an update', async () => {
    await on.publisher.publish(on.publisher.list(1));
    await on.add();
    await settled();
    await on.publisher.publish(on.publisher.list(2, 12));
    await on.update();
    await settled();
    on.restart();
    const { verdicts } = await on.handlers.lookup({ keys: ['x@name9', '*#version1', '*#version2'] }, PAGE);
    expect(verdicts.map(([key]) => key)).toEqual(['x@name9', '*#version2']);
  });
});
