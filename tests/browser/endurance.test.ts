import { expect, it } from 'vitest';
import { builtExtension } from '../harness/build.ts';
import { HOUR } from '../harness/endurance/acts.ts';
import { endure } from '../harness/endurance/endure.ts';
import { inEachBrowser } from './sample.ts';

/** A small part of an hour, and the browser killed after it: `npm run bench -- --only endurance` is twelve hours. */
const SHARE = 0.1;

inEachBrowser('use in a hurry', (kind) => {
  // The long form is for both.
  it.runIf(kind === 'chrome')(
    'ends in no error, loses nothing, and leaves nothing over',
    async () => {
      const built = builtExtension(kind);
      const { acts, errors } = await endure({ kind, built, hours: 1, seed: 4711, restartAfter: 1, share: SHARE });
      expect(errors).toEqual([]);
      expect([...acts.keys()].sort()).toEqual(
        [...HOUR.map(([name]) => name), 'browsers killed and started again'].toSorted(),
      );
    },
    240_000,
  );
});
