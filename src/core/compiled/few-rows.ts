import { compare } from '../canonical.ts';
import { rowsOf } from '../list-rows.ts';
import type { Claim, Exception, Identifier, Watchlist } from '../list-schema.ts';

/** An identifier of a large list, and the row that speaks for it: itself, or the model that it is like. */
export interface Found {
  identifier: Identifier;
  /** Id of the row. */
  model: string;
}

/**
 * A list of these identifiers alone, with all that verdicts on them are made of: the very same code then reads it.
 * @param exceptions those that touch them
 */
export function fewRows(frame: Watchlist, found: readonly Found[], exceptions: readonly Exception[]): Watchlist {
  const { entities } = rowsOf(frame);
  const used = new Set(found.map(({ identifier }) => identifier.entity));
  return {
    ...frame,
    sources: [],
    events: [],
    entities: [...used].flatMap((id) => entities.get(id) ?? []),
    identifiers: found.map(({ identifier }) => identifier),
    claims: claimsOn(frame, found),
    exceptions: [...exceptions],
  };
}

/** The whole list, as if these were its identifiers: what evidence and answers to questions are made of. */
export function asIfWhole(frame: Watchlist, found: readonly Found[]): Watchlist {
  if (found.length === 0) return frame;
  const own = new Map(claimsOn(frame, found).map((claim) => [claim.id, claim]));
  return {
    ...frame,
    identifiers: found.map(({ identifier }) => identifier).sort((a, b) => compare(a.id, b.id)),
    claims: frame.claims.map((claim) => own.get(claim.id) ?? claim),
  };
}

/** What is said of a model is said of each that is like it. In the list's order. */
function claimsOn(frame: Watchlist, found: readonly Found[]): Claim[] {
  const { claims } = rowsOf(frame);
  const about = new Map<Claim, Set<string>>();
  for (const { identifier, model } of found) {
    for (const claim of claims.get(identifier.entity) ?? []) about.set(claim, about.get(claim) ?? new Set());
    for (const claim of claims.get(model) ?? []) {
      about.set(claim, (about.get(claim) ?? new Set()).add(identifier.id));
    }
  }
  return [...about]
    .map(([claim, more]) => ({ ...claim, about: [...new Set([...claim.about, ...more])] }))
    .sort((a, b) => compare(a.id, b.id));
}
