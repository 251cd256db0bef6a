import * as v from 'valibot';
import { COUNTRY, GRADES, MARK_KINDS } from './filters.ts';
import { MAX_KEY_LENGTH } from './messages.ts';

/** The strict form of settings: of a change that a page of the extension asks for, and of a file. */

export const key = v.pipe(v.string(), v.maxLength(MAX_KEY_LENGTH));
/** The id of a list, and of most rows in one. */
export const rowId = v.pipe(v.string(), v.maxLength(64));
/** A name with a dot: neither an address by numbers nor a pattern. */
export const host = v.pipe(
  v.string(),
  v.maxLength(253),
  v.regex(/^(?:[a-z0-9_-]+\.)+[a-z][a-z0-9-]*[a-z0-9]$/, 'not the name of a host'),
);
const site = v.pipe(v.string(), v.maxLength(253), v.regex(/^[a-z0-9._-]+$/, 'not a site'));
const since = v.pipe(v.string(), v.isoDate('not a day'));
const MOST_MUTES = 10_000;

const filters = v.strictObject({
  countries: v.pipe(v.array(v.pipe(v.string(), v.regex(COUNTRY, 'not a code of a country'))), v.maxLength(300)),
  kinds: v.pipe(v.array(v.picklist(MARK_KINDS)), v.maxLength(10)),
  grades: v.pipe(v.array(v.picklist(GRADES)), v.maxLength(10)),
});

/** Everything that pages of the extension may set as it is; lists and sites have messages of their own. */
export const SETTINGS = {
  enabled: v.boolean(),
  sitesOff: v.pipe(v.array(site), v.maxLength(1_000)),
  markStyle: v.picklist(['chip', 'underline', 'clean']),
  personNames: v.picklist(['quiet', 'shown']),
  // A look-alike is muted by the key of its account, which is longer than an id.
  muted: v.pipe(v.array(v.strictObject({ list: rowId, identifier: key, since })), v.maxLength(MOST_MUTES)),
  mutedEntities: v.pipe(v.array(v.strictObject({ list: rowId, entity: rowId, since })), v.maxLength(MOST_MUTES)),
  filters,
  lookAlikes: v.boolean(),
  guarded: v.pipe(v.array(key), v.maxLength(100)),
  statistics: v.boolean(),
};

export const LIST_CHOICES = v.pipe(v.array(v.strictObject({ id: rowId, on: v.boolean() })), v.maxLength(256));
export const SITES_ON = v.pipe(v.array(host), v.maxLength(1_000));
