import { CONFUSABLES } from './confusables.ts';
import { fold } from './fold.ts';

/** A letter of a name with what it looks like. */
export interface Unit {
  /** Latin letters and digits of the same look; `_` for any separator. */
  looks: string;
  /** As it stands in the name, with what draws nothing or only changes it a little. */
  raw: string;
}

/**
 * A name letter by letter, each with its skeleton after UTS #39, section 4, and these differences: names are
 * compared in lower case, so that i, I, l and 1 are one look; accents count for nothing; all separators are
 * one; `w` is two `v`.
 */
export function unitsOf(name: string): Unit[] {
  const units: Unit[] = [];
  for (const raw of name.normalize('NFC')) {
    const looks = looksOf(raw);
    const last = units.at(-1);
    if (looks !== '') units.push({ looks, raw });
    else if (last) last.raw += raw;
  }
  return units;
}

export function isSeparator({ looks }: Unit): boolean {
  return looks === SEPARATOR;
}

const SEPARATOR = '_';

function looksOf(raw: string): string {
  const bare = ASCII.test(raw) ? raw : fold(raw).normalize('NFD').replace(/\p{M}/gu, '');
  const latin = bare.replace(/[^ -~]/gu, (letter) => CONFUSABLES.get(letter) ?? letter);
  return latin.replace(/[^a-hj-lnp-vx-z]/gu, (letter) => JOINED.get(letter) ?? letter);
}

const ASCII = /^[ -~]$/;

const JOINED: ReadonlyMap<string, string> = new Map([
  ['i', 'l'],
  ['1', 'l'],
  ['0', 'o'],
  ['m', 'rn'],
  ['w', 'vv'],
  ['.', SEPARATOR],
  ['-', SEPARATOR],
  ['·', SEPARATOR],
]);

/** Equal for two names that look the same but for separators. */
export function skeletonOf(units: readonly Unit[]): string {
  return units.map((unit) => (isSeparator(unit) ? '' : unit.looks)).join('');
}

/** Equal, too, where a letter is written twice in one of them. */
export function collapsedOf(units: readonly Unit[]): string {
  let out = '';
  let last = '';
  for (const unit of units) {
    if (!isSeparator(unit) && unit.looks !== last) out += unit.looks;
    last = unit.looks;
  }
  return out;
}

/** Letters and digits as a reader counts them. */
export function lengthOf(units: readonly Unit[]): number {
  return units.filter((unit) => !isSeparator(unit)).length;
}
