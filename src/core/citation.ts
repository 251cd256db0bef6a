import type { Claim, Locator, Source, Watchlist } from './list-schema.ts';

/**
 * How to cite a document of a list, or one claim of it, in the two forms that reference managers read.
 * CSL-JSON is made first; BibTeX is written from it, so that the two never disagree.
 */

/** The members of CSL-JSON 1.0 that are used here. */
export interface Citation {
  id: string;
  type: 'report' | 'article-newspaper' | 'webpage' | 'dataset' | 'entry';
  title: string;
  author: { literal: string }[];
  publisher?: string;
  'container-title'?: string;
  version?: string;
  issued: CslDate;
  accessed: CslDate;
  URL?: string;
  archive_location?: string;
  language?: string;
  note: string;
}

/** `[[2022]]`, `[[2022, 1]]` or `[[2022, 1, 12]]`: no more than the list says. */
interface CslDate {
  'date-parts': [number[]];
}

type ListHead = Watchlist['list'];

const TYPE: Record<Source['kind'], Citation['type']> = {
  'platform-announcement': 'webpage',
  'research-report': 'report',
  news: 'article-newspaper',
  'news-commentary': 'article-newspaper',
  'party-publication': 'webpage',
  government: 'webpage',
  dataset: 'dataset',
};

/** The document itself, as its publisher put it out; the note says in which list it was found. */
export function citeSource(list: ListHead, source: Source, accessed: string): Citation {
  return {
    id: `${list.id}_${source.id}`,
    type: TYPE[source.kind],
    title: source.title,
    author: [{ literal: source.author ?? source.publisher }],
    publisher: source.publisher,
    issued: dateParts(source.date),
    accessed: dateParts(accessed),
    ...(source.url !== undefined && { URL: source.url }),
    ...(source.archive !== undefined && { archive_location: source.archive }),
    language: source.lang,
    note: sentences([listed(list), `source ${source.id}`, source.archive && `archived at ${source.archive}`]),
  };
}

/** What the list says that the document says: an entry of the list, with the document and the place in it. */
export function citeClaim(list: ListHead, claim: Claim, source: Source, accessed: string): Citation {
  const place = locatorWords(claim.locator);
  return {
    id: `${list.id}_${claim.id}`,
    type: 'entry',
    title: claim.assertion.en,
    author: [{ literal: list.publisher }],
    publisher: list.publisher,
    'container-title': list.title.en,
    version: String(list.version),
    issued: dateParts(list.updated),
    accessed: dateParts(accessed),
    ...(list.homepage !== undefined && { URL: list.homepage }),
    language: 'en',
    note: sentences([
      listed(list),
      `claim ${claim.id}`,
      `on ${[source.publisher, `“${source.title}”`, source.date, place, source.url].filter(Boolean).join(', ')}`,
    ]),
  };
}

export function cslJson(citation: Citation): string {
  return `${JSON.stringify([citation], null, 2)}\n`;
}

const ENTRY: Partial<Record<Citation['type'], string>> = { report: 'techreport' };

/** For BibTeX and biblatex alike, in UTF-8; addresses stand as they are, all else is escaped. */
export function bibtex(citation: Citation): string {
  const entry = ENTRY[citation.type] ?? 'misc';
  const [author] = citation.author;
  const [year, month, day] = citation.issued['date-parts'][0];
  const within = citation['container-title'];
  const fields: [name: string, value: string | undefined][] = [
    // Braces within braces: a name is not cut into parts, a title keeps its capitals.
    ['title', `{{${latex(citation.title)}}}`],
    ['author', author && `{{${latex(author.literal)}}}`],
    ['year', year === undefined ? undefined : `{${year}}`],
    ['month', month === undefined ? undefined : MONTHS[month - 1]],
    ['day', day === undefined ? undefined : `{${day}}`],
    [entry === 'techreport' ? 'institution' : 'publisher', braced(citation.publisher)],
    ['howpublished', braced(within && `${within}, version ${citation.version}`)],
    ['url', citation.URL === undefined ? undefined : `{${plainUrl(citation.URL)}}`],
    ['urldate', `{${isoDate(citation.accessed)}}`],
    ['language', braced(citation.language)],
    ['note', braced(citation.note)],
  ];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = ${value}`]));
  return `@${entry}{${citation.id},\n${lines.join(',\n')}\n}\n`;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;

function braced(text: string | undefined): string | undefined {
  return text === undefined ? undefined : `{${latex(text)}}`;
}

const LATEX: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Every character that LaTeX reads as a command; letters of every script stay as they are. */
function latex(text: string): string {
  return text.replace(/[\\{}$&#%_~^]/g, (letter) => LATEX[letter] ?? letter);
}

/** Addresses are taken letter by letter, but an odd brace would end the field. */
function plainUrl(url: string): string {
  return url.replace(/[{}\\]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
}

function dateParts(day: string): CslDate {
  return { 'date-parts': [day.split('-').map(Number)] };
}

function isoDate({ 'date-parts': [parts] }: CslDate): string {
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

function listed(list: ListHead): string {
  return `Watchlist “${list.title.en}” (${list.id}), version ${list.version} of ${list.updated}, by ${list.publisher}`;
}

function sentences(parts: readonly (string | undefined)[]): string {
  return `${parts.filter(Boolean).join('; ')}.`;
}

function locatorWords(locator: Locator): string {
  const { section, paragraph, line, page, row, date } = locator;
  const parts = [
    section && `section “${section}”`,
    page && `page ${page}`,
    paragraph && `paragraph ${paragraph}`,
    row && `row ${row}`,
    line === undefined ? undefined : `line ${line}`,
    date && `dated ${date}`,
  ];
  return parts.filter(Boolean).join(', ');
}
