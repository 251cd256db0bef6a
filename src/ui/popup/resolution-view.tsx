import { resolution } from '../../identifier-sentences.ts';
import type { ReportedMatch } from '../../messages.ts';
import { t } from '../../text.ts';
import { identifierWhere } from '../../wording.ts';
import { Disclosure } from '../disclosure.tsx';
import { ResolutionText } from '../resolution-text.tsx';
import { matchKey } from './group-matches.ts';

/** No document spells these names out: from what they were found, and how sure that is. */
export function ResolutionView({ matches }: { matches: readonly ReportedMatch[] }) {
  const found = matches.flatMap((match) => {
    const answer = resolution(match.evidence);
    return answer ? [{ match, answer }] : [];
  });
  if (found.length === 0) return null;
  return (
    <Disclosure title={t('howResolved')}>
      {found.map(({ match, answer }) => (
        <div key={matchKey(match)} class="resolved">
          <h4>{identifierWhere(match.evidence.identifier)}</h4>
          <ResolutionText found={answer} />
        </div>
      ))}
    </Disclosure>
  );
}
