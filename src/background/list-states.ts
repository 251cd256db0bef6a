import type { ListState } from '../list-messages.ts';
import type { Installed } from './installed.ts';

/** A list as the options page shows it. */
export function listState({ id, bundled, manifest, fingerprint, on, freshness, record }: Installed): ListState {
  const { title, description, publisher, licence, homepage, contact, version, created, expires } = manifest;
  const { address, checked, nextDue, problem, waiting, history = [] } = record ?? {};
  return {
    id,
    title,
    ...(description !== undefined && { description }),
    publisher,
    licence,
    ...(homepage !== undefined && { homepage }),
    ...(contact !== undefined && { contact }),
    bundled,
    on,
    version,
    updated: created.slice(0, 10),
    identifiers: manifest.counts.identifiers,
    bytes: manifest.bytes,
    ...(address !== undefined && { address }),
    fingerprint,
    ...(checked !== undefined && { checked }),
    ...(nextDue !== undefined && { nextCheck: nextDue }),
    freshness,
    expires,
    ...(problem !== undefined && { problem }),
    ...(waiting !== undefined && {
      waiting: { version: waiting.version, identifiers: waiting.identifiers, why: waiting.why },
    }),
    history,
  };
}
