import type { VerdictKind } from './core/verdict.ts';

/**
 * One small family of symbols: a 16 × 16 box, one weight of line (`stroke: currentColor`, no fill, round ends;
 * 1.6 units wide beside 14 px text, 1.8 in the chip). Path data only, so that page and popup draw the same.
 */
export const SYMBOL_BOX = '0 0 16 16';

export type SymbolName = VerdictKind;

/**
 * The mark of Statemark itself: a label with an eye and two lines of words. Body filled, the eye left open
 * (even-odd), lines stroked. tests/icons.ts draws the extension's icons from it.
 */
export const BRAND = {
  body: 'M5.6 2.5h7.9A1.5 1.5 0 0 1 15 4v8a1.5 1.5 0 0 1-1.5 1.5H5.6a1.5 1.5 0 0 1-1.1-.5L1 9.1a1.6 1.6 0 0 1 0-2.2L4.5 3a1.5 1.5 0 0 1 1.1-.5zM3.4 8a1.25 1.25 0 1 0 2.5 0 1.25 1.25 0 0 0-2.5 0',
  lines: 'M8 6.5h4.5M8 9.5h2.8',
};

export const SYMBOLS: Record<SymbolName, string> = {
  /** Columns under a roof. */
  state: 'M2 6.2 8 2.6l6 3.6H2zM2.5 13.4h11M4.4 6.6v6.4M8 6.6v6.4M11.6 6.6v6.4',
  /** A folded newspaper. */
  outlet: 'M2 3h9v10H3.6A1.6 1.6 0 0 1 2 11.4zM11 6h3v5.4a1.5 1.5 0 0 1-3 0M4.6 6h3.8M4.6 8.4h3.8M4.6 10.6h2',
  /** Dots, linked. */
  operation:
    'M9.7 3.8a1.7 1.7 0 1 1-3.4 0 1.7 1.7 0 0 1 3.4 0M5.4 12a1.7 1.7 0 1 1-3.4 0 1.7 1.7 0 0 1 3.4 0M14 12a1.7 1.7 0 1 1-3.4 0 1.7 1.7 0 0 1 3.4 0M7.2 5.4 4.6 10.4M8.8 5.4l2.6 5M5.4 12h5.2',
  hashtag: 'M6.4 2 4.8 14M11.2 2 9.6 14M2.8 5.8h11M2.2 10.2h11',
  /** Two links of a chain. */
  site: 'M6.8 9.2a3 3 0 0 0 4.3 0l2-2a3 3 0 0 0-4.3-4.3l-.9.9M9.2 6.8a3 3 0 0 0-4.3 0l-2 2a3 3 0 0 0 4.3 4.3l.9-.9',
  /** Two rings that overlap. */
  'look-alike': 'M10 8a4 4 0 1 1-8 0 4 4 0 0 1 8 0M14 8a4 4 0 1 1-8 0 4 4 0 0 1 8 0',
};
