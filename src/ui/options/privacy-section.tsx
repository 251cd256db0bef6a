import { t } from '../../text.ts';
import { WELCOME } from '../../welcome-path.ts';

/** What leaves the machine, and the way back to the first page. */
export function PrivacySection() {
  return (
    <section>
      <h2>{t('privacy')}</h2>
      <p>{t('privacyText')}</p>
      <p class="act">
        <a href={`/${WELCOME}`} target="_blank" rel="noopener noreferrer">
          {t('welcomeAgain')}
        </a>
      </p>
    </section>
  );
}
