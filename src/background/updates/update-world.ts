import type { At } from './kill-points.ts';
import type { ListStore } from './list-store.ts';

/** What an update needs of the world outside. */
export interface UpdateWorld {
  store: ListStore;
  fetch: typeof fetch;
  /** Milliseconds since 1970. */
  now(): number;
  /** [0, 1) */
  random(): number;
  at: At;
}
