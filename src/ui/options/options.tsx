import { send } from '../../messages.ts';
import { t } from '../../text.ts';
import { WELCOME } from '../../welcome-path.ts';
import { ListsSection } from '../lists/lists-section.tsx';
import { MissingSites } from '../missing-sites.tsx';
import { StatisticsSection } from '../statistics/statistics-section.tsx';
import { Switch } from '../switch.tsx';
import { BrandMark } from '../symbol.tsx';
import { change, useSettings } from '../use-settings.ts';
import { BackupSection } from './backup.tsx';
import { Choice } from './choice.tsx';
import { FiltersSection } from './filters.tsx';
import { LookAlikesSetting } from './look-alikes-setting.tsx';
import { Mutes } from './mutes.tsx';
import { Shortcuts } from './shortcuts.tsx';
import { SiteRows } from './site-rows.tsx';
import { useAnchor } from './use-anchor.ts';

export function Options() {
  const settings = useSettings();
  useAnchor(settings !== undefined);
  return (
    <div class="options">
      <header class="head-row">
        <BrandMark />
        <h1>{t('optionsTitle')}</h1>
      </header>
      <main>
        <section>
          <h2>{t('optionsOn')}</h2>
          <div class="setting-row">
            <span aria-hidden="true">{t('switchAll')}</span>
            <Switch label={t('switchAll')} on={settings?.enabled} change={(enabled) => change({ enabled })} />
          </div>
          <MissingSites />
          <SiteRows
            title="sitesOff"
            none="sitesOffNone"
            action="removeSite"
            sites={settings?.sitesOff ?? []}
            act={(site) => change({ sitesOff: (settings?.sitesOff ?? []).filter((one) => one !== site) })}
          />
          <SiteRows
            title="sitesOn"
            none="sitesOnNone"
            action="turnOffSite"
            sites={settings?.sitesOn ?? []}
            act={(site) => void send('turnSite', { host: site, on: false })}
          />
        </section>
        <Choice
          title="markStyle"
          value={settings?.markStyle}
          change={(markStyle) => change({ markStyle })}
          choices={[
            { value: 'chip', name: 'markChip', why: 'markChipWhy' },
            { value: 'underline', name: 'markUnderline', why: 'markUnderlineWhy' },
            { value: 'clean', name: 'markClean', why: 'markCleanWhy' },
          ]}
        />
        <Choice
          title="personNames"
          value={settings?.personNames}
          change={(personNames) => change({ personNames })}
          choices={[
            { value: 'quiet', name: 'personQuiet', why: 'personQuietWhy' },
            { value: 'shown', name: 'personShown', why: 'personShownWhy' },
          ]}
        />
        <LookAlikesSetting settings={settings} />
        <FiltersSection settings={settings} />
        <Mutes muted={settings?.muted ?? []} entities={settings?.mutedEntities ?? []} />
        <StatisticsSection settings={settings} />
        <Shortcuts />
        <ListsSection />
        <BackupSection settings={settings} />
        <section>
          <h2>{t('privacy')}</h2>
          <p>{t('privacyText')}</p>
          <p class="act">
            <a href={`/${WELCOME}`} target="_blank" rel="noopener noreferrer">
              {t('welcomeAgain')}
            </a>
          </p>
        </section>
      </main>
    </div>
  );
}
