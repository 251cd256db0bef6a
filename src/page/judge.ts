import { inContext, type PostText, postText } from '../core/context.ts';
import type { Key } from '../core/key.ts';
import { linkedHostKeys, linkKey } from '../core/link-key.ts';
import type { Context } from '../core/list-schema.ts';
import type { PlatformId } from '../core/names.ts';
import type { Verdict } from '../core/verdict.ts';
import { verdictsOn } from '../core/verdicts-on.ts';
import type { Place } from '../messages.ts';
import type { Sighting } from '../platforms/platform.ts';
import { OWN_PLACES } from './author.ts';
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
  /**
   * Undefined while unknown.
   * @param gates keys of which the filter must hold one; the key itself by default
   */
  verdicts(key: Key, gates?: readonly Key[]): readonly Verdict[] | undefined;
  /** The stable id that the page shows for an account, if it does anywhere. */
  idOf(platform: PlatformId, handle: string): string | undefined;
}

/** Decides what of a unit is marked. Pure but for the judge's own answers. */
export function judge(reading: UnitReading, by: Judge): Judgement {
  const groups = new Map<string, Match & { preferred: boolean }>();
  let pending = false;
  let post: PostText | undefined;
  // Asked of the whole post, so once for each name, however often it stands there.
  const contexts = new Map<Context, boolean>();
  const holds = (context: Context): boolean => {
    post ??= postText(reading.text, reading.tags);
    const known = contexts.get(context) ?? inContext(post, context);
    contexts.set(context, known);
    return known;
  };
  for (const occurrence of reading.occurrences) {
    if (occurrence.range === undefined) continue;
    const answer = answerOn(occurrence.sighting, by);
    if (answer === undefined) pending = true;
    const holding = (answer ?? []).filter(({ context }) => context === undefined || holds(context));
    if (holding.length > 0) group(groups, occurrence, occurrence.range, holding);
  }
  return { matches: [...groups.values()].map(({ preferred: _, ...match }) => match), pending };
}

function answerOn(seen: Occurrence['sighting'], by: Judge): readonly Verdict[] | undefined {
  if (seen.kind !== 'outside') return verdictsOn(seen, (key) => by.verdicts(key), pageId(seen, by));
  const { host, url, toPost } = seen;
  const site = verdictsOn({ kind: 'domain', host }, (key) => by.verdicts(key));
  const account = url === undefined ? [] : by.verdicts(linkKey(url, toPost), linkedHostKeys(host));
  return site && account && [...site, ...account];
}

/** The stable id that the page shows elsewhere for an account of which this address tells the name alone. */
function pageId(sighting: Sighting, by: Judge): string | undefined {
  if (sighting.kind !== 'account' || sighting.id !== undefined || sighting.handle === undefined) return undefined;
  return by.idOf(sighting.platform, sighting.handle);
}

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
  const named = OWN_PLACES.has(occurrence.place);
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
  return (
    node instanceof Text &&
    /^[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]*[@＠]/.test(node.substringData(range.startOffset, 16))
  );
}
