import type { ReportedMatch } from '../messages.ts';
import { localise, number, t } from '../text.ts';
import { identifierWhere } from '../wording.ts';
import { Disclosure } from './disclosure.tsx';
import { matchKey } from './group-matches.ts';
import type { MatchActions } from './name-actions.tsx';

/** What the reader muted and this page holds: at the end and closed, but never hidden. */
export function MutedView({ matches, actions }: { matches: readonly ReportedMatch[]; actions: MatchActions }) {
  if (matches.length === 0) return null;
  return (
    <div class="muted">
      <Disclosure title={t('mutedHere')} aside={number(matches.length)}>
        <ul class="muted-names">
          {matches.map((match) => (
            <li key={matchKey(match)}>
              <span>
                {identifierWhere(match.evidence.identifier)}
                <span class="from">
                  <bdi>{localise(match.evidence.entity.label)}</bdi>
                </span>
              </span>
              <button type="button" class="act" onClick={() => actions.unmute(match)}>
                {t('unmute')}
              </button>
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}
