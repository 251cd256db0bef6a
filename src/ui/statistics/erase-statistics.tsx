import { useEffect, useRef, useState } from 'preact/hooks';
import { send } from '../../messages.ts';
import { t } from '../../text.ts';

/** Asks once more: what is erased is gone. */
export function EraseStatistics() {
  const [asked, setAsked] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asked) keep.current?.focus();
  }, [asked]);
  if (!asked) {
    return (
      <button type="button" class="act" onClick={() => setAsked(true)}>
        {t('statisticsErase')}
      </button>
    );
  }
  return (
    <fieldset>
      <legend>{t('statisticsErase')}</legend>
      <p>{t('statisticsEraseWhy')}</p>
      <p class="actions">
        <button type="button" class="act" ref={keep} onClick={() => setAsked(false)}>
          {t('keep')}
        </button>
        <button type="button" class="act" onClick={() => void send('eraseStatistics', null)}>
          {t('erase')}
        </button>
      </p>
    </fieldset>
  );
}
