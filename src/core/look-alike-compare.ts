import type { Trick } from './look-alike-trick.ts';
import { isSeparator, type Unit } from './look-alike-units.ts';

/** Beyond these many added or missing a name is one of its own. */
const MOST_SEPARATORS = 3;
const MOST_DOUBLED = 2;
/** Letters for letters of the same look count as one: however many, the whole still looks the same. */
const MOST_KINDS = 2;

/**
 * How one name differs from another that it looks like, or undefined where it does not look like it; empty
 * for the very same letters. Linear in the names' lengths.
 */
export function tricksBetween(shown: readonly Unit[], known: readonly Unit[]): Trick[] | undefined {
  const walk = new Walk(shown, known);
  while (!walk.done()) if (!walk.step()) return undefined;
  const isNear = walk.separators <= MOST_SEPARATORS && walk.doubled <= MOST_DOUBLED;
  // A doubled letter is little to go by: with any other change the name is another word.
  const most = walk.doubled > 0 ? 1 : MOST_KINDS;
  return isNear && kindsOf(walk.tricks) <= most ? distinct(walk.tricks) : undefined;
}

function kindsOf(tricks: readonly Trick[]): number {
  return new Set(tricks.map(({ kind }) => (kind === 'alphabet' || kind === 'accent' ? 'letters' : kind))).size;
}

class Walk {
  readonly tricks: Trick[] = [];
  separators = 0;
  doubled = 0;
  private i = 0;
  private j = 0;
  private readonly shown: readonly Unit[];
  private readonly known: readonly Unit[];

  constructor(shown: readonly Unit[], known: readonly Unit[]) {
    this.shown = shown;
    this.known = known;
  }

  done(): boolean {
    return this.i >= this.shown.length && this.j >= this.known.length;
  }

  /** @returns false where the two part */
  step(): boolean {
    const a = this.shown[this.i];
    const b = this.known[this.j];
    if ((a && isSeparator(a)) || (b && isSeparator(b))) return this.separator();
    return this.letters() || this.double();
  }

  private separator(): boolean {
    const a = this.run(this.shown, this.i);
    const b = this.run(this.known, this.j);
    this.i += a.length;
    this.j += b.length;
    this.separators += Math.abs(a.length - b.length);
    if (a.length > b.length) this.tricks.push({ kind: 'separator-added', sign: a[0] ?? '' });
    else if (a.length < b.length) this.tricks.push({ kind: 'separator-left-out', sign: b[0] ?? '' });
    else if (a !== b) this.tricks.push({ kind: 'separator-other', shown: a, instead: b });
    return true;
  }

  private run(units: readonly Unit[], from: number): string {
    let out = '';
    for (let at = from, unit = units[at]; unit && isSeparator(unit); unit = units[++at]) out += unit.raw;
    return out;
  }

  /** The shortest stretches of the same look: one letter each, or `rn` and `m`. */
  private letters(): boolean {
    let [a, b, i, j] = ['', '', this.i, this.j];
    do {
      const side = a.length <= b.length;
      const unit = side ? this.shown[i++] : this.known[j++];
      if (unit === undefined || isSeparator(unit)) return false;
      if (side) a += unit.looks;
      else b += unit.looks;
      if (!a.startsWith(b) && !b.startsWith(a)) return false;
    } while (a.length !== b.length);
    this.substituted(rawOf(this.shown, this.i, i), rawOf(this.known, this.j, j));
    [this.i, this.j] = [i, j];
    return true;
  }

  private substituted(shown: string, instead: string): void {
    if (shown === instead) return;
    const kind = isPlain(shown + instead) ? 'letters' : bare(shown) === bare(instead) ? 'accent' : 'alphabet';
    this.tricks.push({ kind, shown, instead });
  }

  private double(): boolean {
    const shown = repeated(this.shown, this.i);
    const known = repeated(this.known, this.j);
    if (shown === undefined && known === undefined) return false;
    if (shown !== undefined) this.i++;
    else this.j++;
    this.doubled++;
    this.tricks.push(
      shown !== undefined ? { kind: 'doubled', letter: shown } : { kind: 'undoubled', letter: known ?? '' },
    );
    return true;
  }
}

/** The letter at a place where the one before is written again. */
function repeated(units: readonly Unit[], at: number): string | undefined {
  const raw = units[at]?.raw;
  return raw !== undefined && raw === units[at - 1]?.raw ? raw : undefined;
}

function rawOf(units: readonly Unit[], from: number, to: number): string {
  return units
    .slice(from, to)
    .map(({ raw }) => raw)
    .join('');
}

function isPlain(text: string): boolean {
  return /^[ -~]*$/.test(text);
}

/** Without accents, tatweel and what draws nothing. */
function bare(text: string): string {
  return text.normalize('NFD').replace(/[\u0640\p{M}\p{Default_Ignorable_Code_Point}]/gu, '');
}

function distinct(tricks: readonly Trick[]): Trick[] {
  return [...new Map(tricks.map((trick) => [JSON.stringify(trick), trick])).values()];
}
