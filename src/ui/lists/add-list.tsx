import type { ListState } from '../../list-messages.ts';
import { isolated, localise, t } from '../../text.ts';
import { Disclosure } from '../disclosure.tsx';
import { AddressForm, FileForm } from './add-forms.tsx';
import type { Offer } from './offer.ts';
import { OfferView } from './offer-view.tsx';
import { problemWords } from './problem-words.ts';
import { useOffer } from './use-offer.ts';

/** Adding a list: first what it is and whose key signed it; only then, if the reader says so, the list. */
export function AddList({ installed }: { installed: readonly ListState[] }) {
  const { busy, offer, problem, added, see, accept, refuse, fail } = useOffer();
  // It may have been removed since.
  const isThere = ({ preview }: Offer): boolean => installed.some(({ id }) => id === preview.id);
  return (
    <Disclosure title={t('addList')}>
      <p>{t('addListWhy')}</p>
      <AddressForm busy={busy} see={see} refuse={fail} />
      <FileForm busy={busy} see={see} refuse={fail} />
      <div role="status">
        {busy && <p class="from">{t('loading')}</p>}
        {problem && <p class="weigh">{problemWords(problem.problem, problem.detail)}</p>}
        {added && isThere(added) && <p>{t('listAdded', isolated(localise(added.preview.title)))}</p>}
      </div>
      {offer && (
        <OfferView
          preview={offer.preview}
          known={installed.find(({ id }) => id === offer.preview.id)}
          accept={() => void accept(offer)}
          refuse={() => refuse(offer)}
        />
      )}
    </Disclosure>
  );
}
