import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KillPoint } from '../../../src/background/updates/kill-names.ts';
import { listOf } from '../../fixtures/list-of.ts';
import { launchBrowser } from '../../harness/browser.ts';
import { builtWithKillPoints } from '../../harness/build.ts';
import { published } from '../../harness/list-host.ts';
import { sampleList } from '../../sites/list.ts';
import { inEachBrowser, type Stage, until } from '../sample.ts';
import { ask, stateOf } from './asking.ts';
import { comesBack, type KillScene, killBackground, opened, updateUntil } from './kill-run.ts';
import { type Subscribed, subscribed } from './subscribed.ts';

/** What befalls a whole machine: the browser ends with SIGKILL, the database is gone. */
inEachBrowser('after a fault', (kind) => {
  let all: Subscribed;
  let on: Stage;
  let scene: KillScene;

  beforeAll(async () => {
    all = await subscribed(kind, builtWithKillPoints(kind));
    ({ on, scene } = all);
  });
  afterAll(() => all.close());

  /** The same profile, the same server, another process. */
  async function crash(): Promise<void> {
    const { session, server } = on;
    await session.crash();
    const options = { extensionDir: all.extensionDir, port: server.port, headless: true, profile: session.profile };
    on.session = await launchBrowser(kind, options);
    scene.page = await opened(on.session);
  }

  describe.each<KillPoint>(['object-stored', 'flipping', 'flipped'])('the browser killed at %s', (point) => {
    it('finds one list whole, and the next update heals', async () => {
      const next = await updateUntil(scene, point);
      await crash();
      await comesBack(scene, point, next);
    });
  });

  it('the bundled list marks without a database, older versions are still refused, and the next update heals', async () => {
    await scene.page.evaluate(async () => {
      await new Promise((done) => {
        const request = indexedDB.deleteDatabase('statemark');
        request.onsuccess = done;
        request.onerror = done;
      });
    });
    await killBackground(on, scene);
    const bundled = sampleList();
    const answer = await scene.page.evaluate(
      async (asked) => {
        const { chrome } = globalThis as unknown as {
          chrome: { runtime: { sendMessage(m: object): Promise<unknown> } };
        };
        return JSON.stringify(await chrome.runtime.sendMessage({ type: 'evidence', data: asked }));
      },
      { list: bundled.list.id, identifier: bundled.identifiers[0]?.id },
    );
    expect(JSON.parse(answer)).not.toBeNull();
    const good = scene.host.current;
    scene.host.current = await published(listOf(scene.version - 1), scene.key);
    await ask(scene.page, 'updateLists', { id: 'newsroom' });
    // What is lost and what was refused are told beside one another, whichever was found last.
    expect(await stateOf(scene.page, 'newsroom')).toMatchObject({ problem: { code: 'rolled-back' }, lost: {} });
    scene.host.current = good;
    await ask(scene.page, 'updateLists', { id: 'newsroom' });
    const healed = await until(
      () => stateOf(scene.page, 'newsroom'),
      (state) => state?.problem === undefined && state?.lost === undefined,
    );
    expect([healed?.version, healed?.identifiers, healed?.problem, healed?.lost]).toEqual([
      scene.version,
      40,
      undefined,
      undefined,
    ]);
  });
});
