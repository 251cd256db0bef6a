import { nameKeys, stableIdKey } from './key.ts';
import type { Claim, Context, Entity, Identifier, Localised, Watchlist } from './list-schema.ts';
import type { PlatformId } from './names.ts';

/** What a mark shows, each with its own symbol and words. */
export type MarkKind = 'state' | 'outlet' | 'operation' | 'hashtag' | 'site';

/**
 * How firmly the sources stand behind it. `confirmed`: by the platform, the state itself or independent
 * sources; `alleged`: a document says so; `disputed`: somebody with standing says otherwise.
 */
export type Grade = 'confirmed' | 'alleged' | 'disputed';

/** All that a page needs to decide on a match and draw it. Who says what stays in the background. */
export interface Verdict {
  list: string;
  identifier: string;
  entity: string;
  name: string;
  kind: MarkKind;
  grade: Grade;
  /** ISO 3166-1 alpha-2 code of the state that the claim is about. */
  country?: string;
  /** Last day for which the claims hold, when that day has passed. */
  until?: string;
  /** A person's name used as a hashtag. */
  personName?: true;
  /** Terms that must be in the same post. */
  context?: Context;
  /** If the page shows another id for the name, it is another account. */
  stableId?: string;
  /** The list names an exception under this key: what the identifier's other keys say does not hold here. */
  excepted?: true;
}

/** The claims that a list makes of an identifier, its own before those of its entity. */
export function claimsAbout(list: Watchlist, identifier: Identifier): Claim[] {
  const own = list.claims.filter((claim) => claim.about.includes(identifier.id));
  const ofEntity = list.claims.filter((claim) => !own.includes(claim) && claim.about.includes(identifier.entity));
  return [...own, ...ofEntity];
}

/**
 * The verdict on one identifier, or undefined when nothing stands behind it: any more, or yet.
 * @param today `YYYY-MM-DD`
 * @param lang `fa`, `en-GB`
 */
export function verdictOn(list: Watchlist, identifier: Identifier, today: string, lang: string): Verdict | undefined {
  const claims = claimsAbout(list, identifier).filter(
    (claim) => claim.status !== 'retracted' && hasBegun(claim, today),
  );
  const entity = list.entities.find((row) => row.id === identifier.entity);
  if (claims.length === 0 || entity === undefined) return undefined;
  const until = lastDay(claims, entity, today);
  return {
    list: list.list.id,
    identifier: identifier.id,
    entity: entity.id,
    name: labelIn(entity.label, lang),
    kind: markKind(identifier, entity),
    grade: grade(identifier, claims),
    ...(entity.country !== undefined && { country: entity.country }),
    ...(until !== undefined && { until }),
    ...(identifier.person_name && { personName: true as const }),
    ...(identifier.context !== undefined && { context: identifier.context }),
    ...(identifier.stable_id !== undefined && { stableId: identifier.stable_id }),
  };
}

/** A month or year has begun with its first day. */
function hasBegun({ valid_from: from }: Claim, today: string): boolean {
  return from === undefined || from <= today.slice(0, from.length);
}

function labelIn(label: Localised, lang: string): string {
  const wanted = lang.split('-')[0] as 'en';
  return (Object.hasOwn(label, wanted) ? label[wanted] : undefined) ?? label.en;
}

function markKind(identifier: Identifier, entity: Entity): MarkKind {
  if (identifier.kind === 'hashtag') return 'hashtag';
  if (identifier.kind === 'domain') return 'site';
  switch (entity.type) {
    case 'state':
    case 'agency':
    case 'official':
      return 'state';
    case 'outlet':
      return 'outlet';
    case 'operation':
    case 'campaign':
      return 'operation';
  }
}

function grade(identifier: Identifier, claims: readonly Claim[]): Grade {
  if (identifier.certainty === 'disputed') return 'disputed';
  // That an outlet is the state's does not settle whether a disputed name is the outlet's.
  const own = claims.filter((claim) => claim.about.includes(identifier.id));
  if (own.length > 0 && own.every(isContested)) return 'disputed';
  // Nor does it settle whether a name that was found with little certainty is.
  const isSure = identifier.certainty !== 'low';
  if (isSure && claims.some((claim) => claim.status === 'confirmed')) return 'confirmed';
  return claims.every(isContested) ? 'disputed' : 'alleged';
}

function isContested({ status }: Claim): boolean {
  return status === 'disputed' || status === 'overstated';
}

/** Set only when every claim has run out: one that still holds keeps the mark current. */
function lastDay(claims: readonly Claim[], entity: Entity, today: string): string | undefined {
  const ends = claims.map((claim) => claim.valid_until ?? entity.ended);
  let last = '';
  for (const end of ends) {
    if (end === undefined || end >= today.slice(0, end.length)) return undefined;
    if (end > last) last = end;
  }
  return last;
}

/** Every key of a list with its verdict: what lookups are answered from. */
export function verdictsByKey(list: Watchlist, today: string, lang: string): Map<string, Verdict> {
  const verdicts = new Map<string, Verdict>();
  for (const identifier of list.identifiers) {
    const verdict = verdictOn(list, identifier, today, lang);
    if (verdict === undefined) continue;
    for (const key of nameKeys(identifier)) verdicts.set(key, verdict);
    if (identifier.stable_id !== undefined) {
      verdicts.set(stableIdKey(identifier.platform as PlatformId, identifier.stable_id), verdict);
    }
  }
  return verdicts;
}
