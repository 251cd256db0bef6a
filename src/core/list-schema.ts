import * as v from 'valibot';
import { event } from './event-schema.ts';
import { address, CAP, day, id, localised, locator, many, name, o, rows, term, text } from './list-values.ts';
import {
  BASES,
  CERTAINTIES,
  CLAIM_STATUSES,
  ENTITY_TYPES,
  IDENTIFIER_KINDS,
  IDENTIFIER_PLATFORMS,
  IDENTIFIER_STATUSES,
  SOURCE_KINDS,
} from './names.ts';

/**
 * The shape of a watchlist in source form. `parse-list.ts` is the only way in. Field names follow STIX 2.1
 * (`confidence`, `valid_from`, `valid_until`, `lang`, external references), MISP galaxy and ClaimReview
 * where those have a name for the thing.
 */

/** What another source says, for or against. */
const counter = v.strictObject({
  source: id,
  locator: o(locator),
  says: localised,
});

/** Why an identifier that a document does not spell out is this entity's. */
const evidence = v.strictObject({
  source: o(id),
  title: o(text(CAP.text)),
  url: o(address),
  date: o(day),
  note: o(text(CAP.text)),
});

const source = v.strictObject({
  id,
  title: text(CAP.text),
  publisher: text(CAP.label),
  author: o(text(CAP.label)),
  /** The publisher's own stake in what it reports, in our words. */
  stake: localised,
  date: day,
  lang: v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/, 'must be a language code')),
  url: o(address),
  archive: o(address),
  kind: v.picklist(SOURCE_KINDS),
  derived_from: o(id),
  /** Where the text was read when the original was not: press copies of a platform's statement. */
  via: o(many(text(CAP.text))),
  note: o(localised),
});

const entity = v.strictObject({
  id,
  type: v.picklist(ENTITY_TYPES),
  label: localised,
  /** The entity it belongs to: an outlet to its broadcaster, an official to a state. */
  part_of: o(id),
  /** ISO 3166-1 alpha-2 code of the state that the documents link it to. */
  country: o(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'must be a two-letter country code'))),
  /** First and last day in office or in operation. */
  started: o(day),
  ended: o(day),
  description: o(localised),
  wikidata: o(v.pipe(v.string(), v.regex(/^Q[1-9]\d*$/, 'must be a Wikidata id'))),
});

/** When a name too common to stand alone counts: terms that must be in the same post. */
const context = v.pipe(
  v.strictObject({
    any_of: o(v.pipe(many(term), v.minLength(1))),
    all_of: o(v.pipe(many(term), v.minLength(1))),
    none_of: o(v.pipe(many(term), v.minLength(1))),
  }),
  v.check((c) => c.any_of !== undefined || c.all_of !== undefined, 'must name terms in any_of or all_of'),
);

export const identifier = v.pipe(
  v.strictObject({
    id,
    entity: id,
    platform: v.picklist(IDENTIFIER_PLATFORMS),
    kind: v.picklist(IDENTIFIER_KINDS),
    /** As written, without `#` or `@`. */
    value: name,
    /** Other names on the same platform that lead to the same account. */
    aliases: o(many(name)),
    /** The platform's own number or string for the account; survives a rename. */
    stable_id: o(text(CAP.name)),
    rule: v.picklist(['exact', 'needs-context']),
    context: o(context),
    /** A person's name used as a hashtag: news, mourners and critics use it too. */
    person_name: o(v.boolean()),
    origin: v.picklist(['in-document', 'resolved']),
    evidence: o(v.pipe(many(evidence), v.minLength(1))),
    status: o(v.picklist(IDENTIFIER_STATUSES)),
    status_since: o(day),
    /** When its status was last looked at, and in what. */
    checked: o(day),
    certainty: v.picklist(CERTAINTIES),
    note: o(localised),
  }),
  v.check(
    (i) => (i.rule === 'needs-context') === (i.context !== undefined),
    'a rule of needs-context and a context go together',
  ),
  v.check((i) => i.origin !== 'resolved' || i.evidence !== undefined, 'a resolved identifier must give its evidence'),
  v.check((i) => i.kind === 'hashtag' || i.platform !== 'any', 'only a hashtag can be on any platform'),
  v.check((i) => (i.kind === 'domain') === (i.platform === 'web'), 'a domain is on the platform web, and only it'),
);

const claim = v.strictObject({
  id,
  /** Entities and identifiers that the claim is about. */
  about: v.pipe(many(id), v.minLength(1)),
  /** What the source asserts, in our own words, the source as its subject. */
  assertion: localised,
  source: id,
  locator,
  basis: v.picklist(BASES),
  confidence: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)),
  status: v.picklist(CLAIM_STATUSES),
  date: day,
  valid_from: o(day),
  valid_until: o(day),
  /** What contradicts, weakens or confirms it. */
  counter: o(many(counter)),
  support: o(many(counter)),
  /** What the reader should weigh, in our words. */
  caution: o(localised),
});

const exception = v.strictObject({
  platform: v.picklist(IDENTIFIER_PLATFORMS),
  kind: v.picklist(IDENTIFIER_KINDS),
  value: name,
  reason: localised,
});

const listHead = v.strictObject({
  id,
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  title: localised,
  description: localised,
  publisher: text(CAP.label),
  licence: text(CAP.label),
  homepage: o(address),
  /** Where a correction is asked for. */
  contact: o(address),
  updated: day,
  /** Whether readers get it switched on. */
  default: v.picklist(['on', 'off']),
});

export const listSchema = v.strictObject({
  format: v.literal('statemark-watchlist'),
  spec: v.literal(1),
  list: listHead,
  sources: v.pipe(rows(source), v.minLength(1, 'a list without a source says nothing')),
  entities: rows(entity),
  identifiers: rows(identifier),
  claims: rows(claim),
  events: rows(event),
  exceptions: rows(exception),
});

export type Localised = v.InferOutput<typeof localised>;
export type Locator = v.InferOutput<typeof locator>;
export type Source = v.InferOutput<typeof source>;
export type Entity = v.InferOutput<typeof entity>;
export type Context = v.InferOutput<typeof context>;
export type Evidence = v.InferOutput<typeof evidence>;
export type Identifier = v.InferOutput<typeof identifier>;
export type Claim = v.InferOutput<typeof claim>;
export type ListEvent = v.InferOutput<typeof event>;
export type Exception = v.InferOutput<typeof exception>;
export type Watchlist = v.InferOutput<typeof listSchema>;
