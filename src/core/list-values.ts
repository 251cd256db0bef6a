import * as v from 'valibot';
import { fold, hasWord } from './fold.ts';

/** What single members of a watchlist may be. `list-schema.ts` says which rows hold them. */

/** Caps on what a list may hold, so that a hostile one cannot exhaust a reader's machine. */
export const CAP = { text: 600, label: 120, url: 512, name: 128, many: 64, rows: 50_000 } as const;

/**
 * Characters that can make text on screen read as something else: C0/C1 controls, bidirectional
 * overrides, embeddings and isolates, directional and Arabic letter marks, word joiners, the byte order
 * mark, tag characters, lone surrogates. ZWNJ and ZWJ stay: Persian and emoji are spelled with them.
 */
const UNSAFE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Surrogate}/u;

export const id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'must be lower-case letters, digits and dashes'),
);
export const text = (max: number) =>
  v.pipe(
    v.string(),
    v.nonEmpty('must not be empty'),
    v.maxLength(max, `must be at most ${max} characters`),
    v.check((s) => !UNSAFE.test(s), 'holds control or bidirectional formatting characters'),
    v.check((s) => s === s.normalize('NFC'), 'must be in Unicode form NFC'),
    v.check((s) => s === s.trim(), 'must not begin or end with white space'),
  );
/** What an empty fold would match is anything and nothing. */
export const term = v.pipe(text(CAP.name), v.check(hasWord, 'must hold a letter or digit'));
/** Of an identifier, as written. */
export const name = v.pipe(
  term,
  v.check((s) => !/^[#＃@＠]/.test(s), 'must be written without # or @'),
  // One character may fold to eighteen (U+FDFA).
  v.check((s) => fold(s).length <= CAP.name, `must be at most ${CAP.name} characters when folded`),
);
export const address = v.pipe(
  v.string(),
  v.maxLength(CAP.url, `must be at most ${CAP.url} characters`),
  v.check((s) => !UNSAFE.test(s), 'holds control or bidirectional formatting characters'),
  v.check(isPlainHttps, 'must be an https address without user name or password'),
);
/** A day, or a month or year where a document gives no more. */
export const day = v.pipe(v.string(), v.check(isDate, 'must be a date: YYYY-MM-DD, YYYY-MM or YYYY'));
export const many = <T extends v.GenericSchema>(item: T) => v.pipe(v.array(item), v.maxLength(CAP.many));
export const rows = <T extends v.GenericSchema>(item: T) => v.pipe(v.array(item), v.maxLength(CAP.rows));
/** A member that may be absent, but not undefined. */
export const o = v.exactOptional;

/** Text in several languages. English is required: every other language falls back to it. */
const inLanguages = (max: number) =>
  v.strictObject({
    en: text(max),
    fa: o(text(max)),
    ar: o(text(max)),
    fr: o(text(max)),
    ru: o(text(max)),
    es: o(text(max)),
    de: o(text(max)),
  });
export const localised = inLanguages(CAP.text);
/** A few words: in English alone, or in several languages. */
export const words = v.union([text(CAP.label), inLanguages(CAP.label)]);

/** Where in a document something stands. At least one member is given. */
export const locator = v.pipe(
  v.strictObject({
    section: o(text(CAP.label)),
    paragraph: o(text(CAP.name)),
    line: o(v.pipe(v.number(), v.integer(), v.minValue(1))),
    page: o(text(CAP.name)),
    row: o(text(CAP.name)),
    date: o(day),
  }),
  v.check((l) => Object.keys(l).length > 0, 'must say where in the document'),
);

function isPlainHttps(raw: string): boolean {
  const url = URL.parse(raw);
  return url !== null && url.protocol === 'https:' && url.username === '' && url.password === '';
}

function isDate(raw: string): boolean {
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(raw)) return false;
  const full = raw + '-01-01'.slice(raw.length - 4);
  const time = Date.parse(`${full}T00:00:00Z`);
  // Date.parse rolls 31 February over in some engines: the text must come back as it went in.
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(raw);
}
