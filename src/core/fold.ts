/**
 * One normal form for names, used when a list is built and when a page is read. Two spellings are the same
 * name exactly when they fold to the same string.
 *
 * NFKC, lower case, Arabic and Persian letter variants joined, vowel signs, tatweel and invisible
 * characters dropped, decimal digits of any script turned into ASCII ones. `_` is kept: networks treat
 * `#a_b` and `#ab` as two tags.
 */
export function fold(raw: string): string {
  if (ASCII.test(raw)) return raw.toLowerCase();
  if (PLAIN_ARABIC.test(raw)) return raw.replace(/[\u0640\u0643\u0649\u064a\u200c]/g, joinPlain).toLowerCase();
  // NFKC first opens presentation forms and full-width letters. Dropping brings letters and marks together
  // that compose or change places, so each step begins and ends in normal form: the result is a fixed point.
  const joined = raw.normalize('NFKC').replace(DROPPED, '').replace(VARIANT, joinVariant);
  return lower(joined.normalize('NFKC')).normalize('NFKC').replace(DROPPED, '');
}

/** Whether anything is left of a name that tells it from another: tatweel or an emoji alone is no name. */
export function hasWord(raw: string): boolean {
  return /[\p{L}\p{N}]/u.test(fold(raw));
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the class is all of ASCII, controls included
const ASCII = /^[\u0000-\u007f]*$/;

/**
 * Arabic and Persian letters without marks, as tags are mostly written: nothing in there composes or has another
 * normal form, so that three of the four steps below would find nothing to do.
 */
const PLAIN_ARABIC = /^[A-Za-z0-9_\u0621-\u063a\u0640-\u064a\u067e\u0686\u0698\u06a9\u06af\u06cc\u200c]*$/;

function joinPlain(letter: string): string {
  return letter === '\u0640' || letter === '\u200c' ? '' : joinVariant(letter);
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
