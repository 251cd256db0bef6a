import type { UpdateRecord } from '../../list-messages.ts';
import { bytes, isolated, joined, moment, ordinal, plural, t } from '../../text.ts';
import { dotted } from '../../wording.ts';
import { problemWords } from './problem-words.ts';

/** The last updates of a list, in words: what came, what changed, what went. */
export function UpdateHistory({ history }: { history: readonly UpdateRecord[] }) {
  if (history.length === 0) return null;
  return (
    <>
      <h3>{t('history')}</h3>
      <ul class="rows history">
        {history.map((record) => (
          <li key={record.at}>
            <span class="from">{moment(record.at)}</span>
            {outcome(record)}
            <Names record={record} />
          </li>
        ))}
      </ul>
    </>
  );
}

function outcome(record: UpdateRecord): string {
  const version = ordinal(record.version ?? 0);
  switch (record.outcome) {
    case 'installed':
      return dotted([
        t('historyInstalled', version),
        plural('historyAdded', record.added ?? 0),
        plural('historyChanged', record.changed ?? 0),
        plural('historyRemoved', record.removed ?? 0),
        record.bytes === undefined ? undefined : bytes(record.bytes),
      ]);
    case 'unchanged':
      return t('historyUnchanged');
    case 'waits':
      return t('historyWaits', version);
    case 'refused':
      return record.problem ? problemWords(record.problem, record.detail) : t('historyRefused');
  }
}

function Names({ record: { names } }: { record: UpdateRecord }) {
  if (names === undefined) return null;
  const rows = [
    { title: t('namesAdded'), of: names.added },
    { title: t('namesChanged'), of: names.changed },
    { title: t('namesRemoved'), of: names.removed },
  ].filter(({ of }) => of.length > 0);
  return (
    <ul class="facts-list">
      {rows.map(({ title, of }) => (
        <li key={title}>{t('labelled', title, joined(of.map(isolated)))}</li>
      ))}
    </ul>
  );
}
