/** A page or a chunk: what readers keep one by one and look names up in. Many travel in one pack. */
export interface Part {
  sha256: string;
  /** Bytes, at least 1. */
  size: number;
}

/** An object of a host that carries parts one after the other. */
export interface Pack {
  sha256: string;
  size: number;
  parts: readonly Part[];
}

/** Where parts are kept: a database, a map. Answers undefined for what it does not hold. What it gives is verified. */
export type PartReader = (sha256: string) => Promise<Uint8Array | undefined>;
