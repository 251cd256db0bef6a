import { browser } from '../browser.ts';
import { type Evidence, evidenceFor } from '../core/evidence.ts';
import { encodeFilter, MAX_TAB_FILTER_BYTES } from '../core/filter.ts';
import { buildFilter } from '../core/filter-build.ts';
import { indexLists, type ListIndex } from '../core/index-lists.ts';
import type { Key } from '../core/key.ts';
import { linkedHostKey, linkOfKey } from '../core/link-key.ts';
import type { Watchlist } from '../core/list-schema.ts';
import { type Objections, objectionsOf } from '../core/objections.ts';
import type { Verdict } from '../core/verdict.ts';
import { verdictsOn } from '../core/verdicts-on.ts';
import type { InstalledList } from '../evidence-messages.ts';
import { type IdentifierRef, type LookupReply, TAB_FILTER, type TabFilter } from '../messages.ts';
import { readAddress } from '../platforms/address.ts';
import { PLATFORMS } from '../platforms/all.ts';
import type { KeptIndex } from './kept-index.ts';
import { LargeLists, type LargeSource } from './large-lists.ts';

/** Every installed list, in the reader's order. Of a large one, the names under these keys alone. */
export type AllLists = (keys?: readonly Key[]) => Promise<readonly InstalledList[]>;

/**
 * The active lists, indexed. Built once in each life of the worker. Large ones are not: `lookupAll` and `prepare`
 * ask them, everything else answers at once.
 */
export class Lists {
  private readonly index: ListIndex;
  /** Large ones without their identifiers. */
  readonly active: readonly Watchlist[];
  readonly generation: number;
  private readonly today: string;
  private readonly objections: Objections;
  private readonly lang: string;
  private readonly large: LargeLists;
  /** Those that mark nothing are read from the disk for it. */
  readonly all: AllLists;

  /**
   * @param today `YYYY-MM-DD`
   * @param all where there are lists that mark nothing
   * @param large those of the active lists that are looked up in their parts
   */
  constructor(
    active: readonly Watchlist[],
    today: string,
    lang: string,
    all: AllLists = async () => active.map((list) => ({ list, on: true })),
    large: readonly LargeSource[] = [],
  ) {
    this.active = active;
    this.all = all;
    this.today = today;
    this.lang = lang;
    this.large = new LargeLists(large);
    this.objections = objectionsOf(active);
    this.index = indexLists(active, today, lang);
    // What a large list says may change with the day, and no key tells.
    this.generation = generationOf(active, this.large.isEmpty ? lang : `${lang} ${today}`, this.index);
  }

  /** What the lists say that are held in memory. */
  lookup(keys: readonly Key[]): LookupReply {
    return lookupIn({ generation: this.generation, index: this.index }, keys);
  }

  /** All that `lookupAll` needs; undefined where it asks the database. */
  get whole(): KeptIndex | undefined {
    return this.large.isEmpty ? { generation: this.generation, index: this.index } : undefined;
  }

  /** What all active lists say. */
  async lookupAll(keys: readonly Key[]): Promise<LookupReply> {
    if (this.large.isEmpty) return this.lookup(keys);
    const { today, lang, objections } = this;
    const found = await this.large.verdicts(keys, today, lang, objections);
    const place = new Map(this.active.map(({ list }, i) => [list.id, i]));
    return reply(this.generation, keys, (key) =>
      [...(this.index.get(key) ?? []), ...(found.get(key) ?? [])].sort(
        (a, b) => (place.get(a.list) ?? 0) - (place.get(b.list) ?? 0),
      ),
    );
  }

  /** Reads what large lists hold of these, so that `evidence` knows it. */
  async prepare(refs: readonly IdentifierRef[]): Promise<void> {
    await this.large.prepare(refs);
  }

  evidence(ref: IdentifierRef): Evidence | undefined {
    const list = this.large.listWith(ref) ?? this.active.find((one) => one.list.id === ref.list);
    return list && evidenceFor(list, ref.identifier, this.today, this.objections);
  }

  /** Writes the filter that tabs copy, if it is not there yet. Tabs hear of it and read their page again. */
  async publishFilter(): Promise<void> {
    const stored = (await browser.storage.local.get(TAB_FILTER))[TAB_FILTER] as TabFilter | undefined;
    if (stored?.generation === this.generation) return;
    const bytes = this.large.isEmpty ? encodeFilter(buildFilter(tabKeys(this.index))) : undefined;
    const small = bytes && bytes.length <= MAX_TAB_FILTER_BYTES;
    const filter: TabFilter = {
      generation: this.generation,
      ...(small && { bytes: btoa(String.fromCharCode(...bytes)) }),
    };
    await browser.storage.local.set({ [TAB_FILTER]: filter });
  }
}

/** What lists in memory say. */
export function lookupIn({ generation, index }: KeptIndex, keys: readonly Key[]): LookupReply {
  return reply(generation, keys, (key) => index.get(key) ?? []);
}

function reply(generation: number, keys: readonly Key[], of: (key: Key) => readonly Verdict[]): LookupReply {
  const verdicts: LookupReply['verdicts'] = [];
  for (const key of new Set(keys)) {
    const found = answer(key, of);
    if (found.length > 0) verdicts.push([key, [...found]]);
  }
  return { generation, verdicts };
}

function answer(key: Key, of: (key: Key) => readonly Verdict[]): readonly Verdict[] {
  const link = linkOfKey(key);
  if (link === undefined) return of(key);
  const sighting = readAddress(link.url, link.url);
  // The page itself has asked about the site. A post is not the account that published it, unless it is shown.
  const isNamed =
    sighting?.kind === 'hashtag' || (sighting?.kind === 'account' && (link.toPosts || sighting.via === 'profile'));
  return (isNamed && verdictsOn(sighting, of)) || [];
}

/** Every key, and the hosts of the networks on which an account is listed: what a page must ask about. */
function tabKeys(index: ListIndex): Set<Key> {
  const keys = new Set(index.keys());
  for (const { id, hosts, hostSuffixes = [] } of PLATFORMS) {
    const isListed = keys.values().some((key) => key.startsWith(`${id}@`) || key.startsWith(`${id}!`));
    if (isListed) for (const host of [...hosts, ...hostSuffixes]) keys.add(linkedHostKey(host));
  }
  return keys;
}

/**
 * A number that differs when the lists, the language of their labels or their keys do. The keys change with
 * the day, and with a version of the extension that folds names another way.
 */
function generationOf(active: readonly Watchlist[], lang: string, index: ListIndex): number {
  let hash = 0x811c9dc5;
  const add = (said: string): void => {
    for (let i = 0; i < said.length; i++) hash = Math.imul(hash ^ said.charCodeAt(i), 0x01000193) >>> 0;
  };
  for (const { list } of active) add(`${list.id} ${list.version} ${list.updated} `);
  add(lang);
  for (const key of index.keys()) add(`${key} `);
  return hash;
}
