import { toBase64url } from '../core/compiled/base64url.ts';
import { type Bundle, decodeBundle } from '../core/compiled/bundle.ts';
import { readPublicKey } from '../core/compiled/keys.ts';
import { BUNDLE_KEY } from './bundle-key.ts';
import { bundledLists } from './bundled.ts';
import type { Library } from './library.ts';
import { askManifest, type Offer, openUnderOwnKey } from './updates/ask-manifest.ts';
import { type Failure, failure } from './updates/failure.ts';
import { mayAsk } from './updates/hosts.ts';
import { readListAddress } from './updates/list-address.ts';
import { alone } from './updates/lock.ts';
import { fromFile } from './updates/object-source.ts';
import { addRecord, changeRecord, recordOf, removeRecord } from './updates/records.ts';
import { nextCheck } from './updates/schedule.ts';
import { sweep } from './updates/sweep.ts';
import type { Given } from './updates/updater.ts';

/** A list that somebody offers: its manifest is verified under the key that it brings along. */
interface OfferedList {
  ok: true;
  offer: Offer;
  /** Where it was fetched from. */
  address?: string;
  /** The file that it came in. */
  bundle?: Bundle;
}
export type Offered = OfferedList | Failure;

/** Longer than any host should take for a file of 64 KiB. */
const PATIENCE = 60_000;

export async function offeredAt({ world }: Library, raw: string): Promise<Offered> {
  const address = readListAddress(raw);
  if (address === undefined) return failure('bad-address');
  if (!(await mayAsk(address.url))) return failure('no-permission', new URL(address.url).hostname);
  const asked = await askManifest(world.fetch, [address.url], AbortSignal.timeout(PATIENCE));
  // Nobody can cancel this but the clock.
  if (!asked.ok) return asked.problem === 'cancelled' ? failure('timed-out') : asked;
  const offer = await openUnderOwnKey(asked.jws, address.key);
  return offer.ok ? checked(offer, { address: address.url }) : offer;
}

/** @param file base64 */
export async function offeredIn(file: string): Promise<Offered> {
  const bytes = fromBase64(file);
  const bundle = bytes && (await decodeBundle(bytes));
  if (bundle === undefined) return failure('bad-form', 'not a list in one file');
  const offer = await openUnderOwnKey(bundle.jws);
  return offer.ok ? checked(offer, { bundle }) : offer;
}

/** Who may be added at all: not under the key that everybody has, and not in another publisher's name. */
async function checked(offer: Offer, from: { address?: string; bundle?: Bundle }): Promise<Offered> {
  const { list } = offer.manifest;
  if (offer.key.fingerprint === (await readPublicKey(BUNDLE_KEY))?.fingerprint) {
    return failure('bad-key', 'everybody has this key: it is for lists in the package');
  }
  if ((await bundledLists()).some(({ id }) => id === list)) {
    return failure('wrong-list', `${list} is the name of a list that came with the extension`);
  }
  const known = await recordOf(list);
  if (known && (known.held?.key ?? known.key) !== toBase64url(offer.key.bytes)) {
    return failure('wrong-list', `${list} is the name of a list that is there already, by another publisher`);
  }
  return { ok: true, offer, ...from };
}

/** Installs what the reader has confirmed. A list that cannot be installed leaves nothing behind. */
export async function add(
  library: Library,
  { offer, address, bundle }: OfferedList,
  fingerprint: string,
): Promise<{ ok: true } | Failure> {
  if (offer.key.fingerprint !== fingerprint) return failure('bad-key', 'not the key that was confirmed');
  const id = offer.manifest.list;
  const isNew = (await recordOf(id)) === undefined;
  if (isNew) await begin(library, offer, address);
  else if (address !== undefined) await changeRecord(id, () => ({ address }));
  // The reader has just read how many names there are: nothing to be asked again.
  const given: Given = { jws: offer.jws, agreed: true, ...(bundle && { source: fromFile(bundle.objects) }) };
  const updated = await library.updater.update(id, given);
  if (updated.ok) return { ok: true };
  if (isNew) await forget(library, id);
  const { problem, detail } = updated;
  return failure(problem, detail);
}

function begin({ world }: Library, { manifest, key }: Offer, address?: string): Promise<void> {
  return addRecord({
    id: manifest.list,
    key: toBase64url(key.bytes),
    failures: 0,
    history: [],
    ...(address !== undefined && { address, nextDue: nextCheck(world.now(), world.random, manifest.every) }),
  });
}

/** A list leaves no trace: not its parts, not its history, not where it came from. */
export async function forget({ store }: Library, id: string): Promise<void> {
  await removeRecord(id);
  try {
    await alone(new AbortController().signal, async () => {
      await store.remove(id);
      await sweep(store);
    });
  } catch (error) {
    // Rows that no record speaks of are not read; the next update sweeps them up.
    console.warn('Statemark: a removed list is still in the database', error);
  }
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
}
