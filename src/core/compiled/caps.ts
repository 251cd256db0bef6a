const KiB = 1024;
const MiB = 1024 * KiB;

/** The most that anything compiled may be. What is larger is refused before it is read any further. */
export const CAP = {
  /** The signed manifest as it travels. */
  manifestBytes: 64 * KiB,
  /** One file of a host: an index, a pack, a delta. */
  objectBytes: 4 * MiB,
  /** Packs of one list. */
  objects: 4096,
  /** Index and packs together. */
  listBytes: 256 * MiB,
  /** Pages and chunks of one list. */
  parts: 100_000,
  keyBytes: 600,
  deltas: 32,
  mirrors: 3,
  counted: 2 ** 31 - 1,
} as const;

/** Pages and chunks are split until they are no larger, as far as they can be. Readers count on it for speed only. */
export const FIT = { partBytes: 16 * KiB, rows: 64 } as const;
