/**
 * The moments of an update at which it may be cut off: the worker ends, the browser is killed, the machine
 * loses power. At each of them the old list or the new one is whole.
 */
export const KILL_POINTS = [
  'start',
  'swept',
  'manifest-fetched',
  'manifest-verified',
  'floor-raised',
  'staged',
  'object-fetched',
  'object-storing',
  'object-stored',
  'all-stored',
  'verified',
  'flipping',
  'flipped',
  'swept-again',
  'recorded',
  'published',
] as const;

export type KillPoint = (typeof KILL_POINTS)[number];

/** In `storage.session` of a test build: where to stop (at the how-manieth time), and where it has stopped. */
export const KILL_AT = 'killAt';
export const KILL_REACHED = 'killReached';
