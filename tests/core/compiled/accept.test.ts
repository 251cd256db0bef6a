import { describe, expect, it, test } from 'vitest';
import { accept, type Decision, freshness, type Held } from '../../../src/core/compiled/accept.ts';
import type { Manifest } from '../../../src/core/compiled/manifest.ts';
import { manifest, SHA } from './fixtures.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const HASH = SHA;
const NOW = Date.parse('2026-11-22T00:00:00.000Z');
const at = (ms: number) => new Date(ms).toISOString();

const HELD: Held = { list: 'sample', epoch: 1, version: 6, hash: 'cd'.repeat(32), identifiers: 1000 };

interface Case {
  offered?: Partial<Manifest>;
  identifiers?: number;
  held?: Partial<Held> | null;
  floor?: { epoch: number; version: number };
  rotated?: boolean;
  hash?: string;
}

function decide({ offered, identifiers = 1000, held = {}, floor, rotated, hash = HASH }: Case): Decision {
  const counts = { ...manifest().counts, identifiers };
  const whole = manifest({ epoch: 1, version: 7, counts, ...offered });
  return accept(whole, hash, held === null ? undefined : { ...HELD, ...held }, floor, NOW, rotated);
}

describe('installed', () => {
  test.each<[string, Case]>([
    ['the next version', {}],
    ['a version far above', { offered: { version: 2 ** 31 - 1 } }],
    ['the first of all', { held: null }],
    ['the first, at the floor', { held: null, floor: { epoch: 1, version: 7 } }],
    ['the first, in a later epoch than the floor', { held: null, floor: { epoch: 0, version: 99 } }],
    ['a version above held and floor', { floor: { epoch: 1, version: 6 } }],
    ['a new epoch under the announced key', { offered: { epoch: 2, version: 1 }, rotated: true }],
    [
      'a new epoch that begins below the floor of the old',
      {
        offered: { epoch: 2, version: 1 },
        rotated: true,
        floor: { epoch: 1, version: 2 ** 31 - 1 },
      },
    ],
    ['expired for 47 hours, on a clock that may be wrong', { offered: { expires: at(NOW - 47 * HOUR) } }],
    ['created in 47 hours', { offered: { created: at(NOW + 47 * HOUR) } }],
    ['a fifth fewer', { identifiers: 800 }],
    ['ten times as many', { identifiers: 10_000 }],
    ['many times as many, of few', { identifiers: 1000, held: { identifiers: 3 } }],
    ['a fifth replaced', { held: { removedShare: 0.2 } }],
    ['from nothing to a few', { identifiers: 900, held: { identifiers: 0 } }],
    ['from a few to nothing, where nothing was', { identifiers: 0, held: { identifiers: 0 } }],
  ])('%s', (_, of) => {
    expect(decide(of)).toEqual({ decision: 'install' });
  });
});

describe('left as it is', () => {
  test.each<[string, Case]>([
    ['the very same', { held: { version: 7, hash: HASH } }],
    [
      'the very same, expired by now',
      {
        offered: { expires: at(NOW - 30 * DAY) },
        held: { version: 7, hash: HASH },
      },
    ],
    ['the very same, with a floor above it', { held: { version: 7, hash: HASH }, floor: { epoch: 1, version: 9 } }],
  ])('%s', (_, of) => {
    expect(decide(of)).toEqual({ decision: 'current' });
  });
});

describe('refused', () => {
  test.each<[string, Case, string]>([
    ['another list', { offered: { list: 'other' } }, 'wrong-list'],
    ['another list of the same hash', { offered: { list: 'other' }, held: { version: 7, hash: HASH } }, 'wrong-list'],
    ['an older version', { offered: { version: 5 } }, 'rolled-back'],
    ['the same version with other bytes', { held: { version: 7 } }, 'equivocation'],
    ['an older epoch', { offered: { epoch: 0, version: 99 } }, 'rolled-back'],
    ['above what is held, below the floor', { floor: { epoch: 1, version: 8 } }, 'rolled-back'],
    ['above what is held, in an epoch below the floor', { floor: { epoch: 2, version: 1 } }, 'rolled-back'],
    ['the first, below the floor', { held: null, floor: { epoch: 1, version: 8 } }, 'rolled-back'],
    ['a new epoch under the old key', { offered: { epoch: 2, version: 1 } }, 'bad-key'],
    ['a new key in the old epoch', { rotated: true }, 'bad-key'],
    ['a new key in the old epoch and version', { held: { version: 7, hash: HASH }, rotated: true }, 'bad-key'],
    ['a new key two epochs on', { offered: { epoch: 3, version: 1 }, rotated: true }, 'bad-key'],
    ['a new key in an older epoch', { offered: { epoch: 0 }, rotated: true }, 'rolled-back'],
    ['a new key where nothing is held', { held: null, rotated: true }, 'bad-key'],
    ['expired for 49 hours', { offered: { expires: at(NOW - 49 * HOUR) } }, 'expired'],
    ['the first, expired', { held: null, offered: { expires: at(NOW - 49 * HOUR) } }, 'expired'],
    ['created in 49 hours', { offered: { created: at(NOW + 49 * HOUR) } }, 'bad-form'],
    ['older and much smaller', { offered: { version: 5 }, identifiers: 1 }, 'rolled-back'],
  ])('%s', (_, of, problem) => {
    expect(decide(of)).toEqual({ decision: 'refuse', problem, detail: expect.stringMatching(/./) });
  });
});

describe('asked about', () => {
  test.each<[string, Case, string]>([
    ['more than a fifth fewer', { identifiers: 799 }, 'shrunk'],
    ['none left', { identifiers: 0 }, 'shrunk'],
    ['as many, but more than a fifth of them others', { held: { removedShare: 0.21 } }, 'shrunk'],
    ['more than ten times as many', { identifiers: 10_001 }, 'grown'],
    ['more than a thousand from nothing', { identifiers: 1001, held: { identifiers: 0 } }, 'grown'],
    ['a new epoch that shrank', { offered: { epoch: 2, version: 1 }, rotated: true, identifiers: 10 }, 'shrunk'],
  ])('%s', (_, of, why) => {
    expect(decide(of)).toEqual({ decision: 'ask', why });
  });
});

describe('how fresh a list is', () => {
  const expires = at(NOW);
  test.each([
    [-365 * DAY, 'fresh'],
    [0, 'fresh'],
    [48 * HOUR, 'fresh'],
    [48 * HOUR + 1, 'stale'],
    [180 * DAY, 'stale'],
    [180 * DAY + 1, 'stopped'],
    [3650 * DAY, 'stopped'],
  ])('%d ms after its expiry it is %s', (over, expected) => {
    expect(freshness(expires, NOW + over)).toBe(expected);
  });

  it('an expiry that cannot be read stops it', () => {
    expect(freshness('soon', NOW)).toBe('stopped');
  });
});
