import type { DescribedList, ListMessages, Refusal } from '../../list-messages.ts';
import { send } from '../../messages.ts';

/** Where a list comes from: fetched from a host, or carried by hand (base64). */
export type From = { address: string } | { file: string };

export interface Offer {
  from: From;
  preview: DescribedList;
}

/** Why a list is not had: from the background, or found before it was asked. */
export type Problem = Omit<Refusal, 'ok'>;

/** What a list says of itself. Never rejects: a question that the background does not take is a problem too. */
export function askForOffer(from: From): Promise<ListMessages['previewList']['reply']> {
  const asked = 'address' in from ? send('previewList', from) : send('previewFile', from);
  return asked.catch((error: unknown) => ({ ok: false, ...refusedBecause(from, error) }));
}

export function acceptOffer({ from, preview }: Offer): Promise<ListMessages['addList']['reply']> {
  const { fingerprint } = preview;
  const asked =
    'address' in from ? send('addList', { ...from, fingerprint }) : send('addFile', { ...from, fingerprint });
  return asked.catch((error: unknown) => ({ ok: false, ...refusedBecause(from, error) }));
}

/** What was allowed for the sake of a list that is not wanted is given back. */
export function decline(from: From): void {
  if ('address' in from) void send('declineList', from);
}

function refusedBecause(from: From, error: unknown): Problem {
  return { problem: 'address' in from ? 'bad-address' : 'bad-form', detail: String(error) };
}
