import { type ClaimEvidence, claimEvidence } from '../../core/evidence.ts';
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
  claimsAbout: ReadonlyMap<string, Claim[]>;
  claimsBy: ReadonlyMap<string, Claim[]>;
  identifiersOf: ReadonlyMap<string, Identifier[]>;
  /** By the entity that they are part of. */
  parts: ReadonlyMap<string, Entity[]>;
  eventsOf: ReadonlyMap<string, ListEvent[]>;
}

export function installedRows({ list, on, paged }: InstalledList): InstalledRows {
  return {
    list,
    head: list.list,
    on,
    ...(paged !== undefined && { paged }),
    sources: byId(list.sources),
    entities: byId(list.entities),
    identifiers: byId(list.identifiers),
    events: byId(list.events),
    claims: byId(list.claims),
    claimsAbout: groups(list.claims, (claim) => claim.about),
    claimsBy: groups(list.claims, (claim) => [claim.source]),
    identifiersOf: groups(list.identifiers, (identifier) => [identifier.entity]),
    parts: groups(list.entities, (entity) => entity.part_of ?? []),
    eventsOf: groups(list.events, (event) => event.entities ?? []),
  };
}

export function withEvidence(rows: InstalledRows, claims: readonly Claim[]): ClaimEvidence[] {
  return claims.flatMap((claim) => claimEvidence(claim, rows.sources));
}

/** The entities above, nearest first. Stops at a loop: a list may be hostile. */
export function parentsOf({ entities }: InstalledRows, entity: Entity): Entity[] {
  const chain: Entity[] = [];
  let next = entities.get(entity.part_of ?? '');
  while (next && next !== entity && !chain.includes(next)) {
    chain.push(next);
    next = entities.get(next.part_of ?? '');
  }
  return chain;
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

function byId<T extends { id: string }>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}

function groups<T>(rows: readonly T[], keysOf: (row: T) => string | readonly string[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    for (const key of new Set([keysOf(row)].flat())) {
      const group = found.get(key);
      if (group) group.push(row);
      else found.set(key, [row]);
    }
  }
  return found;
}
