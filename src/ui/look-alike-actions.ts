import { readersDay } from '../days.ts';
import type { ReportedLookAlike } from '../look-alike-messages.ts';
import { sendToTab } from '../messages.ts';
import { resemblanceWords } from '../resemblance-sentences.ts';
import type { Settings } from '../settings.ts';
import { t } from '../text.ts';
import type { ToastMessage } from './toast.tsx';
import { change } from './use-settings.ts';

/** What a reader can do about a look-alike. */
export interface LookAlikeActions {
  reveal(found: ReportedLookAlike): void;
  mute(found: ReportedLookAlike): void;
  unmute(found: ReportedLookAlike): void;
}

interface World {
  tab: number;
  settings: Settings | undefined;
  tell(message: ToastMessage): void;
  /** Stands over the page as a popup, and so must go for the page to be seen. */
  popup: boolean;
}

export function lookAlikeActions({ tab, settings, tell, popup }: World): LookAlikeActions {
  const others = ({ resemblance: { ref } }: ReportedLookAlike): Settings['muted'] =>
    (settings?.muted ?? []).filter((row) => row.list !== ref.list || row.identifier !== ref.identifier);
  const name = ({ resemblance }: ReportedLookAlike): string => resemblanceWords(resemblance).shown;
  return {
    unmute: (found) => change({ muted: others(found) }),
    mute(found) {
      const before = others(found);
      const since = readersDay();
      change({ muted: [...before, { ...found.resemblance.ref, since }] });
      tell({ text: t('mutedOne', name(found)), undo: () => change({ muted: before }) });
    },
    async reveal(found) {
      const answer = await sendToTab(tab, 'reveal', found.resemblance.ref).catch(() => undefined);
      if (!answer?.found) tell({ text: t('notInView', name(found)) });
      else if (popup) window.close();
    },
  };
}
