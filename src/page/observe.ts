import { CHIP_TAG } from './chip-tag.ts';
import { elementOf, isConnected, nameOf } from './dom.ts';

/** At most this long in one go, so that scrolling and typing never wait. Milliseconds. */
const SLICE = 4;
/** Changes that follow one another closely are read together; never later than this. Milliseconds. */
const GAP = 12;
/** Above this many waiting places one look at the whole page costs less. */
const CROWD = 2_000;

export interface ObserveOptions {
  root: Node;
  attributes: string[];
  signal: AbortSignal;
  /** The units that a change at an element touches. */
  touched(element: Element): Iterable<Element>;
  /** Reads one unit. However often it changed in the meantime, it is read once. */
  read(unit: Element): void;
  /** Called after each slice: the place for writing to the page. */
  settle(): void;
}

export interface Observation {
  /** Reads an element again, as if it had changed. */
  touch(element: Element): void;
}

/**
 * Tells what changed in a page, at once after a pause and then every few milliseconds however long the
 * changes go on: a page that never rests cannot starve it. Hidden pages are read when they are shown.
 */
export function observe({ root, attributes, signal, touched, read, settle }: ObserveOptions): Observation {
  let waiting = new Set<Element>();
  const dirty = new Set<Element>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = -Infinity;

  const touch = (element: Element): void => {
    if (waiting.size >= CROWD) waiting = new Set([document.documentElement]);
    waiting.add(element);
    schedule();
  };
  const schedule = (): void => {
    if (timer !== undefined || document.hidden || signal.aborted) return;
    if (waiting.size === 0 && dirty.size === 0) return;
    const pause = performance.now() - last;
    if (pause >= GAP) pump();
    else timer = setTimeout(pump, GAP - pause);
  };
  const pump = (): void => {
    clearTimeout(timer);
    timer = undefined;
    collect(observer.takeRecords());
    const until = performance.now() + SLICE;
    resolve(until);
    for (const unit of dirty) {
      dirty.delete(unit);
      if (isConnected(unit)) read(unit);
      if (performance.now() >= until) break;
    }
    settle();
    // What the marks themselves changed is no news.
    observer.takeRecords();
    last = performance.now();
    const more = waiting.size > 0 || dirty.size > 0;
    if (more && !document.hidden && !signal.aborted) timer = setTimeout(pump, 0);
  };
  /** Many changes are in few units: each is found first, then read once. */
  const resolve = (until: number): void => {
    for (const element of waiting) {
      waiting.delete(element);
      if (isConnected(element)) for (const unit of touched(element)) dirty.add(unit);
      if (performance.now() >= until) break;
    }
  };
  const collect = (records: readonly MutationRecord[]): void => {
    for (const record of records) for (const element of changedIn(record)) waiting.add(element);
    if (waiting.size >= CROWD) waiting = new Set([document.documentElement]);
  };

  const observer = new MutationObserver((records) => {
    collect(records);
    schedule();
  });
  observer.observe(root, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
    attributeFilter: attributes,
  });
  document.addEventListener('visibilitychange', schedule, { signal });
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      clearTimeout(timer);
      waiting.clear();
      dirty.clear();
    },
    { once: true },
  );
  return { touch };
}

/** Added elements, and the places where a text, an attribute or a child went. */
function changedIn(record: MutationRecord): Element[] {
  const changed: Element[] = [];
  for (const node of record.addedNodes) {
    if (nameOf(node) === CHIP_TAG.toUpperCase()) continue;
    const element = elementOf(node);
    if (element) changed.push(element);
  }
  const lost = record.removedNodes.length > 0;
  if (record.type !== 'childList' || lost) {
    const at = elementOf(record.target);
    if (at) changed.push(at);
  }
  return changed;
}
