import { type Freshness, freshness } from '../core/compiled/accept.ts';
import type { LargeList } from '../core/compiled/large-list.ts';
import { isAbove } from '../core/compiled/list-version.ts';
import type { Manifest } from '../core/compiled/manifest.ts';
import { DamagedList } from '../core/compiled/part-cache.ts';
import type { Watchlist } from '../core/list-schema.ts';
import type { ListChoice } from '../settings.ts';
import { type BundledList, bundledLists, readBundled } from './bundled.ts';
import { openOffer } from './updates/ask-manifest.ts';
import { type Failure, failure, storageFailure } from './updates/failure.ts';
import type { ActiveList, ListStore } from './updates/list-store.ts';
import { openStored } from './updates/read-stored.ts';
import { allRecords, type ListRecord } from './updates/records.ts';
import { found, lost } from './updates/repair.ts';

/** A list that is there, and what is known of it before its rows are read. */
export interface Installed {
  id: string;
  /** Carried by the package: can be switched off, and not removed. */
  bundled: boolean;
  /** Of the version that is used. */
  manifest: Manifest;
  /** SHA-256 of the key that this version is signed with. */
  fingerprint: string;
  /** The reader's choice, or the list's own default. */
  on: boolean;
  freshness: Freshness;
  record?: ListRecord;
  /** Undefined for a list that was lost with the database, until it is fetched again; a large one without its names. */
  read(): Promise<Watchlist | undefined>;
  /** For a list whose names are looked up in the database. */
  large?(): Promise<LargeList | undefined>;
  /** Such a list was found to be damaged: it is given up, so that the next update brings it whole. */
  giveUp?(error: unknown): Promise<void>;
}

/** Where lists are kept, beside the package. */
export interface Shelf {
  store: ListStore;
  /** Milliseconds since 1970. */
  now(): number;
}

/**
 * Every list, in the reader's order: of a bundled one and a stored one the newer. Without a database there are
 * the bundled ones.
 * @throws Error when the package itself is damaged
 */
export async function installedLists(shelf: Shelf, choices: readonly ListChoice[]): Promise<Installed[]> {
  const [bundled, records, stored] = await Promise.all([bundledLists(), allRecords(), storedLists(shelf)]);
  const ids = new Set([...bundled.map(({ id }) => id), ...records.map(({ id }) => id).sort()]);
  const all: Installed[] = [];
  for (const id of ids) {
    const record = records.find((one) => one.id === id);
    const mine = bundled.find((one) => one.id === id);
    const kept = record && (await keptOf(shelf, record, stored, mine));
    const one = record && kept ? fromStore(shelf, record, kept, mine) : mine && fromPackage(shelf, mine, record);
    // A list that the reader has accepted and that has never arrived is not there yet.
    if (one) all.push(one);
  }
  return inOrder(all, choices);
}

export function inOrder(all: readonly Installed[], choices: readonly ListChoice[]): Installed[] {
  const place = new Map(choices.map(({ id }, i) => [id, i]));
  return all
    .map((one) => ({ ...one, on: choices.find(({ id }) => id === one.id)?.on ?? one.on }))
    .sort((a, b) => (place.get(a.id) ?? choices.length) - (place.get(b.id) ?? choices.length));
}

interface Stored {
  active: ReadonlyMap<string, ActiveList>;
  failed?: Failure;
}

async function storedLists({ store }: Shelf): Promise<Stored> {
  try {
    const rows = await store.allMeta();
    return { active: new Map(rows.flatMap(({ id, active }) => (active ? [[id, active]] : []))) };
  } catch (error) {
    console.warn('Statemark: the database cannot be used; the bundled lists are', error);
    return { active: new Map(), failed: storageFailure(error) };
  }
}

interface Kept {
  manifest: Manifest;
  fingerprint: string;
  /** Undefined when the database has lost it. */
  active?: ActiveList;
}

/** The stored version, where there is or was one that is newer than the package's. */
async function keptOf(
  shelf: Shelf,
  record: ListRecord,
  stored: Stored,
  bundled: BundledList | undefined,
): Promise<Kept | undefined> {
  const active = stored.active.get(record.id);
  const known = active ?? record.held;
  if (known === undefined || (bundled && !isAbove(known, bundled.manifest))) return undefined;
  const offer = await openOffer(known.jws, known.key);
  const isThere = active !== undefined && offer.ok;
  if (!isThere)
    await lost(shelf, record.id, stored.failed ?? failure('storage-failed', 'the list is not in the database'));
  if (!offer.ok || (!isThere && bundled)) return undefined;
  return { manifest: offer.manifest, fingerprint: offer.key.fingerprint, ...(isThere && { active }) };
}

function fromStore(shelf: Shelf, record: ListRecord, kept: Kept, bundled?: BundledList): Installed {
  const { manifest, fingerprint, active } = kept;
  const open = once(async () => active && readSound(shelf, record, active));
  return {
    id: record.id,
    bundled: bundled !== undefined,
    manifest,
    fingerprint,
    on: bundled?.default !== 'off',
    freshness: freshness(manifest.expires, shelf.now()),
    record,
    read: once(async () => (await open())?.list ?? (bundled && readBundled(bundled.manifest))),
    large: async () => (await open())?.large,
    ...(active && { giveUp: (error: unknown) => giveUp(shelf, record.id, active, error) }),
  };
}

function fromPackage(
  shelf: Shelf,
  { id, default: choice, manifest, fingerprint }: BundledList,
  record?: ListRecord,
): Installed {
  return {
    id,
    bundled: true,
    manifest,
    fingerprint,
    on: choice === 'on',
    freshness: freshness(manifest.expires, shelf.now()),
    ...(record && { record }),
    read: once(() => readBundled(manifest)),
  };
}

async function readSound(shelf: Shelf, record: ListRecord, active: ActiveList): Promise<Opened | undefined> {
  const { id } = record;
  try {
    const read = await openStored(shelf.store, active.index, active.identifiers);
    if (!read.ok) await giveUp(shelf, id, active, new DamagedList(read.detail));
    else if (record.lost) await found(id);
    return read.ok ? read : undefined;
  } catch (error) {
    await lost(shelf, id, storageFailure(error));
    return undefined;
  }
}

interface Opened {
  list: Watchlist;
  large?: LargeList;
}

/** What cannot be read is given up, so that the next update brings it whole. */
async function giveUp(shelf: Shelf, id: string, { hash }: ActiveList, error: unknown): Promise<void> {
  const isDamaged = error instanceof DamagedList;
  await lost(shelf, id, isDamaged ? failure('storage-failed', error.message) : storageFailure(error));
  if (isDamaged) await shelf.store.dropActive(id, hash);
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
