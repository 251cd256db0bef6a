import { accept, type Held } from '../../core/compiled/accept.ts';
import { highest } from '../../core/compiled/list-version.ts';
import type { Manifest } from '../../core/compiled/manifest.ts';
import { partsOf, readIndex } from '../../core/compiled/read-index.ts';
import type { UpdateProblem, UpdateRecord } from '../../list-messages.ts';
import { askManifest, type Offer, openOffer } from './ask-manifest.ts';
import { type Failure, failure, storageFailure } from './failure.ts';
import { heldOf, heldOfBundled, newerOf } from './held.ts';
import { install } from './install.ts';
import type { ActiveList, ListStore } from './list-store.ts';
import type { ObjectSource } from './object-source.ts';
import { showProgress } from './progress.ts';
import { changeRecord, type ListRecord } from './records.ts';
import { sweep } from './sweep.ts';
import type { UpdateWorld } from './update-world.ts';

export interface Update {
  record: ListRecord;
  /** Where the manifest is asked for, the publisher's own address first. Empty when `jws` is given. */
  addresses: readonly string[];
  source(manifest: Manifest): Promise<ObjectSource>;
  /** A manifest that came already: from a file, or one that waited for the reader's answer. */
  jws?: string;
  /** The reader has agreed to this manifest as it is, whatever it removes. */
  agreed?: boolean;
  /** The package's own copy, where there is one. */
  bundled?: Manifest;
  signal: AbortSignal;
}

export type Updated =
  | { ok: true; record: Pick<UpdateRecord, 'outcome'> & Partial<UpdateRecord>; every?: number; changed: boolean }
  | (Failure & { version?: number });

/**
 * One list, from its manifest to the version in use. Never throws: what the database throws is a failure like
 * any other, and the list stays as it was.
 */
export async function updateList(world: UpdateWorld, update: Update): Promise<Updated> {
  const { store, at } = world;
  try {
    await at('start');
    const held = await sweep(store);
    await at('swept');
    const updated = await attempt(world, update, held);
    // What is wrong with the list itself does not come right by going on from there.
    if (!updated.ok && HOPELESS.has(updated.problem)) await store.unstage(update.record.id);
    await sweep(store, held);
    await at('swept-again');
    return updated;
  } catch (error) {
    return storageFailure(error);
  }
}

const HOPELESS: ReadonlySet<UpdateProblem> = new Set(['bad-form', 'bad-list', 'wrong-list']);

/** @param parts names of all that are there; those that come are added */
async function attempt(world: UpdateWorld, update: Update, parts: Set<string>): Promise<Updated> {
  const { record, addresses, signal } = update;
  await showProgress({ list: record.id, step: 'asking', done: 0, total: 0 });
  const meta = await world.store.meta(record.id);
  const held = newerOf(meta?.active, record.held);
  const asked = update.jws === undefined ? await askManifest(world.fetch, addresses, signal) : undefined;
  await world.at('manifest-fetched');
  if (asked && !asked.ok) return asked;
  const offer = await openOffer(asked?.jws ?? update.jws ?? '', held?.key ?? record.key, held?.next);
  if (!offer.ok) return offer;
  await world.at('manifest-verified');
  const { version } = offer.manifest;
  const decided = await decide(world, update, offer, { held, active: meta?.active, parts });
  const updated = decided ?? (await take(world, update, offer, parts, meta?.active));
  return updated.ok ? updated : { ...updated, version };
}

/** @returns undefined when the offer is to be installed */
async function decide(
  world: UpdateWorld,
  update: Update,
  offer: Offer,
  { held, active, parts }: { held: ActiveList | undefined; active: ActiveList | undefined; parts: Set<string> },
): Promise<Updated | undefined> {
  const { record, bundled } = update;
  const { manifest, hash } = offer;
  if (manifest.list !== record.id) return failure('wrong-list', `${manifest.list} instead of ${record.id}`);
  if (isOtherThanSeen(record, offer)) return failure('equivocation', `another version ${manifest.version} was seen`);
  const before = heldBefore(record.id, held, bundled, offer);
  const meta = await world.store.meta(record.id);
  const floor = highest(record.floor, meta?.floor, bundled);
  const decision = accept(manifest, hash, before, floor, world.now(), offer.rotated);
  if (decision.decision === 'refuse') return failure(decision.problem, decision.detail);
  if (decision.decision === 'ask' && !update.agreed) return waits(record.id, offer, decision.why);
  const isInUse = held === undefined || (active?.hash === hash && (await isWhole(world.store, active, parts)));
  if (decision.decision !== 'current' || !isInUse) return undefined;
  // What was written last outside the database a crash may have lost: then the mirror is behind.
  const { epoch, version } = manifest;
  if (active) await changeRecord(record.id, () => ({ floor: { epoch, version, hash }, held: active }));
  return unchanged(offer);
}

/** Two manifests of one version, one of them accepted though never installed. */
function isOtherThanSeen({ floor }: ListRecord, { manifest, hash }: Offer): boolean {
  return floor?.epoch === manifest.epoch && floor.version === manifest.version && floor.hash !== hash;
}

function heldBefore(
  id: string,
  held: ActiveList | undefined,
  bundled: Manifest | undefined,
  offer: Offer,
): Held | undefined {
  if (held) return heldOf(id, held);
  return bundled && heldOfBundled(bundled, offer);
}

/** Of the version that is in use nothing is missing. Parts that rot are found when they are read. */
async function isWhole(store: ListStore, active: ActiveList, held: ReadonlySet<string>): Promise<boolean> {
  const bytes = await store.part(active.index);
  const index = bytes && readIndex(bytes);
  return index !== undefined && partsOf(index).every(({ sha256 }) => held.has(sha256));
}

/** From here on nothing older is taken, even if the rest never comes: first the mirror, then the database. */
async function take(
  world: UpdateWorld,
  update: Update,
  offer: Offer,
  parts: Set<string>,
  active: ActiveList | undefined,
): Promise<Updated> {
  const { store, at } = world;
  const { id } = update.record;
  const { epoch, version } = offer.manifest;
  await changeRecord(id, () => ({ floor: { epoch, version, hash: offer.hash } }));
  await at('floor-raised');
  await store.stage({ id, jws: offer.jws, index: offer.manifest.index.sha256 }, { epoch, version });
  await at('staged');
  const done = await install(world, {
    id,
    offer,
    source: await update.source(offer.manifest),
    signal: update.signal,
    parts,
    ...(active !== undefined && { active }),
    isTooMuch: (share) => !update.agreed && removesTooMuch(world, offer, id, active, share),
  });
  if (!done.ok) return done;
  if (done.outcome === 'shrunk') return waits(id, offer, 'shrunk');
  await changeRecord(id, () => ({ held: done.active, waiting: undefined }));
  const { every } = offer.manifest;
  return {
    ok: true,
    changed: true,
    record: { version, outcome: 'installed', ...done.record },
    ...(every !== undefined && { every }),
  };
}

/** The manifest's counts may hide what the list itself shows: as many names as before, and all of them others. */
function removesTooMuch(
  { now }: UpdateWorld,
  { manifest, hash }: Offer,
  id: string,
  active: ActiveList | undefined,
  removedShare: number,
): boolean {
  if (active === undefined || active.hash === hash) return false;
  const held = { ...heldOf(id, active), removedShare };
  return accept(manifest, hash, held, undefined, now(), manifest.epoch !== active.epoch).decision === 'ask';
}

async function waits(id: string, offer: Offer, why: 'shrunk' | 'grown'): Promise<Updated> {
  const { version, counts, every } = offer.manifest;
  await changeRecord(id, () => ({
    waiting: { jws: offer.jws, version, identifiers: counts.identifiers, why },
  }));
  return {
    ok: true,
    changed: false,
    record: { version, outcome: 'waits', problem: why },
    ...(every !== undefined && { every }),
  };
}

function unchanged({ manifest: { version, every } }: Offer): Updated {
  return {
    ok: true,
    changed: false,
    record: { version, outcome: 'unchanged' },
    ...(every !== undefined && { every }),
  };
}
