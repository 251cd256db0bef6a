import { isolated, type TextKey, t } from '../../text.ts';
import { siteName } from '../../wording.ts';

interface SiteRowsProps {
  title: TextKey;
  /** Said where there is no site. */
  none: TextKey;
  /** What pressing a site's button does; `$1` is the site. */
  action: TextKey;
  sites: readonly string[];
  act(site: string): void;
}

/** Sites that the reader switched, each with the button that takes it back. */
export function SiteRows({ title, none, action, sites, act }: SiteRowsProps) {
  return (
    <>
      <h3>{t(title)}</h3>
      {sites.length === 0 && <p class="from">{t(none)}</p>}
      <ul class="rows">
        {sites.map((site) => {
          const name = isolated(siteName(site));
          return (
            <li key={site} class="setting-row">
              <span>{name}</span>
              <button type="button" class="act" onClick={() => act(site)}>
                {t(action, name)}
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
