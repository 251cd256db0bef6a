import { send } from '../messages.ts';
import type { CardActions } from './card.ts';

/** What a card asks of the background. */
export const CARD_ACTIONS: CardActions = {
  evidence: (ref) => send('evidence', ref),
  resemblance: (ref) => send('resemblance', ref),
  mute: (ref) => send('mute', ref),
  muteEntity: (ref) => send('muteEntity', ref),
  undoMute: () => send('undoMute', null),
  openDossier: (ref) => send('openDossier', ref),
};
