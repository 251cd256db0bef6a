import { isOfAnotherAuthority } from './held-back.ts';
import type { MatrixRow } from './rows.ts';

/** A body of the matrix: an outlet, or the company that outlets belong to. */
export interface Place {
  /** The same for all rows of one body. */
  key: string;
  country: string;
  name: string;
  /** Whether it may be shown as the named state's. */
  hasState: boolean;
}

/** Companies that the matrix writes in two ways, under the name that it uses most. */
const SAME_COMPANY: ReadonlyMap<string, string> = new Map([
  ['Global Times or Huanqiu Shibao', 'People’s Daily'],
  ['Rossiya Segodnya (Russia Today)', 'Rossiya Segodnya'],
  ['Legal Daily Media Group', 'Legal Daily'],
]);
const SAME_OUTLET: ReadonlyMap<string, string> = new Map([
  ['Fǎzhì Rìbào', 'Legal Daily'],
  ['Global Times (English)', 'Global Times'],
  ['World Huanqiu', 'Global Times'],
  // Its row has the accounts and the site of the agency.
  ['SPAce TV', 'Saudi Press Agency (SPA)'],
]);

/** Headings of the matrix under which unrelated outlets stand: no bodies. */
const HEADING =
  /^(?:Government press(?: unit| department)?|State press unit|AM Radio|FM Radio|PSB System of BiH|Television: .*)$/i;

/** What the matrix writes before the name of an asset to say of what sort it is. */
const SORT = /^(?:Television|TV|Radio|Print|Print media|Online|News agency|News portals): (?=\S)/;

/** The outlet that a row is about. */
export function outletOf(row: MatrixRow): Place {
  const company = companyName(row);
  const asset = apostrophe(SAME_OUTLET.get(row.asset) ?? row.asset.replace(SORT, ''));
  if (company === undefined) return place(row, asset, `${row.company}/${asset}`);
  const bare = company.replace(/ \([^()]*\)$/, '');
  const isCompany = [company, bare].some((name) => same(name, asset)) || company.includes(`(${asset})`);
  return isCompany ? place(row, company, company) : place(row, asset, `${company}/${asset}`);
}

/** The company of a row, where that is a body. */
export function companyOf(row: MatrixRow): Place | undefined {
  const company = companyName(row);
  return company === undefined ? undefined : place(row, company, company);
}

function companyName({ company }: MatrixRow): string | undefined {
  const name = apostrophe(company.replace(/\s*\*+$/, ''));
  return name === '' || HEADING.test(name) ? undefined : (SAME_COMPANY.get(name) ?? name);
}

function place(row: MatrixRow, name: string, key: string): Place {
  const hasState = ![row.company, row.asset].some(isOfAnotherAuthority);
  return { key: `${row.country}/${key}`.toLowerCase(), country: row.country, name, hasState };
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** Written one way, so that one body is one. */
function apostrophe(name: string): string {
  return name.replaceAll("'", '’');
}
