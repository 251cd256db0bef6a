import { useMemo, useState } from 'preact/hooks';
import { browser } from '../browser.ts';
import type { TabReport } from '../messages.ts';
import type { Settings } from '../settings.ts';
import { t } from '../text.ts';
import { EntityView } from './entity-view.tsx';
import { groupMatches } from './group-matches.ts';
import { matchActions } from './match-actions.ts';
import { MutedView } from './muted-view.tsx';
import type { MatchActions } from './name-actions.tsx';
import { PageStatus, ReadGaps } from './page-status.tsx';
import { PopupFoot } from './popup-foot.tsx';
import { PopupHead } from './popup-head.tsx';
import { Toast, type ToastMessage } from './toast.tsx';
import { useReport, useTab } from './use-report.ts';
import { useSettings } from './use-settings.ts';

/** @param search the popup's own query: `?tab=3` is about that tab, in whichever window the popup stands */
export function Popup({ search }: { search: string }) {
  const tab = useTab(search);
  const { report, failed, refresh } = useReport(tab);
  const settings = useSettings();
  const [toast, setToast] = useState<ToastMessage>();
  const version = useMemo(() => browser.runtime.getManifest().version, []);
  const popup = search === '';
  const actions = matchActions({ tab: tab ?? -1, settings, tell: setToast, version, popup });
  return (
    <div class={popup ? 'popup' : 'popup page'}>
      <PopupHead report={report} settings={settings} />
      <main>
        {report && <Found report={report} settings={settings} actions={actions} refresh={refresh} />}
        {!report && <p class="waiting">{failed ? t('statusFailed') : t('loading')}</p>}
      </main>
      <Toast message={toast} close={() => setToast(undefined)} />
      <PopupFoot lists={report?.lists ?? []} />
    </div>
  );
}

interface FoundProps {
  report: TabReport;
  settings: Settings | undefined;
  actions: MatchActions;
  refresh(): void;
}

function Found({ report, settings, actions, refresh }: FoundProps) {
  const groups = groupMatches(report.matches.filter((match) => !match.muted));
  return (
    <>
      <ReadGaps report={report} />
      {groups.length === 0 && <PageStatus report={report} version={actions.version} refresh={refresh} />}
      {settings?.markStyle === 'clean' && groups.length > 0 && <p class="clean-note">{t('cleanPageNote')}</p>}
      {groups.map((group) => (
        <EntityView
          key={group.key}
          group={group}
          actions={actions}
          alone={groups.length === 1}
          listed={report.lists.length > 1}
        />
      ))}
      <MutedView matches={report.matches.filter((match) => match.muted)} actions={actions} />
    </>
  );
}
