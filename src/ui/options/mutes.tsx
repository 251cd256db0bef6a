import { useState } from 'preact/hooks';
import { accountIn } from '../../core/key.ts';
import { LOOK_ALIKES } from '../../core/look-alike-id.ts';
import { send } from '../../messages.ts';
import { accountWhere } from '../../resemblance-sentences.ts';
import type { Muted, MutedEntity } from '../../settings.ts';
import { date, isolated, localise, t } from '../../text.ts';
import { dotted, identifierWhere } from '../../wording.ts';
import { Toast, type ToastMessage } from '../toast.tsx';
import { useAnswer } from '../use-answer.ts';
import { useEntityLabel } from '../use-entity-label.ts';
import { change } from '../use-settings.ts';

interface MutesProps {
  muted: readonly Muted[];
  entities: readonly MutedEntity[];
}

/** All that is muted, to be looked through: single names, and entities with all of theirs. */
export function Mutes({ muted, entities }: MutesProps) {
  const [toast, setToast] = useState<ToastMessage>();
  const unmute = (row: Muted, name: string): void => {
    change({ muted: muted.filter((one) => one !== row) });
    setToast({ text: t('unmuted', name), undo: () => change({ muted: [...muted] }) });
  };
  const unmuteEntity = (row: MutedEntity, name: string): void => {
    change({ mutedEntities: entities.filter((one) => one !== row) });
    setToast({ text: t('unmuted', name), undo: () => change({ mutedEntities: [...entities] }) });
  };
  return (
    <section>
      <h2>{t('mutes')}</h2>
      {muted.length + entities.length === 0 && <p class="from">{t('mutesNone')}</p>}
      {entities.length > 0 && <h3>{t('mutedEntities')}</h3>}
      <ul class="rows">
        {entities.map((row) => (
          <EntityRow key={`${row.list}/${row.entity}`} row={row} unmute={unmuteEntity} />
        ))}
      </ul>
      {entities.length > 0 && muted.length > 0 && <h3>{t('mutedNames')}</h3>}
      <ul class="rows">
        {muted.map((row) => (
          <NameRow key={`${row.list}/${row.identifier}`} row={row} unmute={unmute} />
        ))}
      </ul>
      <Toast message={toast} close={() => setToast(undefined)} />
    </section>
  );
}

interface RowProps {
  name: string;
  /** What it belongs to. */
  of?: string | undefined;
  since: string;
  unmute(): void;
}

function Row({ name, of, since, unmute }: RowProps) {
  return (
    <li class="setting-row">
      <span>
        {name}
        <span class="from">{dotted([of, t('mutedSince', date(since))])}</span>
      </span>
      <button type="button" class="act" aria-label={t('labelled', t('unmute'), name)} onClick={unmute}>
        {t('unmute')}
      </button>
    </li>
  );
}

function NameRow({ row, unmute }: { row: Muted; unmute(row: Muted, name: string): void }) {
  const { list, identifier } = row;
  const evidence = useAnswer(() => send('evidence', { list, identifier }), [list, identifier]);
  // A list may have dropped it since: the stored id is then all there is to show, and it can be unmuted all the same.
  const name = evidence
    ? identifierWhere(evidence.identifier)
    : isLookAlike(row)
      ? accountWhere(accountIn(row.identifier))
      : row.identifier;
  const of = evidence && isolated(localise(evidence.entity.label));
  return <Row name={name} of={of} since={row.since} unmute={() => unmute(row, name)} />;
}

function EntityRow({ row, unmute }: { row: MutedEntity; unmute(row: MutedEntity, name: string): void }) {
  const label = useEntityLabel(row.list, row.entity);
  const name = label ? isolated(localise(label)) : row.entity;
  return <Row name={name} of={t('mutedWhole')} since={row.since} unmute={() => unmute(row, name)} />;
}

function isLookAlike({ list }: Muted): boolean {
  return list === LOOK_ALIKES;
}
