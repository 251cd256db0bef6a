import { readersDay } from '../../days.ts';
import type { UpdateRecord } from '../../list-messages.ts';
import { send } from '../../messages.ts';
import { date, isolated, ordinal, plural, type TextKey, t } from '../../text.ts';
import { dotted, listed } from '../../wording.ts';
import { useAnswer } from '../use-answer.ts';

/** What the newest version brought, from this machine's own record of updates. */
export function ListChanges({ list }: { list: string }) {
  // Without a record there is nothing to tell; the list itself is there.
  const states = useAnswer(() => send('listStates', null).catch(() => []), []);
  const record = states?.find(({ id }) => id === list)?.history.find(({ outcome }) => outcome === 'installed');
  if (states === undefined) return <p class="from">{t('loading')}</p>;
  if (record === undefined) return <p class="from">{t('lastChangesNone')}</p>;
  return <Changes record={record} />;
}

const PARTS: [part: 'added' | 'changed' | 'removed', name: TextKey][] = [
  ['added', 'changesAdded'],
  ['changed', 'changesChanged'],
  ['removed', 'changesRemoved'],
];

function Changes({ record }: { record: UpdateRecord }) {
  const day = date(readersDay(record.at));
  return (
    <>
      <p>{dotted([record.version === undefined ? undefined : t('versionOnly', ordinal(record.version)), day])}</p>
      <ul class="rows">
        {PARTS.map(([part, name]) => (
          <li key={part}>
            {t('labelled', t(name), plural('namesCount', record[part] ?? 0))}
            {(record.names?.[part].length ?? 0) > 0 && (
              <span class="from">{listed(record.names?.[part].map(isolated) ?? [])}</span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
