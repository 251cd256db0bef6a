import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayHold } from '../../src/core/filter.ts';
import { buildFilter } from '../../src/core/filter-build.ts';
import { Gate } from '../../src/core/gate.ts';
import { accountKey, hashtagKeys, type Key } from '../../src/core/key.ts';
import { PLATFORMS } from '../../src/core/names.ts';

const names = fc.string({
  unit: fc.oneof(fc.constantFrom(...'aZ_.5éİكﻼ\u200c\u064f٣東ß𝐚'), fc.string({ unit: 'binary', maxLength: 1 })),
  maxLength: 10,
});

describe.each(PLATFORMS)('the gate of %s', (platform) => {
  it('says of a name what the filter says of its keys', () => {
    fc.assert(
      fc.property(fc.array(names, { maxLength: 30 }), fc.array(names, { maxLength: 30 }), (listed, strangers) => {
        const keys = listed.flatMap((name) => [...hashtagKeys(platform, name), accountKey(platform, name)]);
        const filter = buildFilter(keys.filter((_, i) => i % 5 !== 0));
        const gate = new Gate(filter, platform);
        const holds = (key: Key): boolean => mayHold(filter, key);
        for (const name of [...listed, ...strangers]) {
          expect(gate.hashtag(name)).toBe(hashtagKeys(platform, name).some(holds));
          expect(gate.account(name)).toBe(holds(accountKey(platform, name)));
        }
      }),
      { numRuns: 60 },
    );
  });
});

it('an empty filter lets nobody through', () => {
  const gate = new Gate(buildFilter([]), 'x');
  expect([gate.hashtag('a'), gate.account('a'), gate.hashtag('')]).toEqual([false, false, false]);
});
