import { useState } from 'preact/hooks';
import { accountIn } from '../../core/key.ts';
import { LEAST_LETTERS } from '../../core/look-alike-lengths.ts';
import type { GuardProblem } from '../../look-alike-messages.ts';
import { send } from '../../messages.ts';
import { accountWhere } from '../../resemblance-sentences.ts';
import type { Settings } from '../../settings.ts';
import { number, type TextKey, t } from '../../text.ts';
import { Switch } from '../switch.tsx';
import { change } from '../use-settings.ts';

const PROBLEM: Record<GuardProblem, TextKey> = {
  unreadable: 'guardUnreadable',
  short: 'guardShort',
  known: 'guardKnown',
  many: 'guardMany',
};

/** Look-alikes, off until the reader wants them, and the names that the reader guards. */
export function LookAlikesSetting({ settings }: { settings: Settings | undefined }) {
  const guarded = settings?.guarded ?? [];
  return (
    <section>
      <h2>{t('lookAlikes')}</h2>
      <div class="setting-row">
        <span>
          <span aria-hidden="true">{t('lookAlikesSwitch')}</span>
          <span class="from">{t('lookAlikesWhy')}</span>
        </span>
        <Switch
          label={t('lookAlikesSwitch')}
          on={settings?.lookAlikes}
          change={(lookAlikes) => change({ lookAlikes })}
        />
      </div>
      <h3>{t('guarded')}</h3>
      <p class="from">{t('guardedWhy')}</p>
      {guarded.length === 0 && <p class="from">{t('guardedNone')}</p>}
      <ul class="rows">
        {guarded.map((name) => (
          <li key={name} class="setting-row">
            <span>{shownName(name)}</span>
            <button
              type="button"
              class="act"
              onClick={() => change({ guarded: guarded.filter((one) => one !== name) })}
            >
              {t('guardRemove', shownName(name))}
            </button>
          </li>
        ))}
      </ul>
      <GuardForm />
    </section>
  );
}

function GuardForm() {
  const [name, setName] = useState('');
  const [answer, setAnswer] = useState('');
  const add = async (): Promise<void> => {
    const reply = await send('guard', { name });
    if ('added' in reply) setName('');
    setAnswer(
      'added' in reply ? t('guardAdded', shownName(reply.added)) : t(PROBLEM[reply.problem], number(LEAST_LETTERS)),
    );
  };
  return (
    <form
      class="add-form"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <label>
        {t('guardField')}
        <input
          type="text"
          dir="auto"
          autocomplete="off"
          spellcheck={false}
          maxLength={2_000}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="act">
        {t('guardAct')}
      </button>
      <p role="status" class="from">
        {answer}
      </p>
    </form>
  );
}

/** `any@name` as settings store it, as people write it. */
function shownName(stored: string): string {
  return accountWhere(accountIn(stored));
}
