import { keysOf } from './key.ts';
import { rowsOf } from './list-rows.ts';
import type { Claim, Context, Entity, Identifier, Localised, Watchlist } from './list-schema.ts';

/** What a mark shows, each with its own symbol and words. */
export type MarkKind = 'state' | 'outlet' | 'operation' | 'hashtag' | 'site';

/** An account that resembles a listed or guarded one without being it is marked as well, and as nothing else. */
export type VerdictKind = MarkKind | 'look-alike';

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
  /** Of a look-alike, the account that it resembles: `@name`. */
  name: string;
  kind: VerdictKind;
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

/** What a list itself says. */
export interface ListedVerdict extends Verdict {
  kind: MarkKind;
}

/** The claims that a list makes of an identifier, its own before those of its entity. */
export function claimsAbout(list: Watchlist, identifier: Identifier): Claim[] {
  const { claims } = rowsOf(list);
  return [...new Set([...(claims.get(identifier.id) ?? []), ...(claims.get(identifier.entity) ?? [])])];
}

/**
 * The verdict on one identifier, or undefined when nothing stands behind it: any more, or yet.
 * @param today `YYYY-MM-DD`
 * @param lang `fa`, `en-GB`
 */
export function verdictOn(
  list: Watchlist,
  identifier: Identifier,
  today: string,
  lang: string,
): ListedVerdict | undefined {
  const { entities, claims } = rowsOf(list);
  const entity = entities.get(identifier.entity);
  if (entity === undefined) return undefined;
  const own = standingOf(claims.get(identifier.id) ?? [], entity, today);
  const all = together(own, entityStanding(list, entity, today));
  if (all === undefined) return undefined;
  const { until } = all;
  return {
    list: list.list.id,
    identifier: identifier.id,
    entity: entity.id,
    name: labelIn(entity.label, lang),
    kind: markKind(identifier, entity),
    grade: grade(identifier, own, all),
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

/** What some claims come to. */
interface Standing {
  /** One of them is confirmed. */
  isConfirmed: boolean;
  /** Somebody contradicts every one. */
  isContested: boolean;
  /** Last day, when every one has run out: one that still holds keeps the mark current. */
  until: string | undefined;
}

/** @returns undefined when nothing stands: any more, or yet */
function standingOf(claims: readonly Claim[], entity: Entity, today: string): Standing | undefined {
  let all: Standing | undefined;
  for (const claim of claims) {
    if (claim.status === 'retracted' || !hasBegun(claim, today)) continue;
    const end = claim.valid_until ?? entity.ended;
    all = together(all, {
      isConfirmed: claim.status === 'confirmed',
      isContested: claim.status === 'disputed' || claim.status === 'overstated',
      until: end === undefined || end >= today.slice(0, end.length) ? undefined : end,
    });
  }
  return all;
}

function together(a: Standing | undefined, b: Standing | undefined): Standing | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const haveEnded = a.until !== undefined && b.until !== undefined;
  return {
    isConfirmed: a.isConfirmed || b.isConfirmed,
    isContested: a.isContested && b.isContested,
    until: haveEnded ? later(a.until, b.until) : undefined,
  };
}

function later(a = '', b = ''): string {
  return a > b ? a : b;
}

/** The claims on an entity are weighed once a day for all its names: a large list has thousands of each. */
function entityStanding(list: Watchlist, entity: Entity, today: string): Standing | undefined {
  let known = weighed.get(list);
  if (known?.today !== today) {
    known = { today, standings: new Map() };
    weighed.set(list, known);
  }
  const { standings } = known;
  if (!standings.has(entity.id)) {
    standings.set(entity.id, standingOf(rowsOf(list).claims.get(entity.id) ?? [], entity, today));
  }
  return standings.get(entity.id);
}
const weighed = new WeakMap<Watchlist, { today: string; standings: Map<string, Standing | undefined> }>();

function grade(identifier: Identifier, own: Standing | undefined, all: Standing): Grade {
  if (identifier.certainty === 'disputed') return 'disputed';
  // That an outlet is the state's does not settle whether a disputed name is the outlet's.
  if (own?.isContested) return 'disputed';
  // Nor does it settle whether a name that was found with little certainty is.
  if (identifier.certainty !== 'low' && all.isConfirmed) return 'confirmed';
  return all.isContested ? 'disputed' : 'alleged';
}

/** Every key of a list with its verdict: what lookups are answered from. */
export function verdictsByKey(list: Watchlist, today: string, lang: string): Map<string, Verdict> {
  const verdicts = new Map<string, Verdict>();
  for (const identifier of list.identifiers) {
    const verdict = verdictOn(list, identifier, today, lang);
    if (verdict === undefined) continue;
    for (const key of keysOf(identifier)) verdicts.set(key, verdict);
  }
  return verdicts;
}
