import type { Manifest } from '../core/compiled/manifest.ts';
import type { DescribedList, ListState } from '../list-messages.ts';
import type { Installed } from './installed.ts';

/**
 * A list in the words of its manifest, before it is installed and after.
 * @param fingerprint SHA-256 of the key that the manifest is signed with, hexadecimal
 * @param address where it is fetched from, if it is
 */
export function describedList(manifest: Manifest, fingerprint: string, address?: string): DescribedList {
  const { title, description, publisher, licence, homepage, contact, version, created, expires } = manifest;
  return {
    id: manifest.list,
    title,
    ...(description !== undefined && { description }),
    publisher,
    licence,
    ...(homepage !== undefined && { homepage }),
    ...(contact !== undefined && { contact }),
    version,
    created,
    expires,
    identifiers: manifest.counts.identifiers,
    bytes: manifest.bytes,
    fingerprint,
    ...(address !== undefined && { address }),
  };
}

/** A list as the options page shows it. */
export function listState({ bundled, manifest, fingerprint, on, freshness, record }: Installed): ListState {
  const { address, checked, nextDue, problem, lost, waiting, history = [] } = record ?? {};
  return {
    ...describedList(manifest, fingerprint, address),
    bundled,
    on,
    ...(checked !== undefined && { checked }),
    ...(nextDue !== undefined && { nextCheck: nextDue }),
    freshness,
    ...(problem !== undefined && { problem }),
    ...(lost !== undefined && { lost }),
    ...(waiting !== undefined && {
      waiting: { version: waiting.version, identifiers: waiting.identifiers, why: waiting.why },
    }),
    history,
  };
}
