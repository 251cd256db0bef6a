import { ofToken } from '../core/sighting.ts';
import type { AnyPlatform, Sighting } from '../platforms/platform.ts';
import type { OutsideLink } from './read-link.ts';
import type { Hinted, MayMatch, UnitReading } from './unit-parts.ts';

/**
 * What a unit says of names where it surely names nobody who is listed.
 * @param seen what its links lead to
 * @param mentions whether its text may name an account
 * @returns undefined where somebody may be listed, an id is told, or whether a name counts is told by reading alone
 */
export function nobodyAmong(
  seen: readonly (Readonly<Sighting> | OutsideLink)[],
  { handle, id }: Hinted,
  network: AnyPlatform['id'],
  mayMatch: MayMatch,
  mentions: boolean,
): Pick<UnitReading, 'occurrences' | 'tags' | 'hasAccount'> | undefined {
  if (id !== undefined) return undefined;
  if (handle !== undefined && network !== 'web' && mayMatch(ofToken('mention', handle, network))) return undefined;
  let hasAccount = handle !== undefined;
  let mayName = mentions;
  let last: (typeof seen)[number] | undefined;
  for (const one of seen) {
    if (one.kind === 'account') {
      if (one.id !== undefined) return undefined;
      if (one.via === 'post') mayName = true;
      else hasAccount = true;
    }
    // Face, name and handle of an author lead to one place, one after the other.
    if (one !== last && mayMatch(one)) return undefined;
    last = one;
  }
  return hasAccount || !mayName ? { occurrences: [], tags: [], hasAccount } : undefined;
}
