import type { Counter } from '../importer.ts';
import { type ReadLink, readLink } from './links.ts';
import { companyOf, outletOf, type Place } from './place.ts';
import type { MatrixRow } from './rows.ts';

/** A link with the body that it is entered for. */
export interface Assigned {
  link: ReadLink;
  owner: Place;
  /** The company of the owner, where that is another body. */
  company: Place | undefined;
  /** The rows of the matrix that have it, in their order. */
  rows: MatrixRow[];
  column: string;
  /** It stands at several outlets of one company, so that the matrix does not tell whose of them it is. */
  isShared: boolean;
}

interface Use {
  row: MatrixRow;
  column: string;
}

/**
 * Decides for every link of the matrix whose it is. What the rows disagree on is nobody's.
 * @param counter told of every link, used or not
 */
export function assign(rows: readonly MatrixRow[], counter: Counter): Assigned[] {
  const links = new Map<string, ReadLink>();
  const uses = new Map<string, Use[]>();
  for (const row of rows) {
    for (const link of row.links) {
      const read = readLink(row, link);
      if ('reason' in read) {
        drop(counter, row, isControlled(row) ? read.reason : OTHER_TYPE);
        continue;
      }
      const known = uses.get(read.key) ?? [];
      known.push({ row, column: link.column });
      uses.set(read.key, known);
      links.set(read.key, links.get(read.key) ?? read);
    }
  }
  return [...uses].flatMap(([key, those]) => {
    const link = links.get(key);
    return link === undefined ? [] : (decide(link, those, counter) ?? []);
  });
}

const OTHER_TYPE = 'of another type than state-controlled (SC)';

function isControlled({ typology }: MatrixRow): boolean {
  return typology === 'SC';
}

function decide(link: ReadLink, uses: readonly Use[], counter: Counter): Assigned | undefined {
  const controlled = uses.filter(({ row }) => isControlled(row));
  const reason =
    controlled.length === 0
      ? OTHER_TYPE
      : controlled.length < uses.length
        ? 'also in a row of another type than state-controlled (SC)'
        : undefined;
  const rows = uses.map(({ row }) => row);
  const owner = reason === undefined ? ownerOf(rows) : undefined;
  if (owner === undefined) {
    for (const row of rows) drop(counter, row, reason ?? 'in rows of several companies');
    return undefined;
  }
  counter.keep();
  for (const row of rows.slice(1)) drop(counter, row, 'the same as in an earlier row: entered once');
  const [first] = uses;
  const company = first && companyOf(first.row);
  return {
    ...{ link, owner, rows, column: first?.column ?? '' },
    company: company?.key === owner.key ? undefined : company,
    isShared: new Set(rows.map((row) => outletOf(row).key)).size > 1,
  };
}

/** The one outlet of these rows, or else the one company. */
function ownerOf(rows: readonly MatrixRow[]): Place | undefined {
  return theOne(rows.map(outletOf)) ?? theOne(rows.map(companyOf));
}

function theOne(places: readonly (Place | undefined)[]): Place | undefined {
  const [first] = places;
  return places.every((place) => place?.key === first?.key) ? first : undefined;
}

function drop(counter: Counter, row: MatrixRow, reason: string): void {
  counter.drop(row.row, reason);
}
