import { concat } from './bytes.ts';
import { CAP } from './caps.ts';
import { DEEPEST, type Leaf } from './layout.ts';
import type { Pack, Part } from './part.ts';
import { bytesOf, encodeIndex, type IndexLeaf } from './read-index.ts';
import { STORES, type StoreName } from './records.ts';
import { sha256Hex } from './sha256.ts';

/** Where an object of a list goes: into a folder, a map. */
export type PutObject = (sha256: string, bytes: Uint8Array<ArrayBuffer>) => Promise<void>;

interface FilledPart {
  part: Part;
  bytes: Uint8Array;
}

/** Packs the parts of a list as they come, and hands each pack over as soon as it is full. */
export class ObjectWriter {
  private readonly stores = new Map<StoreName, IndexLeaf[]>();
  private readonly packs: Pack[] = [];
  private run: FilledPart[] = [];
  private size = 0;
  private parts = 0;
  private bytes = 0;
  private readonly put: PutObject;

  private readonly isShared: boolean;

  /** @param isShared whether keys may be shared */
  constructor(put: PutObject, isShared = false) {
    this.put = put;
    this.isShared = isShared;
  }

  /**
   * The stores come in the order of `STORES`, their leaves in that of their places.
   * @throws RangeError for what no reader would take
   */
  async store(store: StoreName, leaves: Iterable<Leaf>): Promise<void> {
    const named: IndexLeaf[] = [];
    let start = 0;
    for (const { depth, bytes } of leaves) {
      demand(bytes.length <= CAP.objectBytes, `a part of ${bytes.length} bytes in ${store}`);
      const part = { sha256: await sha256Hex(bytes), size: bytes.length };
      named.push({ depth, start, ...(part.size > 0 && { part }) });
      if (part.size > 0) await this.add({ part, bytes });
      start += 2 ** (DEEPEST - depth);
    }
    this.stores.set(store, named);
  }

  /** As many parts to a pack as it holds, in their order. */
  private async add(one: FilledPart): Promise<void> {
    if (this.size + one.part.size > CAP.objectBytes) await this.flush();
    this.run.push(one);
    this.size += one.part.size;
    this.bytes += one.part.size;
    this.parts++;
    demand(this.bytes <= CAP.listBytes && this.parts <= CAP.parts, `${this.bytes} bytes in ${this.parts} parts`);
  }

  private async flush(): Promise<void> {
    if (this.run.length === 0) return;
    const bytes = concat(this.run.map((one) => one.bytes));
    const sha256 = await sha256Hex(bytes);
    this.packs.push({ sha256, size: bytes.length, parts: this.run.map(({ part }) => part) });
    demand(this.packs.length <= CAP.objects, `${this.packs.length} packs`);
    await this.put(sha256, bytes);
    this.run = [];
    this.size = 0;
  }

  /**
   * Hands over what is left, and the index last.
   * @throws RangeError for what no reader would take
   */
  async finish(): Promise<{ index: Uint8Array<ArrayBuffer>; indexHash: string; bytes: number }> {
    await this.flush();
    for (const store of STORES) if (!this.stores.has(store)) this.stores.set(store, []);
    const index = encodeIndex({ stores: this.stores, packs: this.packs, ...(this.isShared && { shared: true }) });
    const bytes = bytesOf(this.packs, index.length);
    demand(index.length <= CAP.objectBytes, `an index of ${index.length} bytes`);
    demand(bytes <= CAP.listBytes, `${bytes} bytes`);
    const indexHash = await sha256Hex(index);
    await this.put(indexHash, index);
    return { index, indexHash, bytes };
  }
}

function demand(holds: boolean, otherwise: string): void {
  if (!holds) throw new RangeError(`too large for any reader: ${otherwise}`);
}
