import { type ClaimEvidence, claimEvidence } from '../../core/evidence.ts';
import { byId, groupBy, rowsOf } from '../../core/list-rows.ts';
import type { Claim, Entity, Identifier, ListEvent, Source, Watchlist } from '../../core/list-schema.ts';
import type { InstalledList } from '../../evidence-messages.ts';

/** An installed list with its rows by id, and by what they say of one another. */
export interface InstalledRows {
  list: Watchlist;
  head: Watchlist['list'];
  on: boolean;
  /** How many identifiers the list has, where they are too many to be among these rows. */
  paged?: number;
  sources: ReadonlyMap<string, Source>;
  entities: ReadonlyMap<string, Entity>;
  identifiers: ReadonlyMap<string, Identifier>;
  events: ReadonlyMap<string, ListEvent>;
  claims: ReadonlyMap<string, Claim>;
  /** By the entity or identifier that they are about. */
  claimsAbout: ReadonlyMap<string, readonly Claim[]>;
  claimsBy: ReadonlyMap<string, Claim[]>;
  identifiersOf: ReadonlyMap<string, Identifier[]>;
  /** By the entity that they are part of. */
  parts: ReadonlyMap<string, Entity[]>;
  eventsOf: ReadonlyMap<string, ListEvent[]>;
}

export function installedRows({ list, on, paged }: InstalledList): InstalledRows {
  const { sources, entities, identifiers, claims: claimsAbout } = rowsOf(list);
  return {
    list,
    head: list.list,
    on,
    ...(paged !== undefined && { paged }),
    sources,
    entities,
    identifiers,
    events: byId(list.events),
    claims: byId(list.claims),
    claimsAbout,
    claimsBy: groupBy(list.claims, (claim) => [claim.source]),
    identifiersOf: groupBy(list.identifiers, (identifier) => [identifier.entity]),
    parts: groupBy(list.entities, ({ part_of: above }) => (above === undefined ? [] : [above])),
    eventsOf: groupBy(list.events, (event) => event.entities ?? []),
  };
}

export function withEvidence(rows: InstalledRows, claims: readonly Claim[]): ClaimEvidence[] {
  return claims.flatMap((claim) => claimEvidence(claim, rows.sources));
}

/** Claims that name a source beside their own: `counter` says otherwise, `support` says so too. */
export function claimsQuoting({ list }: InstalledRows, source: string): { counter: Claim[]; support: Claim[] } {
  const quoting = (side: 'counter' | 'support'): Claim[] =>
    list.claims.filter((claim) => claim[side]?.some((row) => row.source === source));
  return { counter: quoting('counter'), support: quoting('support') };
}

export function eventsTelling({ list }: InstalledRows, source: string): ListEvent[] {
  return list.events.filter(({ found, in_document: told }) => [...found, ...told].some((row) => row.source === source));
}
