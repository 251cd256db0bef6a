import { readersDay } from '../../days.ts';
import { type IdentifierRef, sendToTab } from '../../messages.ts';
import type { Settings } from '../../settings.ts';
import { t } from '../../text.ts';
import type { ToastMessage } from '../toast.tsx';
import { change } from '../use-settings.ts';

/** What the buttons beside a found name work on. */
export interface ActWorld {
  tab: number;
  settings: Settings | undefined;
  tell(message: ToastMessage): void;
  /** Stands over the page as a popup, and so must go for the page to be seen. */
  popup: boolean;
}

/** What a reader can do about any found name, listed or resembling one. */
export interface RefActions {
  /** @param name as the reader is told of it */
  reveal(ref: IdentifierRef, name: string): Promise<void>;
  mute(ref: IdentifierRef, name: string): void;
  unmute(ref: IdentifierRef): void;
}

export function refActions({ tab, settings, tell, popup }: ActWorld): RefActions {
  const others = ({ list, identifier }: IdentifierRef): Settings['muted'] =>
    (settings?.muted ?? []).filter((row) => row.list !== list || row.identifier !== identifier);
  return {
    unmute: (ref) => change({ muted: others(ref) }),
    mute(ref, name) {
      const before = others(ref);
      change({ muted: [...before, { ...ref, since: readersDay() }] });
      tell({ text: t('mutedOne', name), undo: () => change({ muted: before }) });
    },
    async reveal(ref, name) {
      const answer = await sendToTab(tab, 'reveal', ref).catch(() => undefined);
      if (!answer?.found) tell({ text: t('notInView', name) });
      else if (popup) window.close();
    },
  };
}
