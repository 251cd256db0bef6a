import { browser } from './browser.ts';
import type en from './locales/en.json';

/** Every name that a text has in the locale files. */
export type TextKey = keyof typeof en;

/** A text in the reader's language, `$1` … replaced. Numbers come as `number` writes them: in the reader's own digits. */
export function t(key: TextKey, ...values: string[]): string {
  return browser.i18n.getMessage(key, values);
}

/** Names of texts that come in plural forms: `marks` for `marks_one`, `marks_other`. */
type WithForms<K> = K extends `${infer Name}_other` ? Name : never;
export type PluralKey = WithForms<TextKey>;

/**
 * A text with a number (`$1`), in the plural form that the language has for it: two in English, six in
 * Arabic. A language file may leave out a form that reads as `_other`.
 */
export function plural(key: PluralKey, count: number): string {
  const form = new Intl.PluralRules(language()).select(count);
  return t(`${key}_${form}` as TextKey, number(count)) || t(`${key}_other`, number(count));
}

/**
 * The language that texts are shown in, as the browser names it: `en-GB`, `fa`. Where the browser's own
 * language has no locale file, texts come in English, and their numbers and dates must too.
 */
export function language(): string {
  const wanted = browser.i18n.getUILanguage();
  const shown = t('languageTag');
  return shown === '' || wanted.split('-')[0] === shown ? wanted : shown;
}

/** The direction of the texts, not of the browser around them. */
export function direction(): 'ltr' | 'rtl' {
  return t('textDirection') === 'rtl' ? 'rtl' : 'ltr';
}

/**
 * A name or title of unknown direction, safe to stand inside a text: its letters cannot reorder what is
 * around it. Left as it is where it runs the same way as the text.
 */
export function isolated(text: string): string {
  return direction() === 'rtl' || RTL_LETTER.test(text) ? `\u2068${text}\u2069` : text;
}

const RTL_LETTER = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** A list's own text in the reader's language, in English where the list has no other. */
export function localise(text: { en: string } & Partial<Record<string, string>>): string {
  return text[language().split('-')[0] ?? 'en'] ?? text.en;
}

/** The language and direction of a text that is not in the reader's. */
export type Written = {
  lang: string;
  dir: 'ltr' | 'rtl';
};

/**
 * How `localise` gives a list's own text: lists may have English alone. The direction is the language's and not
 * the first letter's, since a Persian sentence may begin with an English name.
 */
export function written(text: { en: string } & Partial<Record<string, string>>): Written {
  const wanted = language().split('-')[0] ?? 'en';
  return writtenIn(text[wanted] === undefined ? 'en' : wanted);
}

/** @param lang of a document's title, as its list says */
export function writtenIn(lang: string): Written {
  return { lang, dir: RTL_LANGUAGES.has(lang.split('-')[0] ?? '') ? 'rtl' : 'ltr' };
}

const RTL_LANGUAGES: ReadonlySet<string> = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** A number as the reader's language writes it. */
export function number(value: number): string {
  return new Intl.NumberFormat(language()).format(value);
}

/** A number that counts nothing, such as a version, which may be a day: `20261122`, not `20,261,122`. */
export function ordinal(value: number): string {
  return new Intl.NumberFormat(language(), { useGrouping: false }).format(value);
}

/**
 * A day, month or year (`2022-01-12`, `2022-01`, `2022`) as the reader's language writes it. In the calendar
 * of the documents: a year alone (`2022`) is no single year in another one.
 */
export function date(day: string): string {
  const [year, month, dayOfMonth] = day.split('-');
  return new Intl.DateTimeFormat(language(), {
    year: 'numeric',
    ...(month && { month: 'short' as const }),
    ...(dayOfMonth && { day: 'numeric' as const }),
    calendar: 'gregory',
    timeZone: 'UTC',
  }).format(new Date(`${year}-${month ?? '01'}-${dayOfMonth ?? '01'}T00:00:00Z`));
}

/**
 * A text whose last value is a day, month or year. A language that says another word before a day than before a
 * month or year has a form for it, as French: `until_day`, `jusqu’au 28 févr. 2026`, beside `jusqu’en 2026`.
 */
export function dated(key: TextKey, day: string, ...before: string[]): string {
  const values = [...before, date(day)];
  return (day.length > 7 && t(`${key}_day` as TextKey, ...values)) || t(key, ...values);
}

/** A day and time on the reader's own clock. @param at milliseconds since 1970 */
export function moment(at: number): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short', calendar: 'gregory' }).format(
    at,
  );
}

/** A part of a whole, 0 to 1. */
export function percent(part: number): string {
  return new Intl.NumberFormat(language(), { style: 'percent' }).format(part);
}

/** A size in the unit that keeps it short. */
export function bytes(count: number): string {
  const [value, unit] = count < 1_000_000 ? [count / 1_000, 'kilobyte'] : [count / 1_000_000, 'megabyte'];
  return new Intl.NumberFormat(language(), { style: 'unit', unit, maximumFractionDigits: 1 }).format(value);
}

/** Names in a row. */
export function joined(names: readonly string[]): string {
  return new Intl.ListFormat(language(), { type: 'unit', style: 'short' }).format(names);
}

/** A country's name in the reader's language. */
export function country(code: string): string {
  return new Intl.DisplayNames([language()], { type: 'region' }).of(code) ?? code;
}
