import type { ComponentChildren } from 'preact';
import { browser } from '../../browser.ts';
import { hostPattern } from '../../host-pattern.ts';
import type { TabReport } from '../../messages.ts';
import { reportUnreadableUrl } from '../../report-mistake.ts';
import { number, plural, type TextKey, t } from '../../text.ts';
import { dotted } from '../../wording.ts';
import { OutsideLink } from '../outside-link.tsx';
import { change } from '../use-settings.ts';
import { TurnOnHere, TurnOnNamed } from './turn-on-site.tsx';

interface PageStatusProps {
  report: TabReport;
  version: string;
  /** Told beside the page. */
  panel: boolean;
  refresh(): void;
}

/** Where there is nothing to show, why: an empty answer is an answer too. */
export function PageStatus({ report, version, panel, refresh }: PageStatusProps) {
  switch (report.status) {
    case 'read':
      return (
        <Notice title={emptyTitle(report)}>
          <p>
            {dotted([
              plural('postsRead', report.posts),
              report.posts > 0 ? t('readParts', number(report.withAccount), number(report.withText)) : undefined,
            ])}
          </p>
        </Notice>
      );
    case 'reading':
      return <Notice title="statusReading" why="statusReadingWhy" />;
    case 'unreadable':
      return <Unreadable report={report} version={version} />;
    case 'off':
      return (
        <Notice title="statusOff" why="statusOffWhy">
          <button type="button" class="main-act" onClick={() => change({ enabled: true })}>
            {t('turnOn')}
          </button>
        </Notice>
      );
    case 'site-off':
      return <Notice title="statusSiteOff" why="statusSiteOffWhy" />;
    case 'no-permission':
      return <NoPermission host={report.host} refresh={refresh} />;
    case 'unsupported':
      return <Unsupported host={report.host} panel={panel} refresh={refresh} />;
  }
}

/** Found and hidden is not the same as not found. */
function emptyTitle({ matches }: TabReport): TextKey {
  if (matches.length === 0) return 'statusNothing';
  return matches.some(({ filtered }) => filtered) ? 'statusAllHidden' : 'statusAllMuted';
}

function Notice({ title, why, children }: { title: TextKey; why?: TextKey; children?: ComponentChildren }) {
  return (
    <section class="notice">
      <h2>{t(title)}</h2>
      {why && <p>{t(why)}</p>}
      {children}
    </section>
  );
}

function Unreadable({ report, version }: { report: TabReport; version: string }) {
  const url = report.site && reportUnreadableUrl(report.lists[0]?.contact, report.site, version);
  return (
    <Notice title="statusUnreadable" why="statusUnreadableWhy">
      {url && (
        <p class="act">
          <OutsideLink href={url}>{t('tellUs')}</OutsideLink>
        </p>
      )}
    </Notice>
  );
}

/** The background is gone or being replaced: what is drawn in pages stays, and it wakes at the next question. */
export function NoAnswer({ panel, refresh }: { panel: boolean; refresh(): void }) {
  return (
    <div class="notice" role="alert">
      <h2>{t('noAnswer')}</h2>
      <p>{t(panel ? 'panelFailed' : 'statusFailed')}</p>
      <button type="button" class="main-act" onClick={refresh}>
        {t('tryAgain')}
      </button>
    </div>
  );
}

function NoPermission({ host, refresh }: { host: string | undefined; refresh(): void }) {
  // Asked in the click itself: browsers refuse it later.
  const allow = (asked: string): void =>
    void browser.permissions.request({ origins: [hostPattern(asked)] }).then(refresh);
  return (
    <Notice title="statusNoPermission" why="statusNoPermissionWhy">
      {host !== undefined && (
        <button type="button" class="main-act" onClick={() => allow(host)}>
          {t('allow')}
        </button>
      )}
    </Notice>
  );
}

/** Any server of an open network, and any page with embedded posts, can be read where the reader wishes it. */
function Unsupported({ host, panel, refresh }: { host: string | undefined; panel: boolean; refresh(): void }) {
  return (
    <Notice title="statusUnsupported" why="statusUnsupportedWhy">
      {host?.includes('.') && <TurnOnHere host={host} refresh={refresh} />}
      {host === undefined && panel && <TurnOnNamed refresh={refresh} />}
    </Notice>
  );
}

/** Half a page read is told as well: what is missing could be what is listed. */
export function ReadGaps({ report }: { report: TabReport }) {
  if (report.status !== 'read' || report.posts === 0) return null;
  const gaps: TextKey[] = [];
  if (report.withAccount === 0) gaps.push('gapAccounts');
  if (report.withText === 0) gaps.push('gapTexts');
  return (
    <>
      {gaps.map((gap) => (
        <p key={gap} class="clean-note">
          {t(gap)}
        </p>
      ))}
    </>
  );
}
