import { t } from '../../text.ts';
import { ListsSection } from '../lists/lists-section.tsx';
import { StatisticsSection } from '../statistics/statistics-section.tsx';
import { BrandMark } from '../symbol.tsx';
import { change, useSettings } from '../use-settings.ts';
import { BackupSection } from './backup.tsx';
import { Choice } from './choice.tsx';
import { FiltersSection } from './filters.tsx';
import { LookAlikesSetting } from './look-alikes-setting.tsx';
import { Mutes } from './mutes.tsx';
import { PrivacySection } from './privacy-section.tsx';
import { Shortcuts } from './shortcuts.tsx';
import { SitesSection } from './sites-section.tsx';
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
        <SitesSection settings={settings} />
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
        <PrivacySection />
      </main>
    </div>
  );
}
