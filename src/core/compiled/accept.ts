import { byAge, isAbove, type ListVersion } from './list-version.ts';
import type { Manifest } from './manifest.ts';

/** What is installed, as far as it decides on what is offered. */
export interface Held extends ListVersion {
  list: string;
  /** SHA-256 of the manifest's payload. */
  hash: string;
  identifiers: number;
  /** The key that it announced for the next epoch. */
  next?: string;
  /** How much of what is held the offered list is known to drop, 0 to 1. Known only once it was fetched. */
  removedShare?: number;
}

/** The subset of the background's reasons that a manifest alone can give. */
export type AcceptProblem = 'wrong-list' | 'bad-form' | 'bad-key' | 'expired' | 'rolled-back' | 'equivocation';

export type Decision =
  | { decision: 'install' }
  | { decision: 'current' }
  | { decision: 'refuse'; problem: AcceptProblem; detail: string }
  | { decision: 'ask'; why: 'shrunk' | 'grown' };

const HOUR = 3_600_000;
/** How wrong a reader's clock may be. */
const SKEW = 48 * HOUR;
const STOPS_AFTER = 180 * 24 * HOUR;
const MOST_REMOVED = 0.2;
const MOST_GROWN = 10;
/** Small lists may grow as they like: a list's first weeks. */
const GROWN_FROM = 1000;

/**
 * Whether a verified manifest is installed over what is held.
 * @param hash of its payload
 * @param held undefined where nothing is installed, or it was lost
 * @param floor the highest version ever verified, kept apart from what is installed
 * @param now milliseconds since 1970
 * @param rotated whether it was signed by the key that `held` announced: the only way to a new epoch
 */
export function accept(
  offered: Manifest,
  hash: string,
  held: Held | undefined,
  floor: ListVersion | undefined,
  now: number,
  rotated = false,
): Decision {
  if (held && offered.list !== held.list) return refuse('wrong-list', `${offered.list} instead of ${held.list}`);
  if (held && byAge(offered, held) === 0 && !rotated) {
    return hash === held.hash
      ? { decision: 'current' }
      : refuse('equivocation', `another version ${offered.version} than the one that is held`);
  }
  return wrongTime(offered, now) ?? wrongOrder(offered, held, floor, rotated) ?? weigh(offered, held);
}

/** `stale`: past its expiry; `stopped`: so long that it marks nothing any more. */
export type Freshness = 'fresh' | 'stale' | 'stopped';

/**
 * For people: how long ago the publisher last vouched for a list.
 * @param expires the manifest's instant
 * @param now milliseconds since 1970
 */
export function freshness(expires: string, now: number): Freshness {
  const over = now - Date.parse(expires);
  // The other way round, an instant that cannot be read would be fresh forever.
  if (!(over <= STOPS_AFTER)) return 'stopped';
  return over <= SKEW ? 'fresh' : 'stale';
}

function wrongTime({ created, expires }: Manifest, now: number): Decision | undefined {
  if (Date.parse(expires) + SKEW < now) return refuse('expired', `expired at ${expires}`);
  if (Date.parse(created) - SKEW > now) return refuse('bad-form', `created in the future, at ${created}`);
  return undefined;
}

function wrongOrder(
  offered: Manifest,
  held: Held | undefined,
  floor: ListVersion | undefined,
  rotated: boolean,
): Decision | undefined {
  for (const reached of [held, floor]) {
    if (reached && isAbove(reached, offered)) {
      return refuse('rolled-back', `${named(offered)}, but ${named(reached)} was seen`);
    }
  }
  if (rotated && !held) return refuse('bad-key', 'a new key, and nothing is held that announced it');
  if (held && offered.epoch !== held.epoch + (rotated ? 1 : 0)) {
    return refuse('bad-key', `epoch ${offered.epoch} after ${held.epoch} with ${rotated ? 'a new' : 'the same'} key`);
  }
  return undefined;
}

function named({ epoch, version }: ListVersion): string {
  return `epoch ${epoch} version ${version}`;
}

/** A stolen key, or a slip, shows first in how much changes: then the reader decides. */
function weigh({ counts }: Manifest, held: Held | undefined): Decision {
  if (held === undefined) return { decision: 'install' };
  const kept = held.identifiers * (1 - MOST_REMOVED);
  if (counts.identifiers < kept || (held.removedShare ?? 0) > MOST_REMOVED) return { decision: 'ask', why: 'shrunk' };
  const isGrown = counts.identifiers > GROWN_FROM && counts.identifiers > held.identifiers * MOST_GROWN;
  return isGrown ? { decision: 'ask', why: 'grown' } : { decision: 'install' };
}

function refuse(problem: AcceptProblem, detail: string): Decision {
  return { decision: 'refuse', problem, detail };
}
