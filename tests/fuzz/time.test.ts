import { describe, expect, it } from 'vitest';
import { PIECES, READERS, timeOf } from './time.ts';

const LEAST = 16_384;

/** Work doubles with the text: a regular expression that backtracks takes four or a thousand times as long. */
describe('time', { timeout: 240_000 }, () => {
  it.each(READERS)('%s: is in proportion to the text', (_, read) => {
    for (const piece of PIECES) {
      const text = piece.repeat(Math.ceil(LEAST / piece.length));
      const long = text.repeat(8);
      read(text);
      // A square would take sixty-four times as long. What takes no time to speak of is not compared, and what
      // another process may have slowed down is measured again.
      const isFair = (): boolean => {
        const took = timeOf(() => read(long));
        return took < 150 || took / timeOf(() => read(text)) < 32;
      };
      expect(isFair() || isFair() || isFair(), JSON.stringify(piece)).toBe(true);
    }
  });
});
