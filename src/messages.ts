import { browser } from './browser.ts';
import type { ControlMessages } from './control-messages.ts';
import type { Evidence } from './core/evidence.ts';
import type { Verdict } from './core/verdict.ts';
import type { EvidenceMessages } from './evidence-messages.ts';
import type { ListMessages } from './list-messages.ts';
import type { LookAlikeMessages, LookAlikePageMessages, ReportedLookAlike } from './look-alike-messages.ts';
import type { IdentifierRef, PageReport, ReportedMatch } from './page-report.ts';
import type { SettingsPatch } from './settings.ts';
import type { StatisticsMessages } from './statistics.ts';

export type { IdentifierRef, PageMatch, PageReport, Place, ReportedMatch } from './page-report.ts';

/** No listed name and no address of an account is longer: what is, is not asked for, and spoils no message for others. */
export const MAX_KEY_LENGTH = 600;

export interface LookupReply {
  /** Changes with every change of the active lists: older answers are void. */
  generation: number;
  verdicts: [key: string, verdicts: Verdict[]][];
}

export interface TabReport {
  tab: number;
  /** Absent where the browser does not tell the extension the tab's address. */
  host?: string;
  /** What the site's switch is stored under: a platform's id, or the host. Absent where Statemark cannot read. */
  site?: string;
  status: PageReport['status'] | 'off' | 'site-off' | 'no-permission' | 'unsupported';
  posts: number;
  withAccount: number;
  withText: number;
  matches: ReportedMatch[];
  /** Accounts that resemble others without being them; absent where there are none, or the reader does not wish it. */
  lookAlikes?: ReportedLookAlike[];
  lists: Evidence['list'][];
}

/** Scripts of ours that come into a page when they are needed there, named as their entrypoints are. */
export const PAGE_PARTS = ['card', 'open-networks', 'visits'] as const;
export type PagePart = (typeof PAGE_PARTS)[number];

/** From the card, by the reader's own click. */
export interface MuteMessages {
  /** For a match that this tab has reported. */
  mute: { data: IdentifierRef; reply: undefined };
  /** All names of the entity of a match that this tab has reported. */
  muteEntity: { data: IdentifierRef; reply: undefined };
  /** Takes back what this tab has muted last: it names nothing, so that nothing else can be meant. */
  undoMute: { data: null; reply: undefined };
}

/** What a content script may ask. */
export interface FromPage extends LookAlikePageMessages, MuteMessages {
  lookup: { data: { keys: string[] }; reply: LookupReply };
  matched: {
    data: PageReport & {
      /** When the page was loaded, to tell one load from the next: `performance.timeOrigin`. */
      load?: number | undefined;
    };
    reply: undefined;
  };
  evidence: { data: IdentifierRef; reply: Evidence | null };
  /** Whether the frame that asks stands in a page of a site that the reader switched on. */
  mayReadFrame: { data: null; reply: boolean };
  /** Brings a part's script into the frame that asks. */
  loadPart: { data: PagePart; reply: undefined };
  /** From the card, by the reader's own click: pages cannot open the extension's own. As `mute`. */
  openDossier: { data: IdentifierRef; reply: undefined };
}

/** What only the extension's own pages may ask. */
export interface FromExtension
  extends ListMessages,
    EvidenceMessages,
    LookAlikeMessages,
    ControlMessages,
    StatisticsMessages {
  tabReport: { data: { tab: number }; reply: TabReport };
  /** For a host beyond the known networks, after the reader has granted the permission. */
  turnSite: { data: { host: string; on: boolean }; reply: undefined };
  setSettings: { data: SettingsPatch; reply: undefined };
}

/**
 * From the last mark of a frame one goes `around` to its first. Where several frames have marks: `within` ends at
 * its last, and `enter` begins with its first, or backwards with its last.
 */
export type StepWay = 'around' | 'within' | 'enter';

/** What a page's scanner is told. */
export interface ToPage {
  /** Scrolls to the next mark of this identifier and gives it the focus. */
  reveal: { data: IdentifierRef; reply: { found: boolean } };
  /** Scrolls to the next (`1`) or previous (`-1`) mark of the frame, whichever it is, and gives it the focus. */
  step: { data: { by: 1 | -1; way?: StepWay }; reply: { found: boolean } };
  /** What has been read so far; undefined where Statemark is off. */
  report: { data: null; reply: PageReport | undefined };
}

/** The filter's copy for tabs, in `storage.local`: a cache that saves messages, never the truth. */
export const TAB_FILTER = 'tabFilter';

export interface TabFilter {
  generation: number;
  /** `encodeFilter`, in base64; absent when it is too large for tabs. */
  bytes?: string;
}

export interface Message<Type extends string = string> {
  type: Type;
  data: unknown;
}

type Ask = FromPage & FromExtension;

export function send<T extends keyof Ask>(type: T, data: Ask[T]['data']): Promise<Ask[T]['reply']> {
  return browser.runtime.sendMessage({ type, data });
}

export function sendToTab<T extends keyof ToPage>(
  tab: number,
  type: T,
  data: ToPage[T]['data'],
  /** Every frame by default; 0 is the page itself. */
  frameId?: number,
): Promise<ToPage[T]['reply']> {
  return browser.tabs.sendMessage(tab, { type, data }, frameId === undefined ? undefined : { frameId });
}
