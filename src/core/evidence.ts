import { type ListRows, rowsOf } from './list-rows.ts';
import type { Claim, Entity, Identifier, ListEvent, Localised, Locator, Source, Watchlist } from './list-schema.ts';
import type { Objection, Objections } from './objections.ts';
import { claimsAbout, type Grade, type MarkKind, verdictOn } from './verdict.ts';

/** What another source says of a claim, with that source. */
export interface SideEvidence {
  says: Localised;
  source: Source;
  locator?: Locator;
}

/** One claim with everything that makes it answerable. */
export interface ClaimEvidence {
  claim: Claim;
  source: Source;
  support: SideEvidence[];
  counter: SideEvidence[];
}

/** The answer to "why is this marked": the whole chain from the identifier to the documents. */
export interface Evidence {
  list: Pick<
    Watchlist['list'],
    'id' | 'title' | 'version' | 'updated' | 'publisher' | 'licence' | 'contact' | 'homepage'
  >;
  identifier: Identifier;
  entity: Entity;
  /** The entities above it, nearest first. */
  parents: Entity[];
  kind: MarkKind;
  grade: Grade;
  /** Last day for which the claims hold, when that day has passed. */
  until?: string;
  claims: ClaimEvidence[];
  events: ListEvent[];
  /** The sources that resolve a handle which no document spells out. */
  resolvedBy: Source[];
  /** What other lists say against the name: it then counts as disputed. */
  objections?: Objection[];
}

/**
 * @param today `YYYY-MM-DD`
 * @param objectionsTo what the other lists say against it
 * @returns undefined when the list has no such identifier, or nothing stands behind it any more
 */
export function evidenceFor(
  list: Watchlist,
  identifierId: string,
  today: string,
  objectionsTo: Objections = () => [],
): Evidence | undefined {
  const { identifiers, entities, sources } = rowsOf(list);
  const identifier = identifiers.get(identifierId);
  const verdict = identifier && verdictOn(list, identifier, today, 'en');
  const entity = entities.get(identifier?.entity ?? '');
  if (!identifier || !verdict || !entity) return undefined;
  const claims = claimsAbout(list, identifier).flatMap((claim) => claimEvidence(claim, sources));
  if (claims.length === 0) return undefined;
  const parents = parentsOf(entities, entity);
  const related = new Set([entity.id]);
  const objections = objectionsTo(list, identifier);
  return {
    list: listHead(list),
    identifier,
    entity,
    parents,
    kind: verdict.kind,
    grade: objections.length > 0 ? 'disputed' : verdict.grade,
    ...(verdict.until !== undefined && { until: verdict.until }),
    claims,
    events: list.events.filter((event) => event.entities?.some((id) => related.has(id))),
    resolvedBy: (identifier.evidence ?? []).flatMap((row) => sources.get(row.source ?? '') ?? []),
    ...(objections.length > 0 && { objections }),
  };
}

/** A list by what names it, without its rows. */
export function listHead({ list }: Watchlist): Evidence['list'] {
  const { id, title, version, updated, publisher, licence, contact, homepage } = list;
  return {
    id,
    title,
    version,
    updated,
    publisher,
    licence,
    ...(contact !== undefined && { contact }),
    ...(homepage !== undefined && { homepage }),
  };
}

/** The entities above one, nearest first. Stops at a loop: a list may be hostile. */
export function parentsOf(entities: ListRows['entities'], entity: Entity): Entity[] {
  const chain = new Set<Entity>();
  let next = entities.get(entity.part_of ?? '');
  while (next && next !== entity && !chain.has(next)) {
    chain.add(next);
    next = entities.get(next.part_of ?? '');
  }
  return [...chain];
}

/** @returns none when the list holds no such source */
export function claimEvidence(claim: Claim, sources: ReadonlyMap<string, Source>): ClaimEvidence[] {
  const source = sources.get(claim.source);
  if (!source) return [];
  return [{ claim, source, support: sides(claim.support, sources), counter: sides(claim.counter, sources) }];
}

function sides(rows: Claim['counter'], sources: ReadonlyMap<string, Source>): SideEvidence[] {
  return (rows ?? []).flatMap((row) => {
    const source = sources.get(row.source);
    return source ? [{ says: row.says, source, ...(row.locator && { locator: row.locator }) }] : [];
  });
}
