import { isolated, localise, plural, t, written } from '../../text.ts';
import { dotted } from '../../wording.ts';
import { ListSwitch } from '../lists/list-switch.tsx';
import { useLists } from '../lists/use-lists.ts';

/** Every list that is there, with what it says of itself and whether it is on. */
export function ListChoices() {
  const { lists, failed } = useLists();
  if (lists === undefined) return <p class="from">{failed ? t('listsFailed') : t('loading')}</p>;
  if (lists.length === 0) return <p>{t('listsNone')}</p>;
  return (
    <ul class="rows">
      {lists.map((list) => (
        <li key={list.id} class="setting-row">
          <span>
            <b>
              <bdi>{localise(list.title)}</bdi>
            </b>
            {list.description && (
              <span class="about" {...written(list.description)}>
                {localise(list.description)}
              </span>
            )}
            <span class="from">{dotted([isolated(list.publisher), plural('entries', list.identifiers)])}</span>
          </span>
          <ListSwitch list={list} />
        </li>
      ))}
    </ul>
  );
}
