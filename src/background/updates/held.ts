import type { Held } from '../../core/compiled/accept.ts';
import { toBase64url } from '../../core/compiled/base64url.ts';
import { isAbove } from '../../core/compiled/list-version.ts';
import type { Manifest } from '../../core/compiled/manifest.ts';
import type { Offer } from './ask-manifest.ts';
import type { ActiveList } from './list-store.ts';

/** The newer of what the database says and what its mirror says: an update may have been cut off between them. */
export function newerOf(one: ActiveList | undefined, other: ActiveList | undefined): ActiveList | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return isAbove(other, one) ? other : one;
}

/** What is in use once this offer is installed. */
export function activeFrom({ jws, key, hash, manifest }: Offer): ActiveList {
  return {
    jws,
    key: toBase64url(key.bytes),
    epoch: manifest.epoch,
    version: manifest.version,
    hash,
    identifiers: manifest.counts.identifiers,
    ...(manifest.next !== undefined && { next: manifest.next }),
    index: manifest.index.sha256,
  };
}

export function heldOf(list: string, active: ActiveList): Held {
  const { epoch, version, hash, identifiers, next } = active;
  return { list, epoch, version, hash, identifiers, ...(next !== undefined && { next }) };
}

/**
 * The package's own copy, where nothing else is installed. Its manifest is ours, not the publisher's, so that
 * the two never have one hash: of the same version they are taken for the same.
 */
export function heldOfBundled(bundled: Manifest, offered: Offer): Held {
  const { list, epoch, version, counts } = bundled;
  return { list, epoch, version, hash: offered.hash, identifiers: counts.identifiers };
}
