import { isPost } from '../core/sighting.ts';
import type { Place } from '../messages.ts';
import { authorPlace, within } from './author.ts';
import { elementOf, findAll, holds, matchesOf, textOf } from './dom.ts';
import { piecesIn, rangeOf } from './flat-text.ts';
import type { Hinted, Occurrence, UnitParts } from './unit-parts.ts';
import { isDated, type Link } from './walk-unit.ts';

/** What the links of a unit name. */
export function occurrencesIn(parts: UnitParts): Occurrence[] {
  return parts.links.flatMap((link) => ofLink(link, parts));
}

/**
 * Links to a post lead to its author, but name nobody: only a byline does, and without an author's block the
 * dated one.
 */
function ofLink(link: Link, parts: UnitParts): Occurrence[] {
  const { flat, authors, platform } = parts;
  const { byline } = platform.page;
  const toPost = isPost(link.sighting);
  const dated = authors.length === 0 && isDated(link);
  const named = toPost && byline !== undefined && matchesOf(link.element, byline);
  if (toPost && !dated && !named) return [];
  const part = namePart(link, parts);
  let { start, end } = part ?? link;
  while (start < end && /\s/.test(flat.text[start] ?? '')) start++;
  while (end > start && /\s/.test(flat.text[end - 1] ?? '')) end--;
  const range = end > start ? rangeOf(flat, start, end) : undefined;
  const place = link.sighting.kind === 'hashtag' ? 'hashtag' : dated ? 'author' : placeOf(link, parts);
  // A copy: hints are added to it, and other links share it.
  return [{ sighting: { ...link.sighting }, place, after: part?.element ?? link.element, ...(range && { range }) }];
}

/** Of a link around more than a name, the part that is the name. */
function namePart(link: Link, { flat, platform }: UnitParts): Pick<Link, 'element' | 'start' | 'end'> | undefined {
  const { linkedName } = platform.page;
  const element = linkedName === undefined ? undefined : findAll(link.element, linkedName)[0];
  if (element === undefined) return undefined;
  // Without what is in there for screen readers alone, behind which nothing would be seen.
  const read = piecesIn(flat, link.start, link.end).filter(({ node }) => holds(element, node));
  const [first] = read;
  const last = read.at(-1);
  const after = last && elementOf(last.node);
  return first && after ? { element: after, start: first.start, end: last.start + last.node.data.length } : undefined;
}

function placeOf({ element, sighting }: Link, { unit, authors, hint }: UnitParts): Place {
  if (sighting.kind === 'account' && within(authors, element)) return authorPlace(unit);
  if (unit.kind === 'user-row' && sighting.kind === 'account' && isHinted(sighting, hint)) return 'user-row';
  return /^\s*[@＠]/.test(textOf(element) ?? '') ? 'mention' : 'link';
}

/** Without a hint any account of a row may be its own. */
function isHinted({ handle }: { handle?: string }, hint: Hinted): boolean {
  return hint.handle === undefined || handle?.toLowerCase() === hint.handle.toLowerCase();
}
