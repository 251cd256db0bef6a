import { type Key, stableIdKey } from '../core/key.ts';
import type { PlatformId } from '../core/names.ts';
import type { Verdict } from '../core/verdict.ts';
import type { AnyPlatform } from '../platforms/platform.ts';
import { isConnected } from './dom.ts';
import { KnownIds } from './ids.ts';

/** How often data that the page carries for machines is looked at for ids. Milliseconds. */
const EMBEDDED_EVERY = 1_000;

interface Page {
  platform: AnyPlatform;
  /** Undefined while unknown. */
  verdicts(key: Key): readonly Verdict[] | undefined;
  /** Units that show a mark. */
  marked(): Element[];
  /** Reads an element again. */
  touch(element: Element): void;
}

/** Stable ids that a page shows, and what has to be read again when one comes after its name was read. */
export class LateIds {
  readonly #known = new KnownIds();
  /** Keys of ids that came after their names, while their answers are on their way. */
  readonly #asked = new Set<Key>();
  /** Headers, which stand above the posts that may tell the account's id. */
  readonly #headers = new Set<Element>();
  readonly #page: Page;
  #lookedAt = -Infinity;

  constructor(page: Page) {
    this.#page = page;
  }

  get(platform: PlatformId, handle: string): string | undefined {
    return this.#known.get(platform, handle);
  }

  addHeader(root: Element): void {
    this.#headers.add(root);
    this.#learnEmbedded();
  }

  /** An id that comes later may undo a mark, or name the account of a header: both are read again. */
  learn(handle: string, id: string): void {
    const { platform, marked, touch } = this.#page;
    if (!this.#known.learn(platform.id, handle, id)) return;
    for (const header of this.#headers) if (!isConnected(header)) this.#headers.delete(header);
    const key = stableIdKey(platform.id as PlatformId, id);
    if (!this.#heardOf(key)) this.#asked.add(key);
    for (const root of [...marked(), ...this.#headers]) touch(root);
  }

  /** Looks now and then at the data that the page carries for machines. */
  lookAgain(): void {
    const now = performance.now();
    if (now - this.#lookedAt < EMBEDDED_EVERY) return;
    this.#lookedAt = now;
    this.#learnEmbedded();
  }

  /** Answers have come. */
  hear(): void {
    for (const key of this.#asked) if (this.#heardOf(key)) this.#asked.delete(key);
  }

  #learnEmbedded(): void {
    for (const { handle, id } of this.#page.platform.readEmbedded?.(document) ?? []) this.learn(handle, id);
  }

  /**
   * A listed id under another name: whatever was read of that name so far was read as nobody's.
   * @returns whether it is known by now who is listed under the id
   */
  #heardOf(key: Key): boolean {
    const verdicts = this.#page.verdicts(key);
    if (verdicts?.length) this.#page.touch(document.documentElement);
    return verdicts !== undefined;
  }
}
