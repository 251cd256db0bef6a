import type { ReportedMatch } from '../../src/messages.ts';
import type { Expectation } from '../sites/site.ts';

/** A reported match with what identifies it in front, where a reader or a script looks first. */
export type Found = { kind: string; value: string; platform: string; entity: string } & ReportedMatch;

export type Comparison = {
  /** Planted, and neither quiet nor off by default, but not reported. */
  missing: string[];
  /** Reported, but nowhere planted. */
  unexpected: string[];
};

/** Compares what was reported while the start page was scrolled through with what stands on it. */
export function compare(
  matches: readonly Pick<Found, 'kind' | 'value'>[],
  planted: readonly Expectation[],
): Comparison {
  const reported = new Set(matches.map(label));
  const all = new Set(planted.map(label));
  const plain = planted.filter(({ path, needs, grade }) => !path && !needs && !grade);
  const wanted = new Set(plain.map(label));
  return {
    missing: [...wanted].filter((name) => !reported.has(name)),
    unexpected: [...reported].filter((name) => !all.has(name)),
  };
}

export function found(match: ReportedMatch): Found {
  const { identifier, entity } = match.evidence;
  const { kind, value, platform } = identifier;
  return { kind, value, platform, entity: entity.label.en ?? entity.id, ...match };
}

type Counted = Pick<Found, 'kind' | 'value' | 'count'>;

/** One more look at a page adds to what earlier looks have seen: scrolled-off marks may leave the report. */
export function merge<Match extends Counted>(earlier: readonly Match[], later: readonly Match[]): Match[] {
  const merged = new Map(earlier.map((match) => [label(match), match]));
  for (const match of later) {
    const before = merged.get(label(match))?.count ?? 0;
    if (match.count >= before) merged.set(label(match), match);
  }
  return [...merged.values()];
}

function label({ kind, value }: { kind: string; value: string }): string {
  // Enough to tell the planted ones apart; deliberately not the extension's own folding.
  const plain = value.normalize('NFKC').toLowerCase().replaceAll('ي', 'ی').replaceAll('ك', 'ک');
  return (kind === 'hashtag' ? '#' : '@') + plain.replace(/^[#@]/, '');
}
