import { UnitTable } from './unit-table.ts';

/**
 * One normal form for names, used when a list is built and when a page is read. Two spellings are the same
 * name exactly when they fold to the same string.
 *
 * NFKC, lower case, Arabic and Persian letter variants joined, vowel signs, tatweel and invisible
 * characters dropped, decimal digits of any script turned into ASCII ones. `_` is kept: networks treat
 * `#a_b` and `#ab` as two tags.
 */
export function fold(raw: string): string {
  return foldPlain(raw) ?? foldAny(raw);
}

/** Every step in its turn, for whatever text. */
export function foldAny(raw: string): string {
  // NFKC first opens presentation forms and full-width letters. Dropping brings letters and marks together
  // that compose or change places, so each step begins and ends in normal form: the result is a fixed point.
  const joined = raw.normalize('NFKC').replace(DROPPED, '').replace(VARIANT, joinVariant);
  return lower(joined.normalize('NFKC')).normalize('NFKC').replace(DROPPED, '');
}

/** Units that fold in a way that depends on what stands beside them. No unit folds to half of a character. */
export const NOT_PLAIN = 0xdfff;
/** Units that folding drops. */
export const FOLDS_AWAY = 0xdffe;
/** From here on there is no single unit that one folds to: besides those above, see `opened`. */
const SURROGATES = 0xd800;

/**
 * What a UTF-16 unit folds to by itself: letters and digits that are no marks compose with nothing beside them,
 * so that a name of such units is folded unit by unit. That is nearly every name.
 */
export const FOLDED_UNITS = new UnitTable((letter) => {
  if (letter === '\0' || !PLAIN.test(letter)) return NOT_PLAIN;
  const folded = foldAny(letter);
  if (folded === '') return FOLDS_AWAY;
  if (!ALL_PLAIN.test(folded) || JAMO.test(folded) || folded >= '\ud800') return NOT_PLAIN;
  return folded.length === 1 ? folded.charCodeAt(0) : SURROGATES + OPENED.push(folded) - 1;
});
const PLAIN = /^[\p{ASCII}\p{L}\p{Nd}\u200c]$/u;
const ALL_PLAIN = /^[\p{ASCII}\p{L}\p{Nd}]+$/u;
/** Korean letters that join those before them to a syllable. */
const JAMO = /[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]/;
/** Of the characters that fold to several, as ligatures do: about 500, where there is room for 2 046. */
const OPENED: string[] = [];

/** Whether this is what a unit folds to, by itself and to one other. */
export function isOneUnit(folded: number): boolean {
  return folded < SURROGATES;
}

/** @returns what a unit that folds to several folds to */
function opened(folded: number): string {
  return OPENED[folded - SURROGATES] as string;
}

function foldPlain(raw: string): string | undefined {
  let folded = '';
  // What is as it should be is taken over in stretches.
  let from = 0;
  for (let i = 0; i < raw.length; i++) {
    const unit = raw.charCodeAt(i);
    const plain = FOLDED_UNITS.at(unit);
    if (plain === unit) continue;
    if (plain === NOT_PLAIN) return undefined;
    folded += raw.slice(from, i);
    if (plain !== FOLDS_AWAY) folded += isOneUnit(plain) ? String.fromCharCode(plain) : opened(plain);
    from = i + 1;
  }
  return from === 0 ? raw : folded + raw.slice(from);
}

/** Whether anything is left of a name that tells it from another: tatweel or an emoji alone is no name. */
export function hasWord(raw: string): boolean {
  return /[\p{L}\p{N}]/u.test(fold(raw));
}

/** Tatweel, harakat, superscript alef, Quranic marks, and everything that draws nothing. */
const DROPPED = /[\u0640\u064b-\u065f\u0670\u06d6-\u06ed\p{Default_Ignorable_Code_Point}]/gu;

/** Letters and digits that stand for another. */
const VARIANT = /[\u0649\u064a\u0643]|\p{Nd}/gu;

function joinVariant(letter: string): string {
  switch (letter) {
    case '\u0649': // alef maksura
    case '\u064a': // Arabic yeh
      return '\u06cc'; // Persian yeh
    case '\u0643': // Arabic kaf
      return '\u06a9'; // Persian kaf
    default:
      return digit(letter);
  }
}

/**
 * Unicode keeps the ten digits of a script in one run, so a digit's value is its distance to the run's start.
 * Two runs may touch (U+116D0, U+116DA).
 */
function digit(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x80) return letter;
  let start = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(start - 1))) start--;
  return String((code - start) % 10);
}

/** `toLowerCase` alone leaves final sigma, sharp s and dotted I in two spellings. */
function lower(text: string): string {
  return text.toLowerCase().replace(/ς|ß|\u0307/g, (c) => LOWER_VARIANT[c] ?? '');
}
const LOWER_VARIANT: Record<string, string> = { ς: 'σ', ß: 'ss' };
