import { browser } from '../browser.ts';
import { decodeFilter, type Filter } from '../core/filter.ts';
import { type IdentifierRef, type PageReport, send, TAB_FILTER, type TabFilter, type ToPage } from '../messages.ts';
import type { AnyPlatform } from '../platforms/platform.ts';
import { isSiteOn, onSettings, readSettings, type Settings } from '../settings.ts';
import type { Card } from './card.ts';
import type { Chip } from './chip.ts';
import { loadPart } from './part-loader.ts';
import { Report } from './report.ts';
import { Scanner } from './scan.ts';
import type { Visits } from './visits.ts';

/**
 * Starts reading a page, and follows the reader's settings and the lists as they change.
 * @param site what the site's switch is stored under: the network's id, or the host
 */
export async function run(platform: AnyPlatform, ended: AbortSignal, site: string = platform.id): Promise<void> {
  const signal = onlyOne(ended);
  if (window !== window.top && !(await send('mayReadFrame', null))) return;
  const page = new Page(platform, site, signal);
  listen(page, signal);
  onSettings((settings) => page.useSettings(settings), signal);
  onTabFilter((filter) => page.useFilter(filter), signal);
  const [settings, stored] = await Promise.all([readSettings(), browser.storage.local.get(TAB_FILTER)]);
  page.useFilter(readTabFilter(stored[TAB_FILTER]));
  page.useSettings(settings);
}

const NOTHING: PageReport = { status: 'reading', posts: 0, withAccount: 0, withText: 0, matches: [] };

/** Registered twice, or run by hand in a page that was open: the last one reads, the others end. */
const SLOT = Symbol.for('statemark.page');

function onlyOne(ended: AbortSignal): AbortSignal {
  const shared = globalThis as { [SLOT]?: AbortController };
  shared[SLOT]?.abort();
  const own = new AbortController();
  shared[SLOT] = own;
  return AbortSignal.any([ended, own.signal]);
}

class Page {
  scanner: Scanner | undefined;
  readonly #platform: AnyPlatform;
  readonly #site: string;
  readonly #signal: AbortSignal;
  #card: Card | undefined;
  /** Of the scanner that it was made for. */
  #visits: Visits | undefined;
  #settings: Settings | undefined;
  #filter: Filter | undefined;
  readonly #report = new Report();
  #stop = new AbortController();
  #lastSent = '';

  constructor(platform: AnyPlatform, site: string, signal: AbortSignal) {
    this.#platform = platform;
    this.#site = site;
    // A page that goes takes its count along; one that comes back from the browser's cache tells it again.
    addEventListener('pagehide', () => this.#lastSent !== '' && this.#tell(NOTHING), { signal });
    addEventListener('pageshow', (event) => event.persisted && this.scanner && this.#tell(this.scanner.read()), {
      signal,
    });
    this.#signal = signal;
  }

  useSettings(settings: Settings): void {
    this.#settings = settings;
    this.#restart();
  }

  useFilter(filter: Filter | undefined): void {
    this.#filter = filter;
    if (this.#settings) this.#restart();
  }

  /** Marks are few and reading is fast: a change of lists or settings simply begins anew. */
  #restart(): void {
    this.#stop.abort();
    this.scanner = undefined;
    this.#visits = undefined;
    const settings = this.#settings;
    const platform = this.#platform;
    if (!settings || this.#signal.aborted) return;
    if (!isSiteOn(settings, this.#site)) {
      this.#tellNothing();
      return;
    }
    this.#stop = new AbortController();
    const signal = AbortSignal.any([this.#stop.signal, this.#signal]);
    this.scanner = new Scanner({
      platform,
      settings,
      filter: this.#filter,
      report: this.#report,
      signal,
      lookup: (keys) => send('lookup', { keys }),
      onMatches: (report) => this.#tell(report),
      onOpen: (chip, { verdicts }) => {
        const refs = verdicts.map(({ list, identifier }) => ({ list, identifier }));
        void this.#open(chip, refs, signal);
      },
    });
  }

  /** Leads the reader to a mark. Few ask for it, so how that is done comes into the page then. */
  async lead(go: (visits: Visits) => boolean): Promise<{ found: boolean }> {
    const marks = this.scanner?.marks;
    if (marks === undefined || marks.roots().length === 0) return { found: false };
    const visitsOf = await loadPart('visits');
    if (marks === this.scanner?.marks) this.#visits ??= visitsOf(marks);
    return { found: this.#visits !== undefined && go(this.#visits) };
  }

  async #open(chip: Chip, refs: IdentifierRef[], signal: AbortSignal): Promise<void> {
    this.#card ??= (await loadPart('card'))();
    if (!signal.aborted) await this.#card.open(chip, refs, signal);
  }

  #tellNothing(): void {
    this.#report.reset();
    if (this.#lastSent !== '') this.#tell(NOTHING);
  }

  /** Only what changed is worth waking the worker for. */
  #tell(report: PageReport): void {
    const said = JSON.stringify(report.matches);
    if (said === this.#lastSent) return;
    this.#lastSent = said;
    // Nobody answers when the extension is being replaced; the next change tells again.
    send('matched', { ...report, load: performance.timeOrigin }).catch(() => (this.#lastSent = ''));
  }
}

function listen(page: Page, signal: AbortSignal): void {
  // Every frame is asked and the first answer counts: the page speaks for itself, a frame for what it found.
  const isTop = window === window.top;
  const answers: {
    [T in keyof ToPage]: (data: ToPage[T]['data']) => Promise<ToPage[T]['reply']> | undefined;
  } = {
    reveal: (ref) =>
      isTop || page.scanner?.marks.find(ref).length ? page.lead((visits) => visits.reveal(ref)) : undefined,
    step: ({ by, way }) => page.lead((visits) => visits.step(by, way)),
    report: () => (isTop ? Promise.resolve(page.scanner?.read()) : undefined),
  };
  const listener = (message: unknown, _sender: unknown, respond: (reply: unknown) => void): boolean => {
    const { type, data } = (message ?? {}) as { type?: string; data?: never };
    if (type === undefined || !Object.hasOwn(answers, type)) return false;
    const answer = answers[type as keyof ToPage](data as never);
    answer?.then(respond, () => respond({ found: false }));
    return answer !== undefined;
  };
  browser.runtime.onMessage.addListener(listener as never);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener as never), { once: true });
}

function onTabFilter(callback: (filter: Filter | undefined) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    if (area === 'local' && changes[TAB_FILTER]) callback(readTabFilter(changes[TAB_FILTER].newValue));
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener), { once: true });
}

function readTabFilter(stored: unknown): Filter | undefined {
  const bytes = (stored as Partial<TabFilter> | undefined)?.bytes;
  if (typeof bytes !== 'string') return undefined;
  return decodeFilter(Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0)));
}
