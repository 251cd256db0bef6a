import type { ClaimEvidence, Evidence } from '../core/evidence.ts';
import type { Grade } from '../core/verdict.ts';
import type { ReportedMatch } from '../messages.ts';

/** Names that the very same claims stand behind: told once. */
export interface NameGroup {
  matches: ReportedMatch[];
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
      names: nameGroups(group),
    };
  });
}

export function countOf(matches: readonly ReportedMatch[]): number {
  return matches.reduce((sum, match) => sum + match.count, 0);
}

/** What stands for a match in keys and in settings. */
export function matchKey({ evidence }: ReportedMatch): string {
  return `${evidence.list.id}/${evidence.identifier.id}`;
}

function nameGroups(matches: readonly ReportedMatch[]): NameGroup[] {
  const byClaims = Map.groupBy(matches, ({ evidence }) => evidence.claims.map(({ claim }) => claim.id).join(' '));
  return [...byClaims.values()].map((group) => ({ matches: group, claims: group[0]?.evidence.claims ?? [] }));
}
