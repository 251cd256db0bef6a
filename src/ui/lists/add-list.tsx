import { useState } from 'preact/hooks';
import type { ListState } from '../../list-messages.ts';
import { isolated, localise, t } from '../../text.ts';
import { Disclosure } from '../disclosure.tsx';
import { AddressForm, FileForm } from './add-forms.tsx';
import { acceptOffer, askForOffer, decline, type From, type Offer, type Problem } from './offer.ts';
import { OfferView } from './offer-view.tsx';
import { problemWords } from './problem-words.ts';

/** Adding a list: first what it is and whose key signed it; only then, if the reader says so, the list. */
export function AddList({ installed }: { installed: readonly ListState[] }) {
  const [offer, setOffer] = useState<Offer>();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const [added, setAdded] = useState<Offer>();
  // It may have been removed since.
  const isThere = ({ preview }: Offer): boolean => installed.some(({ id }) => id === preview.id);
  const see = async (from: From): Promise<void> => {
    setBusy(true);
    setAdded(undefined);
    setProblem(undefined);
    setOffer(undefined);
    const answer = await askForOffer(from);
    if (answer.ok) setOffer({ from, preview: answer.preview });
    else {
      setProblem(answer);
      decline(from);
    }
    setBusy(false);
  };
  const accept = async (accepted: Offer): Promise<void> => {
    setBusy(true);
    setOffer(undefined);
    const answer = await acceptOffer(accepted);
    if (answer.ok) setAdded(accepted);
    else setProblem(answer);
    setBusy(false);
  };
  return (
    <Disclosure title={t('addList')}>
      <p>{t('addListWhy')}</p>
      <AddressForm busy={busy} see={see} refuse={setProblem} />
      <FileForm busy={busy} see={see} refuse={setProblem} />
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
          refuse={() => {
            setOffer(undefined);
            decline(offer.from);
          }}
        />
      )}
    </Disclosure>
  );
}
