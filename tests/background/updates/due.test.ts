import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ALARM, armAlarm } from '../../../src/background/updates/alarm.ts';
import { keepAwake } from '../../../src/background/updates/keep-awake.ts';
import { UPDATE_PROGRESS } from '../../../src/list-messages.ts';
import browser, { fake } from '../../fakes/browser.ts';
import { NOW } from '../packaged.ts';
import { status } from './host.ts';
import { ADDRESS, Publisher } from './publisher.ts';
import { OURS, Setting } from './setting.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let on: Setting;
beforeEach(async () => {
  on = new Setting();
  await on.begin();
  await on.publisher.publish(on.publisher.list(1));
});
afterEach(() => on.hosts.close());

const alarm = () => fake.alarms.get(ALARM)?.scheduledTime;

describe('the alarm', () => {
  it.each<[string, number | undefined, number | undefined, number | undefined]>([
    ['is made when none is there', undefined, NOW + DAY, NOW + DAY],
    ['is left alone when it is there', NOW + DAY, NOW + DAY, NOW + DAY],
    ['is left alone when it is nearly right', NOW + DAY + 1_000, NOW + DAY, NOW + DAY + 1_000],
    ['is left alone when it comes earlier', NOW + MINUTE, NOW + DAY, NOW + MINUTE],
    ['is made anew when it comes too late', NOW + DAY, NOW + 5 * MINUTE, NOW + 5 * MINUTE],
    ['is made anew when it should long have come', NOW - DAY, NOW + DAY, NOW + DAY],
    ['comes in a minute when something is due', undefined, NOW - DAY, NOW + MINUTE],
    ['goes when nothing is ever due', NOW + DAY, undefined, undefined],
    ['is not made when nothing is ever due', undefined, undefined, undefined],
  ])('%s', async (_, known, due, wanted) => {
    if (known !== undefined) await browser.alarms.create(ALARM, { when: known });
    await armAlarm(due, NOW);
    expect(alarm()).toBe(wanted);
  });

  it('comes a day after a list was added, and is not made anew at each start', async () => {
    await on.add();
    const { nextCheck } = await on.state();
    expect(nextCheck).toBe(NOW + DAY);
    expect(alarm()).toBe(nextCheck);
    const create = vi.spyOn(browser.alarms, 'create');
    for (let i = 0; i < 3; i++) {
      on.now += MINUTE;
      on.restart();
      await on.library.open();
    }
    expect(create).not.toHaveBeenCalled();
  });

  it('is made again at the next start after the browser has lost it', async () => {
    await on.add();
    fake.alarms.clear();
    on.restart();
    await on.library.open();
    expect(alarm()).toBe((await on.state()).nextCheck);
  });
});

describe('what is due', () => {
  it('is asked for at the next start, and then not again until it is due', async () => {
    await on.add();
    await on.publisher.publish(on.publisher.list(2));
    on.now += 3 * DAY;
    on.restart();
    await on.library.open();
    expect(await on.marking()).toBe(2);
    const asked = on.hosts.asked.length;
    on.restart();
    await on.library.open();
    await on.library.updater.updateDue();
    expect(on.hosts.asked.length).toBe(asked);
    expect((await on.state()).nextCheck).toBe(on.now + DAY);
  });

  it('is asked for as often as the publisher says', async () => {
    await on.publisher.publish(on.publisher.list(1), { every: 12 });
    await on.add();
    await on.update();
    expect((await on.state()).nextCheck).toBe(NOW + DAY / 2);
  });

  it('is asked for once, though the start and the alarm both say so', async () => {
    await on.add();
    on.now += 3 * DAY;
    on.restart();
    const before = on.hosts.asked.length;
    await Promise.all([on.library.open(), on.library.updater.updateDue(), on.library.updater.updateDue()]);
    expect(on.hosts.asked.length).toBe(before + 1);
  });

  it('is asked for one list at a time, the other minutes later', async () => {
    const other = await new Publisher(on.hosts, 'other').begin();
    const base = 'https://lists.example.org/other/';
    await other.publish(other.list(1), {}, base);
    await on.add();
    const asked = { address: `${base}watchlist.jws`, fingerprint: other.signer.key.fingerprint };
    expect(await on.handlers.addList(asked, OURS)).toEqual({ ok: true });
    on.now += 3 * DAY;
    on.restart();
    const before = on.hosts.asked.length;
    await on.library.open();
    expect(on.hosts.asked.length).toBe(before + 1);
    expect(alarm()).toBe(on.now + 3 * MINUTE);
    on.now += 3 * MINUTE;
    await on.library.updater.updateDue();
    expect(new Set(on.hosts.paths().slice(before))).toEqual(new Set([ADDRESS, `${base}watchlist.jws`]));
  });

  it('waits after an attempt that was cut off, so that a crash does not hammer on the host', async () => {
    await on.add();
    on.now += 3 * DAY;
    on.restart();
    let seen: unknown;
    on.hosts.files.set(ADDRESS, (_request, response) => {
      void browser.storage.local.get('list:news').then((row) => {
        seen = (row['list:news'] as { nextDue: number }).nextDue;
        response.writeHead(404).end();
      });
    });
    await on.library.open();
    expect(seen).toBe(on.now + 15 * MINUTE);
  });

  it('is not asked for without the permission for its host', async () => {
    await on.add();
    fake.origins.clear();
    const before = on.hosts.asked.length;
    const state = await on.update();
    expect(state.problem?.code).toBe('no-permission');
    expect(on.hosts.asked.length).toBe(before);
    expect(await on.marking()).toBe(1);
  });
});

describe('cancelling', () => {
  it('ends what waits for its turn too, and leaves no trace in the history', async () => {
    await on.add();
    let release: (() => void) | undefined;
    on.hosts.files.set(ADDRESS, (_request, response) => {
      release = () => response.writeHead(404).end();
    });
    const before = on.hosts.asked.length;
    const all = Promise.all([on.update(), on.update(), on.update()]);
    await vi.waitFor(() => expect(release).toBeDefined());
    await on.handlers.cancelUpdate(null, OURS);
    const [state] = await all;
    expect(state.problem).toBeUndefined();
    expect(state.history.map(({ outcome }) => outcome)).toEqual(['installed']);
    expect(on.hosts.asked.length).toBe(before + 1);
    expect(await browser.storage.session.get(UPDATE_PROGRESS)).toEqual({});
    release?.();
  });

  it('of an addition leaves nothing', async () => {
    for (const [url] of on.hosts.files) {
      if (url.includes('/o/')) {
        on.hosts.files.set(url, (_request, response) => {
          response.writeHead(200);
          void on.handlers.cancelUpdate(null, OURS);
        });
      }
    }
    expect(await on.add()).toEqual({ ok: false, problem: 'cancelled' });
    expect((await on.states()).map(({ id }) => id)).toEqual(['sample']);
  });

  it('leaves the next update be', async () => {
    await on.add();
    await on.handlers.cancelUpdate(null, OURS);
    await on.publisher.publish(on.publisher.list(2));
    expect((await on.update()).version).toBe(2);
  });
});

it('the progress of an update that was cut off is taken back at the next start', async () => {
  await browser.storage.session.set({ [UPDATE_PROGRESS]: { list: 'news', step: 'fetching', done: 1, total: 2 } });
  on.hosts.files.set(ADDRESS, status(500));
  await on.library.open();
  expect(await browser.storage.session.get(UPDATE_PROGRESS)).toEqual({});
});

it('the worker is kept awake while there is work, and no longer', async () => {
  vi.useFakeTimers();
  try {
    let done: (() => void) | undefined;
    const work = keepAwake(() => new Promise<void>((resolve) => (done = resolve)));
    await vi.advanceTimersByTimeAsync(80_000);
    expect(fake.called('runtime.getPlatformInfo')).toHaveLength(3);
    done?.();
    await work;
    await vi.advanceTimersByTimeAsync(80_000);
    expect(fake.called('runtime.getPlatformInfo')).toHaveLength(3);
  } finally {
    vi.useRealTimers();
  }
});
