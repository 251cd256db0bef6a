const KiB = 1024;
const MiB = 1024 * KiB;

/** The most that anything compiled may be. What is larger is refused before it is read any further. */
export const CAP = {
  /** The signed manifest as it travels. */
  manifestBytes: 64 * KiB,
  /** One file of a host: an index, a pack. */
  objectBytes: 4 * MiB,
  /** A delta: of ten million names one in a hundred gone, as many new, is 4.9 MB. */
  deltaBytes: 8 * MiB,
  /** Names that went and records that came, in one delta: something is remembered of each while it is applied. */
  edits: 500_000,
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
