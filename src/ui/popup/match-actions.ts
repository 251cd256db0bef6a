import { readersDay } from '../../days.ts';
import type { IdentifierRef, ReportedMatch } from '../../messages.ts';
import type { Settings } from '../../settings.ts';
import { isolated, localise, t } from '../../text.ts';
import { identifierText } from '../../wording.ts';
import { change } from '../use-settings.ts';
import type { MatchActions } from './name-actions.tsx';
import { type ActWorld, refActions } from './ref-actions.ts';

/** @param version the extension's, for reports */
export function matchActions(world: ActWorld, version: string): MatchActions {
  const { settings, tell } = world;
  const of = refActions(world);
  const otherEntities = ({ evidence: { list, entity } }: ReportedMatch): Settings['mutedEntities'] =>
    (settings?.mutedEntities ?? []).filter((row) => row.list !== list.id || row.entity !== entity.id);
  return {
    version,
    reveal: (match) => void of.reveal(refOf(match), nameOf(match)),
    mute: (match) => of.mute(refOf(match), nameOf(match)),
    unmute: (match) => of.unmute(refOf(match)),
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
  };
}

function refOf({ evidence: { list, identifier } }: ReportedMatch): IdentifierRef {
  return { list: list.id, identifier: identifier.id };
}

function nameOf({ evidence }: ReportedMatch): string {
  return identifierText(evidence.identifier);
}
