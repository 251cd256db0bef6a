import { inContext, type PostText, postText } from '../core/context.ts';
import { accountKey, hashtagKeys, type Key, stableIdKey } from '../core/key.ts';
import type { Verdict } from '../core/verdict.ts';
import type { Place } from '../messages.ts';
import type { Sighting } from '../platforms/platform.ts';
import type { Occurrence, UnitReading } from './read-unit.ts';

/** One identifier to be shown in one unit. */
export interface Match {
  verdicts: Verdict[];
  place: Place;
  /** What is underlined, in the order of the page. */
  ranges: StaticRange[];
  /** The node that the chip stands behind. */
  after: Element | Text;
}

export interface Judgement {
  matches: Match[];
  /** Some answers are still on their way: judge again when they arrive. */
  pending: boolean;
}

export interface Judge {
  /** Undefined while unknown. */
  verdicts(key: Key): readonly Verdict[] | undefined;
  /** The stable id that the page shows for an account, if it does anywhere. */
  idOf(platform: Sighting['platform'], handle: string): string | undefined;
  isMuted(verdict: Verdict): boolean;
}

/** Decides what of a unit is marked. Pure but for the judge's own answers. */
export function judge(reading: UnitReading, by: Judge): Judgement {
  const groups = new Map<string, Match & { preferred: boolean }>();
  let pending = false;
  let post: PostText | undefined;
  for (const occurrence of reading.occurrences) {
    if (occurrence.range === undefined) continue;
    const answer = verdictsOn(occurrence.sighting, by);
    if (answer === undefined) pending = true;
    const holding = (answer ?? []).filter((verdict) => {
      if (by.isMuted(verdict)) return false;
      if (verdict.context === undefined) return true;
      post ??= postText(reading.text, reading.tags);
      return inContext(post, verdict.context);
    });
    if (holding.length > 0) group(groups, occurrence, occurrence.range, holding);
  }
  return { matches: [...groups.values()].map(({ preferred: _, ...match }) => match), pending };
}

function verdictsOn(sighting: Sighting, by: Judge): readonly Verdict[] | undefined {
  const found = new Map<string, Verdict>();
  let known = true;
  for (const key of keysOf(sighting, by)) {
    const verdicts = by.verdicts(key);
    if (verdicts === undefined) known = false;
    for (const verdict of verdicts ?? []) {
      if (!contradicts(sighting, verdict, by)) found.set(`${verdict.list}/${verdict.identifier}`, verdict);
    }
  }
  return known || found.size > 0 ? [...found.values()] : undefined;
}

function keysOf(sighting: Sighting, by: Judge): Key[] {
  if (sighting.kind === 'hashtag') return hashtagKeys(sighting.platform, sighting.tag);
  const keys: Key[] = [];
  const id = pageId(sighting, by);
  if (sighting.handle !== undefined) keys.push(accountKey(sighting.platform, sighting.handle));
  if (id !== undefined) keys.push(stableIdKey(sighting.platform, id));
  return keys;
}

/** A known name under another id is another account that took the name over. */
function contradicts(sighting: Sighting, verdict: Verdict, by: Judge): boolean {
  if (sighting.kind === 'hashtag' || verdict.stableId === undefined) return false;
  const id = pageId(sighting, by);
  return id !== undefined && id !== verdict.stableId;
}

function pageId(sighting: Extract<Sighting, { kind: 'account' }>, by: Judge): string | undefined {
  return sighting.id ?? (sighting.handle === undefined ? undefined : by.idOf(sighting.platform, sighting.handle));
}

const NAMED: ReadonlySet<Place> = new Set(['author', 'profile', 'user-row']);

/**
 * An author's block names the account twice or thrice: it gets one mark, at the handle. In running text
 * every occurrence is underlined and the first carries the chip.
 */
function group(
  groups: Map<string, Match & { preferred: boolean }>,
  occurrence: Occurrence,
  range: StaticRange,
  verdicts: Verdict[],
): void {
  const named = NAMED.has(occurrence.place);
  const key = `${named ? occurrence.place : 'text'} ${verdicts.map((v) => `${v.list}/${v.identifier}`).join(' ')}`;
  const preferred = startsWithAt(range);
  const match = groups.get(key);
  if (match === undefined) {
    groups.set(key, { verdicts, place: occurrence.place, ranges: [range], after: occurrence.after, preferred });
  } else if (!named) {
    match.ranges.push(range);
  } else if (preferred && !match.preferred) {
    Object.assign(match, { ranges: [range], after: occurrence.after, preferred });
  }
}

function startsWithAt(range: StaticRange): boolean {
  const node = range.startContainer;
  return node instanceof Text && /^[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]*[@＠]/.test(node.data.slice(range.startOffset));
}
