import type { DescribedList, ListState } from '../../list-messages.ts';
import { bytes, date, isolated, moment, t } from '../../text.ts';
import { OutsideLink } from '../outside-link.tsx';

/** What a list says of itself, and the key by which it is known again. */
export function ListFacts({ list }: { list: ListState | DescribedList }) {
  const state = 'history' in list ? list : undefined;
  return (
    <ul class="facts-list">
      <li>{t('listPublisher', isolated(list.publisher))}</li>
      <li>{t('listLicence', isolated(list.licence))}</li>
      <li>{t('listSize', bytes(list.bytes))}</li>
      <li>{t('listExpires', date(list.expires.slice(0, 10)))}</li>
      <li>{list.address === undefined ? t('listNoAddress') : t('listAddress', isolated(list.address))}</li>
      {state?.checked !== undefined && <li>{t('listChecked', moment(state.checked))}</li>}
      {state?.nextCheck !== undefined && <li>{t('listNextCheck', moment(state.nextCheck))}</li>}
      <li>
        {t('listKey')} <Fingerprint of={list.fingerprint} />
      </li>
      {list.homepage && (
        <li class="act">
          <OutsideLink href={list.homepage}>{t('listHomepage')}</OutsideLink>
        </li>
      )}
      {list.contact && (
        <li class="act">
          <OutsideLink href={list.contact}>{t('listContact')}</OutsideLink>
        </li>
      )}
    </ul>
  );
}

/** In groups of four, as people compare them. */
function Fingerprint({ of }: { of: string }) {
  return (
    <code dir="ltr" class="fingerprint">
      {of.replace(/(.{4})(?=.)/g, '$1 ')}
    </code>
  );
}
