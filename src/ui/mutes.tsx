import { useEffect, useState } from 'preact/hooks';
import type { Evidence } from '../core/evidence.ts';
import { LOOK_ALIKES } from '../core/look-alike-ref.ts';
import { send } from '../messages.ts';
import { accountWhere } from '../resemblance-sentences.ts';
import type { Muted } from '../settings.ts';
import { date, isolated, localise, t } from '../text.ts';
import { dotted, identifierWhere } from '../wording.ts';
import { Toast, type ToastMessage } from './toast.tsx';
import { change } from './use-settings.ts';

export function Mutes({ muted }: { muted: readonly Muted[] }) {
  const [toast, setToast] = useState<ToastMessage>();
  const unmute = (row: Muted, name: string): void => {
    change({ muted: muted.filter((one) => one !== row) });
    setToast({ text: t('unmuted', name), undo: () => change({ muted: [...muted] }) });
  };
  return (
    <section>
      <h2>{t('mutes')}</h2>
      {muted.length === 0 && <p class="from">{t('mutesNone')}</p>}
      <ul class="rows">
        {muted.map((row) => (
          <MutedRow key={`${row.list}/${row.identifier}`} row={row} unmute={unmute} />
        ))}
      </ul>
      <Toast message={toast} close={() => setToast(undefined)} />
    </section>
  );
}

function MutedRow({ row, unmute }: { row: Muted; unmute(row: Muted, name: string): void }) {
  const evidence = useEvidence(row);
  // A list may have dropped it since: the stored id is then all there is to show.
  const name = evidence ? identifierWhere(evidence.identifier) : isLookAlike(row) ? lookAlike(row) : row.identifier;
  return (
    <li class="setting-row">
      <span>
        {name}
        <span class="from">
          {dotted([evidence && isolated(localise(evidence.entity.label)), t('mutedSince', date(row.since))])}
        </span>
      </span>
      <button type="button" class="act" aria-label={t('labelled', t('unmute'), name)} onClick={() => unmute(row, name)}>
        {t('unmute')}
      </button>
    </li>
  );
}

function isLookAlike({ list }: Muted): boolean {
  return list === LOOK_ALIKES;
}

function lookAlike({ identifier }: Muted): string {
  const sign = identifier.indexOf('@');
  return accountWhere(identifier.slice(0, sign), identifier.slice(sign + 1));
}

function useEvidence({ list, identifier }: Muted): Evidence | undefined {
  const [evidence, setEvidence] = useState<Evidence>();
  useEffect(() => {
    send('evidence', { list, identifier }).then(
      (answer) => setEvidence(answer ?? undefined),
      // No answer is no name: the row shows its id and can be unmuted all the same.
      () => setEvidence(undefined),
    );
  }, [list, identifier]);
  return evidence;
}
