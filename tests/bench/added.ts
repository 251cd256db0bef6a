import type { Shares } from './shares.ts';
import { type Estimate, estimate, mean } from './statistics.ts';

/** What is compared: the page alone, the least that an extension can do, and Statemark. */
export const WITH = ['none', 'floor', 'statemark'] as const;
export type With = (typeof WITH)[number];

/** The same posts, scrolled with each in turn. */
export type Piece = Record<With, Shares>;

/** What an extension adds to the work of a page, all in milliseconds for a piece. */
export interface Added {
  all: Estimate;
  /** Its own script, exactly as traced. */
  script: Estimate;
  /** Layout, style and paint that the page has more of; in `all` only where `draws`. */
  drawing: Estimate;
  /** More is laid out or styled than in the page alone, more often than chance would have it. */
  draws: boolean;
  /** Collections of garbage that the page has more of; never in `all`. */
  garbage: Estimate;
}

export function addedBy(name: With, pieces: readonly Piece[]): Added {
  const draws = drawsMore(name, pieces);
  const of = (work: (piece: Piece) => number): Estimate => estimate(pieces, (some) => mean(some.map(work)));
  return {
    all: of((piece) => addedIn(piece, name, draws)),
    script: of((piece) => piece[name].extension),
    drawing: of((piece) => moreDrawing(piece, name)),
    draws,
    garbage: of((piece) => piece[name].garbage - piece.none.garbage),
  };
}

/** How many times what the floor adds Statemark adds. */
export function timesFloor(pieces: readonly Piece[]): Estimate {
  const draws = { floor: drawsMore('floor', pieces), statemark: drawsMore('statemark', pieces) };
  const all = (some: readonly Piece[], name: 'floor' | 'statemark'): number =>
    mean(some.map((piece) => addedIn(piece, name, draws[name])));
  return estimate(pieces, (some) => all(some, 'statemark') / all(some, 'floor'));
}

/**
 * Times differ between two runs of the same by more than a small extension adds; how often something was laid out
 * hardly does. So a time counts only where there was more to do.
 */
function drawsMore(name: With, pieces: readonly Piece[]): boolean {
  const more = (some: readonly Piece[]): number => mean(some.map((one) => one[name].drawings - one.none.drawings));
  return estimate(pieces, more).low > 0;
}

function addedIn(piece: Piece, name: With, draws: boolean): number {
  return piece[name].extension + (draws ? moreDrawing(piece, name) : 0);
}

/**
 * Against the page alone. The page's own script does the same with each, so what it took is the clock: it tells how
 * fast the machine was in the meantime, which differs by more than is to be measured.
 */
export function moreDrawing(piece: Piece, name: With): number {
  const { [name]: one, none } = piece;
  return drawing(one) * (none.script / one.script) - drawing(none);
}

function drawing({ layout, style, paint }: Shares): number {
  return layout + style + paint;
}
