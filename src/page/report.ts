import type { IdentifierRef, PageMatch, PageReport, Place } from '../messages.ts';
import type { Match } from './judge.ts';

/** Units with a match that are remembered; endless scrolling must not grow without end. */
const REMEMBERED = 20_000;
/** Remounted units are told by their address; this many of the last ones. */
const RECENT = 4_096;

interface Seen extends IdentifierRef {
  place: Place;
}

/** Counts what was read on this page and what matched, each unit once however often it is mounted. */
export class Report {
  #units = 0;
  #posts = 0;
  #withAccount = 0;
  #withText = 0;
  readonly #matched = new Map<string, Seen[]>();
  readonly #recent = new Set<string>();

  /**
   * Another page in the same document.
   * @returns whether the page before had matches
   */
  reset(): boolean {
    const had = this.#matched.size > 0;
    this.#units = 0;
    this.#posts = 0;
    this.#withAccount = 0;
    this.#withText = 0;
    this.#matched.clear();
    this.#recent.clear();
    return had;
  }

  /** A unit was read. */
  see(unit: string, is: { post: boolean; account: boolean; text: boolean }): void {
    if (!this.#recent.has(unit)) this.#count(is);
    keep(this.#recent, unit, RECENT);
  }

  /**
   * What was found in a unit, once all answers are there.
   * @returns whether the matches differ from those known before
   */
  match(unit: string, matches: readonly Match[]): boolean {
    if (matches.length === 0) return this.#matched.delete(unit);
    const seen = matches.flatMap((match) =>
      match.verdicts.map(({ list, identifier }) => ({ list, identifier, place: match.place })),
    );
    const before = this.#matched.get(unit) ?? [];
    if (JSON.stringify(before) === JSON.stringify(seen)) return false;
    this.#matched.set(unit, seen);
    if (this.#matched.size > REMEMBERED) this.#matched.delete(this.#matched.keys().next().value as string);
    return true;
  }

  /** @param loaded long enough after the page was loaded that something should have been found */
  read(loaded: boolean): PageReport {
    const status = this.#units > 0 ? 'read' : loaded ? 'unreadable' : 'reading';
    return {
      status,
      posts: this.#posts,
      withAccount: this.#withAccount,
      withText: this.#withText,
      matches: this.#matches(),
    };
  }

  /** Rows, headers and trends are read too, but a reader counts posts. */
  #count(is: { post: boolean; account: boolean; text: boolean }): void {
    this.#units++;
    if (!is.post) return;
    this.#posts++;
    if (is.account) this.#withAccount++;
    if (is.text) this.#withText++;
  }

  #matches(): PageMatch[] {
    const all = new Map<string, PageMatch>();
    for (const seen of this.#matched.values()) {
      const counted = new Set<string>();
      for (const { list, identifier, place } of seen) {
        const key = `${list}/${identifier}`;
        const match = all.get(key) ?? { list, identifier, count: 0, places: [] };
        all.set(key, match);
        if (!counted.has(key)) match.count++;
        counted.add(key);
        if (!match.places.includes(place)) match.places.push(place);
      }
    }
    return [...all.values()];
  }
}

function keep(set: Set<string>, value: string, most: number): void {
  set.delete(value);
  set.add(value);
  if (set.size > most) set.delete(set.values().next().value as string);
}
