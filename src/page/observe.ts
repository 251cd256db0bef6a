import { CHIP_TAG } from './chip-tag.ts';
import { elementOf, isConnected, isElement, isText, openRootsIn, tagOf } from './dom.ts';

/** At most this long in one go, so that scrolling and typing never wait. Milliseconds. */
const SLICE = 4;
/** Changes that follow one another closely are read together; never later than this. Milliseconds. */
const GAP = 12;
/** Above this many waiting places one look at the whole page costs less. */
const CROWD = 2_000;

export interface ObserveOptions {
  root: Node;
  attributes: string[];
  /** Whether to look into the open shadow roots of custom elements. */
  shadowRoots: boolean;
  signal: AbortSignal;
  /** The units that an element is in or holds: it is new, whole. */
  touched(element: Element): Iterable<Element>;
  /** The units that an element is in: something changed at it, and not in all that it holds. */
  around(element: Element): Iterable<Element>;
  /** Reads one unit. However often it changed in the meantime, it is read once. */
  read(unit: Element): void;
  /** Called after each slice: the place for writing to the page. */
  settle(): void;
}

export interface Observation {
  /** Reads an element again, as if it had changed. */
  touch(element: Element): void;
  /** Reads at once what waits, without the pause: for what is no change of the page's. */
  flush(): void;
}

/**
 * Tells what changed in a page, at once after a pause and then every few milliseconds however long the
 * changes go on: a page that never rests cannot starve it. Hidden pages are read when they are shown.
 */
export function observe(options: ObserveOptions): Observation {
  const { root, attributes, shadowRoots, signal, touched, around, read, settle } = options;
  let waiting = new Set<Element>();
  const places = new Set<Element>();
  const dirty = new Set<Element>();
  const watched = new WeakSet<ShadowRoot>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = -Infinity;
  let pumping = false;

  const touch = (element: Element): void => {
    if (waiting.size >= CROWD) waiting = new Set([document.documentElement]);
    waiting.add(element);
    schedule();
  };
  const hasWork = (): boolean => waiting.size > 0 || places.size > 0 || dirty.size > 0;
  const schedule = (): void => {
    // A slice that is running sees to what comes meanwhile: none begins within another.
    if (pumping || timer !== undefined || document.hidden || signal.aborted || !hasWork()) return;
    const pause = performance.now() - last;
    if (pause >= GAP) pump();
    else timer = setTimeout(pump, GAP - pause);
  };
  const pump = (): void => {
    clearTimeout(timer);
    timer = undefined;
    pumping = true;
    try {
      collect(observer.takeRecords());
      readSome(performance.now() + SLICE);
    } finally {
      // What cannot be read or drawn is told of on the console, and does not keep the rest from its turn.
      try {
        settle();
      } finally {
        // What the marks themselves changed is no news.
        observer.takeRecords();
        pumping = false;
        last = performance.now();
        if (hasWork() && !document.hidden && !signal.aborted) timer = setTimeout(pump, 0);
      }
    }
  };
  /** Many changes are in few units: each is found first, then read once. */
  const readSome = (until: number): void => {
    for (const element of waiting) {
      waiting.delete(element);
      if (shadowRoots) for (const inner of openRootsIn(element)) watchRoot(inner);
      if (isConnected(element)) for (const unit of touched(element)) dirty.add(unit);
      if (performance.now() >= until) break;
    }
    for (const element of places) {
      places.delete(element);
      if (isConnected(element)) for (const unit of around(element)) dirty.add(unit);
      if (performance.now() >= until) break;
    }
    for (const unit of dirty) {
      dirty.delete(unit);
      if (isConnected(unit)) read(unit);
      if (performance.now() >= until) break;
    }
  };
  const collect = (records: readonly MutationRecord[]): void => {
    for (const record of records) {
      if (isCount(record)) continue;
      for (const node of record.addedNodes) if (isNew(node)) waiting.add(node);
      const place = placeOf(record);
      if (place) places.add(place);
    }
    if (waiting.size + places.size < CROWD) return;
    waiting = new Set([document.documentElement]);
    places.clear();
  };

  const observer = new MutationObserver((records) => {
    collect(records);
    schedule();
  });
  const watch = (tree: Node): void =>
    observer.observe(tree, {
      childList: true,
      subtree: true,
      characterData: true,
      characterDataOldValue: true,
      attributes: true,
      attributeFilter: attributes,
    });
  const watchRoot = (inner: ShadowRoot): void => {
    if (watched.has(inner)) return;
    watched.add(inner);
    watch(inner);
    for (const child of inner.children) waiting.add(child);
  };
  watch(root);
  document.addEventListener('visibilitychange', schedule, { signal });
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      clearTimeout(timer);
      waiting.clear();
      places.clear();
      dirty.clear();
    },
    { once: true },
  );
  const flush = (): void => {
    if (!pumping && !document.hidden && !signal.aborted && hasWork()) pump();
  };
  return { touch, flush };
}

/**
 * Live counters go up all day in every post: a number that takes a number's place, alone in its element, says
 * nothing new of anybody.
 */
function isCount({ type, target, oldValue }: MutationRecord): boolean {
  if (type !== 'characterData' || !(target instanceof Text) || !COUNT.test(oldValue ?? '')) return false;
  return COUNT.test(target.data) && target.previousSibling === null && target.nextSibling === null;
}

/** `1,204`, `52.7K`, `٣٫١`; long numbers are no counts. */
const COUNT = /^[\p{Nd}.,\u066b\u066c\u00a0\u202f %]{0,12}[KkMmBb]?$/u;

function isNew(node: Node): node is Element {
  return isElement(node) && tagOf(node) !== CHIP_TAG;
}

/** Where an attribute or a text changed, a text came, or anything went. */
function placeOf({ type, addedNodes, removedNodes, target }: MutationRecord): Element | null {
  const isPlain = type !== 'childList' || removedNodes.length > 0 || [...addedNodes].some(isText);
  return isPlain ? elementOf(target) : null;
}
