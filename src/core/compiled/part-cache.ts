import type { Part } from './part.ts';
import { sha256Hex } from './sha256.ts';

/** Where parts are kept, many at once: one transaction is a fraction of many. What is not there is not in the answer. */
export type PartsReader = (names: readonly string[]) => Promise<ReadonlyMap<string, Uint8Array>>;

/** A part is not there, is not what its name says, or holds what no publisher may publish. */
export class DamagedList extends Error {
  override name = 'DamagedList';
}

/** The parts that were read last, each verified when it is read. Holds at most so many bytes; whoever asks may share it. */
export class PartCache {
  private readonly held = new Map<string, Uint8Array>();
  private bytes = 0;
  private readonly read: PartsReader;
  private readonly most: number;
  private readonly free: ((bytes: Uint8Array, sha256: string) => void) | undefined;
  private readonly reserved = new Map<string, number>();

  /** @param free what to do with parts that are read for one asker alone, as soon as that one is done with them */
  constructor(read: PartsReader, most: number, free?: (bytes: Uint8Array, sha256: string) => void) {
    this.read = read;
    this.most = most;
    this.free = free;
  }

  /** Whoever was given these needs them no more. */
  done(parts: ReadonlyMap<string, Uint8Array>): void {
    if (this.free === undefined) return;
    for (const [sha256, bytes] of parts) {
      if (this.held.delete(sha256)) this.bytes -= bytes.length;
      this.free(bytes, sha256);
    }
  }

  /** Bytes of something else that stays in memory: as many fewer are for parts, but for the last quarter. */
  reserve(name: string, bytes: number): void {
    this.reserved.set(name, bytes);
    this.makeRoom();
  }

  private get room(): number {
    const reserved = this.reserved.values().reduce((sum, bytes) => sum + bytes, 0);
    return Math.max(this.most - reserved, this.most / 4);
  }

  /** Keeps a part that somebody has read and verified, if there is room without any other going. @returns whether it did */
  offer(sha256: string, bytes: Uint8Array): boolean {
    if (this.held.has(sha256) || this.bytes + bytes.length > this.room) return false;
    this.keep(sha256, bytes);
    return true;
  }

  /** @throws DamagedList */
  async get(parts: Iterable<Part>): Promise<Map<string, Uint8Array>> {
    const found = new Map<string, Uint8Array>();
    const missing = new Map<string, Part>();
    for (const part of parts) {
      const bytes = this.held.get(part.sha256);
      if (bytes === undefined) missing.set(part.sha256, part);
      else found.set(part.sha256, this.keep(part.sha256, bytes));
    }
    if (missing.size === 0) return found;
    const came = await this.read([...missing.keys()]);
    const verified = await Promise.all(
      [...missing.values()].map(async ({ sha256, size }): Promise<[string, Uint8Array]> => {
        const bytes = came.get(sha256);
        if (bytes?.length !== size || (await sha256Hex(bytes)) !== sha256) throw new DamagedList(`part ${sha256}`);
        return [sha256, bytes];
      }),
    );
    // In the order they were asked for: digests end in any, and what goes first would be left to chance.
    for (const [sha256, bytes] of verified) found.set(sha256, this.keep(sha256, bytes));
    return found;
  }

  /** As the one that was used last. */
  private keep(sha256: string, bytes: Uint8Array): Uint8Array {
    if (this.held.delete(sha256)) this.bytes -= bytes.length;
    this.held.set(sha256, bytes);
    this.bytes += bytes.length;
    this.makeRoom();
    return bytes;
  }

  private makeRoom(): void {
    const { room } = this;
    for (const [oldest, { length }] of this.held) {
      if (this.bytes <= room) break;
      this.held.delete(oldest);
      this.bytes -= length;
    }
  }
}
