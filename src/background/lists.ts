import { browser } from '../browser.ts';
import { type Evidence, evidenceFor } from '../core/evidence.ts';
import { buildFilter, encodeFilter, MAX_TAB_FILTER_BYTES } from '../core/filter.ts';
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
import { readSettings } from '../settings.ts';
import { language } from '../text.ts';
import { type Installed, installedLists, type Shelf } from './installed.ts';

/** The active lists, indexed. Built once in each life of the worker. */
export class Lists {
  private readonly index: ListIndex;
  readonly active: readonly Watchlist[];
  readonly generation: number;
  private readonly today: string;
  private readonly objections: Objections;
  /** Every installed list, in the reader's order; those that mark nothing are read from the disk for it. */
  readonly all: () => Promise<readonly InstalledList[]>;

  /**
   * @param today `YYYY-MM-DD`
   * @param all where there are lists that mark nothing
   */
  constructor(
    active: readonly Watchlist[],
    today: string,
    lang: string,
    all = async (): Promise<readonly InstalledList[]> => active.map((list) => ({ list, on: true })),
  ) {
    this.active = active;
    this.all = all;
    this.today = today;
    this.objections = objectionsOf(active);
    this.index = indexLists(active, today, lang);
    this.generation = generationOf(active, lang, this.index);
  }

  lookup(keys: readonly Key[]): LookupReply {
    const verdicts: LookupReply['verdicts'] = [];
    for (const key of new Set(keys)) {
      const found = this.answer(key);
      if (found.length > 0) verdicts.push([key, [...found]]);
    }
    return { generation: this.generation, verdicts };
  }

  private answer(key: Key): readonly Verdict[] {
    const of = (one: Key): readonly Verdict[] => this.index.get(one) ?? [];
    const link = linkOfKey(key);
    if (link === undefined) return of(key);
    const sighting = readAddress(link.url, link.url);
    // The page itself has asked about the site. A post is not the account that published it, unless it is shown.
    const isNamed =
      sighting?.kind === 'hashtag' || (sighting?.kind === 'account' && (link.toPosts || sighting.via === 'profile'));
    return (isNamed && verdictsOn(sighting, of)) || [];
  }

  evidence({ list: id, identifier }: IdentifierRef): Evidence | undefined {
    const list = this.active.find((one) => one.list.id === id);
    return list && evidenceFor(list, identifier, this.today, this.objections);
  }

  /** Writes the filter that tabs copy, if it is not there yet. Tabs hear of it and read their page again. */
  async publishFilter(): Promise<void> {
    const stored = (await browser.storage.local.get(TAB_FILTER))[TAB_FILTER] as TabFilter | undefined;
    if (stored?.generation === this.generation) return;
    const bytes = encodeFilter(buildFilter(tabKeys(this.index)));
    const small = bytes.length <= MAX_TAB_FILTER_BYTES;
    const filter: TabFilter = {
      generation: this.generation,
      ...(small && { bytes: btoa(String.fromCharCode(...bytes)) }),
    };
    await browser.storage.local.set({ [TAB_FILTER]: filter });
  }
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

/** Those that are on and not too old mark; every other one is read when somebody wants to look at it. */
export async function loadLists(shelf: Shelf, today: string): Promise<Lists> {
  const installed = await installedLists(shelf, (await readSettings()).lists);
  const marks = ({ on, freshness }: Installed): boolean => on && freshness !== 'stopped';
  const read = await Promise.all(installed.filter(marks).map((one) => one.read()));
  const all = async (): Promise<InstalledList[]> => {
    const rows = await Promise.all(installed.map(async (one) => ({ list: await one.read(), on: marks(one) })));
    return rows.flatMap(({ list, on }) => (list ? [{ list, on }] : []));
  };
  return new Lists(
    read.filter((list) => list !== undefined),
    today,
    language(),
    all,
  );
}
