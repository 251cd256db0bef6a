import MiniSearch from 'minisearch';
import type { Localised, Source, Watchlist } from '../../core/list-schema.ts';
import { inWords } from '../../event-sentences.ts';
import { country } from '../../text.ts';
import type { InstalledRows } from './installed-rows.ts';
import { readQuery, termsOf } from './search-terms.ts';

/** What the search finds, in the order in which it shows them. */
export const RESULT_KINDS = ['entity', 'identifier', 'source', 'claim', 'event'] as const;
export type ResultKind = (typeof RESULT_KINDS)[number];

export interface Result {
  kind: ResultKind;
  list: string;
  id: string;
}

interface Row extends Result {
  key: string;
  /** What it is called, and what it is called besides. */
  name: string;
  text: string;
  /** `#`, `@`: what a sign in the query asks for. */
  sign: string;
}

export type SearchIndex = MiniSearch<Row>;

/** Reads all rows of all lists, in slices, so that the page stays alive while it does. */
export async function buildSearch(lists: readonly InstalledRows[]): Promise<SearchIndex> {
  const index = new MiniSearch<Row>({
    idField: 'key',
    fields: ['name', 'text'],
    storeFields: ['kind', 'list', 'id', 'sign'],
    tokenize: termsOf,
    processTerm: (term) => term,
  });
  await index.addAllAsync(
    lists.flatMap(({ list }) => rowsOf(list)),
    { chunkSize: 500 },
  );
  return index;
}

/** Best first in each kind. All words must be there; where nothing has all of them, some are enough. */
export function search(index: SearchIndex, raw: string): Map<ResultKind, Result[]> {
  const { terms, address, sign } = readQuery(raw);
  if (terms.length === 0) return new Map();
  const ask = (combineWith: 'AND' | 'OR') =>
    index.search(terms.join(' '), {
      tokenize: () => terms,
      combineWith,
      prefix: (term) => !address && term.length > 1,
      fuzzy: (term) => (address || term.length < 5 ? false : 0.2),
      maxFuzzy: 2,
      boost: { name: 4 },
      boostDocument: (_key, _term, row) => (sign !== undefined && row?.sign === sign ? 3 : 1),
    });
  const all = address ? [] : ask('AND');
  const found = all.length > 0 ? all : ask('OR');
  const groups = new Map<ResultKind, Result[]>();
  for (const kind of RESULT_KINDS) {
    const rows = found.filter((row) => row.kind === kind).map(({ list, id }) => ({ kind, list, id }) as Result);
    if (rows.length > 0) groups.set(kind, rows);
  }
  return groups;
}

function* rowsFrom({ list: head, ...rows }: Watchlist): Generator<Omit<Row, 'key' | 'list'>> {
  for (const row of rows.entities) {
    yield plain(
      'entity',
      row.id,
      [...said(row.label), row.wikidata],
      [...said(row.description), row.country, countryNamed(row.country)],
    );
  }
  for (const row of rows.identifiers) {
    const sign = row.kind === 'hashtag' ? '#' : row.kind === 'domain' ? '' : '@';
    const names = [row.value, ...(row.aliases ?? []), row.stable_id];
    yield { ...plain('identifier', row.id, names, [...said(row.note), row.platform]), sign };
  }
  for (const row of rows.sources) {
    yield plain('source', row.id, [row.title, row.publisher, row.author], [...said(row.note), ...addresses(row)]);
  }
  for (const row of rows.claims) yield plain('claim', row.id, said(row.assertion), said(row.caution));
  for (const row of rows.events) {
    const told = [...row.found, ...row.in_document].flatMap(({ says }) => said(says));
    const by = said(inWords(row.by));
    const tip = row.tip === undefined ? [] : said(inWords(row.tip));
    yield plain('event', row.id, [...said(row.title), ...by], [...tip, ...said(row.attributed), ...told]);
  }
}

function rowsOf(list: Watchlist): Row[] {
  return [...rowsFrom(list)].map((row) => ({
    ...row,
    list: list.list.id,
    key: `${row.kind}/${list.list.id}/${row.id}`,
  }));
}

/** Names of countries are slow to ask for, and a list has few. */
const countries = new Map<string, string>();

function countryNamed(code: string | undefined): string | undefined {
  if (code === undefined) return undefined;
  const name = countries.get(code) ?? country(code);
  countries.set(code, name);
  return name;
}

type Words = readonly (string | undefined)[];

function plain(kind: ResultKind, id: string, name: Words, text: Words): Omit<Row, 'key' | 'list'> {
  // A row's own id is a name too: whoever edits lists looks for it.
  return { kind, id, name: [...name, id].filter(Boolean).join(' '), text: text.filter(Boolean).join(' '), sign: '' };
}

/** In every language that the list has: a reader may know the name in another one than their own. */
function said(text: Localised | undefined): string[] {
  return text === undefined ? [] : Object.values(text).filter((one) => one !== undefined);
}

function addresses({ url, archive }: Source): string[] {
  return [url, archive].filter((one) => one !== undefined);
}
