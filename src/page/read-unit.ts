import { tokenise } from '../core/token.ts';
import type { AnyPlatform, Sighting } from '../platforms/platform.ts';
import { applyHint, authorBlocksOf, hintedIn, within } from './author.ts';
import { matchesOf } from './dom.ts';
import { type FlatText, rangeOf } from './flat-text.ts';
import type { LinkReader } from './read-link.ts';
import { occurrencesIn } from './read-links.ts';
import { readText } from './read-text.ts';
import type { MayMatch, Occurrence, UnitParts, UnitReading } from './unit-parts.ts';
import type { Unit } from './units.ts';
import { isDated, walkUnit } from './walk-unit.ts';

export type { MayMatch, Occurrence, UnitReading } from './unit-parts.ts';

/** Reads one unit in full: addresses first, then the text that no address explains. */
export function readUnit(
  unit: Unit,
  platform: AnyPlatform,
  reader: LinkReader,
  mayMatch: MayMatch = () => true,
): UnitReading {
  const { flat, links } = walkUnit(unit, reader);
  const authors = unit.kind === 'trend' ? [] : authorBlocksOf(unit, platform);
  const tokens = tokenise(flat.text, platform.text);
  const parts: UnitParts = { unit, platform, authors, hint: hintedIn(unit, platform), flat, links, tokens };
  const owner = ownerOf(parts, reader);
  const dated = links.find(isDated);
  return {
    ...readNames(parts, owner, mayMatch),
    text: textBeside(authors, flat),
    ...(dated && { permalink: dated.href }),
  };
}

function readNames(
  parts: UnitParts,
  owner: Sighting | undefined,
  mayMatch: MayMatch,
): Pick<UnitReading, 'occurrences' | 'tags' | 'hasAccount'> {
  const { hint } = parts;
  const found = [...occurrencesIn(parts), ...readText(parts, mayMatch), ...readHeading(parts, owner)];
  const occurrences = applyHint(found, hint);
  return {
    occurrences,
    tags: occurrences.flatMap(({ sighting }) => (sighting.kind === 'hashtag' ? [sighting.tag] : [])),
    hasAccount: hint.handle !== undefined || occurrences.some(({ sighting }) => sighting.kind === 'account'),
  };
}

/** The heading of a profile page bears a name that anybody may choose; the page's address says whose it is. */
function ownerOf({ unit, platform }: UnitParts, reader: LinkReader): Sighting | undefined {
  const { heading } = platform.page;
  if (heading === undefined || !matchesOf(unit.root, heading)) return undefined;
  const sighting = platform.readAddress(reader.address);
  return sighting?.kind === 'account' && sighting.via === 'profile' ? sighting : undefined;
}

function readHeading({ flat }: UnitParts, owner: Sighting | undefined): Occurrence[] {
  if (owner === undefined) return [];
  const words = /\S(?:[\s\S]*\S)?/.exec(flat.text);
  const last = flat.pieces.findLast(({ node }) => node.data.trim() !== '');
  if (!words || !last) return [];
  const range = rangeOf(flat, words.index, words.index + words[0].length);
  return range ? [{ sighting: owner, place: 'profile', range, after: last.node }] : [];
}

/** What a unit says, without the name that somebody gave himself: it is no part of the post. */
function textBeside(authors: readonly Element[], { text, pieces }: FlatText): string {
  if (authors.length === 0) return text;
  return pieces
    .map(({ node, start }, i) => (within(authors, node) ? '\n' : text.slice(start, pieces[i + 1]?.start)))
    .join('');
}
