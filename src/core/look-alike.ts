import { accountIn, accountKey, type Key } from './key.ts';
import { tricksBetween } from './look-alike-compare.ts';
import type { KnownAccount } from './look-alike-known.ts';
import { LEAST_LENGTHENED, LEAST_LETTERS, LONGEST } from './look-alike-lengths.ts';
import type { Trick } from './look-alike-trick.ts';
import { collapsedOf, lengthOf, skeletonOf, type Unit, unitsOf } from './look-alike-units.ts';
import { shortened } from './look-alike-words.ts';
import type { PlatformId } from './names.ts';

/** Of words taken from a name, one after another. */
const MOST_WORDS = 2;

export interface LookAlike {
  of: KnownAccount;
  /** How the name differs, in its own order; never empty. */
  tricks: Trick[];
}

interface Known {
  account: KnownAccount;
  units: Unit[];
}

/** Finds which account a name resembles without being it. */
export class LookAlikeIndex {
  private readonly byLook = new Map<string, Known[]>();
  private readonly own = new Set<Key>();

  /**
   * @param known accounts that may be resembled
   * @param own names that are nobody's look-alike: every listed, excepted and guarded one, on whatever network
   */
  constructor(known: Iterable<KnownAccount>, own: Iterable<string>) {
    for (const name of own) this.spare(name);
    for (const account of known) this.add(account);
  }

  private add(account: KnownAccount): void {
    this.spare(account.name);
    const { name, server } = parted(
      account.platform,
      accountIn(accountKey(account.platform as PlatformId, account.name)).name,
    );
    const units = unitsOf(name);
    if (lengthOf(units) < LEAST_LETTERS) return;
    const place = `${account.platform}@${server}@`;
    for (const look of new Set([skeletonOf(units), `=${collapsedOf(units)}`])) {
      const same = this.byLook.get(place + look);
      if (same) same.push({ account, units });
      else this.byLook.set(place + look, [{ account, units }]);
    }
  }

  /** @param key of an account, `x@name` */
  find(key: Key): LookAlike | undefined {
    const { platform, name: full } = accountIn(key);
    if (platform === '' || key.length > LONGEST || key.startsWith('>')) return undefined;
    if (this.own.has(accountKey(wayOf(platform), full))) return undefined;
    const { name, server } = parted(platform, full);
    const units = unitsOf(name);
    if (lengthOf(units) < LEAST_LETTERS) return undefined;
    const places = ['any@@', `${platform}@${server}@`];
    return best(places.flatMap((place) => [...this.spelled(place, units), ...this.lengthened(place, units, [])]));
  }

  /** As every network would spell it: the same name on another one is no look-alike. */
  private spare(name: string): void {
    for (const way of WAYS) this.own.add(accountKey(way, name));
  }

  private *spelled(place: string, units: readonly Unit[]): Generator<LookAlike> {
    for (const look of [skeletonOf(units), `=${collapsedOf(units)}`]) {
      for (const known of this.byLook.get(place + look) ?? []) {
        const tricks = tricksBetween(units, known.units);
        const isLong = Math.min(lengthOf(units), lengthOf(known.units)) >= LEAST_LENGTHENED;
        if (tricks && tricks.length > 0 && (isLong || !tricks.some(isDoubling))) yield { of: known.account, tricks };
      }
    }
  }

  private *lengthened(place: string, units: readonly Unit[], words: readonly string[]): Generator<LookAlike> {
    if (words.length === MOST_WORDS) return;
    for (const { rest, word } of shortened(units)) {
      if (lengthOf(rest) < LEAST_LENGTHENED) continue;
      const all = [...words, word];
      for (const known of this.byLook.get(place + skeletonOf(rest)) ?? []) {
        const tricks = tricksBetween(rest, known.units);
        if (tricks) yield { of: known.account, tricks: [...tricks, ...all.map(added)] };
      }
      yield* this.lengthened(place, rest, all);
    }
  }
}

function added(word: string): Trick {
  return { kind: 'added', word };
}

function isDoubling({ kind }: Trick): boolean {
  return kind === 'doubled' || kind === 'undoubled';
}

/** Networks that stand for all ways in which networks compare names. */
const WAYS = ['x', 'facebook', 'youtube'] as const;

function wayOf(platform: string): PlatformId {
  return WAYS.find((way) => way === platform) ?? WAYS[0];
}

/**
 * On networks of many servers, or of several kinds of names (`company/name`), a name is compared with those of
 * its own server and kind alone.
 */
function parted(platform: string, full: string): { name: string; server: string } {
  const slash = full.lastIndexOf('/');
  if (slash >= 0) return { name: full.slice(slash + 1), server: full.slice(0, slash + 1) };
  const at = platform === 'bluesky' ? full.indexOf('.') : full.indexOf('@');
  return at < 1 ? { name: full, server: '' } : { name: full.slice(0, at), server: full.slice(at) };
}

/** What the reader guards comes first, then what differs least; one answer whatever the order of the lists. */
function best(found: readonly LookAlike[]): LookAlike | undefined {
  const rank = ({ of, tricks }: LookAlike): string =>
    `${of.list === undefined ? 0 : 1}${String(tricks.length).padStart(3, '0')}${of.name} ${of.list ?? ''}`;
  let first: LookAlike | undefined;
  for (const one of found) if (first === undefined || rank(one) < rank(first)) first = one;
  return first;
}
