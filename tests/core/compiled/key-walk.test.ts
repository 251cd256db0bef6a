import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/core/canonical.ts';
import { concat } from '../../../src/core/compiled/bytes.ts';
import { KeyWalk } from '../../../src/core/compiled/key-walk.ts';
import { isLikeIn, likeModel, likenessOf } from '../../../src/core/compiled/like-model.ts';
import { keyRecord, placeOf } from '../../../src/core/compiled/records.ts';
import { nameKey } from '../../../src/core/key.ts';
import { IDENTIFIER_KINDS, IDENTIFIER_PLATFORMS } from '../../../src/core/names.ts';
import { account } from '../../fixtures/list.ts';

const key = fc.oneof(
  fc.stringMatching(/^x@[a-z0-9_]{1,70}$/),
  fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }),
  fc.constantFrom('x@a', 'x@ab', 'x@ا', 'x@\u{1f600}', 'x@\uff21', '\ufeffx@a'),
);

function pageOf(keys: readonly string[]): Uint8Array {
  return concat(keys.map((one, i) => keyRecord(one, i, i % 2 === 0).bytes));
}

describe('a walk over a page of keys', () => {
  it('reads each as it was written, with its place and what it leads to', () => {
    const walk = new KeyWalk();
    fc.assert(
      fc.property(fc.array(key, { maxLength: 12 }), key, (keys, other) => {
        walk.open(pageOf(keys));
        for (const [i, one] of keys.entries()) {
          expect(walk.next()).toBe(true);
          expect([walk.text, walk.ownPlace, walk.place, walk.isShared]).toEqual([one, placeOf(one), i, i % 2 === 0]);
          expect(walk.isInOrder).toBe(i === 0 || compare(keys[i - 1] ?? '', one) < 0);
          expect(Math.sign(walk.compare(other))).toBe(compare(one, other));
          expect(walk.startsWith(other)).toBe(one.startsWith(other));
        }
        expect(walk.next()).toBe(false);
        expect(walk.isDone).toBe(true);
      }),
    );
  });

  it('ends at what is no key', () => {
    const page = pageOf(['x@one', 'x@two', 'x@سه']);
    const walk = new KeyWalk();
    const ends = [0, 11, 22, page.length];
    for (let length = 0; length <= page.length; length++) {
      walk.open(page.subarray(0, length));
      while (walk.next());
      expect([length, walk.isDone]).toEqual([length, ends.includes(length)]);
      expect(walk.next()).toBe(false);
    }
    const notText = pageOf(['x@one']);
    notText[4] = 0xff;
    expect(walk.open(notText).next()).toBe(false);
    expect(walk.isDone).toBe(false);
    const tooLong = new Uint8Array(700);
    tooLong.set([0x59, 0x02]);
    expect(walk.open(tooLong).next()).toBe(false);
  });
});

it('a key is like a row wherever an identifier can be made of the two', () => {
  const walk = new KeyWalk();
  const row = fc.record({
    platform: fc.constantFrom(...IDENTIFIER_PLATFORMS),
    kind: fc.constantFrom(...IDENTIFIER_KINDS),
  });
  const name = fc.oneof(
    fc.stringMatching(/^[a-z0-9_]{1,66}$/),
    fc.stringMatching(/^[A-Za-z0-9_.@#-]{1,12}$/),
    fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }),
  );
  fc.assert(
    fc.property(row, row, name, fc.boolean(), ({ platform, kind }, other, value, isFolded) => {
      const model = account({ platform, kind });
      const sign = other.kind === 'hashtag' ? '#' : '@';
      for (const one of [
        `${platform}${sign}${value}`,
        nameKey(isFolded ? platform : other.platform, isFolded ? kind : other.kind, value),
      ]) {
        if (!walk.open(keyRecord(one, 0).bytes).next()) continue;
        expect([one, isLikeIn(likenessOf(model), walk)]).toEqual([one, likeModel(model, walk.text) !== undefined]);
      }
    }),
    { numRuns: 2_000 },
  );
});
