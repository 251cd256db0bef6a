import type { ListState } from '../../list-messages.ts';
import { send } from '../../messages.ts';
import { isolated, localise, t } from '../../text.ts';
import { Switch } from '../switch.tsx';

/** Whether a list marks. */
export function ListSwitch({ list }: { list: ListState }) {
  return (
    <Switch
      label={t('turnList', isolated(localise(list.title)))}
      on={list.on}
      change={(on) => void send('turnList', { id: list.id, on })}
    />
  );
}
