import { readersDay } from '../days.ts';
import { type ReportedMatch, sendToTab } from '../messages.ts';
import type { Settings } from '../settings.ts';
import { isolated, localise, t } from '../text.ts';
import { identifierText } from '../wording.ts';
import type { MatchActions } from './name-actions.tsx';
import type { ToastMessage } from './toast.tsx';
import { change } from './use-settings.ts';

interface World {
  tab: number;
  settings: Settings | undefined;
  tell(message: ToastMessage): void;
  version: string;
  /** Stands over the page as a popup, and so must go for the page to be seen. */
  popup: boolean;
}

export function matchActions({ tab, settings, tell, version, popup }: World): MatchActions {
  const others = (match: ReportedMatch): Settings['muted'] =>
    (settings?.muted ?? []).filter(
      (row) => row.list !== match.evidence.list.id || row.identifier !== match.evidence.identifier.id,
    );
  const otherEntities = ({ evidence: { list, entity } }: ReportedMatch): Settings['mutedEntities'] =>
    (settings?.mutedEntities ?? []).filter((row) => row.list !== list.id || row.entity !== entity.id);
  const unmute = (match: ReportedMatch): void => change({ muted: others(match) });
  const name = (match: ReportedMatch): string => identifierText(match.evidence.identifier);
  return {
    version,
    unmute,
    mute(match) {
      const { list, identifier } = match.evidence;
      const before = others(match);
      change({ muted: [...before, { list: list.id, identifier: identifier.id, since: readersDay() }] });
      tell({ text: t('mutedOne', name(match)), undo: () => change({ muted: before }) });
    },
    muteEntity(match) {
      const { list, entity } = match.evidence;
      const before = otherEntities(match);
      change({ mutedEntities: [...before, { list: list.id, entity: entity.id, since: readersDay() }] });
      tell({
        text: t('mutedEntityOne', isolated(localise(entity.label))),
        undo: () => change({ mutedEntities: before }),
      });
    },
    unmuteEntity: (match) => change({ mutedEntities: otherEntities(match) }),
    isEntityMuted: (match) => otherEntities(match).length < (settings?.mutedEntities.length ?? 0),
    async reveal(match) {
      const { list, identifier } = match.evidence;
      const answer = await sendToTab(tab, 'reveal', { list: list.id, identifier: identifier.id }).catch(
        () => undefined,
      );
      if (!answer?.found) tell({ text: t('notInView', name(match)) });
      else if (popup) window.close();
    },
  };
}
