import type { NearReason } from './core/check-list.ts';
import type { Evidence } from './core/evidence.ts';
import type { Entity, Exception, Watchlist } from './core/list-schema.ts';
import type { Question } from './core/reading.ts';
import type { ReportedMatch } from './page-report.ts';

/** A list with whether it is on: the dossier reads those that are off as well. */
export interface InstalledList {
  list: Watchlist;
  on: boolean;
  /** How many identifiers a list has that are too many to be among its rows: they are found by asking for them. */
  paged?: number;
}

/** A list that was asked, as answers name it. */
export interface AskedList {
  head: Evidence['list'];
  /** Off: it is listed there, but nothing is marked. */
  on: boolean;
}

/** What a list says of what was asked. */
export interface Finding {
  evidence: Evidence;
  on: boolean;
}

/** A listed name that is not what was asked about, and why it is told all the same. */
export interface NearFinding extends Finding {
  why: NearReason;
}

/** All that the lists say of one name or address. */
export interface CheckAnswer extends Question {
  findings: Finding[];
  near: NearFinding[];
  /** Names that a list keeps from being marked. */
  exceptions: { list: AskedList; exception: Exception }[];
  /** Entities that bear the very name. */
  entities: { list: AskedList; entity: Entity }[];
}

/** The answer to "is this listed?", a question each. */
export interface CheckReply {
  answers: CheckAnswer[];
  /** More was asked about than is answered at once. */
  left: number;
  lists: AskedList[];
}

/** A match in any of the open tabs. */
export interface SessionMatch extends ReportedMatch {
  /** Where it was found, as far as the browser tells. */
  hosts: string[];
}

export interface SessionReport {
  /** Tabs that have reported matches. Those of private windows are not among them. */
  tabs: number;
  matches: SessionMatch[];
}

/** Characters of a question; more is refused. Fifty of the longest addresses that people share. */
export const MAX_CHECK_LENGTH = 30_000;

export interface EvidenceMessages {
  /** Every installed list, whole: for the dossier. */
  watchlists: { data: null; reply: InstalledList[] };
  /** Handles, hashtags or addresses in any network's form, a line each. Nothing of it is stored. */
  check: { data: { text: string }; reply: CheckReply };
  /** What all open tabs hold together: for exports. */
  sessionReport: { data: null; reply: SessionReport };
}
