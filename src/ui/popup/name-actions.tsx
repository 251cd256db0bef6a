import type { ReportedMatch } from '../../messages.ts';
import { type TextKey, t } from '../../text.ts';
import { identifierText } from '../../wording.ts';
import { ReportLink } from '../report-link.tsx';

/** What a reader can do about a match. */
export interface MatchActions {
  reveal(match: ReportedMatch): void;
  mute(match: ReportedMatch): void;
  unmute(match: ReportedMatch): void;
  /** All names of the match's entity, in its list. */
  muteEntity(match: ReportedMatch): void;
  unmuteEntity(match: ReportedMatch): void;
  isEntityMuted(match: ReportedMatch): boolean;
  /** The extension's version, for reports. */
  version: string;
}

/** @param named says which of several names is meant */
export function NameActions({
  match,
  actions,
  named,
}: {
  match: ReportedMatch;
  actions: MatchActions;
  named: boolean;
}) {
  const name = identifierText(match.evidence.identifier);
  const label = (key: TextKey): string => t('labelled', t(key), name);
  return (
    <div class="actions">
      {named && <span class="actions-name">{name}</span>}
      <button type="button" class="act" aria-label={label('showOnPage')} onClick={() => actions.reveal(match)}>
        {t('showOnPage')}
      </button>
      <button type="button" class="act" aria-label={label('mute')} onClick={() => actions.mute(match)}>
        {t('mute')}
      </button>
      <ReportLink about={match.evidence} />
    </div>
  );
}
