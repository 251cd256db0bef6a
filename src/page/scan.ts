import type { Filter } from '../core/filter.ts';
import type { PlatformId } from '../core/names.ts';
import { isFiltered } from '../filters.ts';
import type { LookupReply, PageReport } from '../messages.ts';
import type { AnyPlatform } from '../platforms/platform.ts';
import { isMutedBy, type Settings } from '../settings.ts';
import type { Chip } from './chip.ts';
import { isConnected } from './dom.ts';
import { isWhollyEditable } from './editable.ts';
import { glanceAt } from './glance.ts';
import { type Judge, type Judgement, judge, type Match } from './judge.ts';
import { LateIds } from './late-ids.ts';
import { Marks } from './mark.ts';
import { mayMatchIn } from './may-match.ts';
import { Observation } from './observe.ts';
import { LinkReader } from './read-link.ts';
import { type MayMatch, readUnit, type UnitReading } from './read-unit.ts';
import type { Report } from './report.ts';
import { onThemeChange } from './theme.ts';
import { throttled } from './throttle.ts';
import { unitKey } from './unit-key.ts';
import { type Unit, type UnitFinder, unitFinder } from './units.ts';
import { Verdicts } from './verdicts.ts';

/** The world around the scanner. */
export interface ScanOptions {
  platform: AnyPlatform;
  settings: Settings;
  filter: Filter | undefined;
  /** Outlives the scanner: after a change of lists or settings it is corrected, not begun anew. */
  report: Report;
  signal: AbortSignal;
  lookup(keys: string[]): Promise<LookupReply>;
  /** The matches of the page have changed. */
  onMatches(report: PageReport): void;
  onOpen(chip: Chip, match: Match): void;
}

/** How long after loading a page must have shown something readable. Milliseconds. */
const LOADED_FOR = 4_000;

/** Between questions that got no answer. Milliseconds. */
const RETRY_FIRST = 1_000;
const RETRY_LAST = 60_000;
/** While no answers come a page may go on for ever: of what waits for them, this often what has gone is let go of. */
const MANY_PENDING = 500;

const NOTHING: Judgement = { matches: [], pending: false };

/** How often the background is told of matches that come one after the other. Milliseconds. */
const TELL_EVERY = 200;

/** Reads a page for as long as the signal lets it, and marks what matches. */
export class Scanner {
  readonly marks: Marks;
  readonly #options: ScanOptions;
  readonly #finder: UnitFinder;
  readonly #verdicts: Verdicts;
  readonly #ids: LateIds;
  readonly #links: LinkReader;
  readonly #mayMatch: MayMatch;
  /** What was read while answers were still on their way. */
  readonly #pending = new Map<Element, { reading: UnitReading; key: string }>();
  readonly #observation: Observation;
  readonly #judge: Judge;
  #address = '';
  readonly #tell: () => void;
  #retryIn = RETRY_FIRST;
  #loadedAt = document.readyState === 'complete' ? performance.now() : undefined;

  constructor(options: ScanOptions) {
    const { platform, settings, signal } = options;
    this.#options = options;
    this.#finder = unitFinder(platform);
    this.#verdicts = new Verdicts({
      filter: () => options.filter,
      asksAccounts: settings.lookAlikes,
      lookup: options.lookup,
      arrived: () => {
        this.#retryIn = RETRY_FIRST;
        this.#reread();
        // A mark that comes a frame after its post is not seen to come.
        this.#observation.flush();
      },
      // The worker may be asleep or updating: what waits is asked for again, ever more seldom.
      failed: () => this.#retry(signal),
    });
    const verdicts: Judge['verdicts'] = (key, gates) => this.#verdicts.of(key, gates);
    this.#ids = new LateIds({
      platform,
      verdicts,
      marked: () => this.marks.roots(),
      touch: (element) => this.#observation.touch(element),
    });
    const idOf = (on: PlatformId, handle: string): string | undefined => this.#ids.get(on, handle);
    this.#judge = { verdicts, idOf };
    this.#links = new LinkReader(platform, location.href, document.baseURI);
    this.#mayMatch = mayMatchIn(options.filter, platform.id as PlatformId, { accounts: settings.lookAlikes, idOf });
    this.marks = new Marks({
      style: settings.markStyle,
      isQuiet: (match) =>
        settings.personNames === 'quiet' && match.verdicts.every((verdict) => verdict.personName === true),
      onOpen: options.onOpen,
    });
    this.#observation = new Observation({
      root: document,
      attributes: ['href', 'contenteditable', ...new Set(platform.page.hints.map((hint) => hint.attribute))],
      shadowRoots: platform.page.shadowRoots === true,
      signal,
      begin: () => {
        this.#finder.begin();
        this.#followAddress();
      },
      touched: this.#finder.touched,
      around: this.#finder.around,
      read: (root) => this.#readOne(this.#finder.unit(root)),
      settle: () => this.#settle(),
    });
    this.#tell = throttled(() => options.onMatches(this.read()), TELL_EVERY, signal);
    addEventListener('load', () => (this.#loadedAt = performance.now()), { once: true, signal });
    onThemeChange(() => this.marks.repaint(), signal);
    signal.addEventListener('abort', () => this.marks.clear(), { once: true });
    this.#observation.touch(document.documentElement);
  }

  read(): PageReport {
    const isLoaded = this.#loadedAt !== undefined && performance.now() - this.#loadedAt > LOADED_FOR;
    // A page of no network may well hold no post: that is no failure to read it.
    if (this.#options.platform.id === 'web' && isLoaded) return { ...this.#options.report.read(false), status: 'read' };
    return this.#options.report.read(isLoaded);
  }

  #readOne(unit: Unit): void {
    const { platform } = this.#options;
    const reading =
      glanceAt(unit, platform, this.#links, this.#mayMatch) ?? readUnit(unit, platform, this.#links, this.#mayMatch);
    if (unit.kind === 'profile') this.#ids.addHeader(unit.root);
    for (const { sighting } of reading.occurrences) {
      if (sighting.kind === 'account' && sighting.handle !== undefined && sighting.id !== undefined) {
        this.#ids.learn(sighting.handle, sighting.id);
      }
    }
    const key = unitKey(unit, reading, platform);
    const is = { post: unit.kind === 'post', account: reading.hasAccount, text: reading.text.trim() !== '' };
    this.#options.report.see(key, is);
    const matches = this.#matchesOf(unit.root, reading, key);
    this.marks.set(
      unit.root,
      matches.flatMap((match) => this.#wished(match)),
    );
  }

  /** What a reading matches by now, and counts once all answers are there. */
  #matchesOf(root: Element, reading: UnitReading, key: string): Match[] {
    const { matches, pending } = reading.occurrences.length > 0 ? judge(reading, this.#judge) : NOTHING;
    // What was read of it before no longer counts.
    this.#pending.delete(root);
    if (pending) {
      this.#pending.set(root, { reading, key });
      if (this.#pending.size % MANY_PENDING === 0) this.#forgetGone();
    } else if (this.#options.report.match(key, matches)) this.#tell();
    return matches;
  }

  /** What the reader muted or filtered is still told of in the popup, but not drawn. */
  #wished(match: Match): Match[] {
    const { settings } = this.#options;
    const verdicts = match.verdicts.filter(
      (one) => !isMutedBy(settings, one.list, one.identifier, one.entity) && !isFiltered(settings.filters, one),
    );
    return verdicts.length > 0 ? [{ ...match, verdicts }] : [];
  }

  #settle(): void {
    this.#ids.lookAgain();
    if (this.marks.roots().length > 0 && isWhollyEditable()) this.marks.clear();
    else this.marks.settle();
  }

  #retry(signal: AbortSignal): void {
    setTimeout(() => !signal.aborted && this.#reread(), this.#retryIn);
    this.#retryIn = Math.min(2 * this.#retryIn, RETRY_LAST);
  }

  #reread(): void {
    this.#ids.hear();
    const waiting = [...this.#pending];
    this.#pending.clear();
    for (const [root, { reading, key }] of waiting) {
      if (isConnected(root)) this.#observation.touch(root);
      // Scrolled away before the answers came: nothing is drawn, but it stood on this page.
      else this.#matchesOf(root, reading, key);
    }
  }

  /** Sites change pages without loading them: what was counted belongs to the page before. */
  #followAddress(): void {
    const { URL: href, baseURI } = document;
    this.#links.at(href, baseURI);
    if (href === this.#address) return;
    const first = this.#address === '';
    this.#address = href;
    if (first) return;
    if (this.#options.report.reset()) this.#tell();
    this.#forgetGone();
    this.#observation.touch(document.documentElement);
  }

  #forgetGone(): void {
    for (const root of this.#pending.keys()) if (!isConnected(root)) this.#pending.delete(root);
  }
}
