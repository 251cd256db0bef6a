import { describe, expect, it } from 'vitest';
import { addedBy, type Piece, timesFloor } from './added.ts';
import type { Shares } from './shares.ts';

const PAGE: Shares = {
  extension: 0,
  script: 100,
  layout: 60,
  style: 40,
  paint: 100,
  garbage: 10,
  other: 90,
  longest: 20,
  drawings: 50,
};

/** Twelve pieces, on a machine whose speed differs from each to the next, and from each tab to the next. */
function pieces(statemark: Partial<Shares>, floor: Partial<Shares> = { extension: 5 }): Piece[] {
  return Array.from({ length: 12 }, (_, i) => ({
    none: slowed(PAGE, 1 + (i % 3) / 10),
    floor: slowed({ ...PAGE, ...floor }, 1 + (i % 4) / 10),
    statemark: slowed({ ...PAGE, ...statemark }, 1 + (i % 5) / 10),
  }));
}

function slowed(shares: Shares, times: number): Shares {
  const { drawings } = shares;
  return {
    ...(Object.fromEntries(Object.entries(shares).map(([part, ms]) => [part, times * ms])) as Shares),
    drawings,
  };
}

describe('what an extension adds', () => {
  it('is its script alone where it has nothing drawn, whatever the times say', () => {
    const added = addedBy('statemark', pieces({ extension: 40, layout: 70 }));
    expect(added.draws).toBe(false);
    expect(added.all).toEqual(added.script);
  });

  it('is also what is drawn more, on the clock of the page’s own script', () => {
    const added = addedBy('statemark', pieces({ extension: 40, layout: 70, drawings: 54 }));
    expect(added.draws).toBe(true);
    // 10 ms at the speed that the page alone had, which was 1.1 times as slow in the mean.
    expect(added.drawing.value).toBeCloseTo(11);
    expect(added.all.value).toBeCloseTo(added.script.value + 11);
  });

  it('is held against the floor, too, where that draws nothing', () => {
    const lucky = pieces({ extension: 40, paint: 110, drawings: 60 }, { extension: 5, paint: 110 });
    expect(addedBy('statemark', lucky).drawing.value).toBeCloseTo(11 / 2);
    const drawn = pieces({ extension: 40, paint: 110, drawings: 60 }, { extension: 5, paint: 110, drawings: 60 });
    expect(addedBy('statemark', drawn).drawing.value).toBeCloseTo(11);
  });

  it('does not count now one drawing more, now one less', () => {
    const some = pieces({ extension: 40 });
    for (const [i, { statemark }] of some.entries()) statemark.drawings += i % 2 === 0 ? 3 : -2;
    expect(addedBy('statemark', some).draws).toBe(false);
  });

  it('leaves collections of garbage out', () => {
    const more = addedBy('statemark', pieces({ extension: 40, garbage: 30 }));
    expect(more.all).toEqual(addedBy('statemark', pieces({ extension: 40 })).all);
    expect(more.garbage.value).toBeGreaterThan(15);
  });
});

describe('times the floor', () => {
  it('is one for the same', () => {
    const same = pieces({ extension: 5 }).map((piece) => ({ ...piece, statemark: piece.floor }));
    expect(timesFloor(same)).toEqual({ value: 1, low: 1, high: 1 });
  });

  it('holds the true value in its range', () => {
    const { value, low, high } = timesFloor(pieces({ extension: 40 }));
    expect(low).toBeLessThan(value);
    expect(low).toBeLessThan(8 * (1.2 / 1.15));
    expect(high).toBeGreaterThan(8);
  });

  it('counts what is drawn for either', () => {
    const drawn = { extension: 5, paint: 120, drawings: 60 };
    const plain = timesFloor(pieces({ extension: 5 })).value;
    expect(timesFloor(pieces(drawn)).value).toBeGreaterThan(4 * plain);
    expect(timesFloor(pieces({ extension: 5 }, drawn)).value).toBeLessThan(plain / 4);
  });
});
