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
  /** More is laid out or styled than in the page alone. */
  draws: boolean;
  /** Collections of garbage that the page has more of; never in `all`. */
  garbage: Estimate;
}

export function addedBy(name: With, pieces: readonly Piece[]): Added {
  const draws = drawsMore(name, pieces);
  const of = (work: (piece: Piece) => number): Estimate => estimate(pieces, (some) => mean(some.map(work)));
  const more = moreDrawing(name, pieces);
  return {
    all: of((piece) => piece[name].extension + (draws ? more(piece) : 0)),
    script: of((piece) => piece[name].extension),
    drawing: of(more),
    draws,
    garbage: of((piece) => piece[name].garbage - piece.none.garbage),
  };
}

/** How many times what the floor adds Statemark adds. */
export function timesFloor(pieces: readonly Piece[]): Estimate {
  const [ours, floor] = (['statemark', 'floor'] as const).map((name) => {
    const more = drawsMore(name, pieces) ? moreDrawing(name, pieces) : () => 0;
    return (some: readonly Piece[]): number => mean(some.map((piece) => piece[name].extension + more(piece)));
  }) as [(some: readonly Piece[]) => number, (some: readonly Piece[]) => number];
  return estimate(pieces, (some) => ours(some) / floor(some));
}

/**
 * Times differ between two runs of the same by more than a small extension adds; how often something was laid out or
 * styled does not, but for a frame now and then. So a time counts only where there was more to do in most pieces.
 */
function drawsMore(name: With, pieces: readonly Piece[]): boolean {
  return 2 * pieces.filter((piece) => piece[name].drawings > piece.none.drawings).length > pieces.length;
}

/**
 * What is drawn more in a piece, against the page alone and, where that one draws nothing, the page with the floor.
 * The page's own script does the same with each, so what it took is the clock: it tells how fast the machine was in
 * the meantime, which differs by more than is to be measured.
 */
export function moreDrawing(name: With, pieces: readonly Piece[]): (piece: Piece) => number {
  const against: With[] = name === 'floor' || drawsMore('floor', pieces) ? ['none'] : ['none', 'floor'];
  return (piece) =>
    piece.none.script * (drawingOf(piece[name]) - mean(against.map((other) => drawingOf(piece[other]))));
}

/** Times the page's own script. */
function drawingOf({ layout, style, paint, script }: Shares): number {
  return (layout + style + paint) / script;
}
