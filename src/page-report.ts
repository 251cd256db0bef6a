import type { Evidence } from './core/evidence.ts';

/** Where in a page an identifier stood. */
export type Place = 'author' | 'mention' | 'hashtag' | 'link' | 'profile' | 'user-row';

/** One identifier as found on a page. */
export interface PageMatch {
  list: string;
  identifier: string;
  /** Distinct units (posts, rows, headers) that hold it. */
  count: number;
  places: Place[];
}

/** What a page's scanner has seen so far. Holds no text and no address. */
export interface PageReport {
  /** `reading`: not sure yet; `read`: units were found; `unreadable`: loaded, and nothing could be read. */
  status: 'reading' | 'read' | 'unreadable';
  /** Posts looked at, and how many of them showed an account and a text. */
  posts: number;
  withAccount: number;
  withText: number;
  matches: PageMatch[];
}

/** By the ids of list and row; of a look-alike by `LOOK_ALIKES` and its key. */
export interface IdentifierRef {
  list: string;
  identifier: string;
}

/** A match as the popup and exports see it. */
export interface ReportedMatch {
  evidence: Evidence;
  count: number;
  places: Place[];
  /** The name itself, or all of its entity. */
  muted: boolean;
  /** Hidden by the reader's filters, and not muted. */
  filtered?: true;
}
