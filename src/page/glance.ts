import type { PlatformId } from '../core/names.ts';
import { isPost, ofToken } from '../core/sighting.ts';
import type { AnyPlatform } from '../platforms/platform.ts';
import { authorBlocksOf, hintedIn, within } from './author.ts';
import { CHIP_TAG } from './chip-tag.ts';
import { attributeOf, closestOf, elementOf, findAll, findOne, holds, textOf } from './dom.ts';
import type { LinkReader } from './read-link.ts';
import type { MayMatch, UnitReading } from './unit-parts.ts';
import type { Unit } from './units.ts';
import { hasDate } from './walk-unit.ts';

/**
 * Reads a unit that names nobody who is listed, without a walk through it: nearly every one does not, and a few of
 * the page's own calls look at all of it in a fraction of the time that it takes to ask for each node. They look at
 * what is never read and at the units within, too: what they do not find is surely not there.
 * @returns of whose text no more is told than its beginning; undefined where it must be read in full, as headers are
 */
export function glanceAt(
  unit: Unit,
  platform: AnyPlatform,
  reader: LinkReader,
  mayMatch: MayMatch,
): UnitReading | undefined {
  if (unit.kind === 'profile') return undefined;
  const { id: network } = platform;
  const owns: Owns = (_, element) => ![...unit.inner].some((one) => holds(one, element));
  const { handle, id } = hintedIn(unit, platform, owns);
  if (
    id !== undefined ||
    (handle !== undefined && network !== 'web' && mayMatch(ofToken('mention', handle, network)))
  ) {
    return undefined;
  }
  let hasAccount = handle !== undefined;
  let mayName = false;
  let permalink: string | undefined;
  let last: ReturnType<LinkReader['read']>;
  for (const link of findAll(unit.root, 'a[href]')) {
    const sighting = reader.read(link);
    if (sighting === undefined) continue;
    const isAccount = sighting.kind === 'account';
    // Face, name and handle of an author lead to one place, one after the other.
    if (sighting !== last && ((isAccount && sighting.id !== undefined) || mayMatch(sighting))) return undefined;
    last = sighting;
    if (!isAccount || !owns(unit, link)) continue;
    if (!isPost(sighting)) hasAccount = true;
    else {
      mayName = true;
      if (permalink === undefined && hasDate(link)) permalink = attributeOf(link, 'href') ?? undefined;
    }
  }
  const names = network === 'web' ? 0 : namesInText(unit.root, network, reader, mayMatch);
  // Whether these, or a link to a post, count as an account's is told by reading in full alone.
  if (names === undefined || (!hasAccount && (mayName || names > 0))) return undefined;
  const text = firstText(unit, platform, owns);
  return { occurrences: [], tags: [], hasAccount, text, ...(permalink !== undefined && { permalink }) };
}

type Owns = (unit: Unit, element: Element) => boolean;

/** The longest name that is looked for at a glance, and then some. */
const LONGEST = 64;
const SIGNS = new RegExp(`[#@＃＠](?=(\\S{0,${LONGEST}}))`, 'g');
/** More signs than that a walk reads in less time. */
const MANY = 32;

/**
 * Looks for names that no link speaks for. Where one ends depends on what stands beside it in the page, so each
 * beginning of what follows a sign is asked for.
 * @returns how many there may be; undefined where one may be listed
 */
function namesInText(root: Element, network: PlatformId, reader: LinkReader, mayMatch: MayMatch): number | undefined {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let node: Node = root;
  let end = 0;
  let signs = 0;
  let names = 0;
  for (const { 0: sign, 1: name = '', index } of (textOf(root) ?? '').matchAll(SIGNS)) {
    if (++signs > MANY) return undefined;
    while (end <= index) {
      const next = walker.nextNode() as Text | null;
      if (next === null) return undefined;
      node = next;
      end += next.length;
    }
    const link = closestOf(elementOf(node) ?? root, 'a[href]');
    // A link around all of the unit is none of its links.
    const sighting = link && link !== root && holds(root, link) && reader.read(link);
    // One of the network's own speaks for its words; one to elsewhere does not, for a hashtag in them.
    if (sighting && sighting.kind !== 'outside') continue;
    if (name.length === LONGEST) return undefined;
    names++;
    const kind = sign === '@' || sign === '＠' ? 'mention' : 'hashtag';
    for (let to = 1; to <= name.length; to++) {
      if (mayMatch(ofToken(kind, name.slice(0, to), network))) return undefined;
    }
  }
  // Our own chip parts no name: one that the page made may hold anything.
  return names > 0 && findOne(root, CHIP_TAG) !== null ? undefined : names;
}

/** What is said first in a unit, beside its author's name. */
function firstText(unit: Unit, platform: AnyPlatform, owns: Owns): string {
  const authors = authorBlocksOf(unit, platform, owns);
  const walker = document.createTreeWalker(unit.root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null) {
    const { data } = node;
    if (data.trim() === '' || within(authors, node)) continue;
    const parent = elementOf(node);
    if (parent !== null && !unit.isNeverRead(parent) && owns(unit, parent)) return data;
  }
  return '';
}
