import type { LargeList } from '../core/compiled/large-list.ts';
import type { Key } from '../core/key.ts';
import { linkOfKey } from '../core/link-key.ts';
import type { Watchlist } from '../core/list-schema.ts';
import type { Objections } from '../core/objections.ts';
import { sightingKeys } from '../core/sighting.ts';
import type { Verdict } from '../core/verdict.ts';
import type { IdentifierRef } from '../messages.ts';
import { readAddress } from '../platforms/address.ts';

/** A list that is looked up in its parts, and what is to be done when they turn out to be damaged. */
export interface LargeSource {
  list: LargeList;
  giveUp(error: unknown): Promise<void>;
}

/** Identifiers of large lists that stay at hand after they were asked for. */
const PREPARED = 5_000;

/** The active lists that are not held in memory. One that fails answers nothing from then on. */
export class LargeLists {
  private readonly sources: LargeSource[];
  private readonly prepared = new Map<string, Watchlist>();

  constructor(sources: readonly LargeSource[]) {
    this.sources = [...sources];
  }

  get isEmpty(): boolean {
    return this.sources.length === 0;
  }

  /** What they say of keys, by key and in the reader's order. Of a link, of all that it may lead to. */
  async verdicts(
    keys: readonly Key[],
    today: string,
    lang: string,
    objections: Objections,
  ): Promise<Map<Key, Verdict[]>> {
    const wanted = new Set(keys.flatMap(keysBehind));
    const found = new Map<Key, Verdict[]>();
    for (const source of [...this.sources]) {
      const said = await this.ask(source, (list) => list.verdicts(wanted, today, lang, objections));
      for (const [key, verdicts] of said ?? []) {
        if (wanted.has(key)) found.set(key, [...(found.get(key) ?? []), ...verdicts]);
      }
    }
    return found;
  }

  /** Fetches what evidence on these is made of, so that `listWith` has it. */
  async prepare(refs: readonly IdentifierRef[]): Promise<void> {
    for (const source of [...this.sources]) {
      const { id } = source.list.frame.list;
      const ids = refs.filter(({ list, identifier }) => list === id && !this.prepared.has(`${list}/${identifier}`));
      if (ids.length === 0) continue;
      const few = await this.ask(source, (list) =>
        list.withOnly(
          [],
          ids.map(({ identifier }) => identifier),
        ),
      );
      if (few === undefined) continue;
      if (this.prepared.size + few.identifiers.length > PREPARED) this.prepared.clear();
      for (const row of few.identifiers) this.prepared.set(`${id}/${row.id}`, few);
    }
  }

  /** A list with this identifier in it, where it was prepared. */
  listWith({ list, identifier }: IdentifierRef): Watchlist | undefined {
    return this.prepared.get(`${list}/${identifier}`);
  }

  private async ask<T>(source: LargeSource, work: (list: LargeList) => Promise<T>): Promise<T | undefined> {
    try {
      return await work(source.list);
    } catch (error) {
      console.warn('Statemark: a large list cannot be read', error);
      const at = this.sources.indexOf(source);
      if (at >= 0) {
        this.sources.splice(at, 1);
        await source.giveUp(error);
      }
      return undefined;
    }
  }
}

function keysBehind(key: Key): Key[] {
  const link = linkOfKey(key);
  if (link === undefined) return [key];
  const sighting = readAddress(link.url, link.url);
  return sighting ? sightingKeys(sighting) : [];
}
