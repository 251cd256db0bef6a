import { useState } from 'preact/hooks';
import { acceptOffer, askForOffer, decline, type From, type Offer, type Problem } from './offer.ts';

/** How far the adding of a list is. */
export interface Adding {
  busy: boolean;
  /** Waits for the reader's word. */
  offer: Offer | undefined;
  problem: Problem | undefined;
  added: Offer | undefined;
  see(from: From): Promise<void>;
  accept(offer: Offer): Promise<void>;
  refuse(offer: Offer): void;
  fail(problem: Problem): void;
}

/** From where a list is to be had, to what it is, to the list itself. */
export function useOffer(): Adding {
  const [offer, setOffer] = useState<Offer>();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const [added, setAdded] = useState<Offer>();
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
  const refuse = ({ from }: Offer): void => {
    setOffer(undefined);
    decline(from);
  };
  return { busy, offer, problem, added, see, accept, refuse, fail: setProblem };
}
