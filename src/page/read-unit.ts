import { type Token, tokenise } from '../core/token.ts';
import type { Place } from '../messages.ts';
import type { AnyPlatform, Sighting } from '../platforms/platform.ts';
import { applyHint, authorBlocksOf, type Hinted, hintedIn } from './author.ts';
import { CHIP_TAG } from './chip-tag.ts';
import { attributeOf, elementOf, findAll, holds, matchesOf, nameOf, textOf } from './dom.ts';
import { type FlatText, FlatTextBuilder, pieceAt, piecesIn, rangeOf } from './flat-text.ts';
import { type OutsideLink, readLink } from './read-link.ts';
import type { Unit } from './units.ts';
import { wholeElement } from './whole-element.ts';

/** One identifier as it stands in a unit. */
export interface Occurrence {
  sighting: Sighting | OutsideLink;
  place: Place;
  /** What is underlined; absent for a picture or a bare link. */
  range?: StaticRange;
  /** The node that a chip stands behind. */
  after: Element | Text;
}

/** What a unit says, read once. */
export interface UnitReading {
  occurrences: Occurrence[];
  text: string;
  tags: string[];
  hasAccount: boolean;
  /** Path of the post itself, where the unit is one. */
  permalink?: string;
}

interface Link {
  element: Element;
  href: string;
  sighting: Sighting | OutsideLink;
  start: number;
  end: number;
}

interface Reader {
  unit: Unit;
  platform: AnyPlatform;
  authors: readonly Element[];
  hint: Hinted;
  flat: FlatText;
  links: Link[];
}

/**
 * Reads one unit: addresses first, then the text that no address explains.
 * @param page address of the page
 * @param base what relative links belong to
 */
export function readUnit(unit: Unit, platform: AnyPlatform, page: string, base: string = page): UnitReading {
  const { flat, links } = walk(unit, platform, new URL(page), base);
  const authors = unit.kind === 'trend' ? [] : authorBlocksOf(unit, platform);
  const hint = hintedIn(unit, platform);
  const reader: Reader = { unit, platform, authors, hint, flat, links };
  const found = [...links.flatMap((link) => ofLink(link, reader)), ...readText(reader), ...readHeading(reader, page)];
  const occurrences = applyHint(found, hint);
  return {
    occurrences,
    text: textBeside(authors, flat),
    tags: occurrences.flatMap(({ sighting }) => (sighting.kind === 'hashtag' ? [sighting.tag] : [])),
    hasAccount: hint.handle !== undefined || occurrences.some(({ sighting }) => sighting.kind === 'account'),
    ...permalinkOf(links),
  };
}

/** The heading of a profile page bears a name that anybody may choose; the page's address says whose it is. */
function readHeading({ unit, platform, flat }: Reader, page: string): Occurrence[] {
  const { heading } = platform.page;
  if (heading === undefined || !matchesOf(unit.root, heading)) return [];
  const sighting = platform.readAddress(new URL(page));
  const words = /\S(?:[\s\S]*\S)?/.exec(flat.text);
  const last = flat.pieces.findLast(({ node }) => node.data.trim() !== '');
  if (sighting?.kind !== 'account' || sighting.via !== 'profile' || !words || !last) return [];
  const range = rangeOf(flat, words.index, words.index + words[0].length);
  return range ? [{ sighting, place: 'profile', range, after: last.node }] : [];
}

/** What a unit says, without the name that somebody gave himself: it is no part of the post. */
function textBeside(authors: readonly Element[], { text, pieces }: FlatText): string {
  if (authors.length === 0) return text;
  return pieces
    .map(({ node, start }, i) => (within(authors, node) ? '\n' : text.slice(start, pieces[i + 1]?.start)))
    .join('');
}

function permalinkOf(links: readonly Link[]): { permalink?: string } {
  const dated = links.find((link) => isPost(link) && findAll(link.element, 'time').length > 0);
  return dated ? { permalink: dated.href } : {};
}

function isPost({ sighting }: Link): boolean {
  return sighting.kind === 'account' && sighting.via === 'post';
}

function walk(unit: Unit, platform: AnyPlatform, page: URL, base: string): { flat: FlatText; links: Link[] } {
  const builder = new FlatTextBuilder();
  const links: Link[] = [];
  let open: Link | undefined;
  // Without a filter function: calling one for each node takes longer than all else that is done with it.
  const walker = document.createTreeWalker(unit.root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    while (node !== null && unit.closed.has(node as Element)) {
      // What stands on its two sides is not one word. Our own chip stands behind names and parts nothing.
      if (nameOf(node) !== CHIP_TAG.toUpperCase()) builder.addGap();
      node = nextBeside(walker);
    }
    if (node === null) break;
    if (node instanceof Text) {
      const at = builder.add(node);
      if (open && holds(open.element, node)) {
        if (open.end < 0) open.start = at.start;
        open.end = at.end;
      }
      continue;
    }
    const name = nameOf(node);
    if (name === 'BR' || name === 'IMG') builder.addGap();
    const sighting = name === 'A' ? readLink(node as Element, platform, page, base) : undefined;
    if (sighting) {
      const href = attributeOf(node as Element, 'href') ?? '';
      open = { element: node as Element, href, sighting, start: builder.length, end: -1 };
      links.push(open);
    }
  }
  return { flat: builder.done(), links };
}

/** The next node that does not stand in the present one. */
function nextBeside(walker: TreeWalker): Node | null {
  do {
    const next = walker.nextSibling();
    if (next !== null) return next;
  } while (walker.parentNode() !== null);
  return null;
}

/**
 * Links to a post lead to its author, but name nobody: only a byline does, and without an author's block the
 * dated one.
 */
function ofLink(link: Link, reader: Reader): Occurrence[] {
  const { flat, authors, platform } = reader;
  const { byline } = platform.page;
  const dated = isPost(link) && authors.length === 0 && findAll(link.element, 'time').length > 0;
  const named = isPost(link) && byline !== undefined && matchesOf(link.element, byline);
  if (isPost(link) && !dated && !named) return [];
  const part = namePart(link, reader);
  let { start, end } = part ?? link;
  while (start < end && /\s/.test(flat.text[start] ?? '')) start++;
  while (end > start && /\s/.test(flat.text[end - 1] ?? '')) end--;
  const range = end > start ? rangeOf(flat, start, end) : undefined;
  const place = link.sighting.kind === 'hashtag' ? 'hashtag' : dated ? 'author' : placeOf(link, reader);
  return [{ sighting: link.sighting, place, after: part?.element ?? link.element, ...(range && { range }) }];
}

/** Of a link around more than a name, the part that is the name. */
function namePart(link: Link, { flat, platform }: Reader): Pick<Link, 'element' | 'start' | 'end'> | undefined {
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

function placeOf({ element, sighting }: Link, { unit, authors, hint }: Reader): Place {
  if (sighting.kind === 'account' && within(authors, element)) return authorPlace(unit);
  if (unit.kind === 'user-row' && sighting.kind === 'account' && isHinted(sighting, hint)) return 'user-row';
  return /^\s*[@＠]/.test(textOf(element) ?? '') ? 'mention' : 'link';
}

/** Without a hint any account of a row may be its own. */
function isHinted({ handle }: { handle?: string }, hint: Hinted): boolean {
  return hint.handle === undefined || handle?.toLowerCase() === hint.handle.toLowerCase();
}

function within(authors: readonly Element[], node: Node): boolean {
  return authors.some((author) => holds(author, node));
}

function authorPlace(unit: Unit): Place {
  return unit.kind === 'profile' || unit.kind === 'user-row' ? unit.kind : 'author';
}

/** Hashtags and mentions that are no links. In an author's block, only the handle itself. */
function readText(reader: Reader): Occurrence[] {
  const found: Occurrence[] = [];
  let handle: Occurrence | undefined;
  const texts = new Map<Element, string>();
  // Links and tokens both come in the order of the text, and no two links share a word.
  const links = reader.links.filter(({ end }) => end >= 0);
  let next = 0;
  for (const token of tokenise(reader.flat.text, reader.platform.text)) {
    while ((links[next]?.end ?? Infinity) <= token.start) next++;
    if (saysToken(links, next, token)) continue;
    const occurrence = ofToken(token, reader, texts);
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

function ofToken(
  token: Token,
  { flat, unit, platform, authors }: Reader,
  texts: Map<Element, string>,
): Occurrence | undefined {
  if (platform.id === 'web') return undefined;
  const piece = pieceAt(flat, token.start);
  const last = pieceAt(flat, token.end - 1);
  const range = rangeOf(flat, token.start, token.end);
  if (!piece || !last || !range) return undefined;
  const whole = wholeElement(piece.node, flat.text.slice(token.start, token.end), unit.root, texts);
  const inAuthor = within(authors, piece.node);
  // A display name may hold anybody's @name or any #tag: it is not the account, and a tag there would
  // read as a mark on the person.
  if (inAuthor && (token.kind === 'hashtag' || whole === undefined)) return undefined;
  const sighting: Sighting =
    token.kind === 'hashtag'
      ? { kind: 'hashtag', platform: platform.id, tag: token.value }
      : { kind: 'account', platform: platform.id, handle: token.value, via: 'profile' };
  return { sighting, place: inAuthor ? authorPlace(unit) : token.kind, range, after: whole ?? last.node };
}
