import type { Key } from './key.ts';
import { type Sighting, sightingKeys } from './sighting.ts';
import type { Verdict } from './verdict.ts';

/**
 * The verdicts on one sighting, each list's identifier once.
 * @param of the answer for a key, undefined while it is still on its way
 * @param id the account's stable id where something else than its address told it
 * @returns undefined while unknown
 */
export function verdictsOn(
  sighting: Sighting,
  of: (key: Key) => readonly Verdict[] | undefined,
  id?: string,
): readonly Verdict[] | undefined {
  const found = new Map<string, Verdict>();
  const excepted = new Set<string>();
  let known = true;
  for (const key of sightingKeys(sighting, id)) {
    const verdicts = of(key);
    if (verdicts === undefined) known = false;
    for (const verdict of verdicts ?? []) {
      const name = `${verdict.list}/${verdict.identifier}`;
      if (verdict.excepted) excepted.add(name);
      else if (!contradicts(sighting, verdict, id)) found.set(name, verdict);
    }
  }
  for (const name of excepted) found.delete(name);
  // An account that is listed by its id, under a new name, is no look-alike of itself.
  const isListed = [...found.values()].some(({ kind }) => kind !== 'look-alike');
  if (isListed) for (const [name, { kind }] of found) if (kind === 'look-alike') found.delete(name);
  // An answer that is still to come may be an exception, or another identifier of the same id.
  return known ? [...found.values()] : undefined;
}

/** A known name under another id is another account that took the name over. */
function contradicts(sighting: Sighting, verdict: Verdict, id: string | undefined): boolean {
  if (sighting.kind !== 'account' || verdict.stableId === undefined) return false;
  const shown = sighting.id ?? id;
  return shown !== undefined && shown !== verdict.stableId;
}
