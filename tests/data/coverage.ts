import type { Paragraph } from './covered.ts';
import { mek } from './covered-mek.ts';
import { reference } from './covered-reference.ts';

/** By the source's id in the list. */
export const COVERAGE = new Map<string, readonly Paragraph[]>([
  ['s-ref-en', reference],
  ['s-mek', mek],
]);

/** Lines that are no paragraph: banners, title, date, author, headings, captions. */
export const AROUND = new Map<string, readonly number[]>([
  ['s-ref-en', [1, 2, 3, 5, 7, 8, 9, 14, 21, 26]],
  ['s-mek', [1, 3, 5, 6, 8, 21, 45]],
]);
