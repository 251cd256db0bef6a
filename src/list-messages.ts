import type { Freshness } from './core/compiled/accept.ts';
import type { Localised } from './core/list-schema.ts';

/** Why an update or a subscription was refused, or could not be made. The words are in the locale files. */
export type UpdateProblem =
  /** The host did not answer, or answered with something else than the file. */
  | 'no-permission'
  | 'unreachable'
  | 'not-found'
  | 'too-many-requests'
  | 'redirected'
  | 'too-large'
  | 'timed-out'
  /** What came is not what it should be. */
  | 'bad-address'
  | 'bad-form'
  | 'bad-signature'
  | 'bad-key'
  | 'wrong-list'
  | 'wrong-hash'
  | 'bad-list'
  | 'expired'
  | 'rolled-back'
  | 'equivocation'
  | 'unknown-key'
  /** Waits for the reader. */
  | 'shrunk'
  | 'grown'
  /** This machine. */
  | 'storage-failed'
  | 'cancelled';

/** One line of a list's history of updates. */
export interface UpdateRecord {
  /** Milliseconds since 1970. */
  at: number;
  /** The version that was reached or refused; absent where none was seen. */
  version?: number;
  outcome: 'installed' | 'unchanged' | 'refused' | 'waits';
  problem?: UpdateProblem;
  /** What else is known, for people: a status, a hash. Never shown as anything but text. */
  detail?: string;
  /** How many identifiers came, changed and went. */
  added?: number;
  changed?: number;
  removed?: number;
  /** The first of them by name, `#tag`, `@handle`: at most 20 of each. */
  names?: { added: string[]; changed: string[]; removed: string[] };
  bytes?: number;
}

/** A list as its manifest describes it, with where it is from and whose key it is under. */
export interface DescribedList {
  id: string;
  title: Localised;
  description?: Localised;
  publisher: string;
  licence: string;
  homepage?: string;
  contact?: string;
  version: number;
  /** When it was signed, and until when its publisher vouches for it: `YYYY-MM-DDThh:mm:ssZ`. */
  created: string;
  expires: string;
  identifiers: number;
  /** Of the compiled form. */
  bytes: number;
  /** SHA-256 of the publisher's key, hexadecimal. */
  fingerprint: string;
  /** Where it is fetched from. Absent for a list that came with the extension or from a file. */
  address?: string;
}

/**
 * What was stored of a list cannot be read back: nothing of it marks, or the package's copy does, until it comes
 * again. `at`: milliseconds since 1970.
 */
export interface Lost {
  at: number;
  detail?: string;
}

/** A list as the options page shows it. */
export interface ListState extends DescribedList {
  /** Carried by the extension itself: cannot be removed, only switched off. */
  bundled: boolean;
  on: boolean;
  /** Milliseconds since 1970. */
  checked?: number;
  nextCheck?: number;
  freshness: Freshness;
  /** The last attempt failed so. */
  problem?: { code: UpdateProblem; detail?: string; at: number };
  lost?: Lost;
  /** A verified version that changes so much that the reader is asked first. */
  waiting?: { version: number; identifiers: number; why: 'shrunk' | 'grown' };
  /** Newest first, at most 20. */
  history: UpdateRecord[];
}

/** Why something was refused or could not be done. `detail` is for people, and never translated. */
export interface Refusal {
  ok: false;
  problem: UpdateProblem;
  detail?: string;
}

/** How far an update has come: in `storage.session`, so that every page of the extension sees it. */
export const UPDATE_PROGRESS = 'updateProgress';

export interface UpdateProgress {
  list: string;
  step: 'asking' | 'fetching' | 'checking' | 'installing';
  /** Bytes of objects fetched, and to fetch. */
  done: number;
  total: number;
}

/** What the extension's own pages ask about lists. */
export interface ListMessages {
  listStates: { data: null; reply: ListState[] };
  turnList: { data: { id: string; on: boolean }; reply: undefined };
  /** In the order in which lists are named on marks. */
  orderLists: { data: { ids: string[] }; reply: undefined };
  removeList: { data: { id: string }; reply: undefined };
  /** Fetches the manifest alone, after the permission for its host was granted. */
  previewList: { data: { address: string }; reply: { ok: true; preview: DescribedList } | Refusal };
  /** The whole list in one file, as `npm run list -- build` writes it (base64). */
  previewFile: { data: { file: string }; reply: { ok: true; preview: DescribedList } | Refusal };
  /** The reader has looked and does not want it: the permission for its host goes back. */
  declineList: { data: { address: string }; reply: undefined };
  /** Installs what was previewed under this fingerprint. */
  addList: { data: { address: string; fingerprint: string }; reply: { ok: true } | Refusal };
  addFile: { data: { file: string; fingerprint: string }; reply: { ok: true } | Refusal };
  /** All lists that have an address, or one. Answers when done; see `UPDATE_PROGRESS`. */
  updateLists: { data: { id?: string }; reply: undefined };
  cancelUpdate: { data: null; reply: undefined };
  /** The reader's answer to `ListState.waiting`. */
  acceptWaiting: { data: { id: string; version: number }; reply: undefined };
}
