import type { Evidence } from './core/evidence.ts';
import type { Identifier } from './core/list-schema.ts';
import { link, own, type Said } from './sentences.ts';
import { date, dated, isolated, localise, type TextKey, t, writtenIn } from './text.ts';
import { capital, dotted, firstListed, listed } from './wording.ts';

export type Note = Pick<Said, 'text' | 'written'>;

/**
 * What holds for the identifier itself, whoever says what of it.
 * @param most how many of the terms that a name needs beside it are named
 */
export function identifierNotes({ identifier, until, objections = [] }: Evidence, most = 8): Note[] {
  const { any_of, all_of } = identifier.context ?? {};
  const ours = [
    ...(identifier.kind === 'hashtag' ? [t('hashtagNote')] : []),
    ...(identifier.person_name ? [t('personNameNote')] : []),
    ...(any_of ? [t('contextNote', firstListed(any_of, most))] : []),
    ...(all_of ? [t('contextNoteAll', firstListed(all_of, most))] : []),
    ...(until === undefined ? [] : [dated('pastNote', until)]),
    ...objections.map(({ list, reason }) => t('objection', isolated(localise(list)), isolated(localise(reason)))),
  ];
  return [...ours.map((text) => ({ text })), ...(identifier.note === undefined ? [] : [own(identifier.note)])];
}

const STATE: Record<NonNullable<Identifier['status']>, TextKey> = {
  active: 'identifierActive',
  inactive: 'identifierInactive',
  suspended: 'identifierSuspended',
  removed: 'identifierRemoved',
  renamed: 'identifierRenamed',
  unknown: 'identifierUnknown',
};
const CERTAINTY: Record<Identifier['certainty'], TextKey> = {
  high: 'certaintyHigh',
  medium: 'certaintyMedium',
  low: 'certaintyLow',
  disputed: 'certaintyDisputed',
};

export function certaintyName(certainty: Identifier['certainty']): string {
  return t(CERTAINTY[certainty]);
}

/** `suspended since 12 Jan 2021 · last checked 22 Nov 2026`; a tag or site need not have been looked up. */
export function identifierState(identifier: Identifier): string {
  const { status, status_since: since, checked, kind } = identifier;
  const state = status === undefined ? undefined : t(STATE[status]);
  return dotted([
    state && since ? dated('since', since, state) : state,
    checked === undefined
      ? kind === 'hashtag' || kind === 'domain'
        ? undefined
        : t('neverChecked')
      : t('lastChecked', date(checked)),
  ]);
}

/** How an account that no document spells out was found, and how sure that is; undefined where a document does. */
export function resolution({
  identifier,
  entity,
  resolvedBy,
}: Evidence): { intro: string; rows: Said[]; sure: string } | undefined {
  if (identifier.origin !== 'resolved') return undefined;
  const rows = (identifier.evidence ?? []).map((row): Said => {
    const source = resolvedBy.find((one) => one.id === row.source);
    const day = row.date ?? source?.date;
    const title = row.title ?? (source ? listed([isolated(source.publisher), isolated(source.title)]) : row.url);
    const document = listed([title && (row.title ? isolated(title) : title), day && date(day)]);
    return {
      // Notes are in the language that every list has.
      ...(row.note ? { text: row.note, written: writtenIn('en'), from: document } : { text: document }),
      ...link(row.url ?? source?.url),
    };
  });
  return {
    intro: t('howResolvedNote', isolated(localise(entity.label))),
    rows,
    sure: capital(certaintyName(identifier.certainty)),
  };
}
