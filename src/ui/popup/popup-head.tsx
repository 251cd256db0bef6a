import { send, type TabReport } from '../../messages.ts';
import type { Settings } from '../../settings.ts';
import { isolated, plural, t } from '../../text.ts';
import { dotted } from '../../wording.ts';
import { Switch } from '../switch.tsx';
import { BrandMark } from '../symbol.tsx';
import { change } from '../use-settings.ts';
import { countOf, groupMatches, isShown } from './group-matches.ts';

interface HeadProps {
  report: TabReport | undefined;
  settings: Settings | undefined;
  /** Nothing will come: below it is told why. */
  failed: boolean;
}

/** Two switches at the same edge: the product's beside its name, the site's beside its own. */
export function PopupHead({ report, settings, failed }: HeadProps) {
  return (
    <header>
      <div class="head-row">
        <BrandMark />
        <h1>{t('extensionName')}</h1>
        <Switch label={t('switchAll')} on={settings?.enabled} change={(enabled) => change({ enabled })} />
      </div>
      {settings?.enabled !== false && !failed && <SiteRow report={report} settings={settings} />}
    </header>
  );
}

function SiteRow({ report, settings }: Omit<HeadProps, 'failed'>) {
  const { site, host } = report ?? {};
  if (report && site === undefined) return null;
  const off = settings?.sitesOff ?? [];
  const set = (on: boolean): void => {
    if (site === undefined) return;
    // A site that the reader switched on is given back, permission and all.
    if (settings?.sitesOn.includes(site)) {
      void send('turnSite', { host: site, on });
      return;
    }
    const others = off.filter((one) => one !== site);
    change({ sitesOff: on ? others : [...others, site] });
  };
  const name = host ?? site ?? '';
  return (
    <div class="head-row site">
      <div class="site-text">
        <b>{isolated(name) || ' '}</b>
        <span class="from">{report && settings ? summary(report, settings) : t('loading')}</span>
      </div>
      {site !== undefined && (
        <Switch label={t('switchSite', isolated(name))} on={settings && !off.includes(site)} change={set} />
      )}
    </div>
  );
}

/** `3 entities, 7 marks on this page · 60 posts read`; what is read and found nothing is told below. */
function summary(report: TabReport, settings: Settings): string | undefined {
  if (report.status !== 'read' && report.status !== 'reading') return undefined;
  const shown = report.matches.filter(isShown);
  if (shown.length === 0) return undefined;
  const read = report.posts > 0 ? plural('postsRead', report.posts) : undefined;
  // In clean-page mode nothing is drawn, so there are no marks to count.
  const key = settings.markStyle === 'clean' ? 'matches' : 'marks';
  return dotted([t('summary', plural('entities', groupMatches(shown).length), plural(key, countOf(shown))), read]);
}
