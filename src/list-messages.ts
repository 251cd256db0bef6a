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

/** A list as the options page shows it. */
export interface ListState {
  id: string;
  title: Localised;
  description?: Localised;
  publisher: string;
  licence: string;
  homepage?: string;
  contact?: string;
  /** Carried by the extension itself: cannot be removed, only switched off. */
  bundled: boolean;
  on: boolean;
  version: number;
  /** `YYYY-MM-DD` */
  updated: string;
  identifiers: number;
  /** Of the compiled form. */
  bytes: number;
  /** Where it is fetched from. Absent for a list that came with the extension or from a file. */
  address?: string;
  /** SHA-256 of the publisher's key, hexadecimal. */
  fingerprint: string;
  /** Milliseconds since 1970. */
  checked?: number;
  nextCheck?: number;
  /** `stale`: past its expiry; `stopped`: so long that it marks nothing any more. */
  freshness: 'fresh' | 'stale' | 'stopped';
  expires: string;
  /** The last attempt failed so. */
  problem?: { code: UpdateProblem; detail?: string; at: number };
  /** A verified version that changes so much that the reader is asked first. */
  waiting?: { version: number; identifiers: number; why: 'shrunk' | 'grown' };
  /** Newest first, at most 20. */
  history: UpdateRecord[];
}

/** What a list says of itself before the reader accepts it. */
export interface ListPreview {
  id: string;
  title: Localised;
  description?: Localised;
  publisher: string;
  licence: string;
  homepage?: string;
  contact?: string;
  version: number;
  created: string;
  expires: string;
  identifiers: number;
  bytes: number;
  fingerprint: string;
  address?: string;
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

/** What a publisher's address or file must be accompanied by: the key that the reader compares. */
export interface ListMessages {
  listStates: { data: null; reply: ListState[] };
  turnList: { data: { id: string; on: boolean }; reply: undefined };
  /** In the order in which lists are named on marks. */
  orderLists: { data: { ids: string[] }; reply: undefined };
  removeList: { data: { id: string }; reply: undefined };
  /** Fetches the manifest alone, after the permission for its host was granted. */
  previewList: {
    data: { address: string };
    reply: { ok: true; preview: ListPreview } | { ok: false; problem: UpdateProblem; detail?: string };
  };
  /** The whole list in one file, as `npm run list -- build` writes it (base64). */
  previewFile: {
    data: { file: string };
    reply: { ok: true; preview: ListPreview } | { ok: false; problem: UpdateProblem; detail?: string };
  };
  /** The reader has looked and does not want it: the permission for its host goes back. */
  declineList: { data: { address: string }; reply: undefined };
  /** Installs what was previewed under this fingerprint. */
  addList: {
    data: { address: string; fingerprint: string };
    reply: { ok: true } | { ok: false; problem: UpdateProblem; detail?: string };
  };
  addFile: {
    data: { file: string; fingerprint: string };
    reply: { ok: true } | { ok: false; problem: UpdateProblem; detail?: string };
  };
  /** All lists that have an address, or one. Answers when done; see `UPDATE_PROGRESS`. */
  updateLists: { data: { id?: string }; reply: undefined };
  cancelUpdate: { data: null; reply: undefined };
  /** The reader's answer to `ListState.waiting`. */
  acceptWaiting: { data: { id: string; version: number }; reply: undefined };
}
