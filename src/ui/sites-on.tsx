import { send } from '../messages.ts';
import { isolated, t } from '../text.ts';

/** Hosts beyond the known networks that the reader switched on. */
export function SitesOn({ sites }: { sites: readonly string[] }) {
  return (
    <>
      <h3>{t('sitesOn')}</h3>
      {sites.length === 0 && <p class="from">{t('sitesOnNone')}</p>}
      {sites.length > 0 && (
        <ul class="rows">
          {sites.map((site) => (
            <li key={site} class="setting-row">
              <span>{isolated(site)}</span>
              <button type="button" class="act" onClick={() => void send('turnSite', { host: site, on: false })}>
                {t('turnOffSite', isolated(site))}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
