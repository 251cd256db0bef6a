import type { Grade, MarkKind, VerdictKind } from './core/verdict.ts';

/** What the reader does not wish to see marked. It is counted wherever it is left out, so that nothing goes silently. */
export interface Filters {
  /** ISO 3166-1 alpha-2 codes that are hidden; `''` stands for entries of no country. */
  countries: string[];
  /** Kinds of marks that are hidden. */
  kinds: MarkKind[];
  /** Grades that are hidden. */
  grades: Grade[];
}

export const MARK_KINDS: readonly MarkKind[] = ['state', 'outlet', 'operation', 'hashtag', 'site'];
export const GRADES: readonly Grade[] = ['confirmed', 'alleged', 'disputed'];
export const COUNTRY = /^(?:[A-Z]{2})?$/;

export const NO_FILTERS: Filters = { countries: [], kinds: [], grades: [] };

/** What filters look at: of a verdict, or of evidence. */
export interface Filterable {
  kind: VerdictKind;
  grade: Grade;
  country?: string;
}

/** Look-alikes have a switch of their own, and are listed nowhere. */
export function isFiltered({ countries, kinds, grades }: Filters, { kind, grade, country = '' }: Filterable): boolean {
  if (kind === 'look-alike') return false;
  return kinds.includes(kind) || grades.includes(grade) || countries.includes(country);
}

export function hasFilters({ countries, kinds, grades }: Filters): boolean {
  return countries.length + kinds.length + grades.length > 0;
}

/** A member that is missing or of the wrong form is empty; a row that is no such thing is left out. */
export function filtersFromStored(stored: unknown): Filters {
  const { countries, kinds, grades } = (stored ?? {}) as Partial<Record<keyof Filters, unknown>>;
  return {
    countries: rows(countries).filter((one) => COUNTRY.test(one)),
    kinds: rows(kinds).filter((one) => MARK_KINDS.includes(one as MarkKind)) as MarkKind[],
    grades: rows(grades).filter((one) => GRADES.includes(one as Grade)) as Grade[],
  };
}

function rows(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
