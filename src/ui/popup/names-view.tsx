import { identifierState } from '../../identifier-sentences.ts';
import type { ReportedMatch } from '../../messages.ts';
import { plural } from '../../text.ts';
import { dotted, gradeName, identifierWhere } from '../../wording.ts';
import { matchKey } from './group-matches.ts';

/** The names that were found, how often, and in what state they are. */
export function NamesView({ matches, grades }: { matches: readonly ReportedMatch[]; grades: boolean }) {
  return (
    <ul class="names">
      {matches.map((match) => {
        const { identifier, grade } = match.evidence;
        const state = identifierState(identifier);
        return (
          <li key={matchKey(match)}>
            <b class="name">{identifierWhere(identifier)}</b>{' '}
            <span class="from">
              {dotted([plural('timesFound', match.count), grades ? gradeName(grade) : undefined])}
            </span>
            {state && <span class="from name-state">{state}</span>}
          </li>
        );
      })}
    </ul>
  );
}
