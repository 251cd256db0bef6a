import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KILL_POINTS } from '../../../src/background/updates/kill-names.ts';
import { listOf } from '../../fixtures/list-of.ts';
import { builtWithKillPoints } from '../../harness/build.ts';
import { published } from '../../harness/list-host.ts';
import { inEachBrowser, type Stage } from '../sample.ts';
import { ask, stateOf } from './asking.ts';
import { comesBack, type KillScene, killBackground, updateUntil } from './kill-run.ts';
import { type Subscribed, subscribed } from './subscribed.ts';

/** The background is ended at every moment of an update: the old list or the new one is whole, always. */
inEachBrowser('an update that is cut off', (kind) => {
  let all: Subscribed;
  let on: Stage;
  let scene: KillScene;

  beforeAll(async () => {
    all = await subscribed(kind, builtWithKillPoints(kind));
    ({ on, scene } = all);
  });
  afterAll(() => all.close());

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
