import { browser } from '../../browser.ts';
import { t } from '../../text.ts';
import { DossierLink } from '../dossier-link.tsx';
import { MissingSites } from '../missing-sites.tsx';
import { BrandMark } from '../symbol.tsx';
import { useSettings } from '../use-settings.ts';
import { Example } from './example.tsx';
import { ListChoices } from './list-choices.tsx';
import { PinHint } from './pin-hint.tsx';
import { SiteChoices } from './site-choices.tsx';

/** One minute: what a mark says and does not, which lists, which sites. Asks for nothing else. */
export function Welcome() {
  const settings = useSettings();
  return (
    <div class="welcome">
      <header class="head-row">
        <BrandMark />
        <h1>{t('welcomeTitle')}</h1>
      </header>
      <main>
        <p class="lead">{t('extensionDescription')}</p>
        <p class="promise">{t('welcomePrivacy')}</p>
        <section>
          <h2>{t('welcomeMark')}</h2>
          <Example />
        </section>
        <section>
          <h2>{t('welcomeLists')}</h2>
          <p class="from">{t('welcomeListsWhy')}</p>
          <ListChoices />
        </section>
        <section>
          <h2>{t('welcomeSites')}</h2>
          <p class="from">{t('welcomeSitesWhy')}</p>
          <MissingSites />
          <SiteChoices settings={settings} />
        </section>
        <PinHint />
        <section>
          <h2>{t('welcomeNext')}</h2>
          <p>{t('welcomeNextWhy')}</p>
          <p class="actions">
            <span class="act">
              <DossierLink route={{ page: 'start' }}>{t('welcomeDossier')}</DossierLink>
            </span>
            <button type="button" class="act" onClick={() => void browser.runtime.openOptionsPage()}>
              {t('welcomeOptions')}
            </button>
          </p>
        </section>
      </main>
    </div>
  );
}
