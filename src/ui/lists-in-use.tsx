import type { Evidence } from '../core/evidence.ts';
import { date, isolated, localise, number, t } from '../text.ts';
import { OutsideLink } from './outside-link.tsx';

/** @param lists undefined until the background has answered */
export function ListsInUse({ lists }: { lists: readonly Evidence['list'][] | undefined }) {
  return (
    <section>
      <h2>{t('listsInUse')}</h2>
      {lists === undefined && <p class="from">{t('loading')}</p>}
      {lists?.length === 0 && <p>{t('listsNone')}</p>}
      <ul class="rows">
        {lists?.map((list) => (
          <li key={list.id}>
            <b>
              <bdi>{localise(list.title)}</bdi>
            </b>
            <ul class="facts-list">
              <li>{t('listVersion', number(list.version), date(list.updated))}</li>
              <li>{t('listPublisher', isolated(list.publisher))}</li>
              <li>{t('listLicence', isolated(list.licence))}</li>
              {list.homepage && (
                <li class="act">
                  <OutsideLink href={list.homepage}>{t('listHomepage')}</OutsideLink>
                </li>
              )}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
