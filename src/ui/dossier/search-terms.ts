import { decoded } from '../../core/decoded.ts';
import { fold } from '../../core/fold.ts';

/**
 * Text as terms of the search, folded exactly as names are matched: `#نحن_قاسم` gives the whole tag and its
 * words, `@PressTV` the handle, an address its host and the names in its path.
 */
export function termsOf(text: string): string[] {
  const terms = fold(text).match(WORD) ?? [];
  return terms.flatMap((term) => (term.includes('_') ? [term, ...term.split('_').filter(Boolean)] : [term]));
}

/** Letters, digits and marks of any script, joined by `_`; hosts keep their dots, so that `irna.ir` is one term. */
const WORD = /[\p{L}\p{N}\p{M}_]+(?:\.[\p{L}\p{N}\p{M}_]+)*/gu;

export interface Query {
  terms: string[];
  /** An address says more than a name: where it is enough that part of it is listed. */
  address: boolean;
  /** What the sign before a name says it is. */
  sign?: '#' | '@';
}

export function readQuery(raw: string): Query {
  const text = raw.trim().normalize('NFKC');
  const url = ADDRESS.test(text) ? URL.parse(/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`) : null;
  if (url && /^https?:$/.test(url.protocol)) return { terms: addressTerms(url), address: true };
  const sign = text.startsWith('#') ? '#' : text.startsWith('@') ? '@' : undefined;
  return { terms: unique(wholeWords(text)), address: false, ...(sign && { sign }) };
}

const ADDRESS = /^(?:https?:\/\/\S+|[^\s/@#]+\.[^\s/@#]{2,}\/\S*)$/iu;

/** Of what was typed each word counts once and whole: its parts would ask for less than was meant. */
function wholeWords(text: string): string[] {
  return fold(text).match(WORD) ?? [];
}

function addressTerms(url: URL): string[] {
  const host = url.hostname.replace(/^(?:www|m|mobile)\./, '');
  const path = url.pathname.split('/').map(decoded);
  const values = [...url.searchParams.values()];
  return unique([host, ...path, ...values].flatMap(wholeWords));
}

function unique(terms: readonly string[]): string[] {
  return [...new Set(terms)].slice(0, MOST);
}
/** Nobody types more; who pastes more gets the first. */
const MOST = 16;
