import { afterAll, beforeAll, expect, it } from 'vitest';
import { listOf } from '../../fixtures/list-of.ts';
import { builtExtension } from '../../harness/build.ts';
import { LIST_ADDRESS, LIST_HOST, ListHost, makeKey, published } from '../../harness/list-host.ts';
import { grantHosts } from '../../harness/with-hosts.ts';
import { type ExtensionCopy, withLists } from '../../harness/with-list.ts';
import { sampleList } from '../../sites/list.ts';
import { inEachBrowser, type Stage, stage } from '../sample.ts';
import { ask } from './asking.ts';
import { comesBack, type KillScene, killBackground } from './kill-run.ts';

/** The named moments are those that somebody thought of. `KILL_MOMENTS=200` tries as many others. */
const MOMENTS = Number(process.env.KILL_MOMENTS ?? 3);
/** An update of a small list takes about as long. Milliseconds. */
const UPDATE_TAKES = 400;

inEachBrowser('an update that is cut off whenever', (kind) => {
  let extension: ExtensionCopy;
  let on: Stage;
  let scene: KillScene;

  beforeAll(async () => {
    extension = await withLists(builtExtension(kind), [{ list: sampleList() }]);
    grantHosts(extension.dir, [LIST_HOST]);
    const host = new ListHost();
    on = await stage(kind, { extensionDir: extension.dir, sites: [[LIST_HOST, host.handler]] });
    const key = await makeKey();
    host.current = await published(listOf(1), key);
    scene = { host, key, version: 1, page: await on.session.openExtensionPage('options.html') };
    const { fingerprint } = key;
    expect(await ask(scene.page, 'addList', { address: LIST_ADDRESS, fingerprint })).toEqual({ ok: true });
  });
  afterAll(async () => {
    await on.close();
    extension.remove();
  });

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
