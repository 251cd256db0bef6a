import { afterAll, beforeAll, it } from 'vitest';
import { listOf } from '../../fixtures/list-of.ts';
import { builtExtension } from '../../harness/build.ts';
import { published } from '../../harness/list-host.ts';
import { inEachBrowser, type Stage } from '../sample.ts';
import { comesBack, type KillScene, killBackground } from './kill-run.ts';
import { type Subscribed, subscribed } from './subscribed.ts';

/** The named moments are those that somebody thought of. `KILL_MOMENTS=200` tries as many others. */
const MOMENTS = Number(process.env.KILL_MOMENTS ?? 3);
/** An update of a small list takes about as long. Milliseconds. */
const UPDATE_TAKES = 400;

inEachBrowser('an update that is cut off whenever', (kind) => {
  let all: Subscribed;
  let on: Stage;
  let scene: KillScene;

  beforeAll(async () => {
    all = await subscribed(kind, builtExtension(kind));
    ({ on, scene } = all);
  });
  afterAll(() => all.close());

  // Later ones are tried as often as early ones, and each at another place.
  const moments = Array.from({ length: MOMENTS }, (_, i) => ((i + Math.random()) * UPDATE_TAKES) / MOMENTS);

  it.each(moments.map((ms) => [Math.round(ms), ms] as const))('after %i ms', async (_, ms) => {
    const next = await published(listOf(scene.version + 1), scene.key);
    scene.host.current = next;
    // The answer may never come: the worker that owes it is ended.
    await scene.page.evaluate(() => {
      const { chrome } = globalThis as unknown as { chrome: { runtime: { sendMessage(m: object): Promise<unknown> } } };
      chrome.runtime.sendMessage({ type: 'updateLists', data: { id: 'newsroom' } }).catch(() => undefined);
    });
    await new Promise((done) => setTimeout(done, ms));
    await killBackground(on, scene);
    // Nobody knows whether the flip was over: either version may be in use, and must be whole.
    await comesBack(scene, 'flipping', next);
  });
});
