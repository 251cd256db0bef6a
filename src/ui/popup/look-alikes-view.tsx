import type { ReportedLookAlike } from '../../look-alike-messages.ts';
import { resemblanceWords } from '../../resemblance-sentences.ts';
import { number, plural, t } from '../../text.ts';
import { Tile } from '../symbol.tsx';
import type { LookAlikeActions } from './look-alike-actions.ts';

interface LookAlikesViewProps {
  found: readonly ReportedLookAlike[];
  actions: LookAlikeActions;
}

/** Accounts that resemble others: apart from what is listed, for nothing is said of them but their spelling. */
export function LookAlikesView({ found, actions }: LookAlikesViewProps) {
  if (found.length === 0) return null;
  return (
    <section class="look-alikes">
      <header class="look-alikes-head">
        <Tile name="look-alike" />
        <h2>{t('resemblesNames')}</h2>
        <span class="aside">{number(found.length)}</span>
      </header>
      <ul>
        {found.map((one) => (
          <LookAlikeRow key={one.resemblance.ref.identifier} found={one} actions={actions} />
        ))}
      </ul>
      <p class="from">{t('resemblesNote')}</p>
    </section>
  );
}

function LookAlikeRow({ found, actions }: { found: ReportedLookAlike; actions: LookAlikeActions }) {
  const { shown, title, known, how } = resemblanceWords(found.resemblance);
  const label = (key: 'showOnPage' | 'mute' | 'unmute'): string => t('labelled', t(key), shown);
  const turn = found.muted ? 'unmute' : 'mute';
  return (
    <li class="look-alike-row">
      <b class="name">{shown}</b> <span class="from">{plural('timesFound', found.count)}</span>
      <p>{title}</p>
      <p class="from">{t('labelled', t('resemblesHow'), how)}</p>
      <p class="from">{known}</p>
      <div class="actions">
        {!found.muted && (
          <button type="button" class="act" aria-label={label('showOnPage')} onClick={() => actions.reveal(found)}>
            {t('showOnPage')}
          </button>
        )}
        <button type="button" class="act" aria-label={label(turn)} onClick={() => actions[turn](found)}>
          {t(turn)}
        </button>
      </div>
    </li>
  );
}
