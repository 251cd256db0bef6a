import { partsFromDelta, UselessDelta } from '../../core/compiled/delta.ts';
import type { Manifest } from '../../core/compiled/manifest.ts';
import type { Pack, Part } from '../../core/compiled/part.ts';
import { type Index, partsInPack, partsOf, readIndex } from '../../core/compiled/read-index.ts';
import { sha256Hex } from '../../core/compiled/sha256.ts';
import { cancelled, type Failure, failure } from './failure.ts';
import { giveBack } from './give-back.ts';
import type { At } from './kill-points.ts';
import type { ActiveList, ListStore } from './list-store.ts';
import type { ObjectName, ObjectSource } from './object-source.ts';
import { pacer } from './pace.ts';

/** What the parts of one version are fetched with. */
export interface FetchJob {
  manifest: Manifest;
  source: ObjectSource;
  store: ListStore;
  /** Names of all parts that are there; those that come are added. */
  parts: Set<string>;
  signal: AbortSignal;
  at: At;
  /** Bytes of objects fetched, and to fetch. */
  progress(done: number, total: number): Promise<void>;
}

/** A delta is worth its price only well below that of what it saves: it may turn out useless. */
const DELTA_SHARE = 0.25;

/** Brings every part of a version into the store that is not there yet. Each object is kept as soon as it is there. */
export class PartFetcher {
  /** Fetched so far. */
  bytes = 0;
  private total = 0;
  private readonly job: FetchJob;

  constructor(job: FetchJob) {
    this.job = job;
  }

  async index(): Promise<{ ok: true; index: Index } | Failure> {
    const { manifest, store } = this.job;
    const { sha256, size } = manifest.index;
    const kept = await store.part(sha256);
    if (kept === undefined || (await sha256Hex(kept)) !== sha256) {
      this.total += size;
      const failed = await this.fetch(manifest.index, async function* (bytes) {
        yield new Map([[sha256, bytes]]);
      });
      if (failed) return failed;
    }
    const bytes = await store.part(sha256);
    if (bytes === undefined) return failure('storage-failed', `index ${sha256}`);
    const index = readIndex(bytes);
    return index ? { ok: true, index } : failure('bad-form', `index ${sha256}`);
  }

  /** @param active what is in use, from which a delta may lead */
  async missing(index: Index, active?: ActiveList): Promise<Failure | undefined> {
    const missing = this.missingParts(index);
    if (missing.size === 0) return undefined;
    const packs = packsWith(index, missing);
    const delta = active && this.deltaFrom(active, sum(packs));
    if (delta && active) {
      const failed = await this.applyDelta(delta, active, index, missing);
      if (failed) return failed;
    }
    return this.packs(index, delta ? this.missingParts(index) : missing);
  }

  /** Fetches the packs of these parts, whether or not anything of them is there. */
  async packs(index: Index, wanted: ReadonlySet<string>): Promise<Failure | undefined> {
    const packs = packsWith(index, wanted);
    this.total += sum(packs);
    for (const pack of packs) {
      const failed = await this.fetch(pack, async function* (bytes) {
        for await (const parts of partsInPack(pack, bytes)) {
          yield parts && new Map([...parts].filter(([sha256]) => wanted.has(sha256)));
        }
      });
      if (failed) return failed;
    }
    return undefined;
  }

  private missingParts(index: Index): Set<string> {
    const { parts } = this.job;
    return new Set(partsOf(index).flatMap(({ sha256 }) => (parts.has(sha256) ? [] : [sha256])));
  }

  private deltaFrom({ epoch, version }: ActiveList, price: number): ObjectName | undefined {
    const { manifest } = this.job;
    const delta = epoch === manifest.epoch ? manifest.deltas.find(({ from }) => from === version) : undefined;
    return delta && delta.size < price * DELTA_SHARE ? delta : undefined;
  }

  /** One that leads nowhere costs its bytes and nothing more: the packs remain. */
  private async applyDelta(
    delta: ObjectName,
    active: ActiveList,
    index: Index,
    missing: ReadonlySet<string>,
  ): Promise<Failure | undefined> {
    const { store } = this.job;
    const before = await store.part(active.index);
    const from = before && readIndex(before);
    if (!from) return undefined;
    this.total += delta.size;
    const failed = await this.fetch(delta, async function* (bytes) {
      for await (const made of partsFromDelta(from, index, bytes, (sha256) => store.part(sha256), giveBack, pacer())) {
        yield new Map([...made].filter(([sha256]) => missing.has(sha256)));
      }
    });
    return failed?.problem === 'cancelled' ? failed : undefined;
  }

  /** @param read the parts that an object holds, some at a time; undefined when it is not what the index says */
  private async fetch(
    object: ObjectName,
    read: (bytes: Uint8Array<ArrayBuffer>) => AsyncGenerator<Parts | undefined>,
  ): Promise<Failure | undefined> {
    const { source, store, parts: held, signal, at, progress } = this.job;
    if (signal.aborted) return cancelled();
    const fetched = await source(object);
    await at('object-fetched');
    if (signal.aborted) return cancelled();
    if (!fetched.ok) return fetched;
    this.bytes += object.size;
    try {
      for await (const parts of read(fetched.bytes)) {
        if (parts === undefined) return failure('wrong-hash', `the parts of ${object.sha256}`);
        await store.putParts(parts, at);
        for (const [name, part] of parts) {
          held.add(name);
          giveBack(part);
        }
      }
      giveBack(fetched.bytes);
    } catch (error) {
      if (error instanceof UselessDelta) return failure('wrong-hash', `the delta ${object.sha256}`);
      throw error;
    }
    await at('object-stored');
    await progress(this.bytes, this.total);
    return undefined;
  }
}

type Parts = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

function packsWith(index: Index, wanted: ReadonlySet<string>): Pack[] {
  return index.packs.filter(({ parts }) => parts.some(({ sha256 }) => wanted.has(sha256)));
}

function sum(objects: readonly Part[] | readonly Pack[]): number {
  return objects.reduce((all, { size }) => all + size, 0);
}
