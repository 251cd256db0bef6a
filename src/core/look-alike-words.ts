import { isSeparator, skeletonOf, type Unit, unitsOf } from './look-alike-units.ts';

/**
 * Words that names of outlets and offices are lengthened with: what they claim to be, what they do, and the
 * languages and countries that editions are named after.
 */
const BEHIND = [
  ...['official', 'oficial', 'officiel', 'real', 'original', 'verified', 'page', 'channel', 'account'],
  ...['news', 'newsagency', 'agency', 'media', 'press', 'tv', 'live', 'online', 'now', 'daily', 'hd', 'radio'],
  ...['english', 'farsi', 'persian', 'arabic', 'francais', 'french', 'espanol', 'russian', 'turkish', 'urdu'],
  ...['world', 'global', 'international', 'iran', 'breaking', 'new', 'backup'],
  ...['com', 'net', 'org'],
] as const;
const BEFORE = ['the', 'real', 'official', 'its', 'iam', 'news', 'new', 'live', 'original', 'my'] as const;
/** Too short to be told from a name's own letters: only behind a separator, or `_ir` would be any "-ir". */
const SHORT = [
  'ir',
  'en',
  'fa',
  'ar',
  'fr',
  'es',
  'ru',
  'tr',
  'uk',
  'us',
  'de',
  'he',
  'ur',
  'hq',
  'fc',
  'tv',
  'hd',
] as const;

const BEHIND_LOOKS = looks(BEHIND);
const BEFORE_LOOKS = looks(BEFORE);
const SHORT_LOOKS = looks(SHORT);
const LONGEST = 16;

/** A name without one word, or number, at its beginning or end. */
export interface Shortened {
  rest: Unit[];
  word: string;
}

/** Every way to take one added word or number from a name. Bounded by the longest word, not by the name. */
export function shortened(units: readonly Unit[]): Shortened[] {
  const found: Shortened[] = [];
  for (let at = Math.max(1, units.length - LONGEST); at < units.length; at++) {
    const tail = units.slice(at);
    const first = tail[0];
    if (first === undefined || isSeparator(first)) continue;
    const before = units[at - 1];
    const parted = before !== undefined && isSeparator(before);
    const look = skeletonOf(tail);
    const isWord = BEHIND_LOOKS.has(look) || (parted && SHORT_LOOKS.has(look));
    if (isWord || (isNumber(tail) && !isDigit(before))) {
      found.push({ rest: trimmed(units.slice(0, at)), word: wordOf(tail) });
    }
  }
  for (let end = 1; end <= Math.min(LONGEST, units.length - 1); end++) {
    const head = units.slice(0, end);
    if (BEFORE_LOOKS.has(skeletonOf(head)) && !isSeparator(head.at(-1) as Unit)) {
      found.push({ rest: trimmed(units.slice(end)), word: wordOf(head) });
    }
  }
  return found;
}

/** A year, a version, a channel's number. */
function isNumber(units: readonly Unit[]): boolean {
  return units.length <= 4 && units.every(isDigit);
}

function isDigit(unit: Unit | undefined): boolean {
  return unit !== undefined && /^[0-9]$/.test(unit.raw);
}

function wordOf(units: readonly Unit[]): string {
  return units.map(({ raw }) => raw).join('');
}

/** Without the separators that stood between the name and the word. */
function trimmed(units: readonly Unit[]): Unit[] {
  let [from, to] = [0, units.length];
  while (from < to && isSeparator(units[from] as Unit)) from++;
  while (to > from && isSeparator(units[to - 1] as Unit)) to--;
  return units.slice(from, to);
}

function looks(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map((word) => skeletonOf(unitsOf(word))));
}
