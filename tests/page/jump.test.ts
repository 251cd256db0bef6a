// @vitest-environment happy-dom
import '../fakes/page.ts';
import { beforeEach, describe, expect, it, test, vi } from 'vitest';
import { markToward, type Standing } from '../../src/page/jump.ts';
import { installPage } from '../fakes/page.ts';

/** Marks of a page that is 100 px high, by their distance from its upper edge. */
function at(...tops: number[]): Standing[] {
  return tops.map((top) => {
    const after = document.createElement('a');
    vi.spyOn(after, 'getBoundingClientRect').mockReturnValue({ top } as DOMRect);
    return { match: { after }, chip: undefined };
  });
}

beforeEach(() => {
  installPage();
  vi.stubGlobal('innerHeight', 100);
});

describe('from where the reader is', () => {
  test.each<[string, number[], 1 | -1, number]>([
    ['the first below the edge', [-50, -1, 0, 40], 1, 2],
    ['the first one, when all are above', [-50, -20], 1, 0],
    ['the last above the edge', [-50, -20, 0, 40], -1, 1],
    ['the last one, when none is above', [0, 40], -1, 1],
    ['the only one', [500], 1, 0],
    ['the only one', [500], -1, 0],
  ])('%s', (_, tops, by, expected) => {
    const marks = at(...tops);
    expect(markToward(marks, by, undefined)).toBe(marks[expected]);
  });
});

describe('from the last one', () => {
  test.each<[string, number, 1 | -1, number]>([
    ['on', 0, 1, 1],
    ['back', 1, -1, 0],
    ['on, round the page', 2, 1, 0],
    ['back, round the page', 0, -1, 2],
  ])('%s', (_, last, by, expected) => {
    const marks = at(10, 20, 30);
    expect(markToward(marks, by, marks[last])).toBe(marks[expected]);
  });

  it('only while it is on the screen', () => {
    const marks = at(-900, 10, 20);
    expect(markToward(marks, 1, marks[0])).toBe(marks[1]);
    expect(markToward(marks, -1, marks[0])).toBe(marks[0]);
  });

  it('or while its chip has the focus, wherever it has been scrolled to', () => {
    const marks = at(-900, -800, 20);
    const host = document.createElement('button');
    document.body.append(host);
    host.focus();
    const [first] = marks as [Standing];
    first.chip = { host };
    expect(markToward(marks, 1, first)).toBe(marks[1]);
  });

  it('unless the page has taken it away', () => {
    const marks = at(10, 20);
    const [gone] = at(5);
    expect(markToward(marks, 1, gone)).toBe(marks[0]);
  });
});

describe('within a frame', () => {
  test.each<[string, number, 1 | -1, number | undefined]>([
    ['on', 0, 1, 1],
    ['not on from the last', 2, 1, undefined],
    ['not back from the first', 0, -1, undefined],
  ])('%s', (_, last, by, expected) => {
    const marks = at(10, 20, 30);
    expect(markToward(marks, by, marks[last], 'within')).toBe(expected === undefined ? undefined : marks[expected]);
  });

  it('not round, when the reader has gone past all of them', () => {
    expect(markToward(at(-50, -20), 1, undefined, 'within')).toBeUndefined();
  });

  it('that is entered: from its first, or backwards from its last', () => {
    const marks = at(-50, 10, 20);
    expect(markToward(marks, 1, marks[1], 'enter')).toBe(marks[0]);
    expect(markToward(marks, -1, marks[1], 'enter')).toBe(marks[2]);
  });
});

it('goes nowhere where there is no mark', () => {
  expect(markToward([], 1, undefined)).toBeUndefined();
  expect(markToward([], -1, at(0)[0])).toBeUndefined();
});
