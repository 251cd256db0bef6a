import { send } from '../../messages.ts';
import type { Settings } from '../../settings.ts';
import { t } from '../../text.ts';
import { MissingSites } from '../missing-sites.tsx';
import { Switch } from '../switch.tsx';
import { change } from '../use-settings.ts';
import { SiteRows } from './site-rows.tsx';

/** Where the extension works: everywhere or nowhere, and on which sites not, or also. */
export function SitesSection({ settings }: { settings: Settings | undefined }) {
  const { enabled, sitesOff = [], sitesOn = [] } = settings ?? {};
  return (
    <section>
      <h2>{t('optionsOn')}</h2>
      <div class="setting-row">
        <span aria-hidden="true">{t('switchAll')}</span>
        <Switch label={t('switchAll')} on={enabled} change={(on) => change({ enabled: on })} />
      </div>
      <MissingSites />
      <SiteRows
        title="sitesOff"
        none="sitesOffNone"
        action="removeSite"
        sites={sitesOff}
        act={(site) => change({ sitesOff: sitesOff.filter((one) => one !== site) })}
      />
      <SiteRows
        title="sitesOn"
        none="sitesOnNone"
        action="turnOffSite"
        sites={sitesOn}
        act={(site) => void send('turnSite', { host: site, on: false })}
      />
    </section>
  );
}
