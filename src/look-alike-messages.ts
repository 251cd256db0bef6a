import type { LookAlike } from './core/look-alike.ts';
import type { IdentifierRef, Place } from './page-report.ts';

/** An account that resembles another without being it, as card and popup tell of it. */
export interface ResemblanceEvidence extends LookAlike {
  ref: IdentifierRef;
  /** The account as the page names it, in lower case and without `@`. */
  shown: { platform: string; name: string };
  /** Title of the list that has the account it resembles, in the languages that the list has. */
  listTitle?: { en: string };
  /** What that list calls it. */
  entityLabel?: { en: string };
}

/** A look-alike on a page, as the popup sees it. */
export interface ReportedLookAlike {
  resemblance: ResemblanceEvidence;
  count: number;
  places: Place[];
  muted: boolean;
}

/** Why a name was not added to those that are guarded. */
export type GuardProblem = 'unreadable' | 'short' | 'known' | 'many';

/** What a page's script may ask. */
export interface LookAlikePageMessages {
  /** For a match that the page shows; null when it resembles nothing any more. */
  resemblance: { data: IdentifierRef; reply: ResemblanceEvidence | null };
}

/** What only the extension's own pages may ask. */
export interface LookAlikeMessages {
  /** Adds a name or address, as the reader typed it. */
  guard: { data: { name: string }; reply: { added: string } | { problem: GuardProblem } };
}
