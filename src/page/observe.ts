import { Changes } from './changes.ts';
import { isConnected, openRootsIn } from './dom.ts';

/** At most this long in one go, so that scrolling and typing never wait. Milliseconds. */
const SLICE = 4;
/** Changes that follow one another closely are read together; never later than this. Milliseconds. */
const GAP = 12;

export interface ObserveOptions {
  root: Node;
  attributes: string[];
  /** Whether to look into the open shadow roots of custom elements. */
  shadowRoots: boolean;
  signal: AbortSignal;
  /** Called before each slice. */
  begin(): void;
  /** The units that an element is in or holds: it is new, whole. */
  touched(element: Element): Iterable<Element>;
  /** The units that an element is in: something changed at it, and not in all that it holds. */
  around(element: Element): Iterable<Element>;
  /** Reads one unit. However often it changed in the meantime, it is read once. */
  read(unit: Element): void;
  /** Called after each slice: the place for writing to the page. */
  settle(): void;
}

/**
 * Tells what changed in a page, at once after a pause and then every few milliseconds however long the
 * changes go on: a page that never rests cannot starve it. Hidden pages are read when they are shown.
 */
export class Observation {
  readonly #options: ObserveOptions;
  readonly #observer: MutationObserver;
  readonly #changes = new Changes();
  readonly #dirty = new Set<Element>();
  readonly #watched = new WeakSet<ShadowRoot>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = -Infinity;
  #pumping = false;
  /** Kept while it is not, since that is asked all the time. */
  #isHidden = document.hidden;
  #hasEnded = false;

  constructor(options: ObserveOptions) {
    const { root, signal } = options;
    this.#options = options;
    this.#observer = new MutationObserver((records) => {
      this.#changes.add(records);
      this.#schedule();
    });
    this.#watch(root);
    document.addEventListener(
      'visibilitychange',
      () => {
        this.#isHidden = document.hidden;
        this.#schedule();
      },
      { signal },
    );
    signal.addEventListener('abort', () => this.#end(), { once: true });
  }

  /** Reads an element again, as if it had changed. */
  touch(element: Element): void {
    this.#changes.touch(element);
    this.#schedule();
  }

  /** Reads at once what waits, without the pause: for what is no change of the page's. */
  flush(): void {
    if (this.#mayPump()) this.#pump();
  }

  /** A slice that is running sees to what comes meanwhile: none begins within another. */
  #mayPump(): boolean {
    const hasWork = this.#changes.some || this.#dirty.size > 0;
    this.#isHidden &&= document.hidden;
    return hasWork && !this.#pumping && !this.#isHidden && !this.#hasEnded;
  }

  #schedule(): void {
    if (this.#timer !== undefined || !this.#mayPump()) return;
    const pause = performance.now() - this.#last;
    if (pause >= GAP) this.#pump();
    else this.#pumpIn(GAP - pause);
  }

  #pumpIn(ms: number): void {
    this.#timer = setTimeout(() => this.#pump(), ms);
  }

  #pump(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#pumping = true;
    try {
      this.#changes.add(this.#observer.takeRecords());
      this.#options.begin();
      this.#readSome(performance.now() + SLICE);
    } finally {
      // What cannot be read or drawn is told of on the console, and does not keep the rest from its turn.
      try {
        this.#options.settle();
      } finally {
        // What the marks themselves changed is no news.
        this.#observer.takeRecords();
        this.#pumping = false;
        this.#last = performance.now();
        if (this.#mayPump()) this.#pumpIn(0);
      }
    }
  }

  /** Many changes are in few units: each is found first, then read once. */
  #readSome(until: number): void {
    const { shadowRoots, touched, around, read } = this.#options;
    const { elements, places } = this.#changes;
    takeSome(elements, until, (element) => {
      if (shadowRoots) for (const inner of openRootsIn(element)) this.#watchRoot(inner);
      for (const unit of touched(element)) this.#dirty.add(unit);
    });
    takeSome(places, until, (element) => {
      for (const unit of around(element)) this.#dirty.add(unit);
    });
    takeSome(this.#dirty, until, read);
  }

  #watch(tree: Node): void {
    this.#observer.observe(tree, {
      childList: true,
      subtree: true,
      characterData: true,
      characterDataOldValue: true,
      attributes: true,
      attributeFilter: this.#options.attributes,
    });
  }

  #watchRoot(inner: ShadowRoot): void {
    if (this.#watched.has(inner)) return;
    this.#watched.add(inner);
    this.#watch(inner);
    for (const child of inner.children) this.#changes.touch(child);
  }

  #end(): void {
    this.#hasEnded = true;
    this.#observer.disconnect();
    clearTimeout(this.#timer);
    this.#changes.clear();
    this.#dirty.clear();
  }
}

/** One at least, and then as many as there is time for. What has left the page meanwhile is passed over. */
function takeSome(waiting: Set<Element>, until: number, take: (element: Element) => void): void {
  for (const element of waiting) {
    waiting.delete(element);
    if (isConnected(element)) take(element);
    if (performance.now() >= until) return;
  }
}
