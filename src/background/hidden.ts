import type { Evidence } from '../core/evidence.ts';
import { hasFilters, isFiltered } from '../filters.ts';
import type { PageMatch, ReportedMatch } from '../messages.ts';
import { isMutedBy, type Settings } from '../settings.ts';
import type { Lists } from './lists.ts';

/** How the reader wishes a match to be treated: what is muted is told as muted, whatever the filters say. */
type Standing = Pick<ReportedMatch, 'muted' | 'filtered'>;

export function standingOf(evidence: Evidence, settings: Settings): Standing {
  const { list, identifier, entity, kind, grade } = evidence;
  const muted = isMutedBy(settings, list.id, identifier.id, entity.id);
  const { country = '' } = entity;
  return {
    muted,
    ...(!muted && isFiltered(settings.filters, { kind, grade, country }) && { filtered: true as const }),
  };
}

/** What a page has reported, with its evidence. What no list holds any more is left out. */
export async function withStanding<M extends Pick<PageMatch, 'list' | 'identifier'>>(
  matches: readonly M[],
  lists: Lists,
  settings: Settings,
): Promise<(M & Standing & { evidence: Evidence })[]> {
  await lists.prepare(matches);
  return matches.flatMap((match) => {
    const evidence = lists.evidence(match);
    return evidence ? [{ ...match, evidence, ...standingOf(evidence, settings) }] : [];
  });
}

/** Whether a name alone does not tell if it is shown. */
export function needsLists({ mutedEntities, filters }: Settings): boolean {
  return mutedEntities.length > 0 || hasFilters(filters);
}
