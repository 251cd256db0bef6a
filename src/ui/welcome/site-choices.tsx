import { PLATFORMS } from '../../core/names.ts';
import type { Settings } from '../../settings.ts';
import { t } from '../../text.ts';
import { siteName } from '../../wording.ts';
import { Switch } from '../switch.tsx';
import { change } from '../use-settings.ts';

/** The networks that Statemark knows, each with its switch. */
export function SiteChoices({ settings }: { settings: Settings | undefined }) {
  const off = settings?.sitesOff ?? [];
  const set = (site: string, on: boolean): void => {
    const others = off.filter((one) => one !== site);
    change({ sitesOff: on ? others : [...others, site] });
  };
  return (
    <ul class="sites">
      {PLATFORMS.map((site) => (
        <li key={site} class="setting-row">
          <span aria-hidden="true">{siteName(site)}</span>
          <Switch
            label={t('switchSite', siteName(site))}
            on={settings && !off.includes(site)}
            change={(on) => set(site, on)}
          />
        </li>
      ))}
    </ul>
  );
}
