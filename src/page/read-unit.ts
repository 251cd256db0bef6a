import { isPost, ofToken } from '../core/sighting.ts';
import { tokenise } from '../core/token.ts';
import type { AnyPlatform, Sighting } from '../platforms/platform.ts';
import { applyHint, authorBlocksOf, hintedIn, within } from './author.ts';
import { matchesOf } from './dom.ts';
import { type FlatText, rangeOf } from './flat-text.ts';
import type { LinkReader, OutsideLink } from './read-link.ts';
import { occurrencesIn } from './read-links.ts';
import { readText } from './read-text.ts';
import type { MayMatch, Occurrence, UnitParts } from './unit-parts.ts';
import type { Unit } from './units.ts';
import { isDated, walkUnit } from './walk-unit.ts';

export type { MayMatch, Occurrence } from './unit-parts.ts';

/** What a unit says, read once. */
export interface UnitReading {
  /** Empty where nothing in the unit may be listed. */
  occurrences: Occurrence[];
  /** What stands in it besides its author's name. */
  text: string;
  tags: string[];
  hasAccount: boolean;
  /** Path of the post itself, where the unit is one. */
  permalink?: string;
}

/**
 * Reads one unit: addresses first, then the text that no address explains. Nearly every unit names nobody who is
 * listed: where that is sure, it is not found out where in the page each name stands.
 */
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
  const named = nobodyIn(parts, owner, mayMatch) ?? readNames(parts, owner, mayMatch);
  return { ...named, text: textBeside(authors, flat), ...(dated && { permalink: dated.href }) };
}

type Named = Pick<UnitReading, 'occurrences' | 'tags' | 'hasAccount'>;

/** @returns undefined where a name may be listed or tells an id, or reading alone tells whether it counts */
function nobodyIn(parts: UnitParts, owner: Sighting | undefined, mayMatch: MayMatch): Named | undefined {
  const { hint, links, tokens, platform } = parts;
  const { id } = platform;
  if (hint.id !== undefined || owner !== undefined || links.some(({ sighting }) => tellsId(sighting))) return undefined;
  const hasAccount = hint.handle !== undefined || links.some(({ sighting }) => isProfile(sighting));
  const mayHaveOne = links.some(({ sighting }) => isPost(sighting)) || tokens.some(({ kind }) => kind === 'mention');
  if (!hasAccount && mayHaveOne) return undefined;
  if (links.some(({ sighting }) => mayMatch(sighting))) return undefined;
  if (id !== 'web') {
    if (hint.handle !== undefined && mayMatch(ofToken('mention', hint.handle, id))) return undefined;
    if (tokens.some(({ kind, value }) => mayMatch(ofToken(kind, value, id)))) return undefined;
  }
  return { occurrences: [], tags: [], hasAccount };
}

function tellsId(seen: Sighting | OutsideLink): boolean {
  return seen.kind === 'account' && seen.id !== undefined;
}

function isProfile(seen: Sighting | OutsideLink): boolean {
  return seen.kind === 'account' && seen.via === 'profile';
}

function readNames(parts: UnitParts, owner: Sighting | undefined, mayMatch: MayMatch): Named {
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
