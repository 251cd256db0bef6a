import { useEffect, useState } from 'preact/hooks';
import { browser } from '../browser.ts';
import { number, t } from '../text.ts';
import { firstListed } from '../wording.ts';
import './missing-sites.css';

/** Named one by one as long as a reader would read them. */
const MOST_NAMED = 6;

/**
 * Networks that the browser does not let Statemark read: Firefox asks for each, and grants none that came with an
 * update; Chrome lets one take them back. Nothing while all are allowed.
 */
export function MissingSites() {
  const { missing, all } = useMissing();
  if (missing.length === 0) return null;
  const names = [...new Set(missing.map(nameOf))];
  // Asked in the click itself: browsers refuse it later.
  const allow = (): void => void browser.permissions.request({ origins: [...missing] }).catch(() => false);
  return (
    <div class="weigh missing">
      <p>{t('missingSites', number(missing.length), number(all), firstListed(names, MOST_NAMED))}</p>
      <p>{t('missingStill')}</p>
      <button type="button" class="main-act" onClick={allow}>
        {t('allowAll')}
      </button>
    </div>
  );
}

function nameOf(pattern: string): string {
  return pattern.replace(/^[^:]+:\/\/(?:\*\.)?(?:www\.)?/, '').replace(/\/.*$/, '');
}

function useMissing(): { missing: readonly string[]; all: number } {
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [all, setAll] = useState(0);
  useEffect(() => {
    const look = async (): Promise<void> => {
      const { host_permissions: origins = [] } = browser.runtime.getManifest() as { host_permissions?: string[] };
      const allowed = await Promise.all(origins.map((one) => browser.permissions.contains({ origins: [one] })));
      setAll(origins.length);
      setMissing(origins.filter((_, i) => allowed[i] === false));
    };
    const listener = (): void => void look();
    browser.permissions.onAdded.addListener(listener);
    browser.permissions.onRemoved.addListener(listener);
    listener();
    return () => {
      browser.permissions.onAdded.removeListener(listener);
      browser.permissions.onRemoved.removeListener(listener);
    };
  }, []);
  return { missing, all };
}
