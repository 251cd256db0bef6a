import { domainKeys, hashtagKeys, type Key, nameKey } from './key.ts';
import type { Exception, Watchlist } from './list-schema.ts';
import { PLATFORMS, type PlatformId } from './names.ts';
import { objectionsOf } from './objections.ts';
import { type Verdict, verdictsByKey } from './verdict.ts';

/** What every active list says of a key; a key that no list knows is absent. */
export type ListIndex = ReadonlyMap<Key, readonly Verdict[]>;

/**
 * @param today `YYYY-MM-DD`
 * @param lang language of the names, English where a list lacks it
 * @param objections what lists say against the names of others, where there are more lists than these
 */
export function indexLists(
  active: readonly Watchlist[],
  today: string,
  lang: string,
  objections = objectionsOf(active),
): ListIndex {
  const index = new Map<Key, Verdict[]>();
  for (const list of active) {
    const verdicts = verdictsByKey(list, today, lang);
    dispute(verdicts, list, objections);
    for (const exception of list.exceptions) except(verdicts, exception);
    for (const [key, verdict] of verdicts) {
      const same = index.get(key);
      if (same) same.push(verdict);
      else index.set(key, [verdict]);
    }
  }
  return index;
}

/** What another list excepts is marked as disputed, whatever its own list says of it. */
function dispute(verdicts: Map<Key, Verdict>, list: Watchlist, objections: ReturnType<typeof objectionsOf>): void {
  const disputed = new Set<string>();
  for (const identifier of list.identifiers) if (objections(list, identifier).length > 0) disputed.add(identifier.id);
  if (disputed.size === 0) return;
  for (const [key, verdict] of verdicts) {
    if (disputed.has(verdict.identifier)) verdicts.set(key, { ...verdict, grade: 'disputed' });
  }
}

/**
 * An exception guards its own list's names only. Where the name itself is not listed but a wider one is (the
 * tag on any platform, the domain above), its key stays as an answer of its own: see `Verdict.excepted`.
 */
function except(verdicts: Map<Key, Verdict>, { platform, kind, value }: Exception): void {
  const key = nameKey(platform, kind, value);
  verdicts.delete(key);
  const wider = widerKeys(platform, kind, value)
    .map((above) => verdicts.get(above))
    .find((verdict) => verdict !== undefined);
  if (wider) verdicts.set(key, { ...wider, excepted: true });
  if (kind === 'hashtag' && platform === 'any') {
    for (const one of PLATFORMS) verdicts.delete(nameKey(one, kind, value));
  }
}

/** Keys whose verdict reaches the name of an exception as well. */
export function widerKeys(platform: Exception['platform'], kind: Exception['kind'], value: string): Key[] {
  if (kind === 'domain') return domainKeys(value).slice(1);
  if (kind === 'hashtag' && platform !== 'any') return hashtagKeys(platform as PlatformId, value).slice(0, 1);
  return [];
}
