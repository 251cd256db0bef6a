import type { Evidence } from './core/evidence.ts';
import type { Exception, Watchlist } from './core/list-schema.ts';

/** A list with whether it is on: the dossier reads those that are off as well. */
export interface InstalledList {
  list: Watchlist;
  on: boolean;
}

/** One way to read what was asked, with what the lists say of it. */
export interface Finding {
  evidence: Evidence;
  /** Off: it is listed there, but nothing is marked. */
  on: boolean;
}

/** The answer to "is this listed?". */
export interface CheckReply {
  /** How the question was understood, in words of the page's own grammar: `@handle`, `#tag`, `host`. */
  read: { kind: 'account' | 'hashtag' | 'domain'; platform?: string; name: string }[];
  findings: Finding[];
  exceptions: { list: string; exception: Exception }[];
}

export interface EvidenceMessages {
  /** Every installed list, whole: for the dossier. */
  watchlists: { data: null; reply: InstalledList[] };
  /** A handle, hashtag or address in any platform's form. Nothing of it is stored. */
  check: { data: { text: string }; reply: CheckReply };
}
