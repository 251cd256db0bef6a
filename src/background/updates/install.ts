import { countsOf } from '../../core/compiled/compile.ts';
import { contradiction } from '../../core/compiled/describe.ts';
import type { Manifest } from '../../core/compiled/manifest.ts';
import { isPaged } from '../../core/compiled/paged.ts';
import { DamagedList } from '../../core/compiled/part-cache.ts';
import { type Index, partsOf } from '../../core/compiled/read-index.ts';
import type { Watchlist } from '../../core/list-schema.ts';
import type { UpdateRecord } from '../../list-messages.ts';
import type { Offer } from './ask-manifest.ts';
import { changesBetween } from './changes.ts';
import { changesApart } from './changes-apart.ts';
import { type Failure, failure } from './failure.ts';
import { PartFetcher } from './fetch-parts.ts';
import { activeFrom } from './held.ts';
import { checkStored } from './large-stored.ts';
import type { ActiveList, ListStore } from './list-store.ts';
import type { ObjectSource } from './object-source.ts';
import { showProgress } from './progress.ts';
import { readStored, storedIndex } from './read-stored.ts';
import type { UpdateWorld } from './update-world.ts';
import { damagedParts } from './verify-parts.ts';

export interface Install {
  id: string;
  offer: Offer;
  source: ObjectSource;
  /** Names of all parts that are there; those that come are added. */
  parts: Set<string>;
  /** What is in use, as the database has it. */
  active?: ActiveList;
  /** Whether so many removals are more than the reader has agreed to. */
  isTooMuch(removedShare: number): boolean;
  signal: AbortSignal;
}

type InstallOutcome =
  | { ok: true; outcome: 'installed'; active: ActiveList; record: Partial<UpdateRecord> }
  | { ok: true; outcome: 'shrunk' }
  | Failure;

/**
 * From an accepted manifest to the list in use: fetch what is missing, read it back from the disk and hash it,
 * read the list that it makes, and flip. Whatever ends it before the flip leaves the old list in use.
 * @throws whatever the database throws
 */
export async function install(world: UpdateWorld, job: Install): Promise<InstallOutcome> {
  const { store, at } = world;
  const { id, offer, source, active, signal, parts } = job;
  const progress = (done: number, total: number): Promise<void> =>
    showProgress({ list: id, step: 'fetching', done, total });
  await progress(0, offer.manifest.bytes);
  const fetcher = new PartFetcher({ manifest: offer.manifest, source, store, parts, signal, at, progress });
  const whole = await fetchWhole(world, fetcher, offer.manifest, active);
  await at('all-stored');
  if (whole) return whole;
  await showProgress({ list: id, step: 'checking', done: fetcher.bytes, total: fetcher.bytes });
  const read = await checkWhole(store, offer.manifest, fetcher);
  if (!read.ok) return read;
  await at('verified');
  const changes = active && (await changesFrom(store, active, read));
  if (changes && active && job.isTooMuch(changes.removed / Math.max(1, active.identifiers))) {
    return { ok: true, outcome: 'shrunk' };
  }
  if (signal.aborted) return failure('cancelled');
  await showProgress({ list: id, step: 'installing', done: fetcher.bytes, total: fetcher.bytes });
  const next = activeFrom(offer);
  await store.flip(id, next, at);
  await at('flipped');
  return {
    ok: true,
    outcome: 'installed',
    active: next,
    record: { ...(changes ?? { added: offer.manifest.counts.identifiers }), bytes: fetcher.bytes },
  };
}

/** A version that is whole and sound, held in memory where it is not large. */
interface Sound {
  ok: true;
  index: Index;
  list?: Watchlist;
}

/** Reads the list that the parts make, as it will be read from then on. */
async function checkWhole(store: ListStore, manifest: Manifest, fetcher: PartFetcher): Promise<Sound | Failure> {
  const { sha256 } = manifest.index;
  const found = await storedIndex(store, sha256);
  if (!found.ok) return found;
  const { index } = found;
  if (isPaged(manifest.counts.identifiers, index)) return checkPaged(store, manifest, index, fetcher);
  const read = await readStored(store, sha256);
  if (!read.ok) return read;
  const odd = contradiction(manifest, read.list);
  return odd === undefined ? { ok: true, index, list: read.list } : contradicts(odd);
}

/** Reads every part of a large list once: only where one is not what it should be, all are looked at by themselves. */
async function checkPaged(
  store: ListStore,
  manifest: Manifest,
  index: Index,
  fetcher: PartFetcher,
): Promise<Sound | Failure> {
  const check = async (): Promise<Sound | Failure> => {
    try {
      const { frame, names } = await checkStored(store, manifest.index.sha256, index);
      const { identifiers, keys } = names;
      const odd = contradiction(manifest, frame, { ...countsOf(frame), identifiers, keys });
      return odd === undefined ? { ok: true, index } : contradicts(odd);
    } catch (error) {
      if (error instanceof DamagedList) return failure('bad-list', error.message);
      throw error;
    }
  };
  const first = await check();
  if (first.ok || (await damagedParts(store, partsOf(index))).size === 0) return first;
  return (await mended(store, index, fetcher)) ?? check();
}

function contradicts(member: string): Failure {
  return failure('bad-list', `the list says something else than its manifest: ${member}`);
}

/** @returns undefined where the version before cannot be read any more */
async function changesFrom(store: ListStore, active: ActiveList, { index, list }: Sound) {
  const found = await storedIndex(store, active.index);
  if (!found.ok) return undefined;
  if (list && !isPaged(active.identifiers, found.index)) {
    const before = await readStored(store, active.index);
    return before.ok ? changesBetween(before.list, list) : undefined;
  }
  try {
    return await changesApart(store, found.index, index);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Fetches, reads everything back, and fetches once more what the disk has spoiled. */
async function fetchWhole(
  { store }: UpdateWorld,
  fetcher: PartFetcher,
  { counts }: Manifest,
  active?: ActiveList,
): Promise<Failure | undefined> {
  const found = await fetcher.index();
  if (!found.ok) return found;
  const failed = await fetcher.missing(found.index, active);
  // A large list is read back when it is checked.
  return failed ?? (isPaged(counts.identifiers, found.index) ? undefined : mended(store, found.index, fetcher));
}

/** @returns undefined once every part is on the disk as it should be */
async function mended(store: ListStore, index: Index, fetcher: PartFetcher): Promise<Failure | undefined> {
  const damaged = await damagedParts(store, partsOf(index));
  if (damaged.size === 0) return undefined;
  const again = await fetcher.packs(index, damaged);
  if (again) return again;
  const still = await damagedParts(store, partsOf(index));
  return still.size === 0 ? undefined : failure('storage-failed', `${still.size} parts cannot be read back`);
}
