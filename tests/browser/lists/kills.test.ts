import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KILL_POINTS } from '../../../src/background/updates/kill-names.ts';
import { listOf } from '../../fixtures/list-of.ts';
import { builtWithKillPoints } from '../../harness/build.ts';
import { LIST_ADDRESS, LIST_HOST, ListHost, makeKey, published } from '../../harness/list-host.ts';
import { grantHosts } from '../../harness/with-hosts.ts';
import { type ExtensionCopy, withLists } from '../../harness/with-list.ts';
import { sampleList } from '../../sites/list.ts';
import { inEachBrowser, type Stage, stage } from '../sample.ts';
import { ask, stateOf } from './asking.ts';
import { comesBack, type KillScene, killBackground, updateUntil } from './kill-run.ts';

/** The background is ended at every moment of an update: the old list or the new one is whole, always. */
inEachBrowser('an update that is cut off', (kind) => {
  let extension: ExtensionCopy;
  let on: Stage;
  let scene: KillScene;

  beforeAll(async () => {
    extension = await withLists(builtWithKillPoints(kind), [{ list: sampleList() }]);
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

  it('can be cut off at fourteen points or more', () => {
    expect(KILL_POINTS.length).toBeGreaterThanOrEqual(14);
  });

  describe.each(KILL_POINTS)('at %s', (point) => {
    it('leaves one list whole, and the next update heals', async () => {
      const next = await updateUntil(scene, point);
      await killBackground(on, scene);
      await comesBack(scene, point, next);
    });
  });

  it('never takes an older version again, once it has verified a newer one', async () => {
    const older = scene.host.current;
    await updateUntil(scene, 'floor-raised');
    await killBackground(on, scene);
    scene.host.current = await published(listOf(scene.version - 1), scene.key);
    await ask(scene.page, 'updateLists', { id: 'newsroom' });
    expect((await stateOf(scene.page, 'newsroom'))?.problem?.code).toBe('rolled-back');
    scene.host.current = older;
  });
});
