import { useMemo, useState } from 'preact/hooks';
import { browser } from '../../browser.ts';
import type { TabReport } from '../../messages.ts';
import type { Settings } from '../../settings.ts';
import { t } from '../../text.ts';
import { CheckBox } from '../check-box.tsx';
import { Disclosure } from '../disclosure.tsx';
import { Toast, type ToastMessage } from '../toast.tsx';
import { useSettings } from '../use-settings.ts';
import { Beside } from './beside.tsx';
import { EntityView } from './entity-view.tsx';
import { ExportBox } from './export-box.tsx';
import type { FirstLook } from './first-look.ts';
import { groupMatches, isShown } from './group-matches.ts';
import { HiddenNote } from './hidden-note.tsx';
import { ListNotices } from './list-notices.tsx';
import { type LookAlikeActions, lookAlikeActions } from './look-alike-actions.ts';
import { LookAlikesView } from './look-alikes-view.tsx';
import { matchActions } from './match-actions.ts';
import { MutedView } from './muted-view.tsx';
import type { MatchActions } from './name-actions.tsx';
import { NoAnswer, PageStatus, ReadGaps } from './page-status.tsx';
import { PopupFoot } from './popup-foot.tsx';
import { PopupHead } from './popup-head.tsx';
import { useLive } from './use-live.ts';
import { useReport, useTab } from './use-report.ts';

/**
 * @param search the popup's own query: `?tab=3` is about that tab, in whichever window the popup stands
 * @param look what was asked before anything was drawn
 */
export function Popup({ search, look }: { search: string; look?: FirstLook }) {
  return <TabView tab={useTab(search, look?.tab)} place={search === '' ? 'popup' : 'page'} look={look} />;
}

interface TabViewProps {
  /** Undefined until it is known. */
  tab: number | undefined;
  /** A `panel` stands beside the page while it is read, and follows it. */
  place: 'popup' | 'page' | 'panel';
  look?: FirstLook | undefined;
}

/** What is on a tab, wherever it is told. */
export function TabView({ tab, place, look }: TabViewProps) {
  const { report: answered, failed, refresh } = useReport(tab, look?.report);
  const report = answered?.tab === tab ? answered : undefined;
  useLive(place === 'panel' ? tab : undefined, refresh);
  const settings = useSettings(look?.settings);
  const [toast, setToast] = useState<ToastMessage>();
  const version = useMemo(() => browser.runtime.getManifest().version, []);
  const popup = place === 'popup';
  const world = { tab: tab ?? -1, settings, tell: setToast, popup };
  const actions = matchActions(world, version);
  return (
    <div class={popup ? 'popup' : 'popup page'}>
      <PopupHead report={report} settings={settings} failed={!report && failed} />
      <main>
        {report && (
          <Found
            panel={place === 'panel'}
            report={report}
            settings={settings}
            actions={actions}
            alike={lookAlikeActions(world)}
            refresh={refresh}
          />
        )}
        {!report && !failed && <p class="waiting">{t('loading')}</p>}
        {!report && failed && <NoAnswer panel={place === 'panel'} refresh={refresh} />}
      </main>
      <Toast message={toast} close={() => setToast(undefined)} />
      <section class="tools" aria-label={t('askAndExport')}>
        <Disclosure title={t('checkTitle')}>
          <CheckBox />
        </Disclosure>
        <ExportBox report={report} />
        {place !== 'panel' && <Beside popup={popup} tell={setToast} />}
      </section>
      {(report || failed) && <ListNotices />}
      <PopupFoot lists={report?.lists ?? []} />
    </div>
  );
}

interface FoundProps {
  panel: boolean;
  report: TabReport;
  settings: Settings | undefined;
  actions: MatchActions;
  alike: LookAlikeActions;
  refresh(): void;
}

function Found({ panel, report, settings, actions, alike, refresh }: FoundProps) {
  const groups = groupMatches(report.matches.filter(isShown));
  return (
    <>
      <ReadGaps report={report} />
      {groups.length === 0 && <PageStatus report={report} version={actions.version} panel={panel} refresh={refresh} />}
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
      <LookAlikesView found={report.lookAlikes ?? []} actions={alike} />
      <HiddenNote count={report.matches.filter(({ filtered }) => filtered).length} />
      <MutedView matches={report.matches.filter((match) => match.muted)} actions={actions} />
    </>
  );
}
