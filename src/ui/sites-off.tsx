import { isolated, t } from '../text.ts';
import { siteName } from '../wording.ts';
import { change } from './use-settings.ts';

export function SitesOff({ sites }: { sites: readonly string[] }) {
  return (
    <>
      <h3>{t('sitesOff')}</h3>
      {sites.length === 0 && <p class="from">{t('sitesOffNone')}</p>}
      <ul class="rows">
        {sites.map((site) => {
          const name = isolated(siteName(site));
          return (
            <li key={site} class="setting-row">
              <span>{name}</span>
              <button
                type="button"
                class="act"
                onClick={() => change({ sitesOff: sites.filter((one) => one !== site) })}
              >
                {t('removeSite', name)}
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
