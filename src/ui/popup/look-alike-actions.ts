import type { ReportedLookAlike } from '../../look-alike-messages.ts';
import { resemblanceWords } from '../../resemblance-sentences.ts';
import { type ActWorld, refActions } from './ref-actions.ts';

/** What a reader can do about a look-alike. */
export interface LookAlikeActions {
  reveal(found: ReportedLookAlike): void;
  mute(found: ReportedLookAlike): void;
  unmute(found: ReportedLookAlike): void;
}

export function lookAlikeActions(world: ActWorld): LookAlikeActions {
  const of = refActions(world);
  const name = ({ resemblance }: ReportedLookAlike): string => resemblanceWords(resemblance).shown;
  return {
    reveal: (found) => void of.reveal(found.resemblance.ref, name(found)),
    mute: (found) => of.mute(found.resemblance.ref, name(found)),
    unmute: (found) => of.unmute(found.resemblance.ref),
  };
}
