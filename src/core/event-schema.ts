import * as v from 'valibot';
import { day, id, localised, locator, many, o, words } from './list-values.ts';
import { EVENT_KINDS, IDENTIFIER_PLATFORMS } from './names.ts';

/** A takedown or campaign, as different sources tell of it. A part of `list-schema.ts`. */

const count = v.strictObject({
  /** What was counted, as it stands behind the number: `accounts`, `channels` …, with the service where it matters. */
  unit: words,
  value: v.pipe(v.number(), v.integer(), v.minValue(0)),
  qualifier: o(v.picklist(['exactly', 'more-than', 'about', 'at-least'])),
});

/** One account of an event: who gives it, where, and in which numbers. */
const telling = v.strictObject({
  source: id,
  locator,
  counts: o(many(count)),
  says: localised,
});

export const event = v.strictObject({
  id,
  kind: v.picklist(EVENT_KINDS),
  title: localised,
  date: day,
  platform: o(many(v.picklist(IDENTIFIER_PLATFORMS))),
  /** Who acted. */
  by: words,
  /** Who tipped the actor off, where known. */
  tip: o(words),
  /** To whom, in the actor's or researcher's own strength of words. */
  attributed: localised,
  entities: o(many(id)),
  /** What the best evidence says. */
  found: v.pipe(many(telling), v.minLength(1)),
  /** What the document of this list says. */
  in_document: v.pipe(many(telling), v.minLength(1)),
  verdict: v.picklist(['agrees', 'differs', 'overstated', 'unverified']),
  note: o(localised),
});
