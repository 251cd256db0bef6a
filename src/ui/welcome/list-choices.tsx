import { send } from '../../messages.ts';
import { isolated, localise, plural, t, written } from '../../text.ts';
import { dotted } from '../../wording.ts';
import { useLists } from '../lists/use-lists.ts';
import { Switch } from '../switch.tsx';

/** Every list that is there, with what it says of itself and whether it is on. */
export function ListChoices() {
  const { lists, failed } = useLists();
  if (lists === undefined) return <p class="from">{failed ? t('listsFailed') : t('loading')}</p>;
  if (lists.length === 0) return <p>{t('listsNone')}</p>;
  return (
    <ul class="rows">
      {lists.map((list) => {
        const title = localise(list.title);
        return (
          <li key={list.id} class="setting-row">
            <span>
              <b>
                <bdi>{title}</bdi>
              </b>
              {list.description && (
                <span class="about" {...written(list.description)}>
                  {localise(list.description)}
                </span>
              )}
              <span class="from">{dotted([isolated(list.publisher), plural('entries', list.identifiers)])}</span>
            </span>
            <Switch
              label={t('turnList', isolated(title))}
              on={list.on}
              change={(on) => void send('turnList', { id: list.id, on })}
            />
          </li>
        );
      })}
    </ul>
  );
}
