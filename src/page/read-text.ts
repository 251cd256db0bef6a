import { ofToken } from '../core/sighting.ts';
import type { Token } from '../core/token.ts';
import { authorPlace, within } from './author.ts';
import { pieceAt, rangeOf } from './flat-text.ts';
import type { MayMatch, Occurrence, UnitParts } from './unit-parts.ts';
import type { Link } from './walk-unit.ts';
import { wholeElement } from './whole-element.ts';

/** Hashtags and mentions that are no links. In an author's block, only the handle itself. */
export function readText(parts: UnitParts, mayMatch: MayMatch): Occurrence[] {
  const found: Occurrence[] = [];
  let handle: Occurrence | undefined;
  const texts = new Map<Element, string>();
  // Links and tokens both come in the order of the text, and no two links share a word.
  const links = parts.links.filter(({ end }) => end >= 0);
  let next = 0;
  for (const token of parts.tokens) {
    while ((links[next]?.end ?? Infinity) <= token.start) next++;
    if (saysToken(links, next, token)) continue;
    const occurrence = occurrenceOf(token, parts, mayMatch, texts);
    if (occurrence === undefined) continue;
    // The handle follows the display name, which may itself read "@somebody": the last one counts.
    if (occurrence.place === 'mention' || occurrence.place === 'hashtag') found.push(occurrence);
    else handle = occurrence;
  }
  return handle ? [handle, ...found] : found;
}

function saysToken(links: readonly Link[], first: number, token: Token): boolean {
  for (let at = first; (links[at]?.start ?? Infinity) < token.end; at++)
    if (isSaidBy(links[at] as Link, token)) return true;
  return false;
}

/** A link speaks for its words. To another site, not for a hashtag among them: servers link those to their own. */
function isSaidBy({ sighting }: Link, token: Token): boolean {
  return !(sighting.kind === 'outside' && token.kind === 'hashtag');
}

function occurrenceOf(
  token: Token,
  { flat, unit, platform, authors }: UnitParts,
  mayMatch: MayMatch,
  texts: Map<Element, string>,
): Occurrence | undefined {
  if (platform.id === 'web') return undefined;
  const sighting = ofToken(token.kind, token.value, platform.id);
  const piece = pieceAt(flat, token.start);
  const last = pieceAt(flat, token.end - 1);
  if (!piece || !last) return undefined;
  // Other hashtags of a post count for its context alone, and one may hold very many.
  if (token.kind === 'hashtag' && !mayMatch(sighting)) {
    return within(authors, piece.node) ? undefined : { sighting, place: 'hashtag', after: piece.node };
  }
  const range = rangeOf(flat, token.start, token.end);
  if (!range) return undefined;
  const whole = wholeElement(piece.node, flat.text.slice(token.start, token.end), unit.root, texts);
  const inAuthor = within(authors, piece.node);
  // A display name may hold anybody's @name or any #tag: it is not the account, and a tag there would
  // read as a mark on the person.
  if (inAuthor && (token.kind === 'hashtag' || whole === undefined)) return undefined;
  return { sighting, place: inAuthor ? authorPlace(unit) : token.kind, range, after: whole ?? last.node };
}
