import type { ListState } from '../../../src/list-messages.ts';
import { LISTS } from './evidence.ts';

export const DAY = new Date().toISOString().slice(0, 10);
export const NOON = Date.parse(`${DAY}T12:00:00Z`);

export const LIST_STATES: ListState[] = LISTS.map(({ list, identifiers }) => ({
  id: list.id,
  title: list.title,
  ...(list.description && { description: list.description }),
  publisher: list.publisher,
  licence: list.licence,
  bundled: true,
  on: true,
  version: list.version,
  created: `${list.updated}T00:00:00Z`,
  identifiers: identifiers.length,
  bytes: 90_000,
  fingerprint: '5f0c9a7e'.repeat(8),
  freshness: 'fresh',
  expires: '2027-12-01T00:00:00Z',
  history: [],
}));

/** The first list as fetched from elsewhere, in some trouble. */
export function troubled(change: Partial<ListState>): ListState[] {
  const [first, ...others] = LIST_STATES;
  const fetched = {
    bundled: false,
    address: 'https://lists.example.org/watchlist.jws',
    checked: NOON,
    nextCheck: NOON + 86_400_000,
  };
  return first ? [{ ...first, ...fetched, ...change }, ...others] : [];
}
