import type { ClaimEvidence, Evidence } from '../../core/evidence.ts';
import type { Grade } from '../../core/verdict.ts';
import type { ReportedMatch } from '../../messages.ts';

/** Names that the very same claims stand behind: told once. */
interface NameGroup {
  matches: ReportedMatch[];
  /** Beyond what holds for every name of the entity. */
  claims: ClaimEvidence[];
}

/** All that was found of one entity of one list. Lists are not merged: each answers for itself. */
export interface EntityGroup {
  key: string;
  /** Of the first match: entity, parents, events and list are the same for all. */
  evidence: Evidence;
  /** Absent where the names differ in it. */
  grade?: Grade;
  count: number;
  /** Claims behind every name, where names differ in others. */
  common: ClaimEvidence[];
  names: NameGroup[];
}

/** In the report's order, so that nothing jumps under the reader's eyes while a page is still being read. */
export function groupMatches(matches: readonly ReportedMatch[]): EntityGroup[] {
  const byEntity = Map.groupBy(matches, ({ evidence }) => `${evidence.list.id}/${evidence.entity.id}`);
  return [...byEntity].flatMap(([key, group]) => {
    const [first] = group;
    if (!first) return [];
    const grade = first.evidence.grade;
    return {
      key,
      evidence: first.evidence,
      ...(group.every((match) => match.evidence.grade === grade) && { grade }),
      count: countOf(group),
      ...byClaims(group),
    };
  });
}

export function countOf(matches: readonly ReportedMatch[]): number {
  return matches.reduce((sum, match) => sum + match.count, 0);
}

/** What is neither muted nor filtered. */
export function isShown({ muted, filtered }: ReportedMatch): boolean {
  return !muted && !filtered;
}

/** What stands for a match in keys and in settings. */
export function matchKey({ evidence }: ReportedMatch): string {
  return `${evidence.list.id}/${evidence.identifier.id}`;
}

/** Claims whose publisher was already introduced by an earlier one. */
export function reintroduced({ common, names }: EntityGroup): ReadonlySet<ClaimEvidence> {
  const all = [...common, ...names.flatMap(({ claims }) => claims)];
  return new Set(all.filter((one, i) => all.slice(0, i).some(({ source }) => source.id === one.source.id)));
}

function byClaims(matches: readonly ReportedMatch[]): Pick<EntityGroup, 'common' | 'names'> {
  const sets = matches.map(({ evidence }) => evidence.claims);
  const shared = (sets[0] ?? []).filter((one) =>
    sets.every((others) => others.some(({ claim }) => claim.id === one.claim.id)),
  );
  const whole = sets.every((claims) => claims.length === shared.length);
  // One group alone keeps its names beside its claims.
  const common = whole ? [] : shared;
  const own = (match: ReportedMatch): ClaimEvidence[] =>
    match.evidence.claims.filter(({ claim }) => !common.some((one) => one.claim.id === claim.id));
  const groups = Map.groupBy(matches, (match) =>
    own(match)
      .map(({ claim }) => claim.id)
      .join(' '),
  );
  return {
    common,
    names: [...groups.values()].map((group) => ({ matches: group, claims: group[0] ? own(group[0]) : [] })),
  };
}
