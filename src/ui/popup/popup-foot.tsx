import { browser } from '../../browser.ts';
import type { Evidence } from '../../core/evidence.ts';
import { date, isolated, localise, number, ordinal, t } from '../../text.ts';
import { listed } from '../../wording.ts';
import { Disclosure } from '../disclosure.tsx';
import { DossierLink } from '../dossier-link.tsx';

/** Which lists answered, and how old they are. */
export function PopupFoot({ lists }: { lists: readonly Evidence['list'][] }) {
  const [only] = lists;
  return (
    <footer>
      {lists.length === 1 && only && <ListLine list={only} />}
      {lists.length > 1 && (
        <Disclosure title={t('lists')} aside={number(lists.length)}>
          <ul>
            {lists.map((list) => (
              <li key={list.id}>
                <ListLine list={list} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      <span class="act">
        <DossierLink route={{ page: 'start' }}>{t('dossier')}</DossierLink>
      </span>
      <button type="button" class="act" onClick={() => void browser.runtime.openOptionsPage()}>
        {t('options')}
      </button>
    </footer>
  );
}

function ListLine({ list }: { list: Evidence['list'] }) {
  return (
    <span class="list-line">
      {listed([isolated(localise(list.title)), t('listVersion', ordinal(list.version), date(list.updated))])}
    </span>
  );
}
