import { isPost, ofToken } from '../core/sighting.ts';
import type { AnyPlatform } from '../platforms/platform.ts';
import { authorBlocksOf, hintedIn, within } from './author.ts';
import { attributeOf, elementOf, findAll, textOf } from './dom.ts';
import type { LinkReader } from './read-link.ts';
import type { Hinted, MayMatch, UnitReading } from './unit-parts.ts';
import type { Unit } from './units.ts';
import { hasDate } from './walk-unit.ts';

type Seen = NonNullable<ReturnType<LinkReader['read']>>;

/**
 * Reads a unit that names nobody who is listed, without a walk through it: nearly every one does not, and a few of
 * the page's own calls look at all of it in a fraction of the time that it takes to ask for each node. They look at
 * what is never read, too: what they do not find is surely not there.
 * @returns of whose text no more is told than its beginning; undefined where it must be read in full, as headers are
 */
export function glanceAt(
  unit: Unit,
  platform: AnyPlatform,
  reader: LinkReader,
  mayMatch: MayMatch,
): UnitReading | undefined {
  if (unit.kind === 'profile' || !unit.isAlone) return undefined;
  const isNetwork = platform.id !== 'web';
  let signs = isNetwork ? signsIn(unit.root) : 0;
  let permalink: string | undefined;
  const seen: Seen[] = [];
  for (const link of findAll(unit.root, 'a[href]')) {
    const sighting = reader.read(link);
    if (sighting === undefined) continue;
    seen.push(sighting);
    if (isPost(sighting) && hasDate(link)) permalink ??= attributeOf(link, 'href') ?? undefined;
    // A link of the network's own speaks for its words; one to elsewhere does not, for a hashtag in them.
    if (isNetwork && sighting.kind !== 'outside') signs -= signsIn(link);
  }
  // A sign that no link speaks for may open a name: where that ends is told by the walk alone.
  if (signs !== 0) return undefined;
  const hint = hintedIn(unit, platform, all);
  const nobody = nobodyAmong(seen, hint, platform.id, mayMatch);
  if (nobody === undefined) return undefined;
  return { ...nobody, text: firstText(unit, platform), ...(permalink !== undefined && { permalink }) };
}

/**
 * What a unit says of names where all of them stand in its links.
 * @param seen what these lead to
 * @returns undefined where somebody may be listed, an id is told, or whether a name counts is told by reading alone
 */
function nobodyAmong(
  seen: readonly Seen[],
  { handle, id }: Hinted,
  network: AnyPlatform['id'],
  mayMatch: MayMatch,
): Pick<UnitReading, 'occurrences' | 'tags' | 'hasAccount'> | undefined {
  if (id !== undefined) return undefined;
  if (handle !== undefined && network !== 'web' && mayMatch(ofToken('mention', handle, network))) return undefined;
  let hasAccount = handle !== undefined;
  let mayName = false;
  let last: Seen | undefined;
  for (const one of seen) {
    if (one.kind === 'account') {
      if (one.id !== undefined) return undefined;
      if (one.via === 'post') mayName = true;
      else hasAccount = true;
    }
    // Face, name and handle of an author lead to one place, one after the other.
    if (one !== last && mayMatch(one)) return undefined;
    last = one;
  }
  return hasAccount || !mayName ? { occurrences: [], tags: [], hasAccount } : undefined;
}

const all = (): boolean => true;

/** How many signs stand in an element that may open a name. */
function signsIn(element: Element): number {
  const text = textOf(element) ?? '';
  let count = 0;
  for (const sign of '#@＃＠') for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) count++;
  return count;
}

/** What is said first in a unit, beside its author's name. */
function firstText(unit: Unit, platform: AnyPlatform): string {
  const authors = authorBlocksOf(unit, platform, all);
  const walker = document.createTreeWalker(unit.root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null) {
    const { data } = node;
    if (data.trim() === '' || within(authors, node)) continue;
    const parent = elementOf(node);
    if (parent !== null && !unit.isNeverRead(parent)) return data;
  }
  return '';
}
