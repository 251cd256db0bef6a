import { compare } from '../canonical.ts';
import { concat, fromUtf8, utf8 } from './bytes.ts';
import { CAP } from './caps.ts';
import { AROUND, endOfKey, KeyWalk } from './key-walk.ts';
import { placeOf, type StoredRecord } from './records.ts';

/** What a key leads to: the place of a row, and `SHARED` more where the row is not its own. */
export type KeyTarget = number;
export const SHARED = 2 ** 32;

/** One for all pages: nothing here waits between two keys. */
const WALK = new KeyWalk();

/** The keys of a page, each once, with what they lead to. */
export function readKeys(bytes: Uint8Array): Map<string, KeyTarget> | undefined {
  const listed = listKeys(bytes);
  const keys = new Map(listed?.keys.map((key, i) => [key, listed.targets[i] as KeyTarget]));
  return keys.size === listed?.keys.length ? keys : undefined;
}

/** As `readKeys`, in the order of the page, each as often as it is there. */
export function listKeys(bytes: Uint8Array): { keys: string[]; targets: KeyTarget[] } | undefined {
  const keys: string[] = [];
  const targets: KeyTarget[] = [];
  const walk = WALK.open(bytes);
  while (walk.next()) {
    keys.push(walk.text);
    targets.push(targetOf(walk));
  }
  return walk.isDone ? { keys, targets } : undefined;
}

/** One key of a page, without reading the others. @returns undefined where it is not there */
export function findKey(bytes: Uint8Array, key: string): KeyTarget | undefined {
  const wanted = utf8(key);
  for (let at = 0, end = 0; at < bytes.length; at = end) {
    end = endOfKey(bytes, at);
    if (end > bytes.length) return undefined;
    if (end - at - AROUND !== wanted.length || !holdsAt(bytes, at + 2, wanted)) continue;
    const walk = WALK.open(bytes.subarray(at, end));
    return walk.next() ? targetOf(walk) : undefined;
  }
  return undefined;
}

function targetOf({ place, isShared }: KeyWalk): KeyTarget {
  return place + (isShared ? SHARED : 0);
}

/**
 * A page after some keys went and others came.
 * @param added in the order of the page
 * @returns undefined for what is no page
 */
export function editedPage(
  bytes: Uint8Array,
  removed: ReadonlySet<string>,
  added: readonly StoredRecord[],
): Uint8Array<ArrayBuffer> | undefined {
  const gone = [...removed].sort(compare);
  const out: Uint8Array[] = [];
  let kept = 0;
  let next = 0;
  let lost = 0;
  const walk = WALK.open(bytes);
  while (walk.next()) {
    for (let one = added[next]; one !== undefined && walk.compare(one.name) >= 0; one = added[++next]) {
      out.push(bytes.subarray(kept, walk.from), one.bytes);
      kept = walk.compare(one.name) === 0 ? walk.to : walk.from;
    }
    while (lost < gone.length && walk.compare(gone[lost] as string) > 0) lost++;
    if (kept <= walk.from && lost < gone.length && walk.compare(gone[lost] as string) === 0) {
      out.push(bytes.subarray(kept, walk.from));
      kept = walk.to;
    }
  }
  if (!walk.isDone) return undefined;
  return concat([...out, bytes.subarray(kept), ...added.slice(next).map((one) => one.bytes)]);
}

/** What two pages of keys do not share, each in its order; what they share may be among it where they are not sorted. */
export function differingKeys(
  one: Uint8Array,
  other: Uint8Array,
): { before: StoredRecord[]; after: StoredRecord[] } | undefined {
  const [before, after] = [new Steps(one), new Steps(other)];
  while (before.hasMore && after.hasMore) {
    if (before.isLike(after)) {
      before.pass();
      after.pass();
      continue;
    }
    const [a, b] = [before.key, after.key];
    if (a === undefined || b === undefined) return undefined;
    if (a <= b) before.take(a);
    if (b <= a) after.take(b);
  }
  return before.takeAll() && after.takeAll() ? { before: before.taken, after: after.taken } : undefined;
}

/** One after the other of a page's keys. */
class Steps {
  readonly taken: StoredRecord[] = [];
  private at = 0;
  private readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get hasMore(): boolean {
    return this.at < this.bytes.length;
  }

  /** Undefined for what is none. Read by itself: few keys of a page are. */
  get key(): string | undefined {
    const end = endOfKey(this.bytes, this.at) - 4;
    if (end + 4 > this.bytes.length || end - this.at - 2 > CAP.keyBytes) return undefined;
    return fromUtf8(this.bytes.subarray(this.at + 2, end));
  }

  isLike(other: Steps): boolean {
    const end = endOfKey(this.bytes, this.at);
    const length = end - this.at;
    if (end > this.bytes.length || endOfKey(other.bytes, other.at) - other.at !== length) return false;
    for (let i = 0; i < length; i++) if (this.bytes[this.at + i] !== other.bytes[other.at + i]) return false;
    return true;
  }

  pass(): void {
    this.at = endOfKey(this.bytes, this.at);
  }

  take(key: string): void {
    this.taken.push(recordIn(this.bytes, this.at, key));
    this.pass();
  }

  /** @returns whether all that was left were keys */
  takeAll(): boolean {
    while (this.hasMore) {
      const { key } = this;
      if (key === undefined) return false;
      this.take(key);
    }
    return true;
  }
}

function holdsAt(bytes: Uint8Array, at: number, wanted: Uint8Array): boolean {
  for (let i = 0; i < wanted.length; i++) if (bytes[at + i] !== wanted[i]) return false;
  return true;
}

/** @returns undefined for what is no page */
export function readKeyRecords(bytes: Uint8Array): StoredRecord[] | undefined {
  const records: StoredRecord[] = [];
  const walk = WALK.open(bytes);
  while (walk.next()) records.push(recordIn(bytes, walk.from, walk.text));
  return walk.isDone ? records : undefined;
}

/** A view of the page. */
function recordIn(bytes: Uint8Array, at: number, key: string): StoredRecord {
  return { name: key, place: placeOf(key), bytes: bytes.subarray(at, endOfKey(bytes, at)) };
}
