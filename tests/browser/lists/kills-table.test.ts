import { afterAll, beforeAll, describe, it } from 'vitest';
import type { KillPoint } from '../../../src/background/updates/kill-names.ts';
import { builtWithKillPoints } from '../../harness/build.ts';
import { inEachBrowser, type Stage } from '../sample.ts';
import { comesBack, type KillScene, killBackground, updateUntil } from './kill-run.ts';
import { TABLE } from './list-sorts.ts';
import { type Subscribed, subscribed } from './subscribed.ts';

/** From the first part that is stored on, a list with a table of names goes ways of its own. */
const POINTS: readonly KillPoint[] = [
  'object-storing',
  'object-stored',
  'all-stored',
  'verified',
  'flipping',
  'flipped',
  'swept-again',
];

inEachBrowser('an update of a table of names that is cut off', (kind) => {
  let all: Subscribed;
  let on: Stage;
  let scene: KillScene;

  beforeAll(async () => {
    all = await subscribed(kind, builtWithKillPoints(kind), TABLE);
    ({ on, scene } = all);
  });
  afterAll(() => all.close());

  describe.each(POINTS)('at %s', (point) => {
    it('leaves one table whole, with its filter, and the next update heals', async () => {
      const next = await updateUntil(scene, point);
      await killBackground(on, scene);
      await comesBack(scene, point, next);
    });
  });
});
